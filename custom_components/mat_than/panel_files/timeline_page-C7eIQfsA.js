import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,At as r,D as i,E as a,G as o,M as s,O as c,P as l,W as u,_ as d,f,i as p,j as m,jt as h,k as g,lt as _,m as v,mt as y,n as b,nt as x,r as S,s as C,ut as w,w as T,z as E}from"./address-BI3gyPdV.js";import{t as D}from"./page-DRsH2RoT.js";import"./clip_list-TvvtnJpX.js";import"./clip_view-C9NhdzVX.js";import{a as O,c as k,i as A,l as j,n as M,o as N,r as P,s as F,t as I}from"./shown_day-C38EAe8o.js";import{t as L}from"./panel-CRDKhk_E.js";import{t as R}from"./undoing-n8vSRruL.js";import{t as z}from"./thumbnails-TfSdeAXB.js";function B(n,r){let{filter:i,exporting:a,reportAll:o}=r,c=[[`all`,e(`Tất cả`)],[`motion`,e(`Chuyển động`)],[`continuous`,e(`Liên tục`)],[`kept`,e(`Được giữ`)]].filter(([e])=>e!==`continuous`||n.clips.some(e=>e.kind===`continuous`));return s`<div class="filters" role="group" aria-label=${e(`Lọc`)}>
    ${c.map(([e,t])=>s`<button class="choice small" aria-pressed=${i===e} @click=${()=>r.choose(e)}>
        ${t}
      </button>`)}
    <span class="muted small count" role="status">${e(t`${r.count} đoạn`)}</span>
    <div class="whole">
      <button class="quiet small" ?disabled=${a!==null} @click=${r.exportAll}>
        ${f(x,``,18)}${e(a===null?`Xuất khoảng này`:t`Đang xuất ${Math.round(a*100)} %`)}
      </button>
      ${o?s`<button class="quiet small" @click=${o}>
              ${f(E,``,18)}${e(`Báo khoảng này`)}
            </button>`:m}
    </div>
  </div>`}var V=class extends n{constructor(...e){super(...e),this.picture=null}static{this.styles=l`
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
  `}willUpdate(e){let{clip:t}=this;e.has(`clip`)&&e.get(`clip`)?.id!==t.id&&(this.picture=this.thumbnails.known(t.id)??null,t.still&&!this.picture&&this.thumbnails.read(t.id).then(e=>{this.clip.id===t.id&&(this.picture=e)}))}render(){return s`<button @click=${()=>this.dispatchEvent(new CustomEvent(`clip`,{detail:this.clip}))}>
      ${this.picture?s`<img src=${this.picture} alt="" />`:m} ${f(y,``,56)}
      <span>${e(t`Xem đoạn mới nhất, ${v(new Date(this.clip.start),C(),!0)}`)}</span>
    </button>`}};T([g({attribute:!1})],V.prototype,`clip`,void 0),T([g({attribute:!1})],V.prototype,`thumbnails`,void 0),T([c()],V.prototype,`picture`,void 0),V=T([h(),a(`mt-clip-offer`)],V);var H=class{constructor(e,t){this.house=e,this.told=t}async keep(t){await this.house.ask(`panel/protect`,{clip_ids:[t.id]}),L(e(`Đoạn này được giữ lại cho đến khi bạn thôi giữ.`)),await this.told.changed()}async free(t){await this.house.ask(`panel/unprotect`,{clip_ids:[t.id]}),L(e(`Đoạn này sẽ được xoá khi hết hạn lưu.`)),await this.told.changed()}async delete(n){return await R(this.house,{command:`panel/delete`,fields:{clip_ids:[n.id]},done:e(t`Đã xoá đoạn lúc ${v(new Date(n.start),C(),!0)}.`),gone:e(`Đã quá muộn: đoạn này không còn nữa.`),changed:()=>this.told.changed()}),!0}async export(e,t,n,r){this.told.exporting(0);let i={camera_id:e.camera_id,since:t,until:n,clip_ids:r.map(({id:e})=>e),title:e.name};try{await new Promise((e,t)=>{let n=this.house.listen(`panel/export`,i,t=>{t.share!==void 0&&this.told.exporting(t.share),(t.url!==void 0||t.error!==void 0)&&(n.then(e=>e()).catch(()=>void 0),this.ended(t),e())});n.catch(t)})}finally{this.told.exporting(null)}}ended({url:n,clips:r,error:i}){if(n===void 0){L(this.house.reason(i??`export_failed`),{bad:!0});return}let a=()=>{let e=document.createElement(`a`);e.href=this.house.hass.hassUrl(n),e.download=``,e.click()};L(e(t`Đã xuất ${r??0} đoạn.`),{deed:{name:e(`Tải về`),run:a}}),a()}},U=`evening`;function W(n,i,a,o){if(!k(n))return m;let c=v(new Date(i.until),a),l=i.until<n.until?e(t`Mới đầu ngày: đang xem đến ${c}.`):e(`Mới đầu ngày.`);return s`<p class="early">
    <span class="muted">${l}</span>
    <a class="button quiet" href=${o} @click=${S}>${f(r,``,18)}${e(`Xem tối hôm qua`)}</a>
  </p>`}var G=l`
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
  .early {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 0.4rem;
    font-size: 0.9rem;
    border-top: 1px solid var(--mt-line);
    margin-top: 0.2rem;
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
`,K=`/mat-than`,q=class extends D{constructor(...e){super(...e),this.clip=null,this.begin=0,this.at=0,this.exporting=null,this.reportable=!1,this.peekAt=e=>{let{at:t,x:n}=e.detail;e.type===`scrub`&&t!==null&&(this.at=t),this.bubble?.show(t,n,t===null?null:this.shown.find(t),this.thumbnails)},this.pickAt=e=>{let{at:t}=e.detail;this.at=t;let n=this.shown.find(t);n&&this.play(n,Math.max(0,Math.min(t,n.end)-n.start)/1e3)},this.stepTo=e=>{e.detail===`earlier`?this.go(-1):e.detail===`later`||e.detail===`play`?this.go(1):this.shown.zoom(e.detail===`in`?2:.5,this.at)},this.wish=async e=>{let{clip:t,camera:n}=this;if(t&&n)switch(e.detail){case`earlier`:return this.go(-1);case`later`:return this.go(1);case`keep`:await this.attempt(()=>this.deeds.keep(t));return;case`free`:await this.attempt(()=>this.deeds.free(t));return;case`report`:return p(b(K,`sharing`,`report`,n.camera_id,`${t.start}`,`${t.end}`));case`export`:await this.attempt(()=>this.deeds.export(n,t.start,t.end,[t]));return;case`delete`:{let e=j(this.shown.clips,t,1)??j(this.shown.clips,t,-1);await this.attempt(()=>this.deeds.delete(t))&&e?this.play(e,0):e||(this.clip=null)}}},this.exportWindow=()=>{let{camera:e}=this,{from:t,until:n}=this.shown.window;e&&this.attempt(()=>this.deeds.export(e,Math.round(t),Math.round(n),[]))},this.reportWindow=()=>{let{camera:e}=this,{from:t,until:n}=this.shown.window,r=Math.min(n,this.shown.day?.now??n);e&&p(b(K,`sharing`,`report`,e.camera_id,`${Math.round(t)}`,`${Math.round(r)}`))},this.picked=e=>this.play(e.detail,0)}static{this.styles=[...D.styles,M,G]}connectedCallback(){super.connectedCallback(),this.thumbnails=new z(this.house),this.shown=new I(this.house,{changed:()=>this.requestUpdate(),read:(e,t)=>this.read(e,t)}),this.deeds=new H(this.house,{changed:()=>this.shown.read(),exporting:e=>{this.exporting=e}}),this.until(()=>{this.thumbnails.clear(),this.shown.leave()}),this.askForHubs(),this.hasUpdated&&this.follow()}async askForHubs(){if(!this.hass.user.is_admin)return;let{hubs:e}=await this.house.ask(`panel/sharing`).catch(()=>({hubs:[]}));this.reportable=e.length>0}willUpdate(e){e.has(`path`)&&this.follow()}hassMatters(e){return e?.themes.darkMode!==this.hass.themes.darkMode}houseChanged(){super.houseChanged(),this.follow()}get camera(){return this.house.camera(this.path[0]??``)??this.house.overview.cameras[0]}get date(){return/^\d{4}-\d\d-\d\d$/.test(this.path[1]??``)?this.path[1]??``:d(this.now)}follow(){this.shown.follow(this.camera,this.date,this.path[2]===`evening`)&&(this.clip=null)}read(e,t){if(t){let t=e.clips.find(e=>e.id===this.path[2]);this.at=t?.start??Math.min(e.now,e.until),t&&this.play(t,0)}else this.clip&&=e.clips.find(e=>e.id===this.clip?.id)??null}open(e,t){p(b(K,`timeline`,e,t),!0)}play(e,t){this.begin=t,this.at=e.start+t*1e3,this.clip?.id===e.id?this.player?.seek(t):this.clip=e}go(e){let{clips:t}=this.shown,n=this.clip?j(t,this.clip,e===1?-1:1):F([...t].reverse(),this.at,1/0);n&&this.play(n,0)}tools(t){let{window:n}=this.shown,r=n.until-n.from>=t.until-t.since,i=e=>this.shown.pan(e),a=e=>this.shown.zoom(e,this.at);return s`<div class="tools">
      <button class="quiet" aria-label=${e(`Sớm hơn`)} ?disabled=${r} @click=${()=>i(-.5)}>${f(u)}</button>
      <button class="quiet" aria-label=${e(`Thu nhỏ`)} ?disabled=${r} @click=${()=>a(.5)}>${f(_)}</button>
      <button class="quiet" aria-label=${e(`Phóng to`)} @click=${()=>a(2)}>${f(w)}</button>
      <button class="quiet" aria-label=${e(`Muộn hơn`)} ?disabled=${r} @click=${()=>i(.5)}>${f(o)}</button>
      ${P(this.shown.sums(t),this.language)}
    </div>`}filters(e){return B(e,{filter:this.shown.filter,count:this.shown.clips.length,exporting:this.exporting,choose:e=>{this.shown.filter=e},exportAll:this.exportWindow,reportAll:this.reportable?this.reportWindow:null})}offer([t]){return t?s`<mt-clip-offer .clip=${t} .thumbnails=${this.thumbnails} @clip=${this.picked}></mt-clip-offer>`:s`<p class="hint muted">${e(`Không có đoạn video nào trong khoảng này.`)}</p>`}content(t,n){let{clips:r}=this.shown,i=b(K,`timeline`,n.camera_id,N(this.date,-1),U);return s`<div class="strip card">
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
        ${this.tools(t)} ${W(t,this.shown.window,this.language,i)}
      </div>
      <div class="parts">
        <section class="card player" aria-label=${e(`Đoạn video`)}>
          ${this.clip?s`<mt-clip-view
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
      </div>`}render(){let{camera:t}=this,{day:n,failure:r}=this.shown;if(!this.house.known)return this.waiting(2);if(!t)return s`<div class="empty card"><h2>${e(`Chưa có camera nào`)}</h2></div>`;let i={camera_id:t.camera_id,date:this.date,today:d(this.now)},a=(e,t)=>this.open(e,t);return s`${A(this.house.overview.cameras,i,a)} ${O(i,this.language,a)}
    ${r?this.wrong(r):n?this.content(n,t):this.waiting(2)}`}};T([c()],q.prototype,`clip`,void 0),T([c()],q.prototype,`begin`,void 0),T([c()],q.prototype,`at`,void 0),T([c()],q.prototype,`exporting`,void 0),T([c()],q.prototype,`reportable`,void 0),T([i(`mt-day-peek`)],q.prototype,`bubble`,void 0),T([i(`mt-clip-view`)],q.prototype,`player`,void 0),q=T([h(),a(`mt-day-page`)],q);export{q as TimelinePage};