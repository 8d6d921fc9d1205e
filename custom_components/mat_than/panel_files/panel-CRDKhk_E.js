import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{$ as n,A as r,B as i,C as a,D as o,E as s,F as c,H as l,K as u,M as d,O as f,Ot as p,P as m,T as h,U as g,Y as _,a as v,c as y,d as b,f as x,it as S,j as C,jt as w,k as T,kt as E,l as D,n as O,o as k,ot as A,r as j,t as M,u as N,w as P,xt as F,yt as I}from"./address-BI3gyPdV.js";import{t as L}from"./preload-helper-BQUUbbNx.js";var R=null;async function z(e){return await R?.ask(e)??!1}var B=class extends r{constructor(...e){super(...e),this.question={title:``,text:``,deed:``}}static{this.styles=[...h,m`
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
    `]}connectedCallback(){super.connectedCallback(),R=this}async ask(e){return this.question=e,await this.updateComplete,this.dialog.returnValue=``,this.dialog.showModal(),await new Promise(e=>this.dialog.addEventListener(`close`,e,{once:!0})),this.dialog.returnValue===`yes`}render(){let{title:t,text:n,deed:r,danger:i}=this.question;return d`<dialog aria-labelledby="title" aria-describedby="text">
      <form method="dialog">
        <h2 id="title">${t}</h2>
        <p id="text">${n}</p>
        <div class="row">
          <button value="no" autofocus>${e(`Thôi`)}</button>
          <button value="yes" class=${i?`danger`:`primary`}>${r}</button>
        </div>
      </form>
    </dialog>`}};P([f()],B.prototype,`question`,void 0),P([o(`dialog`)],B.prototype,`dialog`,void 0),B=P([w(),s(`mt-confirm`)],B);var V=new EventTarget,H=8e3,U=0;function W(e,{bad:t=!1,deed:n}={}){U+=1,V.dispatchEvent(new CustomEvent(`note`,{detail:{id:U,text:e,bad:t,deed:n??null}}))}var G=class extends r{constructor(...e){super(...e),this.notes=[],this.take=e=>{let t=e.detail;this.notes=[...this.notes.slice(-2),t],setTimeout(()=>this.drop(t.id),H)}}static{this.styles=[...h,m`
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
        white-space: nowrap;
        padding-inline: 0.7rem;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
    `]}connectedCallback(){super.connectedCallback(),V.addEventListener(`note`,this.take)}disconnectedCallback(){super.disconnectedCallback(),V.removeEventListener(`note`,this.take)}drop(e){this.notes=this.notes.filter(t=>t.id!==e)}deed(e,t){return d`<button
      class="deed"
      @click=${()=>{this.drop(e.id),t.run()}}
    >
      ${t.name}
    </button>`}render(){return d`<div class="notes" role="status" aria-live="polite">
      ${b(this.notes,e=>e.id,t=>d`<div class="note ${t.bad?`bad`:``}">
          ${x(t.bad?c:g)}<span>${t.text}</span>
          ${t.deed?this.deed(t,t.deed):C}
          <button aria-label=${e(`Đóng`)} @click=${()=>this.drop(t.id)}>${x(u)}</button>
        </div>`)}
    </div>`}};P([f()],G.prototype,`notes`,void 0),G=P([w(),s(`mt-toasts`)],G);var K=700,q=class extends N{constructor(e){super(e,K)}get present(){let e=e=>this.list.filter(t=>t.state===e);return[...e(`running`),...e(`waiting`)]}async ask(){try{this.list=(await this.house.ask(`panel/live`)).views}catch{this.list=[]}}};function J(e,t){let n=Math.max(0,Math.round((Date.parse(e)-t.getTime())/1e3));return`${Math.floor(n/60)}:${String(n%60).padStart(2,`0`)}`}var Y=1e3,X=class extends r{constructor(...e){super(...e),this.now=new Date,this.busy=``,this.views=null,this.timer=0,this.soon=()=>this.views?.readSoon()}static{this.styles=[...h,m`
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
    `]}connectedCallback(){super.connectedCallback();let e=new q(this.house);this.views=e,e.addEventListener(`change`,()=>this.requestUpdate()),this.house.addEventListener(`change`,this.soon),e.read(),this.timer=window.setInterval(()=>this.tick(),Y)}disconnectedCallback(){super.disconnectedCallback(),this.house.removeEventListener(`change`,this.soon),clearInterval(this.timer),this.views?.leave()}tick(){let e=this.views?.present??[];e.length&&(this.now=new Date,e.some(e=>Date.parse(e.until??e.answer_by)+Y<this.now.getTime())&&this.soon())}async do(e,t,n,r){this.busy=e.live_id;try{await this.house.ask(`panel/${t}`,{live_id:e.live_id,...n}),W(r)}catch(e){W(this.house.sentence(e),{bad:!0})}this.busy=``,await this.views?.read()}running(n){let r=n.watching>0?e(t`${n.watching} người đang nhìn`):e(`hiện chưa ai mở hình, sẽ tự dừng nếu không ai xem`);return d`<article class="card view running" role="alert">
      <h2><span class="dot" aria-hidden="true"></span>${e(t`Đang được xem trực tiếp bởi ${n.unit}`)}</h2>
      <p>
        <b>${n.camera}</b> · ${r} · <span class="numbers">${e(t`tự dừng sau ${J(n.until??``,this.now)}`)}</span>
        ${n.unasked?d`<br />${e(`Bạn cho xem không cần hỏi trong giờ này.`)}`:C}
      </p>
      <p class="reason">${e(t`Lý do: ${n.reason}`)}</p>
      ${n.may_cut?d`<div class="deeds">
              <button ?disabled=${this.busy===n.live_id} @click=${()=>this.do(n,`live/cut`,{},e(`Đã cắt. Không ai xem trực tiếp nữa.`))}>
                ${x(_)}${e(`Cắt ngay`)}
              </button>
            </div>`:C}
    </article>`}waiting(n){let r=Math.round(n.longest_s/60);return d`<article class="card view waiting" role="alert">
      <h2>${x(E,``,22)}${e(t`${n.unit} xin xem trực tiếp`)}</h2>
      <p>
        <b>${n.camera}</b>, ${e(t`tối đa ${r} phút`)}${n.case_number?e(t`, vụ việc ${n.case_number}`):C}.
        ${n.masked?d`<br />${x(F,``,18)} ${e(`Các vùng riêng tư bị che đen.`)}`:C}
      </p>
      <p class="reason">${e(t`Lý do: ${n.reason}`)}</p>
      <p class="small muted">
        ${e(t`Còn ${J(n.answer_by,this.now)} để trả lời. Không trả lời nghĩa là không. Không có âm thanh, trung tâm không lưu lại, và bạn cắt lúc nào cũng được.`)}
      </p>
      ${n.may_decide?d`<div class="deeds">
              <button ?disabled=${this.busy===n.live_id} @click=${()=>this.do(n,`live/answer`,{approved:!1},e(`Đã từ chối. Họ chỉ thấy như không ai trả lời.`))}>
                ${x(u)}${e(`Từ chối`)}
              </button>
              <button class="primary" ?disabled=${this.busy===n.live_id} @click=${()=>this.do(n,`live/answer`,{approved:!0},e(t`Đã cho xem ${r} phút.`))}>
                ${x(l)}${e(t`Cho xem ${r} phút`)}
              </button>
            </div>`:d`<p class="muted">${e(`Chỉ người quản trị nhà mới trả lời được.`)}</p>`}
    </article>`}render(){let t=this.views?.present??[];return t.length?d`<section class="views" aria-label=${e(`Xem trực tiếp`)}>
      ${b(t,e=>`${e.live_id} ${e.state}`,e=>e.state===`running`?this.running(e):this.waiting(e))}
    </section>`:C}};P([T({attribute:!1})],X.prototype,`house`,void 0),P([f()],X.prototype,`now`,void 0),P([f()],X.prototype,`busy`,void 0),X=P([w(),s(`mt-live-bar`)],X);var Z={today:{load:()=>L(()=>import(`./today_page-CzIlPZw6.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>d`<mt-today .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-today>`},timeline:{load:()=>L(()=>import(`./timeline_page-C7eIQfsA.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>d`<mt-day-page .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-day-page>`},zones:{forAdmins:!0,load:()=>L(()=>import(`./zones_page-PEQCoWug.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>d`<mt-zones .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-zones>`},storage:{load:()=>L(()=>import(`./storage_page-pv0taDIy.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>d`<mt-storage .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-storage>`},sharing:{load:()=>L(()=>import(`./sharing_page-gcj1h1WB.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>d`<mt-sharing .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-sharing>`}},Q={today:A,timeline:i,zones:p,storage:S,sharing:I},$=class extends r{constructor(...e){super(...e),this.narrow=!1,this.route={prefix:`/mat-than`,path:``},this.ready=!1,this.opened=null,this.house=null,this.spoken=``}static{this.styles=[...h,k,m`
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
    `]}connectedCallback(){super.connectedCallback(),this.house?.enter()}disconnectedCallback(){super.disconnectedCallback(),this.house?.leave()}willUpdate(e){this.hass&&(this.house?this.house.hass=this.hass:(this.house=new D(this.hass),this.house.enter(),a(this.hass.config.time_zone)),this.spoken!==this.hass.language&&(this.spoken=this.hass.language,Promise.all([y(this.hass.language),this.house.loadWords()]).then(()=>{this.ready=!0,this.requestUpdate()})),e.has(`route`)&&this.open(v(this.route.path).page))}async open(e){await Z[e].load(),this.opened=e}name(t){return{today:()=>e(`Hôm nay`),timeline:()=>e(`Dòng thời gian`),zones:()=>e(`Vùng`),storage:()=>e(`Lưu trữ`),sharing:()=>e(`Chia sẻ`)}[t]()}navigation(e){return d`<nav aria-label="Mắt Thần">
      ${M.filter(e=>this.hass.user.is_admin||!Z[e].forAdmins).map(t=>d`<a
          href=${O(this.route.prefix,t)}
          aria-current=${t===e?`page`:C}
          @click=${j}
          >${x(Q[t],``,22)}<span>${this.name(t)}</span></a
        >`)}
    </nav>`}render(){if(!this.hass||!this.house)return C;let e=v(this.route.path),t=this.ready&&this.opened===e.page;return d`<header>
        <ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>
        <div class="title">${this.narrow?this.name(e.page):d`${x(n,``,24)} Mắt Thần`}</div>
        ${this.ready?this.navigation(e.page):C}
      </header>
      <main>
        ${this.ready?d`<mt-live-bar .house=${this.house}></mt-live-bar>`:C}
        ${t?Z[e.page].render({house:this.house,hass:this.hass,narrow:this.narrow,path:e.path}):C}
      </main>
      <mt-confirm></mt-confirm><mt-toasts></mt-toasts>`}};P([T({attribute:!1})],$.prototype,`hass`,void 0),P([T({type:Boolean,reflect:!0})],$.prototype,`narrow`,void 0),P([T({attribute:!1})],$.prototype,`route`,void 0),P([f()],$.prototype,`ready`,void 0),P([f()],$.prototype,`opened`,void 0),$=P([w(),s(`mat-than-panel`)],$);export{z as n,W as t};