import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,C as r,D as i,E as a,G as o,H as s,L as c,O as l,Q as ee,R as u,S as d,T as f,U as te,Z as ne,a as p,at as m,c as h,ct as re,f as g,h as _,l as ie,lt as v,m as y,mt as b,n as ae,r as x,st as S,u as C,v as w,w as T,x as E,y as D}from"./address-C5mkNStx.js";import{t as O}from"./query-DDQkTGvL.js";import{t as k}from"./page-zOZ0ssut.js";import{t as A}from"./health_words-C1wreqZx.js";import{t as j}from"./thumbnails-TfSdeAXB.js";var M=4;function oe(e,t,n){let r=Math.max(0,Math.floor(e/76)-M),i=Math.min(n,Math.ceil((e+t)/76)+M);return{first:Math.min(r,i),last:i}}function N(e,t,n){let r=e*76;return r<t?r:r+76>t+n?r+76-n:null}var se=90,P=class extends a{constructor(...e){super(...e),this.clips=[],this.current=``,this.rows={first:0,last:0},this.pictures=0,this.settled=0,this.sized=new ResizeObserver(()=>this.look()),this.press=e=>{let t={ArrowDown:1,ArrowUp:-1}[e.key],n=Number(e.target.dataset.row??-1);if(!t||n<0)return;e.preventDefault();let r=Math.min(this.clips.length-1,Math.max(0,n+t)),i=N(r,this.view.scrollTop,this.view.clientHeight);i!==null&&(this.view.scrollTop=i),this.look(),this.updateComplete.then(()=>this.renderRoot.querySelector(`[data-row="${r}"]`)?.focus())}}static{this.styles=[...d,n`
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
    `]}firstUpdated(){this.sized.observe(this.view)}disconnectedCallback(){super.disconnectedCallback(),this.sized.disconnect(),clearTimeout(this.settled)}willUpdate(e){e.has(`clips`)&&this.look()}updated(e){e.has(`current`)&&this.current&&this.reveal()}look(){let e=this.view?.clientHeight??600,t=oe(this.view?.scrollTop??0,e,this.clips.length);(t.first!==this.rows.first||t.last!==this.rows.last)&&(this.rows=t),clearTimeout(this.settled),this.settled=window.setTimeout(()=>this.readPictures(),se)}readPictures(){for(let e of this.clips.slice(this.rows.first,this.rows.last))e.still&&this.thumbnails.known(e.id)===void 0&&this.thumbnails.read(e.id).then(()=>{this.pictures+=1})}reveal(){let e=this.clips.findIndex(e=>e.id===this.current),t=e<0?null:N(e,this.view.scrollTop,this.view.clientHeight);t!==null&&(this.view.scrollTop=t)}pick(e){this.dispatchEvent(new CustomEvent(`clip`,{detail:e}))}row(t,n){let r=this.thumbnails.known(t.id),a=(t.end-t.start)/1e3;return l`<button
      class="row"
      data-row=${n}
      style="top:${n*76}px"
      aria-current=${t.id===this.current?`true`:i}
      @click=${()=>this.pick(t)}
    >
      <span class="thumb">${r?l`<img src=${r} alt="" decoding="async" />`:i}</span>
      <span class="words">
        <strong>${g(new Date(t.start),p(),!0)}</strong>
        <span class="small muted">${this.kind(t)} · ${D(a,p())} · ${w(t.bytes,p())}</span>
      </span>
      ${t.kept?l`<span class="kept">${C(m,e(`Được giữ`))}</span>`:i}
    </button>`}kind(n){return n.kind===`asked`?e(`Bạn bảo ghi`):n.motions>1?e(t`${n.motions} chuyển động`):n.motions===1?e(`Chuyển động`):e(`Ghi liên tục`)}render(){this.pictures;let{first:e,last:t}=this.rows,n=this.clips.slice(e,t);return l`<div class="view" @scroll=${this.look} @keydown=${this.press}>
      <div class="all" style="height:${this.clips.length*76}px">
        ${ie(n,e=>e.id,(t,n)=>this.row(t,e+n))}
      </div>
    </div>`}};E([T({attribute:!1})],P.prototype,`clips`,void 0),E([T({attribute:!1})],P.prototype,`thumbnails`,void 0),E([T()],P.prototype,`current`,void 0),E([r()],P.prototype,`rows`,void 0),E([r()],P.prototype,`pictures`,void 0),E([O(`.view`)],P.prototype,`view`,void 0),P=E([b(),f(`mt-clip-list`)],P);var ce=()=>document.createElement(`video`).canPlayType(`video/mp4; codecs="hvc1.1.6.L120.90"`)!==``;async function le(e,t,n){let r=encodeURIComponent(t.id);if(t.codec===`h264`||t.codec===`hevc`&&ce())return e.signed(`/api/mat_than/clips/${r}.mp4`);let i=await ue(e,t,n);return e.signed(i)}function ue(e,t,n){return new Promise((r,i)=>{let a=e.listen(`playable`,{clip_id:t.id},({share:e,url:t,error:o})=>{e!==void 0&&n(e),(t!==void 0||o!==void 0)&&(a.then(e=>e()).catch(()=>void 0),t===void 0?i(Error(o)):r(t))});a.catch(i)})}var F=class extends a{constructor(...e){super(...e),this.clip=null,this.camera=``,this.begin=0,this.poster=null,this.busy=!1,this.src=``,this.share=null,this.failed=``,this.asked=0,this.tick=()=>{this.clip&&this.video&&this.dispatchEvent(new CustomEvent(`at`,{detail:this.clip.start+this.video.currentTime*1e3}))},this.download=async()=>{if(!this.clip)return;let e=document.createElement(`a`);e.href=`${await this.house.signed(`/api/mat_than/clips/${encodeURIComponent(this.clip.id)}.mp4?download=1`)}`,e.download=``,e.click()}}static{this.styles=[...d,n`
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
        .deeds button,
        .deeds a {
          flex-direction: column;
          gap: 0.1rem;
          font-size: 0.75rem;
          padding: 0.3rem 0;
          font-weight: 500;
        }
      }
    `]}willUpdate(e){let t=e.get(`clip`);e.has(`clip`)&&t?.id!==this.clip?.id?this.load():e.has(`begin`)&&this.video&&(this.video.currentTime=this.begin)}async load(){this.asked+=1;let{asked:e,clip:t}=this;if(this.src=``,this.failed=``,this.share=null,t){try{let n=await le(this.house,t,t=>{this.asked===e&&(this.share=t)});this.asked===e&&(this.src=n)}catch(t){this.asked===e&&(this.failed=this.why(t))}this.asked===e&&(this.share=null)}}why(e){return e instanceof Error?this.house.reason(e.message):this.house.sentence(e)}seek(e){this.begin=e,this.video&&(this.video.currentTime=e,this.video.play().catch(()=>void 0))}wish(e){this.dispatchEvent(new CustomEvent(`wish`,{detail:e}))}frame(n){return this.failed?l`<div class="say" role="alert">${this.failed}</div>`:this.src?l`<video
      src=${this.src}
      poster=${this.poster??i}
      aria-label=${e(t`Video của ${this.camera} lúc ${g(new Date(n.start),p(),!0)}`)}
      controls
      playsinline
      autoplay
      .muted=${!0}
      @loadedmetadata=${()=>{this.video&&this.begin>0&&(this.video.currentTime=this.begin)}}
      @timeupdate=${this.tick}
      @ended=${()=>this.wish(`later`)}
      @error=${()=>{this.failed=e(`Không phát được đoạn video này. Hãy tải về, hoặc thử lại sau.`)}}
    ></video>`:l`${this.poster?l`<img src=${this.poster} alt="" />`:i}
        <div class="say" role="status">
          ${this.share===null?e(`Đang mở…`):l`<span>${e(`Đang chuyển video sang dạng xem được`)}</span>
            <progress max="1" .value=${this.share} aria-label=${e(`Đã chuyển`)}></progress>`}
        </div>`}deed(e,t,n,r=!1){return l`<button class="quiet" ?disabled=${r||this.busy} @click=${()=>this.wish(e)}>
      ${C(t,``,22)}<span>${n}</span>
    </button>`}deeds(t){let n=this.house.hass.user.is_admin;return l`<div class="deeds">
      ${this.deed(`earlier`,v,e(`Trước`))} ${this.deed(`later`,re,e(`Sau`))}
      ${t.kept?this.deed(`free`,m,e(`Thôi giữ`),!n):this.deed(`keep`,S,e(`Giữ lại`))}
      ${this.deed(`export`,o,e(`Xuất`))}
      <button class="quiet" @click=${this.download}>${C(te,``,22)}<span>${e(`Tải về`)}</span></button>
      ${n?this.deed(`delete`,s,e(`Xoá`),t.kept!==void 0):i}
    </div>`}render(){let{clip:n}=this;if(!n)return i;let r=(n.end-n.start)/1e3;return l`<div class="frame">${this.frame(n)}</div>
      <div class="facts">
        <strong>${g(new Date(n.start),p(),!0)} – ${g(new Date(n.end),p(),!0)}</strong>
        <span class="muted small">${D(r,p())} · ${w(n.bytes,p())}</span>
        ${n.kept?l`<p class="small">${C(m,``,18)} ${e(t`Được ${n.kept.owner} giữ: ${n.kept.reason}`)}</p>`:i}
      </div>
      ${this.deeds(n)}`}};E([T({attribute:!1})],F.prototype,`house`,void 0),E([T({attribute:!1})],F.prototype,`clip`,void 0),E([T()],F.prototype,`camera`,void 0),E([T({type:Number})],F.prototype,`begin`,void 0),E([T({attribute:!1})],F.prototype,`poster`,void 0),E([T({type:Boolean})],F.prototype,`busy`,void 0),E([r()],F.prototype,`src`,void 0),E([r()],F.prototype,`share`,void 0),E([r()],F.prototype,`failed`,void 0),E([O(`video`)],F.prototype,`video`,void 0),F=E([b(),f(`mt-clip-view`)],F);var I=6e5;function L(e,t){return t===`motion`?e.motions>0:t===`continuous`?e.kind===`continuous`:t===`all`||e.kept!==void 0}function R(e,t,n){let r=[];for(let i=e.length-1;i>=0;--i){let a=e[i];a&&a.end>n.from&&a.start<n.until&&L(a,t)&&r.push(a)}return r}function z(e,t){let n=0,r=e.length;for(;n<r;){let i=n+r>>1;(e[i]?.start??0)<=t?n=i+1:r=i}return n}function B(e,t,n){let r=z(e,t),i=e[r-1],a=e[r];if(i&&i.end>=t)return i;let o=i?t-i.end:1/0,s=a?a.start-t:1/0;return Math.min(o,s)>n?null:(o<=s?i:a)??null}function V(e,t,n){let r=e.findIndex(e=>e.id===t.id);return r<0?null:e[r+n]??null}function H(e,t){return e.find(([e,n])=>e<=t&&t<n)??null}function U(e,t,n,r){let i=e.until-e.since,a=Math.min(i,Math.max(I,(t.until-t.from)/n));return W(e,r-(r-t.from)/(t.until-t.from)*a,a)}function de(e,t,n){let r=t.until-t.from;return W(e,t.from+n*r,r)}function W(e,t,n){let r=Math.min(Math.max(e.since,t),e.until-n);return{from:r,until:r+n}}function fe(e){let t={recorded:0,watched:0,absent:0,off:0,unexplained:0};for(let[n,r,i]of e)t[i]+=(r-n)/1e3;return t}var G=[`off`,`watched`,`recorded`,`absent`,`unexplained`];function pe(e,t,n){let r=new Uint8Array(n);for(let[n,i,a]of e)K(r,t,n,i,G.indexOf(a)+1);return q(r).map(({start:e,end:t,kind:n})=>({start:e,end:t,kind:G[n-1]??`off`}))}function me(e,t,n){let r=new Uint8Array(n);for(let n of e)K(r,t,n.start,n.end,n.kept?2:1);return q(r).map(({start:e,end:t,kind:n})=>({start:e,end:t,kind:n===2?`kept`:`mark`}))}function K(e,{from:t,until:n},r,i,a){if(i<=t||r>=n)return;let o=e.length/(n-t),s=Math.max(0,Math.floor((r-t)*o)),c=Math.min(e.length,Math.max(s+1,Math.ceil((i-t)*o)));for(let t=s;t<c;t+=1)(e[t]??0)<a&&(e[t]=a)}function q(e){let t=[],n=0;for(let r=1;r<=e.length;r+=1){if(r<e.length&&e[r]===e[n])continue;let i=e[n]??0;i>0&&t.push({start:n,end:r,kind:i}),n=r}return t}var J=4,he=28,Y=36,X=22,ge=4,_e=76,ve=[5,10,15,30,60,120,180,360],ye=56;function be(e,t,n){let r=e.clientWidth,i=devicePixelRatio||1;e.width!==Math.round(r*i)&&(e.width=Math.round(r*i),e.height=Math.round(84*i));let a=e.getContext(`2d`);a&&r!==0&&(a.setTransform(i,0,0,i,0,0),a.clearRect(0,0,r,84),a.fillStyle=t.ground,a.fillRect(0,Y,r,X),xe(a,n,t,e.width,i),Se(a,n,t,r))}function xe(e,{day:t,window:n,marks:r},i,a,o){for(let{start:r,end:s,kind:c}of pe(t.spans,n,a))e.fillStyle=i.kinds[c],e.fillRect(r/o,Y,(s-r)/o,X),c===`absent`&&(e.fillStyle=i.hatch,e.fillRect(r/o,54,(s-r)/o,ge));for(let{start:t,end:s,kind:c}of me(r,n,a))e.fillStyle=i[c],e.fillRect(t/o,J,Math.max(1.5,(s-t)/o),he)}function Se(e,{day:t,window:n,language:r,font:i},a,o){let s=(n.until-n.from)/6e4,c=(ve.find(e=>e/s*o>=ye)??360)*6e4;e.font=`12px ${i}`,e.textAlign=`center`;let l=t.since+Math.ceil((n.from-t.since)/c)*c;for(let t=l;t<=n.until;t+=c){let i=(t-n.from)/(n.until-n.from)*o;e.fillStyle=a.line,e.fillRect(i,J,1,54),i<16||i>o-16||(e.fillStyle=a.text,e.fillText(g(new Date(t),r),i,_e))}}var Z=class extends a{constructor(...e){super(...e),this.filter=`all`,this.at=0,this.dark=!1,this.hover=null,this.palette=null,this.drawing=0,this.sized=new ResizeObserver(()=>this.draw()),this.touches=new Map,this.pinch=0,this.down=e=>{this.canvas.setPointerCapture(e.pointerId),this.touches.set(e.pointerId,e.clientX),this.pinch=this.spread(),this.touches.size===1&&this.tell(`scrub`,this.moment(e),e.clientX)},this.move=e=>{let t=this.moment(e);if(this.touches.has(e.pointerId)&&this.touches.set(e.pointerId,e.clientX),this.touches.size===2){let e=this.spread();this.pinch>0&&e>0&&this.show(U(this.day,this.window,e/this.pinch,t)),this.pinch=e}else this.hover=t,this.tell(this.touches.size===1?`scrub`:`peek`,t,e.clientX)},this.up=e=>{let t=this.touches.size===1;this.touches.delete(e.pointerId),t&&e.type===`pointerup`&&this.tell(`pick`,this.moment(e),e.clientX),e.pointerType!==`mouse`&&this.leave()},this.leave=()=>{this.hover=null,this.tell(`peek`,null)},this.wheel=e=>{(e.ctrlKey||e.shiftKey)&&(e.preventDefault(),this.show(U(this.day,this.window,e.deltaY<0?1.25:.8,this.moment(e))))},this.press=e=>{let t={ArrowLeft:`earlier`,ArrowRight:`later`,"+":`in`,"-":`out`,Enter:`play`}[e.key];t&&(e.preventDefault(),this.dispatchEvent(new CustomEvent(`step`,{detail:t})))}}static{this.styles=n`
    :host {
      display: block;
      position: relative;
      touch-action: pan-y;
      user-select: none;
    }
    canvas {
      display: block;
      width: 100%;
      height: ${84}px;
      cursor: crosshair;
      border-radius: 8px;
    }
    canvas:focus-visible {
      outline: 3px solid var(--mt-primary);
      outline-offset: 2px;
    }
    .cursor,
    .hover {
      position: absolute;
      top: 0;
      left: 0;
      width: 2px;
      margin-inline-start: -1px;
      height: ${58}px;
      background: var(--mt-text);
      pointer-events: none;
    }
    .cursor::before {
      content: "";
      position: absolute;
      left: -5px;
      border: 6px solid transparent;
      border-top: 8px solid var(--mt-text);
      border-bottom: 0;
    }
    .hover {
      opacity: 0.5;
      width: 1px;
    }
  `}connectedCallback(){super.connectedCallback(),this.updateComplete.then(()=>this.sized.observe(this))}disconnectedCallback(){super.disconnectedCallback(),this.sized.disconnect(),cancelAnimationFrame(this.drawing)}updated(e){(e.has(`day`)||e.has(`window`)||e.has(`filter`)||e.has(`dark`))&&this.draw()}draw(){cancelAnimationFrame(this.drawing),this.drawing=requestAnimationFrame(()=>{if(!this.canvas||!this.day)return;this.palette?.dark!==this.dark&&(this.palette={...this.colours(),dark:this.dark});let e=this.day.clips.filter(e=>e.motions>0&&L(e,this.filter)),{day:t,window:n}=this,r=getComputedStyle(this).fontFamily;be(this.canvas,this.palette,{day:t,window:n,marks:e,language:p(),font:r})})}colours(){let e=document.createElement(`span`);this.renderRoot.append(e);let t=t=>(e.style.color=`var(${t})`,getComputedStyle(e).color),n={kinds:{recorded:t(`--mt-primary`),watched:t(`--mt-live-soft`),absent:t(`--mt-danger-soft`),off:t(`--mt-sunken`),unexplained:t(`--mt-danger`)},hatch:t(`--mt-danger`),mark:t(`--mt-mark`),kept:t(`--mt-night`),line:t(`--mt-line`),text:t(`--mt-muted`),ground:t(`--mt-sunken`)};return e.remove(),n}moment(e){let t=this.canvas.getBoundingClientRect(),n=Math.min(1,Math.max(0,(e.clientX-t.left)/t.width));return this.window.from+n*(this.window.until-this.window.from)}tell(e,t,n=0){this.dispatchEvent(new CustomEvent(e,{detail:{at:t,x:n}}))}show(e){this.dispatchEvent(new CustomEvent(`window`,{detail:e}))}spread(){let[e,t]=[...this.touches.values()];return e===void 0||t===void 0?0:Math.abs(e-t)}render(){return this.day?l`<canvas
      height=${84}
      tabindex="0"
      role="slider"
      aria-label=${e(`Thời điểm trong ngày`)}
      aria-valuemin="0"
      aria-valuemax=${Math.round((this.day.until-this.day.since)/6e4)}
      aria-valuenow=${Math.round((this.at-this.day.since)/6e4)}
      aria-valuetext=${g(new Date(this.at),p(),!0)}
      @pointerdown=${this.down}
      @pointermove=${this.move}
      @pointerup=${this.up}
      @pointercancel=${this.up}
      @pointerleave=${this.leave}
      @wheel=${this.wheel}
      @keydown=${this.press}
    ></canvas>
      ${this.line(`cursor`,this.at)}${this.line(`hover`,this.hover)}`:i}line(e,t){if(t===null||t<this.window.from||t>this.window.until)return i;let n=(t-this.window.from)/(this.window.until-this.window.from);return l`<div class=${e} style="left:${100*n}%"></div>`}};E([T({attribute:!1})],Z.prototype,`day`,void 0),E([T({attribute:!1})],Z.prototype,`window`,void 0),E([T()],Z.prototype,`filter`,void 0),E([T({type:Number})],Z.prototype,`at`,void 0),E([T({type:Boolean})],Z.prototype,`dark`,void 0),E([r()],Z.prototype,`hover`,void 0),E([O(`canvas`)],Z.prototype,`canvas`,void 0),Z=E([b(),f(`mt-day-bar`)],Z);var Ce=60,we=90,Q=class extends a{constructor(...e){super(...e),this.at=null,this.x=0,this.picture=null,this.clip=null,this.timer=0}static{this.styles=n`
    :host {
      display: block;
      height: 0;
    }
    .bubble {
      position: fixed;
      z-index: 8;
      width: ${180}px;
      box-sizing: border-box;
      translate: 0 calc(-100% - 96px);
      display: grid;
      padding: 0.4rem 0.5rem;
      border-radius: 10px;
      background: var(--mt-raised);
      border: 1px solid var(--mt-line);
      box-shadow: var(--mt-shadow-high);
      font-size: 0.8rem;
      pointer-events: none;
    }
    img {
      width: 100%;
      aspect-ratio: 16 / 9;
      object-fit: cover;
      border-radius: 6px;
      margin-bottom: 0.25rem;
    }
  `}async show(e,t,n,r){if(this.at=e,this.x=t,clearTimeout(this.timer),this.clip?.id===n?.id||(this.clip=n,this.picture=(n&&r.known(n.id))??null,!n?.still||this.picture))return;await new Promise(e=>{this.timer=window.setTimeout(e,Ce)});let i=await r.read(n.id);this.clip?.id===n.id&&(this.picture=i)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.timer)}words(n,r){if(!n)return r>this.day.now?e(`Chưa đến`):``;let[,,i,a]=n;return i===`recorded`?e(`Đã ghi`):i===`watched`?e(`Đã trông, không có gì`):i===`off`?A(this.house,a??`off`):e(t`Thiếu: ${A(this.house,a)}`)}render(){let{at:e}=this;if(e===null)return i;let t=Math.max(4,Math.min(this.x-we,innerWidth-180-4));return l`<div class="bubble" style="left:${t}px" aria-hidden="true">
      ${this.picture?l`<img src=${this.picture} alt="" />`:i}
      <strong>${g(new Date(e),p(),!0)}</strong>
      <span>${this.words(H(this.day.spans,e),e)}</span>
    </div>`}};E([T({attribute:!1})],Q.prototype,`house`,void 0),E([T({attribute:!1})],Q.prototype,`day`,void 0),E([r()],Q.prototype,`at`,void 0),E([r()],Q.prototype,`x`,void 0),E([r()],Q.prototype,`picture`,void 0),Q=E([b(),f(`mt-day-peek`)],Q);var Te=class{constructor(e,t){this.house=e,this.told=t}async keep(t){await this.house.ask(`panel/protect`,{clip_ids:[t.id],reason:e(`Giữ từ dòng thời gian`)}),h(e(`Đoạn này được giữ lại cho đến khi bạn thôi giữ.`)),await this.told.changed()}async free(t){await this.house.ask(`panel/unprotect`,{clip_ids:[t.id]}),h(e(`Đoạn này sẽ được xoá khi hết hạn lưu.`)),await this.told.changed()}async delete(n){let{token:r}=await this.house.ask(`panel/delete`,{clip_ids:[n.id]});return h(e(t`Đã xoá đoạn lúc ${g(new Date(n.start),p(),!0)}.`),{deed:{name:e(`Hoàn tác`),run:()=>void this.undo(r)}}),await this.told.changed(),!0}async undo(t){let{undone:n}=await this.house.ask(`panel/undo`,{token:t});h(e(n?`Đã lấy lại.`:`Đã quá muộn: đoạn này không còn nữa.`),{bad:!n}),await this.told.changed()}async export(e,t,n,r){this.told.exporting(0);let i={camera_id:e.camera_id,since:t,until:n,clip_ids:r.map(({id:e})=>e),title:e.name};try{await new Promise((e,t)=>{let n=this.house.listen(`panel/export`,i,t=>{t.share!==void 0&&this.told.exporting(t.share),(t.url!==void 0||t.error!==void 0)&&(n.then(e=>e()).catch(()=>void 0),this.ended(t),e())});n.catch(t)})}finally{this.told.exporting(null)}}ended({url:n,clips:r,error:i}){if(n===void 0){h(this.house.reason(i??`export_failed`),{bad:!0});return}let a=()=>{let e=document.createElement(`a`);e.href=this.house.hass.hassUrl(n),e.download=``,e.click()};h(e(t`Đã xuất ${r??0} đoạn.`),{deed:{name:e(`Tải về`),run:a}}),a()}},Ee=n`
  .cameras {
    display: flex;
    gap: 0.5rem;
    overflow-x: auto;
    padding: 3px;
    margin: -3px -3px 0.4rem;
    scrollbar-width: none;
  }
  .choice {
    flex: none;
    min-height: 2.5rem;
    border-radius: 99px;
    border-color: var(--mt-line);
    font-weight: 500;
  }
  .choice.small {
    min-height: 2.25rem;
    padding: 0.2rem 0.8rem;
    font-size: 0.85rem;
  }
  .choice[aria-pressed="true"] {
    background: var(--mt-primary);
    border-color: var(--mt-primary);
    color: var(--mt-on-primary);
  }
  .days {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    margin-bottom: 0.6rem;
  }
  .days h1 {
    font-size: 1.15rem;
    min-width: 0;
  }
  .days .quiet {
    padding: 0;
    min-width: 2.75rem;
  }
  .days input {
    width: auto;
    margin-inline-start: auto;
    color-scheme: inherit;
  }
  .strip {
    padding: 0.75rem 0.9rem 0.3rem;
    margin-bottom: 1rem;
    position: relative;
  }
  .tools {
    display: flex;
    align-items: center;
    margin-top: 0.15rem;
    flex-wrap: wrap;
  }
  .tools .quiet {
    min-width: 2.75rem;
    padding: 0;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1rem;
    margin-inline-start: auto;
    font-size: 0.82rem;
  }
  .legend i {
    display: inline-block;
    width: 0.8rem;
    height: 0.8rem;
    border-radius: 3px;
    margin-inline-end: 0.35rem;
    vertical-align: -0.08em;
  }
  .legend .mark {
    background: var(--mt-mark);
  }
  .legend .recorded {
    background: var(--mt-primary);
  }
  .legend .watched {
    background: var(--mt-live-soft);
    outline: 1px solid var(--mt-live);
    outline-offset: -1px;
  }
  .legend .absent {
    background: linear-gradient(var(--mt-danger-soft) 70%, var(--mt-danger) 70%);
  }
  .legend .off {
    background: var(--mt-sunken);
    outline: 1px solid var(--mt-line-strong);
    outline-offset: -1px;
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1.7fr) minmax(20rem, 1fr);
    gap: 1rem;
    align-items: start;
  }
  .player,
  .clips {
    padding: 0;
    overflow: hidden;
  }
  .player .hint {
    padding: 2.5rem 1.25rem;
    text-align: center;
  }
  .clips {
    display: flex;
    flex-direction: column;
    height: min(70vh, 46rem);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    align-items: center;
    padding: 0.6rem 0.75rem;
    border-bottom: 1px solid var(--mt-line);
  }
  .filters .quiet {
    font-size: 0.85rem;
    min-height: 2.25rem;
    margin-inline-start: auto;
  }
  mt-clip-list {
    flex: 1;
  }
  :host([narrow]) .parts {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([narrow]) .clips {
    height: 62vh;
  }
  :host([narrow]) .legend {
    margin: 0 0 0.4rem 0.4rem;
  }
  :host([narrow]) .days h1 {
    font-size: 1rem;
  }
  /* Only the calendar: the day stands beside it in words. */
  :host([narrow]) .days input {
    width: 3.1rem;
    padding-inline: 0.85rem;
    color: transparent;
  }
  :host([narrow]) .strip {
    padding-inline: 0.6rem;
  }
`,De=`/mat-than`,Oe=864e5,ke=3e3,Ae=.02,$=class extends k{constructor(...e){super(...e),this.day=null,this.failure=null,this.window={from:0,until:1},this.filter=`all`,this.clip=null,this.begin=0,this.at=0,this.exporting=null,this.shown=[],this.shownOf=[],this.readAt=``,this.timer=0,this.told=``,this.peekAt=e=>{let{at:t,x:n}=e.detail;e.type===`scrub`&&t!==null&&(this.at=t),this.bubble?.show(t,n,t===null?null:this.find(t),this.thumbnails)},this.pickAt=e=>{let{at:t}=e.detail;this.at=t;let n=this.find(t);n&&this.play(n,Math.max(0,Math.min(t,n.end)-n.start)/1e3)},this.stepTo=e=>{e.detail===`earlier`?this.go(-1):e.detail===`later`||e.detail===`play`?this.go(1):this.day&&(this.window=U(this.day,this.window,e.detail===`in`?2:.5,this.at))},this.wish=async e=>{let{clip:t,day:n,camera:r}=this;if(t&&n&&r)switch(e.detail){case`earlier`:return this.go(-1);case`later`:return this.go(1);case`keep`:await this.attempt(()=>this.deeds.keep(t));return;case`free`:await this.attempt(()=>this.deeds.free(t));return;case`export`:await this.attempt(()=>this.deeds.export(r,t.start,t.end,[t]));return;case`delete`:{let e=V(this.list(n),t,1)??V(this.list(n),t,-1);await this.attempt(()=>this.deeds.delete(t))&&e?this.play(e,0):e||(this.clip=null)}}},this.exportWindow=()=>{let{camera:e}=this;e&&this.attempt(()=>this.deeds.export(e,Math.round(this.window.from),Math.round(this.window.until),[]))},this.summed=null}static{this.styles=[...k.styles,Ee]}connectedCallback(){super.connectedCallback(),this.thumbnails=new j(this.house),this.deeds=new Te(this.house,{changed:()=>this.read(),exporting:e=>{this.exporting=e}}),this.until(()=>{this.thumbnails.clear(),clearTimeout(this.timer)})}willUpdate(e){e.has(`path`)&&this.key()!==this.readAt&&this.read(!0)}hassMatters(e){return e?.themes.darkMode!==this.hass.themes.darkMode}get camera(){return this.house.camera(this.path[0]??``)??this.house.overview.cameras[0]}get date(){return/^\d{4}-\d\d-\d\d$/.test(this.path[1]??``)?this.path[1]??``:y(this.now)}key(){return`${this.camera?.camera_id} ${this.date}`}houseChanged(){super.houseChanged(),this.key()===this.readAt?this.date===y(new Date)&&this.camera&&this.news()!==this.told&&this.readSoon():this.read(!0)}news(){return`${this.camera?.last_clip_at} ${this.camera?.live} ${this.camera?.clips_today}`}readSoon(){this.told=this.news(),clearTimeout(this.timer),this.timer=window.setTimeout(()=>void this.read(),ke)}async read(e=!1){let t=this.camera;if(!t)return;let n=this.key();this.readAt=n,this.told=this.news(),e&&(this.day=null,this.clip=null);try{let e=await this.house.ask(`panel/day`,{camera_id:t.camera_id,day:this.date});if(this.readAt!==n)return;this.failure=null;let r=this.day;this.day=e,r||this.begun(e),this.clip&&=e.clips.find(e=>e.id===this.clip?.id)??null}catch(e){this.readAt===n&&(this.failure=e)}}begun(e){this.window={from:e.since,until:e.until};let t=e.clips.find(e=>e.id===this.path[2]);this.at=t?.start??Math.min(e.now,e.until),t&&this.play(t,0)}list(e){let t=[e,this.filter,this.window.from,this.window.until];return t.some((e,t)=>e!==this.shownOf[t])&&(this.shown=R(e.clips,this.filter,this.window),this.shownOf=t),this.shown}open(e,t){x(ae(De,`timeline`,e,t),!0)}shiftDay(e){let t=Date.parse(`${this.date}T12:00:00Z`)+e*Oe;this.open(this.camera?.camera_id??``,new Date(t).toISOString().slice(0,10))}play(e,t){this.begin=t,this.at=e.start+t*1e3,this.clip?.id===e.id?this.player?.seek(t):this.clip=e}find(e){return this.day?B(this.day.clips,e,(this.window.until-this.window.from)*Ae):null}go(e){if(!this.day)return;let t=this.list(this.day),n=this.clip?V(t,this.clip,e===1?-1:1):B([...t].reverse(),this.at,1/0);n&&this.play(n,0)}choices(){let{cameras:t}=this.house.overview,n=this.camera?.camera_id;return l`<div class="cameras" role="group" aria-label=${e(`Camera`)}>
      ${t.map(e=>l`<button
          class="choice"
          aria-pressed=${e.camera_id===n}
          @click=${()=>this.open(e.camera_id,this.date)}
        >
          ${e.name}
        </button>`)}
    </div>`}days(){let t=this.date>=y(this.now);return l`<div class="days">
      <button class="quiet" aria-label=${e(`Ngày trước`)} @click=${()=>this.shiftDay(-1)}>${C(c)}</button>
      <h1>${_(`${this.date}T12:00:00Z`,this.language)}</h1>
      <button class="quiet" aria-label=${e(`Ngày sau`)} ?disabled=${t} @click=${()=>this.shiftDay(1)}>
        ${C(u)}
      </button>
      <input
        type="date"
        aria-label=${e(`Chọn ngày`)}
        .value=${this.date}
        max=${y(this.now)}
        @change=${e=>{let{value:t}=e.target;t&&this.open(this.camera?.camera_id??``,t)}}
      />
    </div>`}tools(t){let n=this.window.until-this.window.from>=t.until-t.since,r=e=>{this.window=de(t,this.window,e)},i=e=>{this.window=U(t,this.window,e,this.at)};return l`<div class="tools">
      <button class="quiet" aria-label=${e(`Sớm hơn`)} ?disabled=${n} @click=${()=>r(-.5)}>${C(c)}</button>
      <button class="quiet" aria-label=${e(`Thu nhỏ`)} ?disabled=${n} @click=${()=>i(.5)}>${C(ne)}</button>
      <button class="quiet" aria-label=${e(`Phóng to`)} @click=${()=>i(2)}>${C(ee)}</button>
      <button class="quiet" aria-label=${e(`Muộn hơn`)} ?disabled=${n} @click=${()=>r(.5)}>${C(u)}</button>
      ${this.legend(t)}
    </div>`}sums(e){return this.summed?.[0]!==e&&(this.summed=[e,fe(e.spans)]),this.summed[1]}legend(t){let n=this.sums(t),r=n.absent+n.unexplained,a=[[`recorded`,e(`Đã ghi`),n.recorded],[`watched`,e(`Đã trông`),n.watched],[`absent`,e(`Thiếu`),r],[`off`,e(`Tắt`),n.off]];return l`<ul class="legend">
      <li><i class="mark"></i>${e(`Chuyển động`)}</li>
      ${a.map(([e,t,n])=>n>=1?l`<li><i class=${e}></i>${t} <span class="muted">${D(n,this.language)}</span></li>`:i)}
    </ul>`}filters(n){let r=[[`all`,e(`Tất cả`)],[`motion`,e(`Chuyển động`)],[`continuous`,e(`Liên tục`)],[`kept`,e(`Được giữ`)]].filter(([e])=>e!==`continuous`||n.clips.some(e=>e.kind===`continuous`));return l`<div class="filters" role="group" aria-label=${e(`Lọc`)}>
      ${r.map(([e,t])=>l`<button
          class="choice small"
          aria-pressed=${this.filter===e}
          @click=${()=>{this.filter=e}}
        >
          ${t}
        </button>`)}
      <span class="muted small count" role="status">${e(t`${this.list(n).length} đoạn`)}</span>
      <button class="quiet small" ?disabled=${this.exporting!==null} @click=${this.exportWindow}>
        ${C(o,``,18)}${this.exporting===null?e(`Xuất khoảng này`):e(t`Đang xuất ${Math.round(this.exporting*100)} %`)}
      </button>
    </div>`}content(t,n){let r=this.list(t);return l`<div class="strip card">
        <mt-day-bar
          .day=${t}
          .window=${this.window}
          .at=${this.at}
          filter=${this.filter}
          ?dark=${this.hass.themes.darkMode}
          @peek=${this.peekAt}
          @scrub=${this.peekAt}
          @pick=${this.pickAt}
          @step=${this.stepTo}
          @window=${e=>{this.window=e.detail}}
        ></mt-day-bar>
        <mt-day-peek .house=${this.house} .day=${t}></mt-day-peek>
        ${this.tools(t)}
      </div>
      <div class="parts">
        <section class="card player" aria-label=${e(`Đoạn video`)}>
          ${this.clip?l`<mt-clip-view
                  .house=${this.house}
                  .clip=${this.clip}
                  .begin=${this.begin}
                  .poster=${this.thumbnails.known(this.clip.id)??null}
                  ?busy=${this.exporting!==null}
                  camera=${n.name}
                  @wish=${this.wish}
                  @at=${e=>{this.at=e.detail}}
                ></mt-clip-view>`:l`<p class="hint muted">${r.length?e(`Chạm vào một đoạn trong danh sách, hoặc vào thanh thời gian, để xem.`):e(`Không có đoạn video nào trong khoảng này.`)}</p>`}
        </section>
        <section class="card clips" aria-label=${e(`Các đoạn video`)}>
          ${this.filters(t)}
          <mt-clip-list
            .clips=${r}
            .thumbnails=${this.thumbnails}
            current=${this.clip?.id??``}
            @clip=${e=>this.play(e.detail,0)}
          ></mt-clip-list>
        </section>
      </div>`}render(){let{camera:t}=this;return this.house.known?t?l`${this.choices()} ${this.days()}
    ${this.failure?this.wrong(this.failure):this.day?this.content(this.day,t):this.waiting(2)}`:l`<div class="empty card"><h2>${e(`Chưa có camera nào`)}</h2></div>`:this.waiting(2)}};E([r()],$.prototype,`day`,void 0),E([r()],$.prototype,`failure`,void 0),E([r()],$.prototype,`window`,void 0),E([r()],$.prototype,`filter`,void 0),E([r()],$.prototype,`clip`,void 0),E([r()],$.prototype,`begin`,void 0),E([r()],$.prototype,`at`,void 0),E([r()],$.prototype,`exporting`,void 0),E([O(`mt-day-peek`)],$.prototype,`bubble`,void 0),E([O(`mt-clip-view`)],$.prototype,`player`,void 0),$=E([b(),f(`mt-day-page`)],$);export{$ as TimelinePage};