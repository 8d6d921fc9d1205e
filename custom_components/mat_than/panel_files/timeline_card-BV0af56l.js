import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,C as r,D as i,E as a,G as o,K as s,M as c,O as l,P as u,T as d,V as f,W as p,_ as m,bt as h,c as g,d as _,f as v,ft as y,h as b,j as x,jt as S,k as C,l as w,m as T,n as E,o as D,r as O,s as k,w as A}from"./address-BI3gyPdV.js";import"./clip_view-C9NhdzVX.js";import{l as j,n as M,o as N,r as P,t as F}from"./shown_day-C38EAe8o.js";import{t as I}from"./thumbnails-TfSdeAXB.js";var L=u`
  :host {
    container-type: inline-size;
  }
  ha-card {
    display: grid;
    gap: 0.5rem;
    padding: 0.6rem 0.9rem 0.9rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .top {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    margin-inline-end: -0.5rem;
  }
  h2 {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 1.15rem;
    font-weight: 500;
  }
  .top .quiet {
    padding: 0;
    min-width: 2.75rem;
  }
  .days {
    display: flex;
    align-items: center;
    font-size: 0.9rem;
    white-space: nowrap;
  }
  .player {
    position: relative;
    margin-inline: -0.9rem;
    --mt-radius: 0px;
  }
  .close {
    position: absolute;
    top: 0.5rem;
    right: 0.5rem;
    min-height: 2.75rem;
    width: 2.75rem;
    padding: 0;
    border: 0;
    border-radius: 99px;
    background: rgb(8 18 18 / 78%);
    color: #fff;
  }
  .close:hover {
    background: #000;
  }
  .strip {
    position: relative;
  }
  .said {
    padding: 1.5rem 0.5rem;
    text-align: center;
  }
  .skeleton {
    min-height: 7rem;
  }
  mt-clip-strip {
    margin-inline: -3px;
  }
  @container (max-width: 22rem) {
    .days span {
      max-width: 4.5rem;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .days .quiet {
      min-width: 2.25rem;
    }
  }
`,R=class extends n{constructor(...e){super(...e),this.clips=[],this.current=``,this.pictures=0}static{this.styles=u`
    :host {
      display: block;
    }
    ul {
      display: flex;
      gap: 0.5rem;
      margin: 0;
      padding: 3px;
      list-style: none;
      overflow-x: auto;
      scrollbar-width: thin;
      scroll-snap-type: x proximity;
    }
    li {
      flex: none;
      scroll-snap-align: start;
    }
    button {
      display: grid;
      gap: 0.15rem;
      width: 7.25rem;
      padding: 0;
      border: 0;
      border-radius: 8px;
      background: none;
      color: var(--mt-text);
      font: inherit;
      font-size: 0.85rem;
      cursor: pointer;
    }
    button:focus-visible {
      outline: 3px solid var(--mt-primary);
      outline-offset: 0;
    }
    .picture {
      display: grid;
      place-content: center;
      aspect-ratio: 16 / 9;
      border-radius: 8px;
      overflow: hidden;
      background: #0a1212;
      color: #b7c7c5;
    }
    button[aria-current] .picture {
      outline: 3px solid var(--mt-primary);
      outline-offset: -3px;
    }
    img {
      width: 100%;
      height: 100%;
      object-fit: cover;
      display: block;
    }
    .time {
      display: flex;
      gap: 0.25rem;
      align-items: center;
      justify-content: center;
      min-height: 1.5rem;
      font-variant-numeric: tabular-nums;
    }
    .kept {
      color: var(--mt-night);
      display: inline-flex;
    }
  `}willUpdate(e){e.has(`clips`)&&this.readPictures()}readPictures(){for(let e of[...this.clips].reverse())e.still&&this.thumbnails.known(e.id)===void 0&&this.thumbnails.read(e.id).then(()=>{this.pictures+=1})}clip(n){let r=this.thumbnails.known(n.id),i=T(new Date(n.start),k(),!0);return c`<li>
      <button
        aria-label=${e(t`Xem đoạn lúc ${i}`)}
        aria-current=${n.id===this.current?`true`:x}
        @click=${()=>this.dispatchEvent(new CustomEvent(`clip`,{detail:n}))}
      >
        <span class="picture">${r?c`<img src=${r} alt="" decoding="async" />`:v(f,``,24)}</span>
        <span class="time">
          ${n.kept?c`<span class="kept">${v(h,e(`Được giữ`),16)}</span>`:x}${i}
        </span>
      </button>
    </li>`}render(){return this.pictures,c`<ul aria-label=${e(`Các đoạn video mới nhất`)}>
      ${_(this.clips,e=>e.id,e=>this.clip(e))}
    </ul>`}};A([C({attribute:!1})],R.prototype,`clips`,void 0),A([C({attribute:!1})],R.prototype,`thumbnails`,void 0),A([C()],R.prototype,`current`,void 0),A([l()],R.prototype,`pictures`,void 0),R=A([S(),a(`mt-clip-strip`)],R);var z=new WeakMap;function B(e){let t=z.get(e.connection);return t||(t={house:new w(e,!1),cards:0},z.set(e.connection,t),r(e.config.time_zone)),t.cards+=1,t.cards===1&&t.house.enter(),t.house}function V(e){let t=z.get(e.hass.connection);t&&(--t.cards,t.cards===0&&e.leave())}function H(e,t){let{cameras:n}=e.overview,r=n.find(({entities:e})=>Object.values(e).includes(t));if(r)return r;let i=e.hass.entities[t]?.device_id;if(i)return n.find(({entities:t})=>t.motion&&e.hass.entities[t.motion]?.device_id===i)}var U=class extends n{constructor(...e){super(...e),this.ready=!1,this.date=null,this.clip=null,this.begin=0,this.at=0,this.house=null,this.shown=null,this.thumbnails=null,this.spoken=``,this.news=()=>this.requestUpdate(),this.peekAt=e=>{let{at:t,x:n}=e.detail;e.type===`scrub`&&t!==null&&(this.at=t),this.shown&&this.thumbnails&&this.bubble?.show(t,n,t===null?null:this.shown.find(t),this.thumbnails)},this.pickAt=e=>{let{at:t}=e.detail;this.at=t;let n=this.shown?.find(t);n&&this.play(n,Math.max(0,Math.min(t,n.end)-n.start)/1e3)},this.stepTo=e=>{e.detail===`earlier`?this.step(-1):e.detail===`later`||e.detail===`play`?this.step(1):this.shown?.zoom(e.detail===`in`?2:.5,this.at)},this.wish=e=>{e.detail===`later`&&this.step(1)},this.close=()=>{this.clip=null}}static{this.styles=[...d,D,M,L]}disconnectedCallback(){super.disconnectedCallback(),this.house?.removeEventListener(`change`,this.news),this.house&&V(this.house),this.shown?.leave(),this.thumbnails?.clear(),this.house=null,this.clip=null}connectedCallback(){super.connectedCallback(),this.requestUpdate()}enter(){let e=B(this.hass);return e.addEventListener(`change`,this.news),this.thumbnails=new I(e),this.shown=new F(e,{changed:()=>this.requestUpdate(),read:(e,t)=>this.read(e,t)}),e}shouldUpdate(e){let t=e.get(`hass`);return e.size!==1||!t||!this.house||(this.house.hass=this.hass,t.themes.darkMode!==this.hass.themes.darkMode||t.language!==this.hass.language)}willUpdate(e){this.hass&&this.config&&this.isConnected&&(this.house??=this.enter(),this.house.hass=this.hass,e.has(`config`)&&(this.clip=null),this.spoken!==this.hass.language&&(this.spoken=this.hass.language,Promise.all([g(this.hass.language),this.house.loadWords()]).then(()=>{this.ready=!0,this.requestUpdate()})),this.shown?.follow(this.camera,this.day)&&(this.clip=null))}get camera(){return this.house?H(this.house,this.config.entity):void 0}get today(){return m(Date.now())}get day(){return this.date??this.today}read(e,t){t?this.at=Math.min(e.now,e.until):this.clip&&=e.clips.find(e=>e.id===this.clip?.id)??null}to(e){let t=N(this.day,e);this.date=t>=this.today?null:t}play(e,t){this.begin=t,this.at=e.start+t*1e3,this.clip?.id===e.id?this.player?.seek(t):this.clip=e}step(e){let t=this.shown?.clips??[],n=this.clip?j(t,this.clip,e===1?-1:1):t[0];n&&this.play(n,0)}dayWord(){return this.day===this.today?e(`Hôm nay`):this.day===N(this.today,-1)?e(`Hôm qua`):b(`${this.day}T12:00:00Z`,k())}head(n){let r=E(`/mat-than`,`timeline`,n.camera_id,this.day,...this.clip?[this.clip.id]:[]);return c`<div class="top">
      <h2>${this.config.name||n.name}</h2>
      <div class="days" role="group" aria-label=${e(`Ngày`)}>
        <button class="quiet" aria-label=${e(`Ngày trước`)} @click=${()=>this.to(-1)}>${v(p)}</button>
        <span aria-live="polite">${this.dayWord()}</span>
        <button
          class="quiet"
          aria-label=${e(`Ngày sau`)}
          ?disabled=${this.date===null}
          @click=${()=>this.to(1)}
        >
          ${v(o)}
        </button>
      </div>
      <a class="button quiet" href=${r} aria-label=${e(t`Mở ${n.name} trong Mắt Thần`)} @click=${O}
        >${v(y)}</a
      >
    </div>`}playing(t,n){return c`<div class="player">
      <mt-clip-view
        bare
        .house=${this.house}
        .clip=${n}
        .begin=${this.begin}
        .poster=${this.thumbnails?.known(n.id)??null}
        camera=${t.name}
        @wish=${this.wish}
        @at=${e=>{this.at=e.detail}}
      ></mt-clip-view>
      <button class="close" aria-label=${e(`Đóng đoạn video`)} @click=${this.close}>${v(s)}</button>
    </div>`}content(t,n){let r=n.clips.slice(0,this.config.clips);return c`<div class="strip">
        <mt-day-bar
          .day=${t}
          .window=${n.window}
          .at=${this.at}
          ?dark=${this.hass.themes.darkMode}
          @peek=${this.peekAt}
          @scrub=${this.peekAt}
          @pick=${this.pickAt}
          @step=${this.stepTo}
          @window=${e=>{n.window=e.detail}}
        ></mt-day-bar>
        <mt-day-peek .house=${this.house} .day=${t}></mt-day-peek>
      </div>
      ${this.config.legend===!1?x:P(n.sums(t),k())}
      ${r.length?c`<mt-clip-strip
              .clips=${r}
              .thumbnails=${this.thumbnails}
              current=${this.clip?.id??``}
              @clip=${e=>this.play(e.detail,0)}
            ></mt-clip-strip>`:this.config.clips?c`<p class="muted small">${e(`Chưa có đoạn video nào.`)}</p>`:x}`}said(e){return c`<p class="said muted">${e}</p>`}body(t,n){if(!this.ready||!t.known)return c`<div class="skeleton" aria-busy="true"></div>`;if(!t.overview.loaded)return this.said(e(`Mắt Thần đang không chạy`));let{camera:r}=this;return r?c`${this.head(r)} ${this.clip?this.playing(r,this.clip):x}
    ${n.failure?this.said(t.sentence(n.failure)):n.day?this.content(n.day,n):c`<div class="skeleton" aria-busy="true"></div>`}`:this.said(e(`Không có camera này, hoặc bạn không được xem nó.`))}render(){let{house:e,shown:t}=this;return c`<ha-card>${e&&t?this.body(e,t):x}</ha-card>`}};A([C({attribute:!1})],U.prototype,`hass`,void 0),A([C({attribute:!1})],U.prototype,`config`,void 0),A([l()],U.prototype,`ready`,void 0),A([l()],U.prototype,`date`,void 0),A([l()],U.prototype,`clip`,void 0),A([l()],U.prototype,`begin`,void 0),A([l()],U.prototype,`at`,void 0),A([i(`mt-day-peek`)],U.prototype,`bubble`,void 0),A([i(`mt-clip-view`)],U.prototype,`player`,void 0),U=A([S(),a(`mt-timeline-card`)],U);export{U as TimelineCard};