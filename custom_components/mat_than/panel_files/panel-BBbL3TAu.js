import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,B as r,C as i,D as a,Dt as o,E as s,Et as c,G as l,H as u,J as d,N as f,O as p,P as m,S as h,T as g,V as _,_t as v,a as y,c as b,d as x,it as S,j as C,k as w,kt as T,l as E,n as D,nt as O,o as k,r as A,t as j,u as M,w as N,yt as P,z as F}from"./address-BItZhiS9.js";import{t as I}from"./preload-helper-BQUUbbNx.js";var L=null;async function R(e){return await L?.ask(e)??!1}var z=class extends w{constructor(...e){super(...e),this.question={title:``,text:``,deed:``}}static{this.styles=[...N,f`
      dialog {
        border: 1px solid var(--mt-line);
        border-radius: var(--mt-radius);
        background: var(--mt-raised);
        color: var(--mt-text);
        box-shadow: var(--mt-shadow-high);
        padding: 1.5rem;
        width: min(30rem, calc(100vw - 2rem));
      }
      dialog::backdrop {
        background: rgb(5 15 15 / 55%);
      }
      p {
        margin: 0.6rem 0 1.4rem;
        color: var(--mt-muted);
      }
      .row {
        justify-content: flex-end;
      }
    `]}connectedCallback(){super.connectedCallback(),L=this}async ask(e){return this.question=e,await this.updateComplete,this.dialog.returnValue=``,this.dialog.showModal(),await new Promise(e=>this.dialog.addEventListener(`close`,e,{once:!0})),this.dialog.returnValue===`yes`}render(){let{title:t,text:n,deed:r,danger:i}=this.question;return C`<dialog aria-labelledby="title" aria-describedby="text">
      <form method="dialog">
        <h2 id="title">${t}</h2>
        <p id="text">${n}</p>
        <div class="row">
          <button value="no" autofocus>${e(`Thôi`)}</button>
          <button value="yes" class=${i?`danger`:`primary`}>${r}</button>
        </div>
      </form>
    </dialog>`}};i([a()],z.prototype,`question`,void 0),i([s(`dialog`)],z.prototype,`dialog`,void 0),z=i([T(),g(`mt-confirm`)],z);var B=new EventTarget,V=8e3,H=0;function U(e,{bad:t=!1,deed:n}={}){H+=1,B.dispatchEvent(new CustomEvent(`note`,{detail:{id:H,text:e,bad:t,deed:n??null}}))}var W=class extends w{constructor(...e){super(...e),this.notes=[],this.take=e=>{let t=e.detail;this.notes=[...this.notes.slice(-2),t],setTimeout(()=>this.drop(t.id),V)}}static{this.styles=[...N,f`
      .notes {
        position: fixed;
        inset: auto 0 calc(1rem + env(safe-area-inset-bottom) + var(--mt-foot, 0px)) 0;
        display: grid;
        justify-items: center;
        gap: 0.5rem;
        pointer-events: none;
        z-index: 30;
        padding-inline: 1rem;
      }
      .note {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 0.7rem;
        max-width: 34rem;
        padding: 0.35rem 0.4rem 0.35rem 1rem;
        border-radius: 12px;
        background: light-dark(#10201f, #e6f0ee);
        color: light-dark(#ffffff, #10201f);
        box-shadow: var(--mt-shadow-high);
      }
      .note.bad .icon:first-child {
        color: light-dark(#ff9d94, #a8231b);
      }
      .note button {
        border: 0;
        background: none;
        color: inherit;
        padding: 0;
        min-width: 2.75rem;
      }
      .note button:hover {
        background: rgb(128 128 128 / 25%);
      }
      .note button.deed {
        padding-inline: 0.7rem;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
    `]}connectedCallback(){super.connectedCallback(),B.addEventListener(`note`,this.take)}disconnectedCallback(){super.disconnectedCallback(),B.removeEventListener(`note`,this.take)}drop(e){this.notes=this.notes.filter(t=>t.id!==e)}deed(e,t){return C`<button
      class="deed"
      @click=${()=>{this.drop(e.id),t.run()}}
    >
      ${t.name}
    </button>`}render(){return C`<div class="notes" role="status" aria-live="polite">
      ${M(this.notes,e=>e.id,t=>C`<div class="note ${t.bad?`bad`:``}">
          ${x(t.bad?m:u)}<span>${t.text}</span>
          ${t.deed?this.deed(t,t.deed):n}
          <button aria-label=${e(`Đóng`)} @click=${()=>this.drop(t.id)}>${x(l)}</button>
        </div>`)}
    </div>`}};i([a()],W.prototype,`notes`,void 0),W=i([T(),g(`mt-toasts`)],W);var G=700,K=class extends EventTarget{constructor(e){super(),this.house=e,this.list=[],this.timer=0,this.readAt=0}get present(){let e=e=>this.list.filter(t=>t.state===e);return[...e(`running`),...e(`waiting`)]}async read(){clearTimeout(this.timer),this.timer=0,this.readAt=Date.now();try{this.list=(await this.house.ask(`panel/live`)).views}catch{this.list=[]}this.dispatchEvent(new Event(`change`))}readSoon(){this.timer||=window.setTimeout(()=>void this.read(),Math.max(0,this.readAt+G-Date.now()))}leave(){clearTimeout(this.timer),this.timer=0}};function q(e,t){let n=Math.max(0,Math.round((Date.parse(e)-t.getTime())/1e3));return`${Math.floor(n/60)}:${String(n%60).padStart(2,`0`)}`}var J=1e3,Y=class extends w{constructor(...e){super(...e),this.now=new Date,this.busy=``,this.views=null,this.timer=0,this.soon=()=>this.views?.readSoon()}static{this.styles=[...N,f`
      .views {
        display: grid;
        gap: 0.9rem;
        margin-bottom: 1.25rem;
      }
      .view {
        display: grid;
        gap: 0.7rem;
      }
      .running {
        background: var(--mt-danger-fill);
        border-color: var(--mt-danger-fill);
        color: #fff;
      }
      .running h2 {
        display: flex;
        gap: 0.6rem;
        align-items: center;
      }
      .dot {
        flex: none;
        width: 0.85rem;
        height: 0.85rem;
        border-radius: 50%;
        background: #fff;
        animation: blink 1.2s steps(2, jump-none) infinite;
      }
      @keyframes blink {
        to {
          opacity: 0.25;
        }
      }
      .running button {
        background: #fff;
        border-color: #fff;
        color: var(--mt-danger-fill);
        font-size: 1.05rem;
        min-height: 3.1rem;
      }
      .running button:hover {
        background: #f4dedc;
      }
      .waiting {
        border: 2px solid var(--mt-danger-fill);
      }
      .waiting h2 .icon {
        color: var(--mt-danger);
        margin-inline-end: 0.4rem;
      }
      .reason {
        overflow-wrap: anywhere;
      }
      .deeds {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
      }
      .deeds > * {
        flex: 1 1 10rem;
      }
      @media (min-width: 720px) {
        .deeds > * {
          flex: 0 1 auto;
        }
      }
    `]}connectedCallback(){super.connectedCallback();let e=new K(this.house);this.views=e,e.addEventListener(`change`,()=>this.requestUpdate()),this.house.addEventListener(`change`,this.soon),e.read(),this.timer=window.setInterval(()=>this.tick(),J)}disconnectedCallback(){super.disconnectedCallback(),this.house.removeEventListener(`change`,this.soon),clearInterval(this.timer),this.views?.leave()}tick(){let e=this.views?.present??[];e.length&&(this.now=new Date,e.some(e=>Date.parse(e.until??e.answer_by)+J<this.now.getTime())&&this.soon())}async do(e,t,n,r){this.busy=e.live_id;try{await this.house.ask(`panel/${t}`,{live_id:e.live_id,...n}),U(r)}catch(e){U(this.house.sentence(e),{bad:!0})}this.busy=``,await this.views?.read()}running(r){let i=r.watching>0?e(t`${r.watching} người đang nhìn`):e(`hiện chưa ai mở hình, sẽ tự dừng nếu không ai xem`);return C`<article class="card view running" role="alert">
      <h2><span class="dot" aria-hidden="true"></span>${e(t`Đang được xem trực tiếp bởi ${r.unit}`)}</h2>
      <p>
        <b>${r.camera}</b> · ${i} · <span class="numbers">${e(t`tự dừng sau ${q(r.until??``,this.now)}`)}</span>
        ${r.unasked?C`<br />${e(`Bạn cho xem không cần hỏi trong giờ này.`)}`:n}
      </p>
      <p class="reason">${e(t`Lý do: ${r.reason}`)}</p>
      ${r.may_cut?C`<div class="deeds">
              <button ?disabled=${this.busy===r.live_id} @click=${()=>this.do(r,`live/cut`,{},e(`Đã cắt. Không ai xem trực tiếp nữa.`))}>
                ${x(d)}${e(`Cắt ngay`)}
              </button>
            </div>`:n}
    </article>`}waiting(r){let i=Math.round(r.longest_s/60);return C`<article class="card view waiting" role="alert">
      <h2>${x(o,``,22)}${e(t`${r.unit} xin xem trực tiếp`)}</h2>
      <p>
        <b>${r.camera}</b>, ${e(t`tối đa ${i} phút`)}${r.case_number?e(t`, vụ việc ${r.case_number}`):n}.
        ${r.masked?C`<br />${x(P,``,18)} ${e(`Các vùng riêng tư bị che đen.`)}`:n}
      </p>
      <p class="reason">${e(t`Lý do: ${r.reason}`)}</p>
      <p class="small muted">
        ${e(t`Còn ${q(r.answer_by,this.now)} để trả lời. Không trả lời nghĩa là không. Không có âm thanh, trung tâm không lưu lại, và bạn cắt lúc nào cũng được.`)}
      </p>
      ${r.may_decide?C`<div class="deeds">
              <button ?disabled=${this.busy===r.live_id} @click=${()=>this.do(r,`live/answer`,{approved:!1},e(`Đã từ chối. Họ chỉ thấy như không ai trả lời.`))}>
                ${x(l)}${e(`Từ chối`)}
              </button>
              <button class="primary" ?disabled=${this.busy===r.live_id} @click=${()=>this.do(r,`live/answer`,{approved:!0},e(t`Đã cho xem ${i} phút.`))}>
                ${x(_)}${e(t`Cho xem ${i} phút`)}
              </button>
            </div>`:C`<p class="muted">${e(`Chỉ người quản trị nhà mới trả lời được.`)}</p>`}
    </article>`}render(){let t=this.views?.present??[];return t.length?C`<section class="views" aria-label=${e(`Xem trực tiếp`)}>
      ${M(t,e=>`${e.live_id} ${e.state}`,e=>e.state===`running`?this.running(e):this.waiting(e))}
    </section>`:n}};i([p({attribute:!1})],Y.prototype,`house`,void 0),i([a()],Y.prototype,`now`,void 0),i([a()],Y.prototype,`busy`,void 0),Y=i([T(),g(`mt-live-bar`)],Y);var X={today:{load:()=>I(()=>import(`./today_page-qogV-oVq.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>C`<mt-today .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-today>`},timeline:{load:()=>I(()=>import(`./timeline_page-CRJGYzMG.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>C`<mt-day-page .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-day-page>`},zones:{forAdmins:!0,load:()=>I(()=>import(`./zones_page-r7zGriDM.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>C`<mt-zones .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-zones>`},storage:{load:()=>I(()=>import(`./storage_page-ClhBaWKP.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>C`<mt-storage .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-storage>`},sharing:{load:()=>I(()=>import(`./sharing_page-CM5kTLKu.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>C`<mt-sharing .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-sharing>`}},Z={today:S,timeline:F,zones:c,storage:O,sharing:v},Q=class extends w{constructor(...e){super(...e),this.narrow=!1,this.route={prefix:`/mat-than`,path:``},this.ready=!1,this.opened=null,this.house=null,this.spoken=``}static{this.styles=[...N,k,f`
      :host {
        min-height: 100%;
        background: var(--mt-ground);
        --mt-foot: 0px;
      }
      header {
        position: sticky;
        top: 0;
        z-index: 5;
        display: flex;
        align-items: center;
        gap: 0.25rem;
        min-height: var(--header-height, 56px);
        padding: 0 0.75rem;
        background: var(--app-header-background-color, var(--mt-surface));
        color: var(--app-header-text-color, var(--mt-text));
        border-bottom: var(--app-header-border-bottom, 1px solid var(--mt-line));
      }
      header .title {
        font-size: 1.25rem;
        font-weight: 500;
        margin-inline-start: 0.5rem;
        white-space: nowrap;
      }
      nav {
        display: flex;
        gap: 0.15rem;
        margin-inline-start: auto;
      }
      nav a {
        display: inline-flex;
        align-items: center;
        gap: 0.45rem;
        min-height: 2.75rem;
        padding: 0 0.8rem;
        border-radius: 10px;
        color: inherit;
        text-decoration: none;
        font-weight: 500;
      }
      nav a:hover {
        background: color-mix(in srgb, currentColor 10%, transparent);
      }
      nav a[aria-current] {
        background: color-mix(in srgb, currentColor 16%, transparent);
      }
      header a:focus-visible {
        outline-color: currentColor;
      }
      main {
        padding: 1.25rem clamp(0.75rem, 2.5vw, 2rem) 3rem;
        max-width: 96rem;
        margin-inline: auto;
      }
      :host([narrow]) {
        --mt-foot: 4.25rem;
      }
      :host([narrow]) main {
        padding: 0.9rem 0.75rem calc(5.5rem + env(safe-area-inset-bottom));
      }
      :host([narrow]) nav {
        position: fixed;
        inset: auto 0 0 0;
        z-index: 6;
        margin: 0;
        display: grid;
        grid-template-columns: repeat(5, 1fr);
        gap: 0;
        background: var(--mt-surface);
        color: var(--mt-text);
        border-top: 1px solid var(--mt-line);
        padding-bottom: env(safe-area-inset-bottom);
      }
      :host([narrow]) nav a {
        flex-direction: column;
        gap: 0.1rem;
        justify-content: center;
        min-height: 3.75rem;
        padding: 0 0.1rem;
        border-radius: 0;
        font-size: 0.72rem;
        color: var(--mt-muted);
      }
      :host([narrow]) nav a[aria-current] {
        background: none;
        color: var(--mt-primary);
        font-weight: 700;
        box-shadow: inset 0 3px 0 var(--mt-primary);
      }
    `]}connectedCallback(){super.connectedCallback(),this.house?.enter()}disconnectedCallback(){super.disconnectedCallback(),this.house?.leave()}willUpdate(e){this.hass&&(this.house?this.house.hass=this.hass:(this.house=new E(this.hass),this.house.enter(),h(this.hass.config.time_zone)),this.spoken!==this.hass.language&&(this.spoken=this.hass.language,Promise.all([b(this.hass.language),this.house.loadWords()]).then(()=>{this.ready=!0,this.requestUpdate()})),e.has(`route`)&&this.open(y(this.route.path).page))}async open(e){await X[e].load(),this.opened=e}name(t){return{today:()=>e(`Hôm nay`),timeline:()=>e(`Dòng thời gian`),zones:()=>e(`Vùng`),storage:()=>e(`Lưu trữ`),sharing:()=>e(`Chia sẻ`)}[t]()}navigation(e){return C`<nav aria-label="Mắt Thần">
      ${j.filter(e=>this.hass.user.is_admin||!X[e].forAdmins).map(t=>C`<a
          href=${D(this.route.prefix,t)}
          aria-current=${t===e?`page`:n}
          @click=${A}
          >${x(Z[t],``,22)}<span>${this.name(t)}</span></a
        >`)}
    </nav>`}render(){if(!this.hass||!this.house)return n;let e=y(this.route.path),t=this.ready&&this.opened===e.page;return C`<header>
        <ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>
        <div class="title">${this.narrow?this.name(e.page):C`${x(r,``,24)} Mắt Thần`}</div>
        ${this.ready?this.navigation(e.page):n}
      </header>
      <main>
        ${this.ready?C`<mt-live-bar .house=${this.house}></mt-live-bar>`:n}
        ${t?X[e.page].render({house:this.house,hass:this.hass,narrow:this.narrow,path:e.path}):n}
      </main>
      <mt-confirm></mt-confirm><mt-toasts></mt-toasts>`}};i([p({attribute:!1})],Q.prototype,`hass`,void 0),i([p({type:Boolean,reflect:!0})],Q.prototype,`narrow`,void 0),i([p({attribute:!1})],Q.prototype,`route`,void 0),i([a()],Q.prototype,`ready`,void 0),i([a()],Q.prototype,`opened`,void 0),Q=i([T(),g(`mat-than-panel`)],Q);export{R as n,U as t};