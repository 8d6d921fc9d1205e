import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,D as r,E as i,M as a,O as o,P as s,Q as c,S as l,St as u,T as d,Tt as f,Z as p,bt as m,f as h,j as g,jt as _,k as v,m as y,nt as b,s as x,w as S,wt as C,x as w,z as T}from"./address-BI3gyPdV.js";import{t as E}from"./kept_words-D8L2mBlU.js";var D=()=>document.createElement(`video`).canPlayType(`video/mp4; codecs="hvc1.1.6.L120.90"`)!==``;async function O(e,t,n){let r=encodeURIComponent(t.id);if(t.codec===`h264`||t.codec===`hevc`&&D())return e.signed(`/api/mat_than/clips/${r}.mp4`);let i=await k(e,t,n);return e.signed(i)}function k(e,t,n){return new Promise((r,i)=>{let a=e.listen(`playable`,{clip_id:t.id},({share:e,url:t,error:o})=>{e!==void 0&&n(e),(t!==void 0||o!==void 0)&&(a.then(e=>e()).catch(()=>void 0),t===void 0?i(Error(o)):r(t))});a.catch(i)})}var A=class extends n{constructor(...e){super(...e),this.clip=null,this.camera=``,this.begin=0,this.poster=null,this.busy=!1,this.bare=!1,this.reportable=!1,this.src=``,this.share=null,this.failed=``,this.asked=0,this.tick=()=>{this.clip&&this.video&&this.dispatchEvent(new CustomEvent(`at`,{detail:this.clip.start+this.video.currentTime*1e3}))},this.download=async()=>{if(!this.clip)return;let e=document.createElement(`a`);e.href=`${await this.house.signed(`/api/mat_than/clips/${encodeURIComponent(this.clip.id)}.mp4?download=1`)}`,e.download=``,e.click()}}static{this.styles=[...d,s`
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
      .note {
        padding: 0 1rem 0.8rem;
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
    `]}willUpdate(e){let t=e.get(`clip`);e.has(`clip`)&&t?.id!==this.clip?.id?this.load():e.has(`begin`)&&this.video&&(this.video.currentTime=this.begin)}async load(){this.asked+=1;let{asked:e,clip:t}=this;if(this.src=``,this.failed=``,this.share=null,t){try{let n=await O(this.house,t,t=>{this.asked===e&&(this.share=t)});this.asked===e&&(this.src=n)}catch(t){this.asked===e&&(this.failed=this.why(t))}this.asked===e&&(this.share=null)}}why(e){return e instanceof Error?this.house.reason(e.message):this.house.sentence(e)}seek(e){this.begin=e,this.video&&(this.video.currentTime=e,this.video.play().catch(()=>void 0))}wish(e){this.dispatchEvent(new CustomEvent(`wish`,{detail:e}))}frame(n){return this.failed?a`<div class="say" role="alert">${this.failed}</div>`:this.src?a`<video
      src=${this.src}
      poster=${this.poster??g}
      aria-label=${e(t`Video của ${this.camera} lúc ${y(new Date(n.start),x(),!0)}`)}
      controls
      playsinline
      autoplay
      .muted=${!0}
      @loadedmetadata=${()=>{this.video&&this.begin>0&&(this.video.currentTime=this.begin)}}
      @timeupdate=${this.tick}
      @ended=${()=>this.wish(`later`)}
      @error=${()=>{this.failed=e(`Không phát được đoạn video này. Hãy tải về, hoặc thử lại sau.`)}}
    ></video>`:a`${this.poster?a`<img src=${this.poster} alt="" />`:g}
        <div class="say" role="status">
          ${this.share===null?e(`Đang mở…`):a`<span>${e(`Đang chuyển video sang dạng xem được`)}</span>
            <progress max="1" .value=${this.share} aria-label=${e(`Đã chuyển`)}></progress>`}
        </div>`}deed(e,t,n,r=!1){return a`<button class="quiet" ?disabled=${r||this.busy} @click=${()=>this.wish(e)}>
      ${h(t,``,22)}<span>${n}</span>
    </button>`}deeds(t){let n=this.house.hass.user.is_admin;return a`<div class="deeds ${this.reportable?`many`:``}">
      ${this.deed(`earlier`,f,e(`Trước`))} ${this.deed(`later`,C,e(`Sau`))}
      ${t.kept?this.deed(`free`,m,e(`Thôi giữ`),!n):this.deed(`keep`,u,e(`Giữ lại`))}
      ${this.deed(`export`,b,e(`Xuất`))}
      <button class="quiet" @click=${this.download}>${h(c,``,22)}<span>${e(`Tải về`)}</span></button>
      ${this.reportable?this.deed(`report`,T,e(`Báo cho phường`)):g}
      ${n?this.deed(`delete`,p,e(`Xoá`),t.kept!==void 0):g}
    </div>
    ${n&&t.kept?a`<p class="small muted note">${e(`Đang giữ nên không xoá được. Muốn xoá, hãy bấm Thôi giữ trước.`)}</p>`:g}`}render(){let{clip:e}=this;if(!e)return g;let t=(e.end-e.start)/1e3;return a`<div class="frame">${this.frame(e)}</div>
      <div class="facts">
        <strong>${y(new Date(e.start),x(),!0)} – ${y(new Date(e.end),x(),!0)}</strong>
        <span class="muted small">${l(t,x())} · ${w(e.bytes,x())}</span>
        ${e.kept?a`<p class="small">${h(m,``,18)} ${E(e.kept)}</p>`:g}
      </div>
      ${this.bare?g:this.deeds(e)}`}};S([v({attribute:!1})],A.prototype,`house`,void 0),S([v({attribute:!1})],A.prototype,`clip`,void 0),S([v()],A.prototype,`camera`,void 0),S([v({type:Number})],A.prototype,`begin`,void 0),S([v({attribute:!1})],A.prototype,`poster`,void 0),S([v({type:Boolean})],A.prototype,`busy`,void 0),S([v({type:Boolean})],A.prototype,`bare`,void 0),S([v({type:Boolean})],A.prototype,`reportable`,void 0),S([o()],A.prototype,`src`,void 0),S([o()],A.prototype,`share`,void 0),S([o()],A.prototype,`failed`,void 0),S([r(`video`)],A.prototype,`video`,void 0),A=S([_(),i(`mt-clip-view`)],A);