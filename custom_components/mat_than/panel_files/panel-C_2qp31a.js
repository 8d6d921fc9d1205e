import{n as e}from"./lit-localize-D28DvoP-.js";import{A as t,B as n,C as r,Ct as i,D as a,E as o,G as s,H as c,N as l,O as u,P as d,S as f,T as p,a as m,c as h,d as g,et as _,j as v,k as y,l as b,n as x,nt as S,o as C,pt as w,r as T,t as E,u as D,w as O,xt as k,z as A}from"./address-D-_5QCxM.js";import{t as j}from"./preload-helper-BQUUbbNx.js";var M=null;async function N(e){return await M?.ask(e)??!1}var P=class extends y{constructor(...e){super(...e),this.question={title:``,text:``,deed:``}}static{this.styles=[...O,l`
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
    `]}connectedCallback(){super.connectedCallback(),M=this}async ask(e){return this.question=e,await this.updateComplete,this.dialog.returnValue=``,this.dialog.showModal(),await new Promise(e=>this.dialog.addEventListener(`close`,e,{once:!0})),this.dialog.returnValue===`yes`}render(){let{title:t,text:n,deed:r,danger:i}=this.question;return v`<dialog aria-labelledby="title" aria-describedby="text">
      <form method="dialog">
        <h2 id="title">${t}</h2>
        <p id="text">${n}</p>
        <div class="row">
          <button value="no" autofocus>${e(`Thôi`)}</button>
          <button value="yes" class=${i?`danger`:`primary`}>${r}</button>
        </div>
      </form>
    </dialog>`}};r([a()],P.prototype,`question`,void 0),r([o(`dialog`)],P.prototype,`dialog`,void 0),P=r([i(),p(`mt-confirm`)],P);var F=new EventTarget,I=8e3,L=0;function R(e,{bad:t=!1,deed:n}={}){L+=1,F.dispatchEvent(new CustomEvent(`note`,{detail:{id:L,text:e,bad:t,deed:n??null}}))}var z=class extends y{constructor(...e){super(...e),this.notes=[],this.take=e=>{let t=e.detail;this.notes=[...this.notes.slice(-2),t],setTimeout(()=>this.drop(t.id),I)}}static{this.styles=[...O,l`
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
    `]}connectedCallback(){super.connectedCallback(),F.addEventListener(`note`,this.take)}disconnectedCallback(){super.disconnectedCallback(),F.removeEventListener(`note`,this.take)}drop(e){this.notes=this.notes.filter(t=>t.id!==e)}deed(e,t){return v`<button
      class="deed"
      @click=${()=>{this.drop(e.id),t.run()}}
    >
      ${t.name}
    </button>`}render(){return v`<div class="notes" role="status" aria-live="polite">
      ${D(this.notes,e=>e.id,n=>v`<div class="note ${n.bad?`bad`:``}">
          ${g(n.bad?d:c)}<span>${n.text}</span>
          ${n.deed?this.deed(n,n.deed):t}
          <button aria-label=${e(`Đóng`)} @click=${()=>this.drop(n.id)}>${g(s)}</button>
        </div>`)}
    </div>`}};r([a()],z.prototype,`notes`,void 0),z=r([i(),p(`mt-toasts`)],z);var B={today:{load:()=>j(()=>import(`./today_page-CeWfLSDv.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>v`<mt-today .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-today>`},timeline:{load:()=>j(()=>import(`./timeline_page-B0lE9pmZ.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>v`<mt-day-page .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-day-page>`},zones:{forAdmins:!0,load:()=>j(()=>import(`./zones_page-DmY0XRto.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>v`<mt-zones .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-zones>`},storage:{load:()=>j(()=>import(`./storage_page-DngEDtZm.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>v`<mt-storage .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-storage>`},sharing:{load:()=>j(()=>import(`./sharing_page-BiTJ9rAs.js`),[],import.meta.url),render:({house:e,hass:t,narrow:n,path:r})=>v`<mt-sharing .house=${e} .hass=${t} ?narrow=${n} .path=${r}></mt-sharing>`}},V={today:S,timeline:A,zones:k,storage:_,sharing:w},H=class extends y{constructor(...e){super(...e),this.narrow=!1,this.route={prefix:`/mat-than`,path:``},this.ready=!1,this.opened=null,this.house=null,this.spoken=``}static{this.styles=[...O,C,l`
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
    `]}connectedCallback(){super.connectedCallback(),this.house?.enter()}disconnectedCallback(){super.disconnectedCallback(),this.house?.leave()}willUpdate(e){this.hass&&(this.house?this.house.hass=this.hass:(this.house=new b(this.hass),this.house.enter(),f(this.hass.config.time_zone)),this.spoken!==this.hass.language&&(this.spoken=this.hass.language,Promise.all([h(this.hass.language),this.house.loadWords()]).then(()=>{this.ready=!0,this.requestUpdate()})),e.has(`route`)&&this.open(m(this.route.path).page))}async open(e){await B[e].load(),this.opened=e}name(t){return{today:()=>e(`Hôm nay`),timeline:()=>e(`Dòng thời gian`),zones:()=>e(`Vùng`),storage:()=>e(`Lưu trữ`),sharing:()=>e(`Chia sẻ`)}[t]()}navigation(e){return v`<nav aria-label="Mắt Thần">
      ${E.filter(e=>this.hass.user.is_admin||!B[e].forAdmins).map(n=>v`<a
          href=${x(this.route.prefix,n)}
          aria-current=${n===e?`page`:t}
          @click=${T}
          >${g(V[n],``,22)}<span>${this.name(n)}</span></a
        >`)}
    </nav>`}render(){if(!this.hass||!this.house)return t;let e=m(this.route.path),r=this.ready&&this.opened===e.page;return v`<header>
        <ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>
        ${this.narrow?v`<h1>${this.name(e.page)}</h1>`:v`<h1>${g(n,``,24)} Mắt Thần</h1>`}
        ${this.ready?this.navigation(e.page):t}
      </header>
      <main>
        ${r?B[e.page].render({house:this.house,hass:this.hass,narrow:this.narrow,path:e.path}):t}
      </main>
      <mt-confirm></mt-confirm><mt-toasts></mt-toasts>`}};r([u({attribute:!1})],H.prototype,`hass`,void 0),r([u({type:Boolean,reflect:!0})],H.prototype,`narrow`,void 0),r([u({attribute:!1})],H.prototype,`route`,void 0),r([a()],H.prototype,`ready`,void 0),r([a()],H.prototype,`opened`,void 0),H=r([i(),p(`mat-than-panel`)],H);export{N as n,R as t};