import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,C as r,D as i,E as a,J as o,L as s,M as c,O as l,T as u,Z as d,b as f,bt as p,d as m,dt as h,ht as g,k as _,mt as v,o as y,p as b,pt as x,q as S,u as C,w,x as T}from"./address-Cld39viH.js";import{t as E}from"./query-DDQkTGvL.js";var D=()=>document.createElement(`video`).canPlayType(`video/mp4; codecs="hvc1.1.6.L120.90"`)!==``;async function O(e,t,n){let r=encodeURIComponent(t.id);if(t.codec===`h264`||t.codec===`hevc`&&D())return e.signed(`/api/mat_than/clips/${r}.mp4`);let i=await k(e,t,n);return e.signed(i)}function k(e,t,n){return new Promise((r,i)=>{let a=e.listen(`playable`,{clip_id:t.id},({share:e,url:t,error:o})=>{e!==void 0&&n(e),(t!==void 0||o!==void 0)&&(a.then(e=>e()).catch(()=>void 0),t===void 0?i(Error(o)):r(t))});a.catch(i)})}var A=class extends l{constructor(...e){super(...e),this.clip=null,this.camera=``,this.begin=0,this.poster=null,this.busy=!1,this.bare=!1,this.reportable=!1,this.src=``,this.share=null,this.failed=``,this.asked=0,this.tick=()=>{this.clip&&this.video&&this.dispatchEvent(new CustomEvent(`at`,{detail:this.clip.start+this.video.currentTime*1e3}))},this.download=async()=>{if(!this.clip)return;let e=document.createElement(`a`);e.href=`${await this.house.signed(`/api/mat_than/clips/${encodeURIComponent(this.clip.id)}.mp4?download=1`)}`,e.download=``,e.click()}}static{this.styles=[...w,c`
      .frame {
        position: relative;
        aspect-ratio: 16 / 9;
        background: #0a1212;
        color: #dbe6e4;
        border-radius: var(--mt-radius) var(--mt-radius) 0 0;
        overflow: hidden;
      }
      video,
      .frame > img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
        display: block;
      }
      .say {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.6rem;
        text-align: center;
        padding: 1rem;
        background: rgb(8 18 18 / 62%);
      }
      progress {
        width: 12rem;
        accent-color: #ffd166;
      }
      .facts {
        padding: 0.7rem 1rem 0.2rem;
      }
      .facts strong {
        font-size: 1.1rem;
        font-variant-numeric: tabular-nums;
      }
      .deeds {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
        padding: 0.25rem 0.5rem 0.6rem;
      }
      .deeds button,
      .deeds a {
        padding-inline: 0.6rem;
      }
      @media (max-width: 500px) {
        .deeds {
          display: grid;
          grid-template-columns: repeat(6, 1fr);
          gap: 0;
        }
        .deeds.many {
          grid-template-columns: repeat(4, 1fr);
        }
        .deeds button,
        .deeds a {
          flex-direction: column;
          gap: 0.1rem;
          font-size: 0.75rem;
          padding: 0.3rem 0;
          font-weight: 500;
        }
      }
    `]}willUpdate(e){let t=e.get(`clip`);e.has(`clip`)&&t?.id!==this.clip?.id?this.load():e.has(`begin`)&&this.video&&(this.video.currentTime=this.begin)}async load(){this.asked+=1;let{asked:e,clip:t}=this;if(this.src=``,this.failed=``,this.share=null,t){try{let n=await O(this.house,t,t=>{this.asked===e&&(this.share=t)});this.asked===e&&(this.src=n)}catch(t){this.asked===e&&(this.failed=this.why(t))}this.asked===e&&(this.share=null)}}why(e){return e instanceof Error?this.house.reason(e.message):this.house.sentence(e)}seek(e){this.begin=e,this.video&&(this.video.currentTime=e,this.video.play().catch(()=>void 0))}wish(e){this.dispatchEvent(new CustomEvent(`wish`,{detail:e}))}frame(r){return this.failed?n`<div class="say" role="alert">${this.failed}</div>`:this.src?n`<video
      src=${this.src}
      poster=${this.poster??_}
      aria-label=${e(t`Video của ${this.camera} lúc ${b(new Date(r.start),y(),!0)}`)}
      controls
      playsinline
      autoplay
      .muted=${!0}
      @loadedmetadata=${()=>{this.video&&this.begin>0&&(this.video.currentTime=this.begin)}}
      @timeupdate=${this.tick}
      @ended=${()=>this.wish(`later`)}
      @error=${()=>{this.failed=e(`Không phát được đoạn video này. Hãy tải về, hoặc thử lại sau.`)}}
    ></video>`:n`${this.poster?n`<img src=${this.poster} alt="" />`:_}
        <div class="say" role="status">
          ${this.share===null?e(`Đang mở…`):n`<span>${e(`Đang chuyển video sang dạng xem được`)}</span>
            <progress max="1" .value=${this.share} aria-label=${e(`Đã chuyển`)}></progress>`}
        </div>`}deed(e,t,r,i=!1){return n`<button class="quiet" ?disabled=${i||this.busy} @click=${()=>this.wish(e)}>
      ${m(t,``,22)}<span>${r}</span>
    </button>`}deeds(t){let r=this.house.hass.user.is_admin;return n`<div class="deeds ${this.reportable?`many`:``}">
      ${this.deed(`earlier`,g,e(`Trước`))} ${this.deed(`later`,v,e(`Sau`))}
      ${t.kept?this.deed(`free`,h,e(`Thôi giữ`),!r):this.deed(`keep`,x,e(`Giữ lại`))}
      ${this.deed(`export`,d,e(`Xuất`))}
      <button class="quiet" @click=${this.download}>${m(o,``,22)}<span>${e(`Tải về`)}</span></button>
      ${this.reportable?this.deed(`report`,s,e(`Báo cho phường`)):_}
      ${r?this.deed(`delete`,S,e(`Xoá`),t.kept!==void 0):_}
    </div>`}render(){let{clip:r}=this;if(!r)return _;let i=(r.end-r.start)/1e3;return n`<div class="frame">${this.frame(r)}</div>
      <div class="facts">
        <strong>${b(new Date(r.start),y(),!0)} – ${b(new Date(r.end),y(),!0)}</strong>
        <span class="muted small">${T(i,y())} · ${f(r.bytes,y())}</span>
        ${r.kept?n`<p class="small">${m(h,``,18)} ${e(t`Được ${r.kept.owner} giữ: ${r.kept.reason}`)}</p>`:_}
      </div>
      ${this.bare?_:this.deeds(r)}`}};r([a({attribute:!1})],A.prototype,`house`,void 0),r([a({attribute:!1})],A.prototype,`clip`,void 0),r([a()],A.prototype,`camera`,void 0),r([a({type:Number})],A.prototype,`begin`,void 0),r([a({attribute:!1})],A.prototype,`poster`,void 0),r([a({type:Boolean})],A.prototype,`busy`,void 0),r([a({type:Boolean})],A.prototype,`bare`,void 0),r([a({type:Boolean})],A.prototype,`reportable`,void 0),r([u()],A.prototype,`src`,void 0),r([u()],A.prototype,`share`,void 0),r([u()],A.prototype,`failed`,void 0),r([E(`video`)],A.prototype,`video`,void 0),A=r([p(),i(`mt-clip-view`)],A);var j=4;function M(e,t,n){let r=Math.max(0,Math.floor(e/76)-j),i=Math.min(n,Math.ceil((e+t)/76)+j);return{first:Math.min(r,i),last:i}}function N(e,t,n){let r=e*76;return r<t?r:r+76>t+n?r+76-n:null}var P=90,F=class extends l{constructor(...e){super(...e),this.clips=[],this.current=``,this.rows={first:0,last:0},this.pictures=0,this.settled=0,this.sized=new ResizeObserver(()=>this.look()),this.press=e=>{let t={ArrowDown:1,ArrowUp:-1}[e.key],n=Number(e.target.dataset.row??-1);if(!t||n<0)return;e.preventDefault();let r=Math.min(this.clips.length-1,Math.max(0,n+t)),i=N(r,this.view.scrollTop,this.view.clientHeight);i!==null&&(this.view.scrollTop=i),this.look(),this.updateComplete.then(()=>this.renderRoot.querySelector(`[data-row="${r}"]`)?.focus())}}static{this.styles=[...w,c`
      :host {
        display: flex;
        min-height: 0;
      }
      .view {
        overflow-y: auto;
        flex: 1;
        overscroll-behavior: contain;
        outline-offset: -3px;
      }
      .all {
        position: relative;
      }
      .row {
        position: absolute;
        inset-inline: 0;
        height: ${76}px;
        display: flex;
        flex-wrap: nowrap;
        gap: 0.8rem;
        align-items: center;
        justify-content: flex-start;
        padding: 0.4rem 0.75rem;
        border: 0;
        border-bottom: 1px solid var(--mt-line);
        border-radius: 0;
        background: none;
        font-weight: 400;
        text-align: start;
        contain: strict;
        width: 100%;
      }
      .row:focus-visible {
        outline-offset: -3px;
      }
      .row[aria-current] {
        background: var(--mt-primary-soft);
      }
      .thumb {
        width: 6.7rem;
        aspect-ratio: 16 / 9;
        border-radius: 6px;
        background: #0a1212;
        flex: none;
        overflow: hidden;
        display: block;
      }
      .thumb img {
        width: 100%;
        height: 100%;
        object-fit: cover;
        display: block;
      }
      .words {
        min-width: 0;
        flex: 1;
        display: grid;
      }
      .words strong {
        font-variant-numeric: tabular-nums;
      }
      .words span {
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .kept {
        color: var(--mt-night);
      }
    `]}firstUpdated(){this.sized.observe(this.view)}disconnectedCallback(){super.disconnectedCallback(),this.sized.disconnect(),clearTimeout(this.settled)}willUpdate(e){e.has(`clips`)&&this.look()}updated(e){e.has(`current`)&&this.current&&this.reveal()}look(){let e=this.view?.clientHeight??600,t=M(this.view?.scrollTop??0,e,this.clips.length);(t.first!==this.rows.first||t.last!==this.rows.last)&&(this.rows=t),clearTimeout(this.settled),this.settled=window.setTimeout(()=>this.readPictures(),P)}readPictures(){for(let e of this.clips.slice(this.rows.first,this.rows.last))e.still&&this.thumbnails.known(e.id)===void 0&&this.thumbnails.read(e.id).then(()=>{this.pictures+=1})}reveal(){let e=this.clips.findIndex(e=>e.id===this.current),t=e<0?null:N(e,this.view.scrollTop,this.view.clientHeight);t!==null&&(this.view.scrollTop=t)}pick(e){this.dispatchEvent(new CustomEvent(`clip`,{detail:e}))}row(t,r){let i=this.thumbnails.known(t.id),a=(t.end-t.start)/1e3;return n`<button
      class="row"
      data-row=${r}
      style="top:${r*76}px"
      aria-current=${t.id===this.current?`true`:_}
      @click=${()=>this.pick(t)}
    >
      <span class="thumb">${i?n`<img src=${i} alt="" decoding="async" />`:_}</span>
      <span class="words">
        <strong>${b(new Date(t.start),y(),!0)}</strong>
        <span class="small muted">${this.kind(t)} · ${T(a,y())} · ${f(t.bytes,y())}</span>
      </span>
      ${t.kept?n`<span class="kept">${m(h,e(`Được giữ`))}</span>`:_}
    </button>`}kind(n){return n.kind===`asked`?e(`Bạn bảo ghi`):n.motions>1?e(t`${n.motions} chuyển động`):n.motions===1?e(`Chuyển động`):e(`Ghi liên tục`)}render(){this.pictures;let{first:e,last:t}=this.rows,r=this.clips.slice(e,t);return n`<div class="view" @scroll=${this.look} @keydown=${this.press}>
      <div class="all" style="height:${this.clips.length*76}px">
        ${C(r,e=>e.id,(t,n)=>this.row(t,e+n))}
      </div>
    </div>`}};r([a({attribute:!1})],F.prototype,`clips`,void 0),r([a({attribute:!1})],F.prototype,`thumbnails`,void 0),r([a()],F.prototype,`current`,void 0),r([u()],F.prototype,`rows`,void 0),r([u()],F.prototype,`pictures`,void 0),r([E(`.view`)],F.prototype,`view`,void 0),F=r([p(),i(`mt-clip-list`)],F);