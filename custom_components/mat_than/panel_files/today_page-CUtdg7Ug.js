import{$ as e,C as t,H as n,L as r,O as i,Q as a,R as o,S as s,T as c,V as l,X as u,_ as d,a as f,b as p,h as m,j as h,k as g,m as _,n as v,nt as y,o as b,p as x,r as S,s as C,t as w,tt as T,u as E,v as D,w as O,x as k,y as A}from"./panel-Ypn5fzRZ.js";import{t as j}from"./page-B6sU9ckl.js";import{a as M,i as N,n as P,o as F,r as I,t as L}from"./health_words-qWlITtvq.js";var R=class extends p{constructor(...e){super(...e),this.src=null,this.alt=``,this.boxes=[],this.eager=!1,this.failed=!1,this.shape=16/9}static{this.styles=O`
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
  `}willUpdate(e){e.has(`src`)&&(this.failed=!1)}frames(){let e=1e3*this.shape;return t`<svg class="boxes" viewBox="0 0 ${e} 1000" aria-hidden="true">
      ${this.boxes.flatMap(([n,r,i,a])=>[`under`,`over`].map(o=>t`<rect class=${o} x=${n*e} y=${r*1e3} width=${i*e} height=${a*1e3} rx="12" />`))}
    </svg>`}render(){if(!this.src||this.failed){let e=this.failed?T(`Ảnh không còn nữa`):T(`Chưa có ảnh`);return s`<div class="none">${b(this.failed?r:i,``,30)}<span>${e}</span></div>`}return s`<img
        src=${this.src}
        alt=${this.alt}
        loading=${this.eager?`eager`:`lazy`}
        decoding="async"
        @load=${e=>{let t=e.target;this.shape=t.naturalWidth/t.naturalHeight||16/9}}
        @error=${()=>{this.failed=!0}}
      />${this.boxes.length?this.frames():k}`}};_([D()],R.prototype,`src`,void 0),_([D()],R.prototype,`alt`,void 0),_([D({attribute:!1})],R.prototype,`boxes`,void 0),_([D({type:Boolean})],R.prototype,`eager`,void 0),_([d()],R.prototype,`failed`,void 0),_([d()],R.prototype,`shape`,void 0),R=_([e(),A(`mt-still`)],R);async function z(){if(!window.loadCardHelpers){await customElements.whenDefined(`partial-panel-resolver`);let e=document.createElement(`partial-panel-resolver`);e.hass={panels:[{url_path:`live`,component_name:`lovelace`}]},e._updateRoutes(),await e.routerOptions.routes.live?.load()}if(!window.loadCardHelpers)throw Error(`no card helpers`);return window.loadCardHelpers()}async function B(e){let{createCardElement:t}=await z();return t({type:`picture-entity`,entity:e,camera_view:`live`,show_name:!1,show_state:!1,tap_action:{action:`more-info`}})}function V(e,t){e.dispatchEvent(new CustomEvent(`hass-more-info`,{detail:{entityId:t},bubbles:!0,composed:!0}))}var H=1e4,U=class extends p{constructor(...e){super(...e),this.now=new Date,this.href=``,this.live=null,this.still=null,this.visible=!0,this.timer=0,this.watcher=null,this.follow=e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),this.dispatchEvent(new CustomEvent(`go`,{detail:this.href,bubbles:!0,composed:!0})))}}static{this.styles=[...m,O`
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
    `]}connectedCallback(){super.connectedCallback(),this.timer=window.setInterval(()=>{this.visible&&!this.live&&!document.hidden&&this.refresh()},H),this.updateComplete.then(()=>this.refresh()),this.watcher=new IntersectionObserver(([e])=>{this.visible=e?.isIntersecting??!0}),this.watcher.observe(this)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.timer),this.watcher?.disconnect(),this.live=null}willUpdate(){this.live&&(this.live.hass=this.hass)}async play(){let e=this.camera.entities.camera;if(e)try{let t=await B(e);t.hass=this.hass,this.live=t}catch{V(this,e)}}refresh(){let e=this.camera.live?this.house.picture(this.camera.entities.camera):null;if(!e)return;let t=new Image;t.onload=()=>{this.still=t.src},t.src=`${e}${e.includes(`?`)?`&`:`?`}t=${Date.now()}`}picture(){let{camera:e}=this,t=this.still??this.house.picture(e.entities.picture),r=s`<mt-still .src=${t} alt=${T(y`Hình của ${e.name}`)} eager></mt-still>`;return this.live?s`${r}
        <div class="live">${this.live}</div>
        <button
          class="stop"
          @click=${()=>{this.live=null}}
        >
          ${b(u,``,18)}${T(`Dừng`)}
        </button>`:s`${r}${e.live&&e.entities.camera?s`<button class="play" aria-label=${T(y`Xem trực tiếp ${e.name}`)} @click=${()=>this.play()}>
            <span>${b(n,``,18)}${T(`Trực tiếp`)}</span>
          </button>`:k}`}state(){let{camera:e}=this;return e.live?s`<span class="chip live">${T(`Có hình`)}</span>`:e.state===`off`?s`<span class="chip">${T(`Đã tắt`)}</span>`:e.trouble?s`<span class="chip bad">${T(`Mất hình`)}</span>`:s`<span class="chip wait">${T(`Đang kết nối`)}</span>`}lastMotion(){let{camera:e}=this;return e.detect?e.moving?T(`Đang có chuyển động`):e.last_motion_at?this.now.getTime()-Date.parse(e.last_motion_at)<6e4?T(`Vừa có chuyển động`):T(y`Chuyển động gần nhất: ${C(e.last_motion_at,this.now,S())}`):T(`Chưa thấy chuyển động nào`):T(`Không tìm chuyển động (bạn đã tắt)`)}render(){let{camera:e}=this,t=(this.now.getTime()-Date.parse(e.since))/1e3;return s`<article class="card">
      <div class="picture">
        <div class="over">
          ${e.moving?s`<span class="chip moving">${b(l,``,16)}${T(`Chuyển động`)}</span>`:k}
          ${e.night&&e.live?s`<span class="chip night">${b(a,``,16)}${T(`Ban đêm`)}</span>`:k}
        </div>
        ${this.picture()}
      </div>
      <div class="body">
        <div class="title">
          <h3><a href=${this.href} @click=${this.follow}>${e.name}</a></h3>
          ${this.state()}
        </div>
        <p>${this.lastMotion()}</p>
        <p class="muted small">
          ${e.trouble?T(y`${P(this.house,e.trouble)}, đã ${x(t,S())}`):I(e,S()).join(` · `)}
        </p>
      </div>
    </article>`}};_([D({attribute:!1})],U.prototype,`house`,void 0),_([D({attribute:!1})],U.prototype,`hass`,void 0),_([D({attribute:!1})],U.prototype,`camera`,void 0),_([D({attribute:!1})],U.prototype,`now`,void 0),_([D()],U.prototype,`href`,void 0),_([d()],U.prototype,`live`,void 0),_([d()],U.prototype,`still`,void 0),_([d()],U.prototype,`visible`,void 0),U=_([e(),A(`mt-camera-card`)],U);var W=new Set([`off`,`detection_off`,`recording_off`,`camera_removed`,`not_set_up`,`deleted_owner`,`deleted_age`,`deleted_space`]),G=120,K=60,q=3;function J(e){let t=[];e.engine||t.push({kind:`engine`}),e.storage?.trouble&&t.push({kind:`storage`,trouble:e.storage.trouble});for(let n of e.cameras){if(!e.engine)break;n.trouble?t.push({kind:`trouble`,camera:n,cause:n.trouble}):n.tamper&&t.push({kind:`tamper`,camera:n,what:n.tamper})}for(let n of e.cameras){let e=Y(n);e&&t.push({kind:`gap`,camera:n,...e})}let n=e.storage?.days_left;return n!==void 0&&n<q&&t.push({kind:`forecast`,days:n}),t}function Y(e){let t=e.coverage;if(!t)return null;let n=t.absent.filter(({cause:e,seconds:t})=>!W.has(e)&&t>=G);return t.unexplained_s>=K&&n.push({cause:`unexplained`,seconds:t.unexplained_s}),n.reduce((e,t)=>e&&e.seconds>=t.seconds?e:t,null)}var X=`/mat-than`,Z=`/config/integrations/integration/mat_than`,Q=class extends j{constructor(...e){super(...e),this.follow=e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),v(e.currentTarget.getAttribute(`href`)??``))}}static{this.styles=[...j.styles,O`
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
    `]}hassMatters(e){return this.house.overview.cameras.flatMap(({entities:e})=>[e.camera,e.picture]).some(t=>t!==void 0&&e?.states[t]!==this.hass.states[t])}dayOf(e){return w(X,`timeline`,e.camera_id)}words(e){switch(e.kind){case`engine`:return{title:T(`Mắt Thần đang không trông camera nào`),text:T(`Bộ máy đang khởi động lại. Nếu sau một phút vẫn vậy, hãy xem nhật ký của Home Assistant.`),href:Z};case`storage`:return{title:T(y`Nơi lưu video: ${M(this.house,e.trouble)}`),text:T(`Video mới có thể không giữ được. Hãy kiểm tra ổ đĩa.`),href:w(X,`storage`)};case`forecast`:return{title:T(`Ổ đĩa sắp không đủ chỗ`),text:T(`Video sẽ bị xoá sớm hơn bạn muốn. Hãy xem mục Lưu trữ.`),href:w(X,`storage`),mild:!0};case`trouble`:return{title:T(y`${e.camera.name}: không có hình`),text:P(this.house,e.cause),href:Z};case`tamper`:return{title:T(y`${e.camera.name}: hãy xem lại camera`),text:F(this.house,e.what),href:this.dayOf(e.camera)};case`gap`:return{title:T(y`${e.camera.name}: hôm nay thiếu ${x(e.seconds,this.language)}`),text:L(this.house,e.cause),href:this.dayOf(e.camera),mild:!0}}}concerns(){let e=J(this.house.overview);return e.length===0?s`<p class="fine">${b(g,``,22)}<span>${T(`Mọi camera đều đang hoạt động tốt.`)}</span></p>`:s`<h2>${T(`Cần bạn xem`)}</h2>
      ${e.map(e=>{let{title:t,text:n,href:r,mild:i}=this.words(e);return s`<a class="concern ${i?`mild`:``}" href=${r} @click=${this.follow}>
          ${b(c,``,22)}
          <div><strong>${t}</strong><br /><span class="small">${n}</span></div>
          ${b(h)}
        </a>`})}`}advice(){let e=this.house.overview.cameras.filter(e=>e.findings.length>0);if(e.length===0)return k;let t=e.reduce((e,t)=>e+t.findings.length,0);return s`<details class="advice">
      <summary>${b(o)}${T(y`${t} điều có thể làm cho camera tốt hơn`)}</summary>
      <ul>
        ${e.flatMap(e=>e.findings.map(t=>s`<li><strong>${e.name}.</strong> ${N(this.house,t.kind)}</li>`))}
      </ul>
    </details>`}render(){let{overview:e,known:t}=this.house;return t?e.loaded?e.cameras.length===0?s`<div class="empty card"><h2>${T(`Chưa có camera nào`)}</h2>
        <p>${T(`Thêm camera đầu tiên trong phần cài đặt của Mắt Thần: bằng địa chỉ, hoặc chọn camera đã có trong Home Assistant.`)}</p>
        <a class="button primary" href=${Z} @click=${this.follow}>${T(`Thêm camera`)}</a></div>`:s`<div class="head"><h1>${E(this.now,this.language)}</h1></div>
      <section class="concerns" aria-label=${T(`Tình trạng`)}>${this.concerns()}</section>
      <section class="grid" aria-label=${T(`Camera`)} @go=${e=>v(e.detail)}>
        ${f(e.cameras,e=>e.camera_id,e=>s`<mt-camera-card
            .house=${this.house}
            .hass=${this.hass}
            .camera=${e}
            .now=${this.now}
            href=${this.dayOf(e)}
          ></mt-camera-card>`)}
      </section>
      ${this.advice()}`:s`<div class="empty card"><h2>${T(`Mắt Thần đang không chạy`)}</h2>
        <p>${T(`Tích hợp đang được nạp, hoặc không khởi động được. Trang này tự hiện lại khi nó chạy.`)}</p>
        <a class="button" href=${Z} @click=${this.follow}>${T(`Mở phần cài đặt`)}</a></div>`:this.waiting(3)}};Q=_([e(),A(`mt-today`)],Q);export{Q as TodayPage};