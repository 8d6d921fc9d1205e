import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,D as r,Dt as i,E as a,L as o,M as s,N as c,O as l,P as u,R as d,S as ee,T as f,X as te,Z as p,_ as m,at as h,f as g,gt as _,ht as ne,i as re,j as v,jt as y,k as b,m as x,n as S,s as C,vt as ie,w}from"./address-BI3gyPdV.js";import{t as ae}from"./panel-CRDKhk_E.js";import{t as T}from"./page-DRsH2RoT.js";import{t as E}from"./thumbnails-TfSdeAXB.js";function D({zones:e,privacy_masks:t}){let n=e.map(({name:e,polygon:t,mode:n,...r},i)=>({id:i,kind:n??`include`,name:e,corners:t,more:r})),r=t.map((t,n)=>({id:e.length+n,kind:`privacy`,name:``,corners:t,more:{}}));return[...n,...r]}function O(e){let t=e.filter(({corners:e})=>e.length>=3);return{zones:t.flatMap(({kind:e,name:t,corners:n,more:r})=>e===`privacy`?[]:[{...r,name:t,polygon:k(n),mode:e}]),privacy_masks:t.flatMap(({kind:e,corners:t})=>e===`privacy`?[k(t)]:[])}}function k(e){return e.map(([e,t])=>[Math.round(e*1e4)/1e4,Math.round(t*1e4)/1e4])}var A=e=>Math.min(1,Math.max(0,e));function oe(e,t,[n,r]){return e.corners.length>=64?e:{...e,corners:[...e.corners.slice(0,t),[A(n),A(r)],...e.corners.slice(t)]}}function j(e,t,[n,r]){return{...e,corners:e.corners.map((e,i)=>i===t?[A(n),A(r)]:e)}}function M(e,t){return e.corners.length<=3?e:{...e,corners:e.corners.filter((e,n)=>n!==t)}}function N(e,t,n){let r=e.corners.map(([e])=>e),i=e.corners.map(([,e])=>e),a=Math.min(1-Math.max(...r),Math.max(-Math.min(...r),t)),o=Math.min(1-Math.max(...i),Math.max(-Math.min(...i),n));return{...e,corners:e.corners.map(([e,t])=>[e+a,t+o])}}function P(e,t,n){let r=e%5*.04,[i,a,o,s]=[.3+r,.35+r,.6+r,.75+r];return{id:e,kind:t,name:n,corners:[[i,a],[o,a],[o,A(s)],[i,A(s)]],more:{}}}function F(e){return e.map((t,n)=>{let r=e[(n+1)%e.length]??t;return{after:n+1,at:[(t[0]+r[0])/2,(t[1]+r[1])/2]}})}var I=class{constructor(e){this.now=e,this.past=[],this.future=[]}get canUndo(){return this.past.length>0}get canRedo(){return this.future.length>0}do(e){this.past.push(this.now),this.past.length>200&&this.past.shift(),this.now=e,this.future=[]}undo(){let e=this.past.pop();e!==void 0&&(this.future.push(this.now),this.now=e)}redo(){let e=this.future.pop();e!==void 0&&(this.past.push(this.now),this.now=e)}};function L({mask:e,mask_width:t,mask_height:n}){let r=atob(e),i=Math.ceil(t/8),a=new Uint8ClampedArray(new ArrayBuffer(t*n*4));for(let e=0;e<n;e+=1)for(let n=0;n<t;n+=1)r.charCodeAt(e*i+(n>>3))>>7-(n&7)&1&&a.set([255,90,200,255],(e*t+n)*4);return a}function R(e){let t=document.createElement(`canvas`);return t.width=e.mask_width,t.height=e.mask_height,!t.width||!t.height?``:(t.getContext(`2d`)?.putImageData(new ImageData(L(e),e.mask_width,e.mask_height),0,0),t.toDataURL())}var z=.01,B=1600,V=1e3,H=class extends n{constructor(...e){super(...e),this.areas=[],this.selected=-1,this.picture=null,this.look=null,this.shape=9/16,this.held=null,this.drafted=null,this.mask=null,this.tries=0,this.there=!1,this.again=0,this.drag=e=>{if(!this.held)return;let{area:t,corner:n,from:r}=this.held,[i,a]=this.place(e);this.drafted=n===null?N(t,i-r[0],a-r[1]):j(t,n,[i,a])},this.drop=()=>{this.held&&this.drafted&&this.drafted!==this.held.area&&this.tell(this.drafted),this.held=null,this.drafted=null},this.press=(e,t,n)=>{let r={ArrowLeft:[-.01,0],ArrowRight:[z,0],ArrowUp:[0,-.01],ArrowDown:[0,z]}[e.key];if(r){e.preventDefault();let i=n===null?null:t.corners[n];i&&n!==null?this.tell(j(t,n,[i[0]+r[0],i[1]+r[1]])):this.tell(N(t,r[0],r[1]))}else(e.key===`Delete`||e.key===`Backspace`)&&n!==null?(e.preventDefault(),this.tell(M(t,n))):e.key===`Enter`&&n===null&&(e.preventDefault(),this.choose(t.id))}}static{this.styles=u`
    :host {
      display: block;
      position: relative;
      background: #0a1212;
      overflow: hidden;
      border-radius: var(--mt-radius);
      user-select: none;
    }
    img {
      display: block;
      width: 100%;
      min-height: 10rem;
    }
    img.hidden {
      display: none;
    }
    .none {
      aspect-ratio: 16 / 9;
      display: grid;
      place-content: center;
      color: #b7c7c5;
      font-size: 0.9rem;
    }
    img.seen,
    svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
    }
    img.seen {
      image-rendering: pixelated;
      opacity: 0.55;
      min-height: 0;
    }
    svg {
      touch-action: none;
    }
    polygon {
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
      cursor: grab;
      outline: none;
    }
    .include polygon {
      fill: rgb(67 190 120 / 22%);
      stroke: #4fd18b;
    }
    .exclude polygon {
      fill: rgb(255 166 0 / 24%);
      stroke: #ffb83d;
    }
    .privacy polygon {
      fill: rgb(10 18 18 / 82%);
      stroke: #ff8d84;
    }
    polygon:focus-visible,
    .selected polygon {
      stroke-width: 5;
    }
    polygon:focus-visible,
    circle:focus-visible {
      stroke: #fff;
      outline: none;
    }
    circle.corner {
      fill: #fff;
      stroke: #0a1212;
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
      cursor: move;
    }
    circle.corner:focus-visible {
      fill: #ffd166;
    }
    circle.middle {
      fill: rgb(255 255 255 / 55%);
      stroke: #0a1212;
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
      cursor: copy;
    }
    circle.reach {
      fill: transparent;
      pointer-events: all;
    }
    .box {
      fill: none;
      stroke: #ffd166;
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
    }
  `}tell(e){this.dispatchEvent(new CustomEvent(`area`,{detail:e}))}choose(e){this.dispatchEvent(new CustomEvent(`choose`,{detail:e}))}place(e){let t=this.paper.getBoundingClientRect();return[(e.clientX-t.left)/t.width,(e.clientY-t.top)/t.height]}grab(e,t,n){e.stopPropagation(),this.choose(t.id),this.paper.setPointerCapture(e.pointerId),this.held={area:t,corner:n,from:this.place(e)},this.drafted=t}addAt(e,t,n){let r=oe(t,n,this.place(e));r!==t&&(this.tell(r),this.grab(e,r,n))}area(t){let n=this.drafted?.id===t.id?this.drafted:t,r=B*this.shape,i=n.corners.map(([e,t])=>`${e*B},${t*r}`).join(` `),a=n.id===this.selected;return c`<g class="${n.kind} ${a?`selected`:``}">
      <polygon
        points=${i}
        tabindex="0"
        role="button"
        aria-pressed=${a}
        aria-label=${n.name||e(`Vùng che riêng tư`)}
        @pointerdown=${e=>this.grab(e,n,null)}
        @focus=${()=>this.choose(n.id)}
        @keydown=${e=>this.press(e,n,null)}
      />
      ${a?this.handles(n,r):v}
    </g>`}handles(n,r){let i=B/75;return c`${F(n.corners).map(({after:e,at:t})=>c`<g @pointerdown=${t=>this.addAt(t,n,e)}>
        <circle class="reach" cx=${t[0]*B} cy=${t[1]*r} r=${i*1.6} />
        <circle class="middle" cx=${t[0]*B} cy=${t[1]*r} r=${i*.6} />
      </g>`)}
    ${n.corners.map(([a,o],s)=>c`<g
        @pointerdown=${e=>this.grab(e,n,s)}
        @dblclick=${()=>this.tell(M(n,s))}
      >
        <circle class="reach" cx=${a*B} cy=${o*r} r=${i*2.2} />
        <circle
          class="corner"
          cx=${a*B}
          cy=${o*r}
          r=${i}
          tabindex="0"
          role="button"
          aria-label=${e(t`Góc ${s+1}`)}
          @keydown=${e=>this.press(e,n,s)}
        />
      </g>`)}`}seen(){return this.look?(this.mask?.of!==this.look&&(this.mask={of:this.look,url:R(this.look)}),s`<img class="seen" src=${this.mask.url} alt="" />`):v}willUpdate(e){e.has(`picture`)&&(this.tries=0,e.get(`picture`)?.split(`?`)[0]!==this.picture?.split(`?`)[0]&&(this.there=!1))}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.again)}background(){if(!this.picture)return s`<div class="none">${e(`Chưa có ảnh`)}</div>`;let{picture:t,tries:n}=this;return s`${this.there?v:s`<div class="none">${e(`Đang lấy hình…`)}</div>`}
      <img
        class=${this.there?``:`hidden`}
        src=${n?`${t}${t.includes(`?`)?`&`:`?`}t=${n}`:t}
        alt=${e(`Hình của camera`)}
        @load=${e=>{let t=e.target;this.shape=t.naturalHeight/t.naturalWidth||9/16,this.there=!0}}
        @error=${()=>{clearTimeout(this.again),this.again=window.setTimeout(()=>{this.tries=n+1},V)}}
      />`}render(){let e=B*this.shape;return s`${this.background()}
    ${this.seen()}
    <svg
      viewBox="0 0 ${B} ${e}"
      preserveAspectRatio="none"
      @pointermove=${this.drag}
      @pointerup=${this.drop}
      @pointercancel=${this.drop}
    >
      ${this.areas.map(e=>this.area(e))}
      ${(this.look?.boxes??[]).map(([t,n,r,i])=>c`<rect class="box" x=${t*B} y=${n*e} width=${r*B} height=${i*e} rx="8" />`)}
    </svg>`}};w([b({attribute:!1})],H.prototype,`areas`,void 0),w([b({type:Number})],H.prototype,`selected`,void 0),w([b()],H.prototype,`picture`,void 0),w([b({attribute:!1})],H.prototype,`look`,void 0),w([l()],H.prototype,`shape`,void 0),w([l()],H.prototype,`held`,void 0),w([l()],H.prototype,`drafted`,void 0),w([r(`svg`)],H.prototype,`paper`,void 0),w([l()],H.prototype,`tries`,void 0),w([l()],H.prototype,`there`,void 0),H=w([y(),a(`mt-area-canvas`)],H);var U=432e5;function W(e,t){let n=e.filter(e=>e.kind!==`asked`),r=n.filter(e=>e.start>t-U);return(r.length?r:n).slice(-40)}function G(e,t){let n=t.suppressed?.[0]?.[2]??null;if(t.error)return{clip:e,verdict:`unknown`,reason:null};let r=e.motions>0,i=(t.motions?.length??0)>0;return r===i?{clip:e,verdict:`same`,reason:n}:{clip:e,verdict:i?`new`:`quiet`,reason:n}}function K(e){let t={same:0,quiet:0,new:0,unknown:0};for(let{verdict:n}of e)t[n]+=1;return t}var se={quiet:()=>e(`không có gì động`),still:()=>e(`có gì đó đổi nhưng đứng yên`),outside:()=>e(`động ở ngoài các vùng theo dõi`),small:()=>e(`nhỏ hơn mức của vùng`),other_way:()=>e(`đi ngược hướng của vùng`),brief:()=>e(`quá ngắn`),insect:()=>e(`côn trùng bay sát ống kính`),rain:()=>e(`mưa`),faint:()=>e(`quá mờ`),in_place:()=>e(`lay động tại chỗ`),habit:()=>e(`lay động quen thuộc ở chỗ này`),light:()=>e(`chỉ là ánh sáng`),shadow:()=>e(`chỉ là bóng`),text:()=>e(`chữ, đồng hồ trên hình`),moving:()=>e(`có người hoặc vật di chuyển`)};function q(e,t){return se[t]?.()??e.word(`entity.sensor.scene.state`,t).toLowerCase()}var ce={include:()=>e(`Vùng theo dõi`),exclude:()=>e(`Vùng bỏ qua`),privacy:()=>e(`Vùng che riêng tư`)},le={include:()=>e(`Chỉ báo khi có chuyển động trong vùng này.`),exclude:()=>e(`Không báo chuyển động trong vùng này: cây, cờ, đường đông.`),privacy:()=>e(`Bị che đen trong mọi thứ chia sẻ ra khỏi nhà. Video ở nhà vẫn nguyên vẹn.`)},J=e=>ce[e](),Y=e=>le[e](),ue=864e5,X=class extends n{constructor(...e){super(...e),this.cameraId=``,this.watch={},this.disabled=!1,this.found=[],this.total=0,this.running=!1,this.failure=``,this.pictures=0,this.thumbnails=null,this.stop=null,this.begin=async()=>{this.end(),this.thumbnails??=new E(this.house),this.found=[],this.failure=``,this.running=!0;try{let e=await this.clips();this.total=e.length,e.length===0?this.running=!1:await this.listen(e)}catch(e){this.failure=this.house.sentence(e),this.running=!1}}}static{this.styles=[...f,u`
      progress {
        width: 100%;
        accent-color: var(--mt-primary);
      }
      .counts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin: 0.6rem 0;
      }
      li {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        padding: 0.45rem 0;
        border-top: 1px solid var(--mt-line);
      }
      li img,
      li .none {
        width: 6rem;
        aspect-ratio: 16 / 9;
        object-fit: cover;
        border-radius: 6px;
        background: #0a1212;
        flex: none;
      }
      li div {
        flex: 1;
        min-width: 0;
      }
      .quiet .icon {
        color: var(--mt-muted);
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.end(),this.thumbnails?.clear()}end(){this.stop?.(),this.stop=null,this.running=!1}async clips(){let e=Date.now();return W((await Promise.all([e-ue,e].map(e=>this.house.ask(`panel/day`,{camera_id:this.cameraId,day:m(e)})))).flatMap(({clips:e})=>e),e)}async listen(e){let t={clip_ids:e.map(({id:e})=>e),watch:this.watch},n=await this.house.listen(`replay`,t,t=>{let n=e.find(({id:e})=>e===t.clip_id);n?this.take(G(n,t)):t.error&&(this.failure=this.house.reason(t.error)),t.last&&this.end()});this.running?this.stop=()=>void n().catch(()=>void 0):n().catch(()=>void 0)}take(e){this.found=[...this.found,e],e.verdict!==`same`&&this.thumbnails?.read(e.clip.id).then(()=>{this.pictures+=1})}result(){let n=K(this.found);return s`<div class="counts" role="status">
      <span class="chip">${e(t`Như cũ: ${n.same}`)}</span>
      <span class="chip ${n.quiet?`wait`:``}">${e(t`Không báo nữa: ${n.quiet}`)}</span>
      <span class="chip ${n.new?`main`:``}">${e(t`Báo thêm: ${n.new}`)}</span>
      ${n.unknown?s`<span class="chip bad">${e(t`Không xem được: ${n.unknown}`)}</span>`:v}
    </div>`}row({clip:n,verdict:r,reason:i}){let a=this.thumbnails?.known(n.id),c={quiet:()=>e(i?t`Không báo nữa: ${q(this.house,i)}`:`Không báo nữa`),new:()=>e(`Sẽ báo thêm`),unknown:()=>e(`Không xem được đoạn này`),same:()=>``},l={quiet:o,new:d,unknown:h,same:``},u=S(`/mat-than`,`timeline`,this.cameraId,m(n.start),n.id);return s`<li class=${r}>
      ${a?s`<img src=${a} alt="" />`:s`<span class="none"></span>`}
      <div>
        <a href=${u} target="_blank">${x(new Date(n.start),C(),!0)}</a>
        <span class="muted small"> · ${ee((n.end-n.start)/1e3,C())}</span><br />
        <span class="small">${c[r]()}</span>
      </div>
      ${g(l[r])}
    </li>`}render(){this.pictures;let t=this.found.filter(({verdict:e})=>e!==`same`),n=!this.running&&this.found.length>0;return s`<button ?disabled=${this.disabled} @click=${this.running?this.end:this.begin}>
        ${g(ne)}${this.running?e(`Dừng thử`):e(`Thử với các đoạn đêm qua`)}
      </button>
      ${this.running?s`<p><progress max=${this.total||1} .value=${this.found.length} aria-label=${e(`Đã xem lại`)}></progress></p>`:v}
      ${this.failure?s`<p class="wrong" role="alert">${this.failure}</p>`:v}
      ${this.found.length?this.result():v}
      ${n&&t.length===0?s`<p>${e(`Không có gì thay đổi so với đêm qua.`)}</p>`:v}
      <ul>
        ${t.map(e=>this.row(e))}
      </ul>`}};w([b({attribute:!1})],X.prototype,`house`,void 0),w([b()],X.prototype,`cameraId`,void 0),w([b({attribute:!1})],X.prototype,`watch`,void 0),w([b({type:Boolean})],X.prototype,`disabled`,void 0),w([l()],X.prototype,`found`,void 0),w([l()],X.prototype,`total`,void 0),w([l()],X.prototype,`running`,void 0),w([l()],X.prototype,`failure`,void 0),w([l()],X.prototype,`pictures`,void 0),X=w([y(),a(`mt-rehearsal`)],X);var Z=.5,Q=class extends n{constructor(...e){super(...e),this.looks=[]}static{this.styles=[...f,u`
      svg {
        display: block;
        width: 100%;
        height: 5rem;
        background: var(--mt-sunken);
        border-radius: 8px;
      }
      polyline {
        fill: none;
        stroke: var(--mt-primary);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      line {
        stroke: var(--mt-danger);
        stroke-dasharray: 4 4;
        vector-effect: non-scaling-stroke;
      }
      .now {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        margin-bottom: 0.5rem;
      }
      .now strong {
        font-size: 1.5rem;
        font-variant-numeric: tabular-nums;
        min-width: 3.2rem;
      }
    `]}curve(){let e=120-this.looks.length,t=this.looks.map(({score:t},n)=>`${e+n},${100-100*t}`).join(` `);return s`<svg viewBox="0 0 ${119} 100" preserveAspectRatio="none" aria-hidden="true">
      ${c`<line x1="0" x2=${120} y1=${100-100*Z} y2=${100-100*Z} /><polyline points=${t} />`}
    </svg>`}render(){let n=this.looks.at(-1);if(!n)return s`<p class="muted" role="status">${e(`Đang chờ hình…`)}</p>`;let r=[...new Set(n.dismissed)].map(e=>q(this.house,e));return s`<div class="now">
        <strong>${Math.round(n.score*100)} %</strong>
        <span class="chip ${n.on?`wait`:``}">${n.on?e(`Đang báo chuyển động`):e(`Không báo`)}</span>
        <span class="small">${q(this.house,n.reason)}</span>
      </div>
      ${this.curve()}
      <p class="small muted">
        ${e(`Vượt đường gạch đứt (50 %) là báo. Màu hồng trên hình: chỗ khác với cảnh nền.`)}
        ${r.length?e(t`Vừa bỏ qua: ${r.join(`, `)}.`):v}
      </p>`}};w([b({attribute:!1})],Q.prototype,`house`,void 0),w([b({attribute:!1})],Q.prototype,`looks`,void 0),Q=w([y(),a(`mt-tuning`)],Q);var de=u`
  .cameras {
    display: flex;
    gap: 0.5rem;
    overflow-x: auto;
    padding: 3px;
    margin: -3px -3px 0.7rem;
    scrollbar-width: none;
  }
  .choice {
    flex: none;
    min-height: 2.5rem;
    border-radius: 99px;
    border-color: var(--mt-line);
    font-weight: 500;
  }
  .choice[aria-pressed="true"] {
    background: var(--mt-primary);
    border-color: var(--mt-primary);
    color: var(--mt-on-primary);
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1.8fr) minmax(19rem, 1fr);
    gap: 1rem;
    align-items: start;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin-bottom: 0.6rem;
  }
  .tools button {
    padding-inline: 0.7rem;
    font-size: 0.9rem;
    min-height: 2.5rem;
  }
  .tools .gap {
    flex: 1;
  }
  .tools i {
    width: 0.8rem;
    height: 0.8rem;
    border-radius: 3px;
  }
  .tools i.include {
    background: #4fd18b;
  }
  .tools i.exclude {
    background: #ffb83d;
  }
  .tools i.privacy {
    background: #10201f;
    outline: 2px solid #ff8d84;
  }
  .chosen,
  .drawing > p {
    margin-top: 0.75rem;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.25rem;
    align-items: end;
  }
  .chosen p {
    flex: 1 1 14rem;
  }
  .chosen label {
    flex: 1 1 12rem;
  }
  section.card {
    display: grid;
    gap: 0.7rem;
    justify-items: start;
  }
  section.card > * {
    max-width: 100%;
  }
  mt-tuning,
  mt-rehearsal,
  .sliders {
    width: 100%;
    display: block;
  }
  .sliders label {
    margin-bottom: 0.8rem;
  }
  input[type="range"] {
    padding: 0;
    border: 0;
    background: none;
    min-height: 2.2rem;
    accent-color: var(--mt-primary);
    display: block;
  }
  output {
    float: inline-end;
    font-variant-numeric: tabular-nums;
  }
  .hint {
    font-weight: 400;
    margin: 0;
  }
  .save {
    position: sticky;
    bottom: calc(1rem + var(--mt-foot, 0px) + env(safe-area-inset-bottom));
    z-index: 4;
    display: flex;
    gap: 0.5rem;
    align-items: center;
    justify-content: flex-end;
    margin-top: 1rem;
    padding: 0.6rem 0.75rem 0.6rem 1.1rem;
    border-radius: var(--mt-radius);
    background: var(--mt-raised);
    border: 1px solid var(--mt-line);
    box-shadow: var(--mt-shadow-high);
  }
  .save span {
    margin-inline-end: auto;
    font-weight: 600;
  }
  :host([narrow]) .parts {
    grid-template-columns: minmax(0, 1fr);
  }
`,fe=1280,$=class extends T{constructor(...n){super(...n),this.told=null,this.failure=null,this.selected=-1,this.looks=[],this.watching=!1,this.saving=!1,this.steps=null,this.saved=null,this.readOf=``,this.stopLooking=null,this.nextId=1e3,this.save=async()=>{let{camera:n,draft:r}=this;if(!n||!r)return;this.saving=!0;let i=await this.attempt(()=>{let{sensitivity:e,minimum_s:t}=r,i=O(r.areas);return this.house.ask(`panel/zones/save`,{camera_id:n.camera_id,...i,sensitivity:e,minimum_s:t})});this.saving=!1,i!==void 0&&(this.saved=r,ae(e(t`Đã lưu. ${n.name} dùng ngay các vùng này.`)),this.requestUpdate())},this.toggleLooking=async()=>{if(this.watching)return this.endLooking();let e=this.camera;if(!e)return;this.watching=!0;let t=await this.attempt(()=>this.house.listen(`tuning/subscribe`,{camera_id:e.camera_id},e=>{this.looks=[...this.looks.slice(-119),e]}));t?this.watching?this.stopLooking=()=>void t().catch(()=>void 0):t().catch(()=>void 0):this.watching=!1},this.press=e=>{(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()===`z`&&(e.preventDefault(),e.shiftKey?this.steps?.redo():this.steps?.undo(),this.requestUpdate())}}static{this.styles=[...T.styles,de]}disconnectedCallback(){super.disconnectedCallback(),this.endLooking()}willUpdate(e){e.has(`path`)&&this.camera&&this.camera.camera_id!==this.readOf&&this.read()}houseChanged(){super.houseChanged(),this.camera&&this.camera.camera_id!==this.readOf&&this.read()}get camera(){return this.house.camera(this.path[0]??``)??this.house.overview.cameras[0]}get draft(){return this.steps?.now??null}async read(){let e=this.camera;if(e){this.endLooking(),this.readOf=e.camera_id,this.told=null,this.selected=-1;try{let t=await this.house.ask(`panel/zones`,{camera_id:e.camera_id});if(this.readOf!==e.camera_id)return;let{sensitivity:n,minimum_s:r,zones:i}=t.watch;this.saved={areas:D({zones:i,privacy_masks:t.privacy_masks}),sensitivity:n,minimum_s:r},this.steps=new I(this.saved),this.failure=null,this.told=t}catch(e){this.failure=e}}}do(e){this.steps&&(this.steps.do({...this.steps.now,...e}),this.requestUpdate())}change(e){let t=this.draft?.areas.map(t=>t.id===e.id?e:t)??[];this.do({areas:t})}add(e){if(!this.draft||this.draft.areas.length>=20)return;this.nextId+=1;let t=this.draft.areas.filter(t=>t.kind===e).length+1,n=P(this.nextId,e,e===`privacy`?``:`${J(e)} ${t}`);this.do({areas:[...this.draft.areas,n]}),this.selected=n.id}removeChosen(){this.do({areas:this.draft?.areas.filter(({id:e})=>e!==this.selected)??[]}),this.selected=-1}get changed(){return this.draft!==null&&JSON.stringify(this.draft)!==JSON.stringify(this.saved)}endLooking(){this.stopLooking?.(),this.stopLooking=null,this.watching=!1,this.looks=[]}choices(t){return s`<div class="cameras" role="group" aria-label=${e(`Camera`)}>
      ${this.house.overview.cameras.map(e=>s`<button
          class="choice"
          aria-pressed=${e.camera_id===t.camera_id}
          @click=${()=>re(S(`/mat-than`,`zones`,e.camera_id),!0)}
        >
          ${e.name}
        </button>`)}
    </div>`}tools(){return s`<div class="tools">
      ${[`include`,`exclude`,`privacy`].map(e=>s`<button title=${Y(e)} @click=${()=>this.add(e)}>
          ${g(_,``,18)}<i class=${e}></i>${J(e)}
        </button>`)}
      <span class="gap"></span>
      <button class="quiet" aria-label=${e(`Hoàn tác`)} ?disabled=${!this.steps?.canUndo} @click=${()=>this.step(`undo`)}>${g(i)}</button>
      <button class="quiet" aria-label=${e(`Làm lại`)} ?disabled=${!this.steps?.canRedo} @click=${()=>this.step(`redo`)}>${g(ie)}</button>
    </div>`}step(e){this.steps?.[e](),this.requestUpdate()}chosen(t){let n=t.areas.find(({id:e})=>e===this.selected);return n?s`<div class="chosen">
      <p><strong>${J(n.kind)}</strong><br /><span class="small muted">${Y(n.kind)}</span></p>
      ${n.kind===`privacy`?v:s`<label>
              ${e(`Tên`)}
              <input
                maxlength="60"
                .value=${n.name}
                @change=${e=>this.change({...n,name:e.target.value.trim()||J(n.kind)})}
              />
            </label>`}
      <button class="quiet" @click=${()=>this.removeChosen()}>${g(p)}${e(`Xoá vùng này`)}</button>
    </div>`:s`<p class="muted small">
        ${t.areas.length?e(`Chạm vào một vùng để sửa. Kéo góc để dời, kéo chấm giữa cạnh để thêm góc, chạm đúp vào góc để bỏ.`):e(`Chưa có vùng nào: cả hình được theo dõi.`)}
      </p>`}sliders(t){return s`<div class="sliders">
      <label>
        ${e(`Độ nhạy`)} <output class="muted">${t.sensitivity}</output>
        <input
          type="range"
          min="1"
          max="100"
          .value=${String(t.sensitivity)}
          @change=${e=>this.do({sensitivity:Number(e.target.value)})}
        />
        <span class="hint">${e(`Thấp: chỉ vật to, rõ. Cao: mọi thứ chuyển động.`)}</span>
      </label>
      <label>
        ${e(`Kéo dài ít nhất`)} <output class="muted">${t.minimum_s.toLocaleString(this.language)} ${e(`giây`)}</output>
        <input
          type="range"
          min="0"
          max="5"
          step="0.1"
          .value=${String(t.minimum_s)}
          @change=${e=>this.do({minimum_s:Number(e.target.value)})}
        />
        <span class="hint">${e(`Chuyển động ngắn hơn thế thì không báo.`)}</span>
      </label>
    </div>`}content(t,n,r){let i=this.looks.at(-1)??null,a=this.house.picture(t.entities.camera,fe),o=this.house.picture(t.entities.picture),c=t.live?a??o:o??a,l={...n.watch,sensitivity:r.sensitivity,minimum_s:r.minimum_s,zones:O(r.areas).zones};return s`<div class="parts" @keydown=${this.press}>
      <section class="drawing" aria-label=${e(`Vẽ vùng`)}>
        ${this.tools()}
        <mt-area-canvas
          .areas=${r.areas}
          selected=${this.selected}
          .picture=${c??(i?`data:image/jpeg;base64,${i.picture_jpeg}`:null)}
          .look=${i}
          @area=${e=>this.change(e.detail)}
          @choose=${e=>{this.selected=e.detail}}
        ></mt-area-canvas>
        ${this.chosen(r)}
      </section>
      <div class="stack">
        <section class="card">
          <h2>${e(`Phát hiện`)}</h2>
          ${this.sliders(r)}
        </section>
        <section class="card">
          <h2>${e(`Máy đang thấy gì`)}</h2>
          <p class="small muted">${e(`Từng hình được chấm từ 0 đến 100 %: quá 50 % là có chuyển động. Xem trực tiếp máy chấm gì và vì sao.`)}</p>
          <button @click=${this.toggleLooking} ?disabled=${!t.live}>${this.watching?e(`Thôi xem`):e(`Xem trực tiếp`)}</button>
          ${this.watching?s`<p class="small muted">${e(`Theo các vùng đã lưu.`)}</p><mt-tuning .house=${this.house} .looks=${this.looks}></mt-tuning>`:v}
        </section>
        <section class="card">
          <h2>${e(`Thử trước khi lưu`)}</h2>
          <p class="small muted">${e(`Xem lại các đoạn đêm qua theo những gì bạn vừa vẽ: đoạn nào sẽ không báo nữa, đoạn nào báo thêm.`)}</p>
          <mt-rehearsal .house=${this.house} .cameraId=${t.camera_id} .watch=${l}></mt-rehearsal>
        </section>
      </div>
    </div>
    <div class="save" ?hidden=${!this.changed}>
      <span>${e(`Có thay đổi chưa lưu`)}</span>
      <button class="quiet" @click=${()=>this.discard()}>${e(`Bỏ`)}</button>
      <button class="primary" ?disabled=${this.saving} @click=${this.save}>${g(te)}${e(`Lưu`)}</button>
    </div>`}discard(){this.saved&&this.do(this.saved),this.selected=-1}render(){let{camera:t,draft:n,told:r}=this;return this.house.known?t?s`${this.choices(t)}
    ${this.failure?this.wrong(this.failure):r&&n?this.content(t,r,n):this.waiting(2)}`:s`<div class="empty card"><h2>${e(`Chưa có camera nào`)}</h2></div>`:this.waiting(2)}};w([l()],$.prototype,`told`,void 0),w([l()],$.prototype,`failure`,void 0),w([l()],$.prototype,`selected`,void 0),w([l()],$.prototype,`looks`,void 0),w([l()],$.prototype,`watching`,void 0),w([l()],$.prototype,`saving`,void 0),$=w([y(),a(`mt-zones`)],$);export{$ as ZonesPage};