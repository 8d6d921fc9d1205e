import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,At as r,E as i,Et as a,F as o,G as s,M as c,N as l,O as u,P as d,S as f,T as p,U as m,V as ee,b as h,ct as g,d as te,dt as _,f as v,i as ne,j as y,jt as b,k as x,n as S,p as C,pt as w,r as T,s as E,st as D,tt as O,v as k,w as A}from"./address-BI3gyPdV.js";import{t as j}from"./page-DRsH2RoT.js";import{a as M,i as N,n as P,o as F,r as I,t as L}from"./health_words-BkLlQOsa.js";var R=class extends n{constructor(...e){super(...e),this.src=null,this.alt=``,this.boxes=[],this.eager=!1,this.absent=``,this.failed=!1,this.shape=16/9}static{this.styles=d`
    :host {
      display: block;
      position: relative;
      aspect-ratio: 16 / 9;
      overflow: hidden;
      background: #0a1212;
      color: #b7c7c5;
    }
    img,
    svg.boxes {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: contain;
    }
    .none {
      position: absolute;
      inset: 0;
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 0.4rem;
      font-size: 0.85rem;
      text-align: center;
      padding: 1rem;
    }
    rect {
      fill: none;
      vector-effect: non-scaling-stroke;
    }
    .under {
      stroke: rgb(0 0 0 / 65%);
      stroke-width: 4.5;
    }
    .over {
      stroke: #ffd166;
      stroke-width: 2;
    }
  `}willUpdate(e){e.has(`src`)&&(this.failed=!1)}frames(){let e=1e3*this.shape;return l`<svg class="boxes" viewBox="0 0 ${e} 1000" aria-hidden="true">
      ${this.boxes.flatMap(([t,n,r,i])=>[`under`,`over`].map(a=>l`<rect class=${a} x=${t*e} y=${n*1e3} width=${r*e} height=${i*1e3} rx="12" />`))}
    </svg>`}render(){if(!this.src||this.failed){let t=this.failed?e(`Ảnh không còn nữa`):this.absent||e(`Chưa có ảnh`);return c`<div class="none">${v(this.failed?D:ee,``,30)}<span>${t}</span></div>`}return c`<img
        src=${this.src}
        alt=${this.alt}
        loading=${this.eager?`eager`:`lazy`}
        decoding="async"
        @load=${e=>{let t=e.target;this.shape=t.naturalWidth/t.naturalHeight||16/9}}
        @error=${()=>{this.failed=!0}}
      />${this.boxes.length?this.frames():y}`}};A([x()],R.prototype,`src`,void 0),A([x()],R.prototype,`alt`,void 0),A([x({attribute:!1})],R.prototype,`boxes`,void 0),A([x({type:Boolean})],R.prototype,`eager`,void 0),A([x()],R.prototype,`absent`,void 0),A([u()],R.prototype,`failed`,void 0),A([u()],R.prototype,`shape`,void 0),R=A([b(),i(`mt-still`)],R);async function z(){if(!window.loadCardHelpers){await customElements.whenDefined(`partial-panel-resolver`);let e=document.createElement(`partial-panel-resolver`);e.hass={panels:[{url_path:`live`,component_name:`lovelace`}]},e._updateRoutes(),await e.routerOptions.routes.live?.load()}if(!window.loadCardHelpers)throw Error(`no card helpers`);return window.loadCardHelpers()}async function B(e){let{createCardElement:t}=await z();return t({type:`picture-entity`,entity:e,camera_view:`live`,show_name:!1,show_state:!1,tap_action:{action:`more-info`}})}function V(e,t){e.dispatchEvent(new CustomEvent(`hass-more-info`,{detail:{entityId:t},bubbles:!0,composed:!0}))}var H=1e4,U=1e3,W=class extends n{constructor(...e){super(...e),this.now=new Date,this.href=``,this.live=null,this.still=null,this.visible=!0,this.timer=0,this.again=0,this.watcher=null,this.follow=e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),this.dispatchEvent(new CustomEvent(`go`,{detail:this.href,bubbles:!0,composed:!0})))}}static{this.styles=[...p,d`
      article.card {
        padding: 0;
        overflow: hidden;
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      .picture {
        position: relative;
        aspect-ratio: 16 / 9;
        background: #0a1212;
        overflow: hidden;
      }
      .picture > .live {
        position: absolute;
        inset: 0;
        display: grid;
        align-items: center;
        --ha-card-border-width: 0px;
        --ha-card-border-radius: 0px;
        --ha-card-box-shadow: none;
        --ha-card-background: transparent;
      }
      .play {
        position: absolute;
        inset: 0;
        width: 100%;
        min-height: 0;
        border: 0;
        border-radius: 0;
        background: none;
        align-items: flex-end;
        justify-content: flex-end;
        padding: 0.6rem;
      }
      .play:hover,
      .play:focus-visible {
        background: rgb(0 0 0 / 12%);
      }
      .play:focus-visible {
        outline: 3px solid #fff;
        outline-offset: -5px;
        border-radius: 0;
      }
      .play span,
      .stop {
        display: inline-flex;
        align-items: center;
        gap: 0.25rem;
        min-height: 2rem;
        padding: 0 0.75rem 0 0.5rem;
        border: 0;
        border-radius: 99px;
        background: rgb(8 18 18 / 78%);
        color: #fff;
        font-size: 0.85rem;
        font-weight: 600;
      }
      .stop {
        position: absolute;
        right: 0.6rem;
        bottom: 0.6rem;
        z-index: 2;
      }
      .stop:hover {
        background: #000;
      }
      .over {
        position: absolute;
        left: 0.6rem;
        bottom: 0.6rem;
        display: flex;
        gap: 0.4rem;
        z-index: 1;
        pointer-events: none;
      }
      .body {
        padding: 0.8rem 1rem 0.9rem;
        display: grid;
        gap: 0.35rem;
        flex: 1;
        align-content: start;
      }
      .title {
        display: flex;
        gap: 0.6rem;
        align-items: center;
        justify-content: space-between;
      }
      .title a {
        color: inherit;
        text-decoration: none;
      }
      .title a:hover {
        text-decoration: underline;
      }
      .moving {
        background: #ffd166;
        color: #221a00;
      }
    `]}connectedCallback(){super.connectedCallback(),this.timer=window.setInterval(()=>{this.visible&&!this.live&&!document.hidden&&this.refresh()},H),this.updateComplete.then(()=>this.refresh()),this.watcher=new IntersectionObserver(([e])=>{this.visible=e?.isIntersecting??!0}),this.watcher.observe(this)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.timer),clearTimeout(this.again),this.watcher?.disconnect(),this.live=null}willUpdate(){this.live&&(this.live.hass=this.hass)}updated(e){let t=e.get(`camera`);t&&!t.live&&this.camera.live&&this.refresh()}async play(){let e=this.camera.entities.camera;if(e)try{let t=await B(e);t.hass=this.hass,this.live=t}catch{V(this,e)}}refresh(){let e=this.clientWidth*window.devicePixelRatio,t=this.camera.live?this.house.picture(this.camera.entities.camera,e):null;if(!t)return;let n=new Image;n.onload=()=>{this.still=n.src},n.onerror=()=>{clearTimeout(this.again),!this.still&&this.isConnected&&(this.again=window.setTimeout(()=>this.refresh(),U))},n.src=`${t}${t.includes(`?`)?`&`:`?`}t=${Date.now()}`}picture(){let{camera:n}=this,r=this.still??this.house.picture(n.entities.picture),i=n.live?e(`Đang lấy hình…`):e(`Chưa có ảnh`),o=c`<mt-still .src=${r} .absent=${i} alt=${e(t`Hình của ${n.name}`)} eager></mt-still>`;return this.live?c`${o}
        <div class="live">${this.live}</div>
        <button
          class="stop"
          @click=${()=>{this.live=null}}
        >
          ${v(a,``,18)}${e(`Dừng`)}
        </button>`:c`${o}${n.live&&n.entities.camera?c`<button class="play" aria-label=${e(t`Xem trực tiếp ${n.name}`)} @click=${()=>this.play()}>
            <span>${v(w,``,18)}${e(`Trực tiếp`)}</span>
          </button>`:y}`}state(){let{camera:t}=this;return t.live?c`<span class="chip live">${e(`Có hình`)}</span>`:t.state===`off`?c`<span class="chip">${e(`Đã tắt`)}</span>`:t.trouble?c`<span class="chip bad">${e(`Mất hình`)}</span>`:c`<span class="chip wait">${e(`Đang kết nối`)}</span>`}lastMotion(){let{camera:n}=this;return n.detect?n.moving?e(`Đang có chuyển động`):n.last_motion_at?this.now.getTime()-Date.parse(n.last_motion_at)<6e4?e(`Vừa có chuyển động`):e(t`Chuyển động gần nhất: ${C(n.last_motion_at,this.now,E())}`):e(`Chưa thấy chuyển động nào`):e(`Không tìm chuyển động (bạn đã tắt)`)}render(){let{camera:n}=this,i=(this.now.getTime()-Date.parse(n.since))/1e3;return c`<article class="card">
      <div class="picture">
        <div class="over">
          ${n.moving?c`<span class="chip moving">${v(_,``,16)}${e(`Chuyển động`)}</span>`:y}
          ${n.night&&n.live?c`<span class="chip night">${v(r,``,16)}${e(`Ban đêm`)}</span>`:y}
        </div>
        ${this.picture()}
      </div>
      <div class="body">
        <div class="title">
          <h3><a href=${this.href} @click=${this.follow}>${n.name}</a></h3>
          ${this.state()}
        </div>
        <p>${this.lastMotion()}</p>
        <p class="muted small">
          ${n.trouble?e(t`${P(this.house,n.trouble)}, đã ${f(i,E())}`):I(n,E()).join(` · `)}
        </p>
      </div>
    </article>`}};A([x({attribute:!1})],W.prototype,`house`,void 0),A([x({attribute:!1})],W.prototype,`hass`,void 0),A([x({attribute:!1})],W.prototype,`camera`,void 0),A([x({attribute:!1})],W.prototype,`now`,void 0),A([x()],W.prototype,`href`,void 0),A([u()],W.prototype,`live`,void 0),A([u()],W.prototype,`still`,void 0),A([u()],W.prototype,`visible`,void 0),W=A([b(),i(`mt-camera-card`)],W);var G=new Set([`off`,`detection_off`,`recording_off`,`camera_removed`,`not_set_up`,`deleted_owner`,`deleted_age`,`deleted_space`]),K=120,q=60,J=3;function Y(e){let t=[];e.engine||t.push({kind:`engine`}),e.storage?.trouble&&t.push({kind:`storage`,trouble:e.storage.trouble});for(let n of e.cameras){if(!e.engine)break;n.trouble?t.push({kind:`trouble`,camera:n,cause:n.trouble}):n.tamper&&t.push({kind:`tamper`,camera:n,what:n.tamper})}for(let n of e.cameras){let e=X(n);e&&t.push({kind:`gap`,camera:n,...e})}let n=e.storage?.days_left;return n!==void 0&&n<J&&t.push({kind:`forecast`,days:n}),t}function X(e){let t=e.coverage;if(!t)return null;let n=t.absent.filter(({cause:e,seconds:t})=>!G.has(e)&&t>=K);return t.unexplained_s>=q&&n.push({cause:`unexplained`,seconds:t.unexplained_s}),n.reduce((e,t)=>e&&e.seconds>=t.seconds?e:t,null)}var Z=`/mat-than`,Q=`/config/integrations/integration/mat_than`,$=class extends j{static{this.styles=[...j.styles,d`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
        gap: 1rem;
      }
      .concerns {
        display: grid;
        gap: 0.6rem;
        margin-bottom: 1.25rem;
      }
      .concern,
      .fine {
        display: flex;
        gap: 0.75rem;
        align-items: center;
        padding: 0.7rem 0.95rem;
        border-radius: var(--mt-radius);
        color: var(--mt-text);
        text-decoration: none;
      }
      .concern {
        background: var(--mt-danger-soft);
      }
      .concern.mild {
        background: var(--mt-gold-soft);
      }
      .concern > .icon:first-child {
        color: var(--mt-danger);
      }
      .concern.mild > .icon:first-child {
        color: var(--mt-gold);
      }
      .concern div {
        flex: 1;
      }
      .concern:hover {
        filter: brightness(0.97);
      }
      .fine {
        background: var(--mt-live-soft);
      }
      .fine .icon {
        color: var(--mt-live);
      }
      .advice {
        margin-top: 1.5rem;
      }
      .advice summary {
        cursor: pointer;
        font-weight: 600;
        display: flex;
        gap: 0.5rem;
        align-items: center;
        min-height: 2.75rem;
      }
      .advice li {
        padding: 0.45rem 0;
        border-top: 1px solid var(--mt-line);
      }
    `]}hassMatters(e){return this.house.overview.cameras.flatMap(({entities:e})=>[e.camera,e.picture]).some(t=>t!==void 0&&e?.states[t]!==this.hass.states[t])}dayOf(e){return S(Z,`timeline`,e.camera_id)}words(n){switch(n.kind){case`engine`:return{title:e(`Mắt Thần đang không trông camera nào`),text:e(`Bộ máy đang khởi động lại. Nếu sau một phút vẫn vậy, hãy xem nhật ký của Home Assistant.`),href:Q};case`storage`:return{title:e(t`Nơi lưu video: ${M(this.house,n.trouble)}`),text:e(`Video mới có thể không giữ được. Hãy kiểm tra ổ đĩa.`),href:S(Z,`storage`)};case`forecast`:return{title:e(`Ổ đĩa sắp không đủ chỗ`),text:e(`Video sẽ bị xoá sớm hơn bạn muốn. Hãy xem mục Lưu trữ.`),href:S(Z,`storage`),mild:!0};case`trouble`:return{title:e(t`${n.camera.name}: không có hình`),text:P(this.house,n.cause),href:Q};case`tamper`:return{title:e(t`${n.camera.name}: hãy xem lại camera`),text:F(this.house,n.what),href:this.dayOf(n.camera)};case`gap`:return{title:e(t`${n.camera.name}: hôm nay thiếu ${f(n.seconds,this.language)}`),text:L(this.house,n.cause),href:this.dayOf(n.camera),mild:!0}}}asked(){let{waiting:n}=this.house.requests,[r]=n;if(!r)return y;let i=n.length===1?S(Z,`sharing`,`request`,r.request_id):S(Z,`sharing`);return c`<a class="concern mild" href=${i} @click=${T}>
      ${v(O,``,22)}
      <div>
        <strong>${e(t`${n.length} yêu cầu đang chờ bạn`)}</strong><br />
        <span class="small">${e(t`${r.unit} xin hình, trả lời trước ${h(r.deadline,this.language)}`)}</span>
      </div>
      ${v(s)}
    </a>`}concerns(){let t=Y(this.house.overview);return t.length===0?c`<p class="fine">${v(m,``,22)}<span>${e(`Mọi camera đều đang hoạt động tốt.`)}</span></p>`:c`<h2>${e(`Cần bạn xem`)}</h2>
      ${t.map(e=>{let{title:t,text:n,href:r,mild:i}=this.words(e);return c`<a class="concern ${i?`mild`:``}" href=${r} @click=${T}>
          ${v(o,``,22)}
          <div><strong>${t}</strong><br /><span class="small">${n}</span></div>
          ${v(s)}
        </a>`})}`}advice(){let n=this.house.overview.cameras.filter(e=>e.findings.length>0);if(n.length===0)return y;let r=n.reduce((e,t)=>e+t.findings.length,0);return c`<details class="advice">
      <summary>${v(g)}${e(t`${r} điều có thể làm cho camera tốt hơn`)}</summary>
      <ul>
        ${n.flatMap(e=>e.findings.map(t=>c`<li><strong>${e.name}.</strong> ${N(this.house,t.kind)}</li>`))}
      </ul>
    </details>`}render(){let{overview:t,known:n}=this.house;return n?t.loaded?t.cameras.length===0?c`<div class="empty card"><h2>${e(`Chưa có camera nào`)}</h2>
        <p>${e(`Thêm camera đầu tiên trong phần cài đặt của Mắt Thần: bằng địa chỉ, hoặc chọn camera đã có trong Home Assistant.`)}</p>
        <a class="button primary" href=${Q} @click=${T}>${e(`Thêm camera`)}</a></div>`:c`<div class="head"><h1>${k(this.now,this.language)}</h1></div>
      <section class="concerns" aria-label=${e(`Tình trạng`)}>${this.asked()} ${this.concerns()}</section>
      <section class="grid" aria-label=${e(`Camera`)} @go=${e=>ne(e.detail)}>
        <h2 class="unseen">${e(`Camera`)}</h2>
        ${te(t.cameras,e=>e.camera_id,e=>c`<mt-camera-card
            .house=${this.house}
            .hass=${this.hass}
            .camera=${e}
            .now=${this.now}
            href=${this.dayOf(e)}
          ></mt-camera-card>`)}
      </section>
      ${this.advice()}`:c`<div class="empty card"><h2>${e(`Mắt Thần đang không chạy`)}</h2>
        <p>${e(`Tích hợp đang được nạp, hoặc không khởi động được. Trang này tự hiện lại khi nó chạy.`)}</p>
        <a class="button" href=${Q} @click=${T}>${e(`Mở phần cài đặt`)}</a></div>`:this.waiting(3)}};$=A([b(),i(`mt-today`)],$);export{$ as TodayPage};