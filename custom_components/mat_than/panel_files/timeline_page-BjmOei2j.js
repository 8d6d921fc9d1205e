import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,D as r,E as i,G as a,M as o,O as s,P as c,W as l,_ as u,f as d,i as f,j as p,jt as m,k as h,lt as g,m as _,mt as v,n as y,nt as b,s as x,ut as S,w as C,z as w}from"./address-B5gueYZQ.js";import{t as T}from"./page-CE-T0xGa.js";import"./clip_list-B0_ZvNkN.js";import"./clip_view-DsAyXHyR.js";import{a as E,c as D,i as O,n as k,r as A,s as j,t as M}from"./shown_day-BBjtrS5g.js";import{t as N}from"./panel-BsQZhw5w.js";import{t as P}from"./undoing-DIyq4NqK.js";import{t as F}from"./thumbnails-TfSdeAXB.js";function I(n,r){let{filter:i,exporting:a,reportAll:s}=r,c=[[`all`,e(`Tất cả`)],[`motion`,e(`Chuyển động`)],[`continuous`,e(`Liên tục`)],[`kept`,e(`Được giữ`)]].filter(([e])=>e!==`continuous`||n.clips.some(e=>e.kind===`continuous`));return o`<div class="filters" role="group" aria-label=${e(`Lọc`)}>
    ${c.map(([e,t])=>o`<button class="choice small" aria-pressed=${i===e} @click=${()=>r.choose(e)}>
        ${t}
      </button>`)}
    <span class="muted small count" role="status">${e(t`${r.count} đoạn`)}</span>
    <div class="whole">
      <button class="quiet small" ?disabled=${a!==null} @click=${r.exportAll}>
        ${d(b,``,18)}${e(a===null?`Xuất khoảng này`:t`Đang xuất ${Math.round(a*100)} %`)}
      </button>
      ${s?o`<button class="quiet small" @click=${s}>
              ${d(w,``,18)}${e(`Báo khoảng này`)}
            </button>`:p}
    </div>
  </div>`}var L=class extends n{constructor(...e){super(...e),this.picture=null}static{this.styles=c`
    :host {
      display: block;
    }
    button {
      position: relative;
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 0.35rem;
      width: 100%;
      aspect-ratio: 16 / 9;
      padding: 0;
      border: 0;
      background: #0a1212;
      color: #fff;
      font: inherit;
      font-weight: 600;
      cursor: pointer;
    }
    button:focus-visible {
      outline: 3px solid #fff;
      outline-offset: -6px;
    }
    img {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: cover;
      opacity: 0.55;
    }
    button:hover img {
      opacity: 0.7;
    }
    svg,
    span {
      position: relative;
    }
    span {
      padding: 0.1rem 0.7rem;
      border-radius: 99px;
      background: rgb(8 18 18 / 78%);
      font-variant-numeric: tabular-nums;
    }
  `}willUpdate(e){let{clip:t}=this;e.has(`clip`)&&e.get(`clip`)?.id!==t.id&&(this.picture=this.thumbnails.known(t.id)??null,t.still&&!this.picture&&this.thumbnails.read(t.id).then(e=>{this.clip.id===t.id&&(this.picture=e)}))}render(){return o`<button @click=${()=>this.dispatchEvent(new CustomEvent(`clip`,{detail:this.clip}))}>
      ${this.picture?o`<img src=${this.picture} alt="" />`:p} ${d(v,``,56)}
      <span>${e(t`Xem đoạn mới nhất, ${_(new Date(this.clip.start),x(),!0)}`)}</span>
    </button>`}};C([h({attribute:!1})],L.prototype,`clip`,void 0),C([h({attribute:!1})],L.prototype,`thumbnails`,void 0),C([s()],L.prototype,`picture`,void 0),L=C([m(),i(`mt-clip-offer`)],L);var R=class{constructor(e,t){this.house=e,this.told=t}async keep(t){await this.house.ask(`panel/protect`,{clip_ids:[t.id],reason:e(`Giữ từ dòng thời gian`)}),N(e(`Đoạn này được giữ lại cho đến khi bạn thôi giữ.`)),await this.told.changed()}async free(t){await this.house.ask(`panel/unprotect`,{clip_ids:[t.id]}),N(e(`Đoạn này sẽ được xoá khi hết hạn lưu.`)),await this.told.changed()}async delete(n){return await P(this.house,{command:`panel/delete`,fields:{clip_ids:[n.id]},done:e(t`Đã xoá đoạn lúc ${_(new Date(n.start),x(),!0)}.`),gone:e(`Đã quá muộn: đoạn này không còn nữa.`),changed:()=>this.told.changed()}),!0}async export(e,t,n,r){this.told.exporting(0);let i={camera_id:e.camera_id,since:t,until:n,clip_ids:r.map(({id:e})=>e),title:e.name};try{await new Promise((e,t)=>{let n=this.house.listen(`panel/export`,i,t=>{t.share!==void 0&&this.told.exporting(t.share),(t.url!==void 0||t.error!==void 0)&&(n.then(e=>e()).catch(()=>void 0),this.ended(t),e())});n.catch(t)})}finally{this.told.exporting(null)}}ended({url:n,clips:r,error:i}){if(n===void 0){N(this.house.reason(i??`export_failed`),{bad:!0});return}let a=()=>{let e=document.createElement(`a`);e.href=this.house.hass.hassUrl(n),e.download=``,e.click()};N(e(t`Đã xuất ${r??0} đoạn.`),{deed:{name:e(`Tải về`),run:a}}),a()}},z=c`
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
    margin-inline-start: auto;
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
  .filters .whole {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: auto;
  }
  .filters .quiet {
    font-size: 0.85rem;
    min-height: 2.25rem;
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
`,B=`/mat-than`,V=class extends T{constructor(...e){super(...e),this.clip=null,this.begin=0,this.at=0,this.exporting=null,this.reportable=!1,this.peekAt=e=>{let{at:t,x:n}=e.detail;e.type===`scrub`&&t!==null&&(this.at=t),this.bubble?.show(t,n,t===null?null:this.shown.find(t),this.thumbnails)},this.pickAt=e=>{let{at:t}=e.detail;this.at=t;let n=this.shown.find(t);n&&this.play(n,Math.max(0,Math.min(t,n.end)-n.start)/1e3)},this.stepTo=e=>{e.detail===`earlier`?this.go(-1):e.detail===`later`||e.detail===`play`?this.go(1):this.shown.zoom(e.detail===`in`?2:.5,this.at)},this.wish=async e=>{let{clip:t,camera:n}=this;if(t&&n)switch(e.detail){case`earlier`:return this.go(-1);case`later`:return this.go(1);case`keep`:await this.attempt(()=>this.deeds.keep(t));return;case`free`:await this.attempt(()=>this.deeds.free(t));return;case`report`:return f(y(B,`sharing`,`report`,n.camera_id,`${t.start}`,`${t.end}`));case`export`:await this.attempt(()=>this.deeds.export(n,t.start,t.end,[t]));return;case`delete`:{let e=D(this.shown.clips,t,1)??D(this.shown.clips,t,-1);await this.attempt(()=>this.deeds.delete(t))&&e?this.play(e,0):e||(this.clip=null)}}},this.exportWindow=()=>{let{camera:e}=this,{from:t,until:n}=this.shown.window;e&&this.attempt(()=>this.deeds.export(e,Math.round(t),Math.round(n),[]))},this.reportWindow=()=>{let{camera:e}=this,{from:t,until:n}=this.shown.window,r=Math.min(n,this.shown.day?.now??n);e&&f(y(B,`sharing`,`report`,e.camera_id,`${Math.round(t)}`,`${Math.round(r)}`))},this.picked=e=>this.play(e.detail,0)}static{this.styles=[...T.styles,k,z]}connectedCallback(){super.connectedCallback(),this.thumbnails=new F(this.house),this.shown=new M(this.house,{changed:()=>this.requestUpdate(),read:(e,t)=>this.read(e,t)}),this.deeds=new R(this.house,{changed:()=>this.shown.read(),exporting:e=>{this.exporting=e}}),this.until(()=>{this.thumbnails.clear(),this.shown.leave()}),this.askForHubs(),this.hasUpdated&&this.follow()}async askForHubs(){if(!this.hass.user.is_admin)return;let{hubs:e}=await this.house.ask(`panel/sharing`).catch(()=>({hubs:[]}));this.reportable=e.length>0}willUpdate(e){e.has(`path`)&&this.follow()}hassMatters(e){return e?.themes.darkMode!==this.hass.themes.darkMode}houseChanged(){super.houseChanged(),this.follow()}get camera(){return this.house.camera(this.path[0]??``)??this.house.overview.cameras[0]}get date(){return/^\d{4}-\d\d-\d\d$/.test(this.path[1]??``)?this.path[1]??``:u(this.now)}follow(){this.shown.follow(this.camera,this.date)&&(this.clip=null)}read(e,t){if(t){let t=e.clips.find(e=>e.id===this.path[2]);this.at=t?.start??Math.min(e.now,e.until),t&&this.play(t,0)}else this.clip&&=e.clips.find(e=>e.id===this.clip?.id)??null}open(e,t){f(y(B,`timeline`,e,t),!0)}play(e,t){this.begin=t,this.at=e.start+t*1e3,this.clip?.id===e.id?this.player?.seek(t):this.clip=e}go(e){let{clips:t}=this.shown,n=this.clip?D(t,this.clip,e===1?-1:1):j([...t].reverse(),this.at,1/0);n&&this.play(n,0)}tools(t){let{window:n}=this.shown,r=n.until-n.from>=t.until-t.since,i=e=>this.shown.pan(e),s=e=>this.shown.zoom(e,this.at);return o`<div class="tools">
      <button class="quiet" aria-label=${e(`Sớm hơn`)} ?disabled=${r} @click=${()=>i(-.5)}>${d(l)}</button>
      <button class="quiet" aria-label=${e(`Thu nhỏ`)} ?disabled=${r} @click=${()=>s(.5)}>${d(g)}</button>
      <button class="quiet" aria-label=${e(`Phóng to`)} @click=${()=>s(2)}>${d(S)}</button>
      <button class="quiet" aria-label=${e(`Muộn hơn`)} ?disabled=${r} @click=${()=>i(.5)}>${d(a)}</button>
      ${A(this.shown.sums(t),this.language)}
    </div>`}filters(e){return I(e,{filter:this.shown.filter,count:this.shown.clips.length,exporting:this.exporting,choose:e=>{this.shown.filter=e},exportAll:this.exportWindow,reportAll:this.reportable?this.reportWindow:null})}offer([t]){return t?o`<mt-clip-offer .clip=${t} .thumbnails=${this.thumbnails} @clip=${this.picked}></mt-clip-offer>`:o`<p class="hint muted">${e(`Không có đoạn video nào trong khoảng này.`)}</p>`}content(t,n){let{clips:r}=this.shown;return o`<div class="strip card">
        <mt-day-bar
          .day=${t}
          .window=${this.shown.window}
          .at=${this.at}
          filter=${this.shown.filter}
          ?dark=${this.hass.themes.darkMode}
          @peek=${this.peekAt}
          @scrub=${this.peekAt}
          @pick=${this.pickAt}
          @step=${this.stepTo}
          @window=${e=>{this.shown.window=e.detail}}
        ></mt-day-bar>
        <mt-day-peek .house=${this.house} .day=${t}></mt-day-peek>
        ${this.tools(t)}
      </div>
      <div class="parts">
        <section class="card player" aria-label=${e(`Đoạn video`)}>
          ${this.clip?o`<mt-clip-view
                  .house=${this.house}
                  .clip=${this.clip}
                  .begin=${this.begin}
                  .poster=${this.thumbnails.known(this.clip.id)??null}
                  ?busy=${this.exporting!==null}
                  ?reportable=${this.reportable}
                  camera=${n.name}
                  @wish=${this.wish}
                  @at=${e=>{this.at=e.detail}}
                ></mt-clip-view>`:this.offer(r)}
        </section>
        <section class="card clips" aria-label=${e(`Các đoạn video`)}>
          ${this.filters(t)}
          <mt-clip-list
            .clips=${r}
            .thumbnails=${this.thumbnails}
            current=${this.clip?.id??``}
            @clip=${this.picked}
          ></mt-clip-list>
        </section>
      </div>`}render(){let{camera:t}=this,{day:n,failure:r}=this.shown;if(!this.house.known)return this.waiting(2);if(!t)return o`<div class="empty card"><h2>${e(`Chưa có camera nào`)}</h2></div>`;let i={camera_id:t.camera_id,date:this.date,today:u(this.now)},a=(e,t)=>this.open(e,t);return o`${O(this.house.overview.cameras,i,a)} ${E(i,this.language,a)}
    ${r?this.wrong(r):n?this.content(n,t):this.waiting(2)}`}};C([s()],V.prototype,`clip`,void 0),C([s()],V.prototype,`begin`,void 0),C([s()],V.prototype,`at`,void 0),C([s()],V.prototype,`exporting`,void 0),C([s()],V.prototype,`reportable`,void 0),C([r(`mt-day-peek`)],V.prototype,`bubble`,void 0),C([r(`mt-clip-view`)],V.prototype,`player`,void 0),V=C([m(),i(`mt-day-page`)],V);export{V as TimelinePage};