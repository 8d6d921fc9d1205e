import{n as e}from"./lit-localize-D28DvoP-.js";import{A as t,C as n,D as r,E as i,M as a,O as o,Q as s,R as c,S as l,T as u,a as d,bt as f,c as p,d as m,et as h,k as g,n as _,r as v,s as y,t as b,ut as x,vt as S,w as C,z as w}from"./address-Cld39viH.js";import{t as T}from"./query-DDQkTGvL.js";var E=null;async function D(e){return await E?.ask(e)??!1}var O=class extends o{constructor(...e){super(...e),this.question={title:``,text:``,deed:``}}static{this.styles=[...C,a`
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
    `]}connectedCallback(){super.connectedCallback(),E=this}async ask(e){return this.question=e,await this.updateComplete,this.dialog.returnValue=``,this.dialog.showModal(),await new Promise(e=>this.dialog.addEventListener(`close`,e,{once:!0})),this.dialog.returnValue===`yes`}render(){let{title:n,text:r,deed:i,danger:a}=this.question;return t`<dialog aria-labelledby="title" aria-describedby="text">
      <form method="dialog">
        <h2 id="title">${n}</h2>
        <p id="text">${r}</p>
        <div class="row">
          <button value="no" autofocus>${e(`Thôi`)}</button>
          <button value="yes" class=${a?`danger`:`primary`}>${i}</button>
        </div>
      </form>
    </dialog>`}};n([u()],O.prototype,`question`,void 0),n([T(`dialog`)],O.prototype,`dialog`,void 0),O=n([f(),r(`mt-confirm`)],O);function k(e){return typeof e==`object`&&!!e&&`code`in e&&`message`in e}var A=5e3,j=class extends EventTarget{constructor(e){super(),this.house=e,this.list=[],this.known=!1,this.failure=null,this.timer=0,this.readAt=0}get waiting(){return this.list.filter(({state:e})=>e===`waiting`)}get(e){return this.list.find(({request_id:t})=>t===e)}async read(){clearTimeout(this.timer),this.timer=0,this.readAt=Date.now();try{this.list=(await this.house.ask(`requests`)).requests,this.known=!0,this.failure=null}catch(e){this.failure=e}this.dispatchEvent(new Event(`change`))}readSoon(){this.timer||=window.setTimeout(()=>void this.read(),Math.max(0,this.readAt+A-Date.now()))}leave(){clearTimeout(this.timer),this.timer=0}},M={loaded:!0,engine:!0,cameras:[],storage:null},N=class extends EventTarget{constructor(e){super(),this.hass=e,this.overview=M,this.known=!1,this.requests=new j(this),this.stop=null}enter(){this.stop??=this.hass.connection.subscribeMessage(e=>{this.overview=e,this.known=!0,this.requests.readSoon(),this.dispatchEvent(new Event(`change`))},{type:`mat_than/panel/overview`})}leave(){this.requests.leave(),this.stop?.then(e=>e()).catch(()=>void 0),this.stop=null}camera(e){return this.overview.cameras.find(t=>t.camera_id===e)}ask(e,t={}){return this.hass.callWS({type:`mat_than/${e}`,...t})}listen(e,t,n){return this.hass.connection.subscribeMessage(n,{type:`mat_than/${e}`,...t},{resubscribe:!1})}async signed(e,t=3600){let{path:n}=await this.hass.callWS({type:`auth/sign_path`,path:e,expires:t});return this.hass.hassUrl(n)}word(e,t){return this.hass.localize(`component.mat_than.${e}.${t}`)||t}sentence(t){if(k(t)){let{translation_key:n,translation_placeholders:r}=t;return n&&this.hass.localize(`component.mat_than.exceptions.${n}.message`,r)||(t.code===`unauthorized`?e(`Bạn không có quyền làm việc này. Hãy hỏi người quản trị nhà.`):t.message)}return e(`Không nói chuyện được với Home Assistant. Hãy thử lại.`)}reason(e){return this.hass.localize(`component.mat_than.exceptions.${e}.message`)||this.sentence({code:e,message:e})}async loadWords(){await Promise.all([`entity`,`exceptions`,`issues`].map(e=>this.hass.loadBackendTranslation(e,`mat_than`)))}picture(e){let t=e&&this.hass.states[e]?.attributes.entity_picture;return typeof t==`string`?this.hass.hassUrl(t):null}},P={today:{load:()=>p(()=>import(`./today_page-q9SPKXvd.js`),[],import.meta.url),render:({house:e,hass:n,narrow:r,path:i})=>t`<mt-today .house=${e} .hass=${n} ?narrow=${r} .path=${i}></mt-today>`},timeline:{load:()=>p(()=>import(`./timeline_page-Da86juCz.js`),[],import.meta.url),render:({house:e,hass:n,narrow:r,path:i})=>t`<mt-day-page .house=${e} .hass=${n} ?narrow=${r} .path=${i}></mt-day-page>`},zones:{forAdmins:!0,load:()=>p(()=>import(`./zones_page-q0HmqVne.js`),[],import.meta.url),render:({house:e,hass:n,narrow:r,path:i})=>t`<mt-zones .house=${e} .hass=${n} ?narrow=${r} .path=${i}></mt-zones>`},storage:{load:()=>p(()=>import(`./storage_page-CfdZ7tPj.js`),[],import.meta.url),render:({house:e,hass:n,narrow:r,path:i})=>t`<mt-storage .house=${e} .hass=${n} ?narrow=${r} .path=${i}></mt-storage>`},sharing:{load:()=>p(()=>import(`./sharing_page-BoWxhc45.js`),[],import.meta.url),render:({house:e,hass:n,narrow:r,path:i})=>t`<mt-sharing .house=${e} .hass=${n} ?narrow=${r} .path=${i}></mt-sharing>`}},F=a`
  :host {
    --mt-ground: var(--primary-background-color);
    --mt-surface: var(--card-background-color, var(--ha-card-background, #fff));
    --mt-raised: var(--card-background-color, #fff);
    --mt-text: var(--primary-text-color);
    --mt-muted: color-mix(in oklab, var(--primary-text-color) 72%, var(--mt-surface));
    --mt-line: var(--divider-color);
    --mt-line-strong: color-mix(in oklab, var(--primary-text-color) 50%, var(--mt-surface));
    --mt-sunken: color-mix(in oklab, var(--primary-text-color) 9%, var(--mt-surface));
    --mt-primary: color-mix(in oklab, var(--primary-color) 55%, var(--primary-text-color));
    --mt-primary-hover: color-mix(in oklab, var(--primary-color) 40%, var(--primary-text-color));
    --mt-on-primary: var(--mt-surface);
    --mt-primary-soft: color-mix(in oklab, var(--primary-color) 16%, var(--mt-surface));
    --mt-on-primary-soft: color-mix(in oklab, var(--primary-color) 30%, var(--primary-text-color));
    --mt-gold: color-mix(in oklab, var(--warning-color, #ffa600) 45%, var(--primary-text-color));
    --mt-gold-soft: color-mix(in oklab, var(--warning-color, #ffa600) 18%, var(--mt-surface));
    --mt-mark: color-mix(in oklab, var(--warning-color, #ffa600) 85%, var(--primary-text-color));
    --mt-live: color-mix(in oklab, var(--success-color, #43a047) 50%, var(--primary-text-color));
    --mt-live-soft: color-mix(in oklab, var(--success-color, #43a047) 16%, var(--mt-surface));
    --mt-danger: color-mix(in oklab, var(--error-color, #db4437) 60%, var(--primary-text-color));
    --mt-danger-soft: color-mix(in oklab, var(--error-color, #db4437) 14%, var(--mt-surface));
    --mt-danger-fill: #b3261e;
    --mt-night: color-mix(in oklab, #6f74d8 55%, var(--primary-text-color));
    --mt-night-soft: color-mix(in oklab, #6f74d8 20%, var(--mt-surface));
    --mt-shadow: var(--ha-card-box-shadow, 0 1px 2px rgb(0 0 0 / 12%));
    --mt-shadow-high: 0 12px 40px rgb(0 0 0 / 35%);
    --mt-radius: 14px;
    --mt-font: var(--ha-font-family-body, Roboto, "Noto Sans", sans-serif);
    --mt-mono: var(--ha-font-family-code, ui-monospace, monospace);
    color: var(--mt-text);
    font-family: var(--mt-font);
    line-height: 1.45;
  }
`,I={today:h,timeline:c,zones:S,storage:s,sharing:x},L=class extends o{constructor(...e){super(...e),this.narrow=!1,this.route={prefix:`/mat-than`,path:``},this.ready=!1,this.opened=null,this.house=null,this.spoken=``}static{this.styles=[...C,F,a`
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
      header h1 {
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
    `]}connectedCallback(){super.connectedCallback(),this.house?.enter()}disconnectedCallback(){super.disconnectedCallback(),this.house?.leave()}willUpdate(e){this.hass&&(this.house?this.house.hass=this.hass:(this.house=new N(this.hass),this.house.enter(),l(this.hass.config.time_zone)),this.spoken!==this.hass.language&&(this.spoken=this.hass.language,Promise.all([y(this.hass.language),this.house.loadWords()]).then(()=>{this.ready=!0,this.requestUpdate()})),e.has(`route`)&&this.open(d(this.route.path).page))}async open(e){await P[e].load(),this.opened=e}name(t){return{today:()=>e(`Hôm nay`),timeline:()=>e(`Dòng thời gian`),zones:()=>e(`Vùng`),storage:()=>e(`Lưu trữ`),sharing:()=>e(`Chia sẻ`)}[t]()}navigation(e){return t`<nav aria-label="Mắt Thần">
      ${b.filter(e=>this.hass.user.is_admin||!P[e].forAdmins).map(n=>t`<a
          href=${_(this.route.prefix,n)}
          aria-current=${n===e?`page`:g}
          @click=${v}
          >${m(I[n],``,22)}<span>${this.name(n)}</span></a
        >`)}
    </nav>`}render(){if(!this.hass||!this.house)return g;let e=d(this.route.path),n=this.ready&&this.opened===e.page;return t`<header>
        <ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>
        ${this.narrow?t`<h1>${this.name(e.page)}</h1>`:t`<h1>${m(w,``,24)} Mắt Thần</h1>`}
        ${this.ready?this.navigation(e.page):g}
      </header>
      <main>
        ${n?P[e.page].render({house:this.house,hass:this.hass,narrow:this.narrow,path:e.path}):g}
      </main>
      <mt-confirm></mt-confirm><mt-toasts></mt-toasts>`}};n([i({attribute:!1})],L.prototype,`hass`,void 0),n([i({type:Boolean,reflect:!0})],L.prototype,`narrow`,void 0),n([i({attribute:!1})],L.prototype,`route`,void 0),n([u()],L.prototype,`ready`,void 0),n([u()],L.prototype,`opened`,void 0),L=n([f(),r(`mat-than-panel`)],L);export{D as t};