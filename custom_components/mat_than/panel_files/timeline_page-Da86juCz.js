import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,C as r,D as i,E as a,H as o,M as s,O as c,T as l,U as u,Z as d,_ as ee,bt as f,d as p,g as m,i as h,it as te,k as g,l as _,n as v,o as y,p as b,rt as ne,x as re}from"./address-Cld39viH.js";import{t as x}from"./query-DDQkTGvL.js";import{t as S}from"./page-DR1im83U.js";import"./clip_list-Dlh2AMgl.js";import{t as C}from"./health_words-B-7O0Uru.js";import{t as w}from"./thumbnails-TfSdeAXB.js";var T=6e5;function E(e,t){return t===`motion`?e.motions>0:t===`continuous`?e.kind===`continuous`:t===`all`||e.kept!==void 0}function ie(e,t,n){let r=[];for(let i=e.length-1;i>=0;--i){let a=e[i];a&&a.end>n.from&&a.start<n.until&&E(a,t)&&r.push(a)}return r}function D(e,t){let n=0,r=e.length;for(;n<r;){let i=n+r>>1;(e[i]?.start??0)<=t?n=i+1:r=i}return n}function O(e,t,n){let r=D(e,t),i=e[r-1],a=e[r];if(i&&i.end>=t)return i;let o=i?t-i.end:1/0,s=a?a.start-t:1/0;return Math.min(o,s)>n?null:(o<=s?i:a)??null}function k(e,t,n){let r=e.findIndex(e=>e.id===t.id);return r<0?null:e[r+n]??null}function A(e,t){return e.find(([e,n])=>e<=t&&t<n)??null}function j(e,t,n,r){let i=e.until-e.since,a=Math.min(i,Math.max(T,(t.until-t.from)/n));return N(e,r-(r-t.from)/(t.until-t.from)*a,a)}function M(e,t,n){let r=t.until-t.from;return N(e,t.from+n*r,r)}function N(e,t,n){let r=Math.min(Math.max(e.since,t),e.until-n);return{from:r,until:r+n}}function ae(e){let t={recorded:0,watched:0,absent:0,off:0,unexplained:0};for(let[n,r,i]of e)t[i]+=(r-n)/1e3;return t}var P=[`off`,`watched`,`recorded`,`absent`,`unexplained`];function F(e,t,n){let r=new Uint8Array(n);for(let[n,i,a]of e)L(r,t,n,i,P.indexOf(a)+1);return R(r).map(({start:e,end:t,kind:n})=>({start:e,end:t,kind:P[n-1]??`off`}))}function I(e,t,n){let r=new Uint8Array(n);for(let n of e)L(r,t,n.start,n.end,n.kept?2:1);return R(r).map(({start:e,end:t,kind:n})=>({start:e,end:t,kind:n===2?`kept`:`mark`}))}function L(e,{from:t,until:n},r,i,a){if(i<=t||r>=n)return;let o=e.length/(n-t),s=Math.max(0,Math.floor((r-t)*o)),c=Math.min(e.length,Math.max(s+1,Math.ceil((i-t)*o)));for(let t=s;t<c;t+=1)(e[t]??0)<a&&(e[t]=a)}function R(e){let t=[],n=0;for(let r=1;r<=e.length;r+=1){if(r<e.length&&e[r]===e[n])continue;let i=e[n]??0;i>0&&t.push({start:n,end:r,kind:i}),n=r}return t}var z=4,B=28,V=36,H=22,U=4,W=76,G=[5,10,15,30,60,120,180,360],K=56;function q(e,t,n){let r=e.clientWidth,i=devicePixelRatio||1;e.width!==Math.round(r*i)&&(e.width=Math.round(r*i),e.height=Math.round(84*i));let a=e.getContext(`2d`);a&&r!==0&&(a.setTransform(i,0,0,i,0,0),a.clearRect(0,0,r,84),a.fillStyle=t.ground,a.fillRect(0,V,r,H),J(a,n,t,e.width,i),oe(a,n,t,r))}function J(e,{day:t,window:n,marks:r},i,a,o){for(let{start:r,end:s,kind:c}of F(t.spans,n,a))e.fillStyle=i.kinds[c],e.fillRect(r/o,V,(s-r)/o,H),c===`absent`&&(e.fillStyle=i.hatch,e.fillRect(r/o,54,(s-r)/o,U));for(let{start:t,end:s,kind:c}of I(r,n,a))e.fillStyle=i[c],e.fillRect(t/o,z,Math.max(1.5,(s-t)/o),B)}function oe(e,{day:t,window:n,language:r,font:i},a,o){let s=(n.until-n.from)/6e4,c=(G.find(e=>e/s*o>=K)??360)*6e4;e.font=`12px ${i}`,e.textAlign=`center`;let l=t.since+Math.ceil((n.from-t.since)/c)*c;for(let t=l;t<=n.until;t+=c){let i=(t-n.from)/(n.until-n.from)*o;e.fillStyle=a.line,e.fillRect(i,z,1,54),i<16||i>o-16||(e.fillStyle=a.text,e.fillText(b(new Date(t),r),i,W))}}var Y=class extends c{constructor(...e){super(...e),this.filter=`all`,this.at=0,this.dark=!1,this.hover=null,this.palette=null,this.drawing=0,this.sized=new ResizeObserver(()=>this.draw()),this.touches=new Map,this.pinch=0,this.down=e=>{this.canvas.setPointerCapture(e.pointerId),this.touches.set(e.pointerId,e.clientX),this.pinch=this.spread(),this.touches.size===1&&this.tell(`scrub`,this.moment(e),e.clientX)},this.move=e=>{let t=this.moment(e);if(this.touches.has(e.pointerId)&&this.touches.set(e.pointerId,e.clientX),this.touches.size===2){let e=this.spread();this.pinch>0&&e>0&&this.show(j(this.day,this.window,e/this.pinch,t)),this.pinch=e}else this.hover=t,this.tell(this.touches.size===1?`scrub`:`peek`,t,e.clientX)},this.up=e=>{let t=this.touches.size===1;this.touches.delete(e.pointerId),t&&e.type===`pointerup`&&this.tell(`pick`,this.moment(e),e.clientX),e.pointerType!==`mouse`&&this.leave()},this.leave=()=>{this.hover=null,this.tell(`peek`,null)},this.wheel=e=>{(e.ctrlKey||e.shiftKey)&&(e.preventDefault(),this.show(j(this.day,this.window,e.deltaY<0?1.25:.8,this.moment(e))))},this.press=e=>{let t={ArrowLeft:`earlier`,ArrowRight:`later`,"+":`in`,"-":`out`,Enter:`play`}[e.key];t&&(e.preventDefault(),this.dispatchEvent(new CustomEvent(`step`,{detail:t})))}}static{this.styles=s`
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
  `}connectedCallback(){super.connectedCallback(),this.updateComplete.then(()=>this.sized.observe(this))}disconnectedCallback(){super.disconnectedCallback(),this.sized.disconnect(),cancelAnimationFrame(this.drawing)}updated(e){(e.has(`day`)||e.has(`window`)||e.has(`filter`)||e.has(`dark`))&&this.draw()}draw(){cancelAnimationFrame(this.drawing),this.drawing=requestAnimationFrame(()=>{if(!this.canvas||!this.day)return;this.palette?.dark!==this.dark&&(this.palette={...this.colours(),dark:this.dark});let e=this.day.clips.filter(e=>e.motions>0&&E(e,this.filter)),{day:t,window:n}=this,r=getComputedStyle(this).fontFamily;q(this.canvas,this.palette,{day:t,window:n,marks:e,language:y(),font:r})})}colours(){let e=document.createElement(`span`);this.renderRoot.append(e);let t=t=>(e.style.color=`var(${t})`,getComputedStyle(e).color),n={kinds:{recorded:t(`--mt-primary`),watched:t(`--mt-live-soft`),absent:t(`--mt-danger-soft`),off:t(`--mt-sunken`),unexplained:t(`--mt-danger`)},hatch:t(`--mt-danger`),mark:t(`--mt-mark`),kept:t(`--mt-night`),line:t(`--mt-line`),text:t(`--mt-muted`),ground:t(`--mt-sunken`)};return e.remove(),n}moment(e){let t=this.canvas.getBoundingClientRect(),n=Math.min(1,Math.max(0,(e.clientX-t.left)/t.width));return this.window.from+n*(this.window.until-this.window.from)}tell(e,t,n=0){this.dispatchEvent(new CustomEvent(e,{detail:{at:t,x:n}}))}show(e){this.dispatchEvent(new CustomEvent(`window`,{detail:e}))}spread(){let[e,t]=[...this.touches.values()];return e===void 0||t===void 0?0:Math.abs(e-t)}render(){return this.day?n`<canvas
      height=${84}
      tabindex="0"
      role="slider"
      aria-label=${e(`Thời điểm trong ngày`)}
      aria-valuemin="0"
      aria-valuemax=${Math.round((this.day.until-this.day.since)/6e4)}
      aria-valuenow=${Math.round((this.at-this.day.since)/6e4)}
      aria-valuetext=${b(new Date(this.at),y(),!0)}
      @pointerdown=${this.down}
      @pointermove=${this.move}
      @pointerup=${this.up}
      @pointercancel=${this.up}
      @pointerleave=${this.leave}
      @wheel=${this.wheel}
      @keydown=${this.press}
    ></canvas>
      ${this.line(`cursor`,this.at)}${this.line(`hover`,this.hover)}`:g}line(e,t){if(t===null||t<this.window.from||t>this.window.until)return g;let r=(t-this.window.from)/(this.window.until-this.window.from);return n`<div class=${e} style="left:${100*r}%"></div>`}};r([a({attribute:!1})],Y.prototype,`day`,void 0),r([a({attribute:!1})],Y.prototype,`window`,void 0),r([a()],Y.prototype,`filter`,void 0),r([a({type:Number})],Y.prototype,`at`,void 0),r([a({type:Boolean})],Y.prototype,`dark`,void 0),r([l()],Y.prototype,`hover`,void 0),r([x(`canvas`)],Y.prototype,`canvas`,void 0),Y=r([f(),i(`mt-day-bar`)],Y);var se=864e5;function ce(e,t){return new Date(Date.parse(`${e}T12:00:00Z`)+t*se).toISOString().slice(0,10)}function le(t,{camera_id:r,date:i},a){return n`<div class="cameras" role="group" aria-label=${e(`Camera`)}>
    ${t.map(e=>n`<button
        class="choice"
        aria-pressed=${e.camera_id===r}
        @click=${()=>a(e.camera_id,i)}
      >
        ${e.name}
      </button>`)}
  </div>`}function ue({camera_id:t,date:r,today:i},a,s){let c=e=>()=>s(t,ce(r,e));return n`<div class="days">
    <button class="quiet" aria-label=${e(`Ngày trước`)} @click=${c(-1)}>${p(o)}</button>
    <h1>${ee(`${r}T12:00:00Z`,a)}</h1>
    <button class="quiet" aria-label=${e(`Ngày sau`)} ?disabled=${r>=i} @click=${c(1)}>${p(u)}</button>
    <input
      type="date"
      aria-label=${e(`Chọn ngày`)}
      .value=${r}
      max=${i}
      @change=${e=>{let{value:n}=e.target;n&&s(t,n)}}
    />
  </div>`}var de=60,fe=90,X=class extends c{constructor(...e){super(...e),this.at=null,this.x=0,this.picture=null,this.clip=null,this.timer=0}static{this.styles=s`
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
  `}async show(e,t,n,r){if(this.at=e,this.x=t,clearTimeout(this.timer),this.clip?.id===n?.id||(this.clip=n,this.picture=(n&&r.known(n.id))??null,!n?.still||this.picture))return;await new Promise(e=>{this.timer=window.setTimeout(e,de)});let i=await r.read(n.id);this.clip?.id===n.id&&(this.picture=i)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.timer)}words(n,r){if(!n)return r>this.day.now?e(`Chưa đến`):``;let[,,i,a]=n;return i===`recorded`?e(`Đã ghi`):i===`watched`?e(`Đã trông, không có gì`):i===`off`?C(this.house,a??`off`):e(t`Thiếu: ${C(this.house,a)}`)}render(){let{at:e}=this;if(e===null)return g;let t=Math.max(4,Math.min(this.x-fe,innerWidth-180-4));return n`<div class="bubble" style="left:${t}px" aria-hidden="true">
      ${this.picture?n`<img src=${this.picture} alt="" />`:g}
      <strong>${b(new Date(e),y(),!0)}</strong>
      <span>${this.words(A(this.day.spans,e),e)}</span>
    </div>`}};r([a({attribute:!1})],X.prototype,`house`,void 0),r([a({attribute:!1})],X.prototype,`day`,void 0),r([l()],X.prototype,`at`,void 0),r([l()],X.prototype,`x`,void 0),r([l()],X.prototype,`picture`,void 0),X=r([f(),i(`mt-day-peek`)],X);var pe=class{constructor(e,t){this.house=e,this.told=t}async keep(t){await this.house.ask(`panel/protect`,{clip_ids:[t.id],reason:e(`Giữ từ dòng thời gian`)}),_(e(`Đoạn này được giữ lại cho đến khi bạn thôi giữ.`)),await this.told.changed()}async free(t){await this.house.ask(`panel/unprotect`,{clip_ids:[t.id]}),_(e(`Đoạn này sẽ được xoá khi hết hạn lưu.`)),await this.told.changed()}async delete(n){let{token:r}=await this.house.ask(`panel/delete`,{clip_ids:[n.id]});return _(e(t`Đã xoá đoạn lúc ${b(new Date(n.start),y(),!0)}.`),{deed:{name:e(`Hoàn tác`),run:()=>void this.undo(r)}}),await this.told.changed(),!0}async undo(t){let{undone:n}=await this.house.ask(`panel/undo`,{token:t});_(e(n?`Đã lấy lại.`:`Đã quá muộn: đoạn này không còn nữa.`),{bad:!n}),await this.told.changed()}async export(e,t,n,r){this.told.exporting(0);let i={camera_id:e.camera_id,since:t,until:n,clip_ids:r.map(({id:e})=>e),title:e.name};try{await new Promise((e,t)=>{let n=this.house.listen(`panel/export`,i,t=>{t.share!==void 0&&this.told.exporting(t.share),(t.url!==void 0||t.error!==void 0)&&(n.then(e=>e()).catch(()=>void 0),this.ended(t),e())});n.catch(t)})}finally{this.told.exporting(null)}}ended({url:n,clips:r,error:i}){if(n===void 0){_(this.house.reason(i??`export_failed`),{bad:!0});return}let a=()=>{let e=document.createElement(`a`);e.href=this.house.hass.hassUrl(n),e.download=``,e.click()};_(e(t`Đã xuất ${r??0} đoạn.`),{deed:{name:e(`Tải về`),run:a}}),a()}};function me(t,r){let i=[[`recorded`,e(`Đã ghi`),t.recorded],[`watched`,e(`Đã trông`),t.watched],[`absent`,e(`Thiếu`),t.absent+t.unexplained],[`off`,e(`Tắt`),t.off]];return n`<ul class="legend">
    <li><i class="mark"></i>${e(`Chuyển động`)}</li>
    ${i.map(([e,t,i])=>i>=1?n`<li><i class=${e}></i>${t} <span class="muted">${re(i,r)}</span></li>`:g)}
  </ul>`}var Z=3e3,he=.02,ge=class{constructor(e,t){this.house=e,this.page=t,this.day=null,this.failure=null,this.key=``,this.seen={from:0,until:1},this.chosen=`all`,this.shown=[],this.shownOf=[],this.summed=null,this.wanted=null,this.told=``,this.timer=0}leave(){clearTimeout(this.timer)}follow(e,t){if(!e)return!1;this.wanted={camera:e,date:t};let n=`${e.camera_id} ${t}`;return n===this.key?(t===m(new Date)&&this.news()!==this.told&&this.readSoon(),!1):(this.key=n,this.day=null,this.read(),!0)}news(){let e=this.wanted?.camera;return`${e?.last_clip_at} ${e?.live} ${e?.clips_today}`}readSoon(){this.told=this.news(),clearTimeout(this.timer),this.timer=window.setTimeout(()=>void this.read(),Z)}async read(){let{wanted:e,key:t}=this;if(e){this.told=this.news();try{let n=await this.house.ask(`panel/day`,{camera_id:e.camera.camera_id,day:e.date});if(this.key!==t)return;let r=this.day===null;this.failure=null,this.day=n,r&&(this.seen={from:n.since,until:n.until}),this.page.read(n,r)}catch(e){this.key===t&&(this.failure=e)}this.page.changed()}}get window(){return this.seen}set window(e){this.seen=e,this.page.changed()}get filter(){return this.chosen}set filter(e){this.chosen=e,this.page.changed()}zoom(e,t){this.day&&(this.window=j(this.day,this.seen,e,t))}pan(e){this.day&&(this.window=M(this.day,this.seen,e))}get clips(){let e=[this.day,this.chosen,this.seen.from,this.seen.until];return e.some((e,t)=>e!==this.shownOf[t])&&(this.shown=this.day?ie(this.day.clips,this.chosen,this.seen):[],this.shownOf=e),this.shown}find(e){return this.day?O(this.day.clips,e,(this.seen.until-this.seen.from)*he):null}sums(e){return this.summed?.[0]!==e&&(this.summed=[e,ae(e.spans)]),this.summed[1]}},_e=s`
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
`,Q=`/mat-than`,$=class extends S{constructor(...e){super(...e),this.clip=null,this.begin=0,this.at=0,this.exporting=null,this.reportable=!1,this.peekAt=e=>{let{at:t,x:n}=e.detail;e.type===`scrub`&&t!==null&&(this.at=t),this.bubble?.show(t,n,t===null?null:this.shown.find(t),this.thumbnails)},this.pickAt=e=>{let{at:t}=e.detail;this.at=t;let n=this.shown.find(t);n&&this.play(n,Math.max(0,Math.min(t,n.end)-n.start)/1e3)},this.stepTo=e=>{e.detail===`earlier`?this.go(-1):e.detail===`later`||e.detail===`play`?this.go(1):this.shown.zoom(e.detail===`in`?2:.5,this.at)},this.wish=async e=>{let{clip:t,camera:n}=this;if(t&&n)switch(e.detail){case`earlier`:return this.go(-1);case`later`:return this.go(1);case`keep`:await this.attempt(()=>this.deeds.keep(t));return;case`free`:await this.attempt(()=>this.deeds.free(t));return;case`report`:return h(v(Q,`sharing`,`report`,n.camera_id,`${t.start}`,`${t.end}`));case`export`:await this.attempt(()=>this.deeds.export(n,t.start,t.end,[t]));return;case`delete`:{let e=k(this.shown.clips,t,1)??k(this.shown.clips,t,-1);await this.attempt(()=>this.deeds.delete(t))&&e?this.play(e,0):e||(this.clip=null)}}},this.exportWindow=()=>{let{camera:e}=this,{from:t,until:n}=this.shown.window;e&&this.attempt(()=>this.deeds.export(e,Math.round(t),Math.round(n),[]))}}static{this.styles=[...S.styles,_e]}connectedCallback(){super.connectedCallback(),this.thumbnails=new w(this.house),this.shown=new ge(this.house,{changed:()=>this.requestUpdate(),read:(e,t)=>this.read(e,t)}),this.deeds=new pe(this.house,{changed:()=>this.shown.read(),exporting:e=>{this.exporting=e}}),this.until(()=>{this.thumbnails.clear(),this.shown.leave()}),this.askForHubs(),this.hasUpdated&&this.follow()}async askForHubs(){if(!this.hass.user.is_admin)return;let{hubs:e}=await this.house.ask(`panel/sharing`).catch(()=>({hubs:[]}));this.reportable=e.length>0}willUpdate(e){e.has(`path`)&&this.follow()}hassMatters(e){return e?.themes.darkMode!==this.hass.themes.darkMode}houseChanged(){super.houseChanged(),this.follow()}get camera(){return this.house.camera(this.path[0]??``)??this.house.overview.cameras[0]}get date(){return/^\d{4}-\d\d-\d\d$/.test(this.path[1]??``)?this.path[1]??``:m(this.now)}follow(){this.shown.follow(this.camera,this.date)&&(this.clip=null)}read(e,t){if(t){let t=e.clips.find(e=>e.id===this.path[2]);this.at=t?.start??Math.min(e.now,e.until),t&&this.play(t,0)}else this.clip&&=e.clips.find(e=>e.id===this.clip?.id)??null}open(e,t){h(v(Q,`timeline`,e,t),!0)}play(e,t){this.begin=t,this.at=e.start+t*1e3,this.clip?.id===e.id?this.player?.seek(t):this.clip=e}go(e){let{clips:t}=this.shown,n=this.clip?k(t,this.clip,e===1?-1:1):O([...t].reverse(),this.at,1/0);n&&this.play(n,0)}tools(t){let{window:r}=this.shown,i=r.until-r.from>=t.until-t.since,a=e=>this.shown.pan(e),s=e=>this.shown.zoom(e,this.at);return n`<div class="tools">
      <button class="quiet" aria-label=${e(`Sớm hơn`)} ?disabled=${i} @click=${()=>a(-.5)}>${p(o)}</button>
      <button class="quiet" aria-label=${e(`Thu nhỏ`)} ?disabled=${i} @click=${()=>s(.5)}>${p(ne)}</button>
      <button class="quiet" aria-label=${e(`Phóng to`)} @click=${()=>s(2)}>${p(te)}</button>
      <button class="quiet" aria-label=${e(`Muộn hơn`)} ?disabled=${i} @click=${()=>a(.5)}>${p(u)}</button>
      ${me(this.shown.sums(t),this.language)}
    </div>`}filters(r){let i=[[`all`,e(`Tất cả`)],[`motion`,e(`Chuyển động`)],[`continuous`,e(`Liên tục`)],[`kept`,e(`Được giữ`)]].filter(([e])=>e!==`continuous`||r.clips.some(e=>e.kind===`continuous`));return n`<div class="filters" role="group" aria-label=${e(`Lọc`)}>
      ${i.map(([e,t])=>n`<button
          class="choice small"
          aria-pressed=${this.shown.filter===e}
          @click=${()=>{this.shown.filter=e}}
        >
          ${t}
        </button>`)}
      <span class="muted small count" role="status">${e(t`${this.shown.clips.length} đoạn`)}</span>
      <button class="quiet small" ?disabled=${this.exporting!==null} @click=${this.exportWindow}>
        ${p(d,``,18)}${this.exporting===null?e(`Xuất khoảng này`):e(t`Đang xuất ${Math.round(this.exporting*100)} %`)}
      </button>
    </div>`}content(t,r){let{clips:i}=this.shown;return n`<div class="strip card">
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
          ${this.clip?n`<mt-clip-view
                  .house=${this.house}
                  .clip=${this.clip}
                  .begin=${this.begin}
                  .poster=${this.thumbnails.known(this.clip.id)??null}
                  ?busy=${this.exporting!==null}
                  ?reportable=${this.reportable}
                  camera=${r.name}
                  @wish=${this.wish}
                  @at=${e=>{this.at=e.detail}}
                ></mt-clip-view>`:n`<p class="hint muted">${i.length?e(`Chạm vào một đoạn trong danh sách, hoặc vào thanh thời gian, để xem.`):e(`Không có đoạn video nào trong khoảng này.`)}</p>`}
        </section>
        <section class="card clips" aria-label=${e(`Các đoạn video`)}>
          ${this.filters(t)}
          <mt-clip-list
            .clips=${i}
            .thumbnails=${this.thumbnails}
            current=${this.clip?.id??``}
            @clip=${e=>this.play(e.detail,0)}
          ></mt-clip-list>
        </section>
      </div>`}render(){let{camera:t}=this,{day:r,failure:i}=this.shown;if(!this.house.known)return this.waiting(2);if(!t)return n`<div class="empty card"><h2>${e(`Chưa có camera nào`)}</h2></div>`;let a={camera_id:t.camera_id,date:this.date,today:m(this.now)},o=(e,t)=>this.open(e,t);return n`${le(this.house.overview.cameras,a,o)} ${ue(a,this.language,o)}
    ${i?this.wrong(i):r?this.content(r,t):this.waiting(2)}`}};r([l()],$.prototype,`clip`,void 0),r([l()],$.prototype,`begin`,void 0),r([l()],$.prototype,`at`,void 0),r([l()],$.prototype,`exporting`,void 0),r([l()],$.prototype,`reportable`,void 0),r([x(`mt-day-peek`)],$.prototype,`bubble`,void 0),r([x(`mt-clip-view`)],$.prototype,`player`,void 0),$=r([f(),i(`mt-day-page`)],$);export{$ as TimelinePage};