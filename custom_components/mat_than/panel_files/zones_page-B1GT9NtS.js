import{$ as e,C as t,D as n,E as r,G as i,I as a,M as o,N as s,S as c,U as l,W as u,Z as d,_ as f,b as p,c as ee,g as te,h as m,i as h,l as g,m as _,n as ne,nt as v,o as y,p as re,r as b,t as x,tt as S,v as C,w,x as T,y as E}from"./panel-Ypn5fzRZ.js";import{t as D}from"./page-B6sU9ckl.js";import{t as O}from"./thumbnails-TfSdeAXB.js";function ie({zones:e,privacy_masks:t}){let n=e.map(({name:e,polygon:t,mode:n,...r},i)=>({id:i,kind:n??`include`,name:e,corners:t,more:r})),r=t.map((t,n)=>({id:e.length+n,kind:`privacy`,name:``,corners:t,more:{}}));return[...n,...r]}function k(e){let t=e.filter(({corners:e})=>e.length>=3);return{zones:t.flatMap(({kind:e,name:t,corners:n,more:r})=>e===`privacy`?[]:[{...r,name:t,polygon:A(n),mode:e}]),privacy_masks:t.flatMap(({kind:e,corners:t})=>e===`privacy`?[A(t)]:[])}}function A(e){return e.map(([e,t])=>[Math.round(e*1e4)/1e4,Math.round(t*1e4)/1e4])}var j=e=>Math.min(1,Math.max(0,e));function M(e,t,[n,r]){return e.corners.length>=64?e:{...e,corners:[...e.corners.slice(0,t),[j(n),j(r)],...e.corners.slice(t)]}}function N(e,t,[n,r]){return{...e,corners:e.corners.map((e,i)=>i===t?[j(n),j(r)]:e)}}function P(e,t){return e.corners.length<=3?e:{...e,corners:e.corners.filter((e,n)=>n!==t)}}function F(e,t,n){let r=e.corners.map(([e])=>e),i=e.corners.map(([,e])=>e),a=Math.min(1-Math.max(...r),Math.max(-Math.min(...r),t)),o=Math.min(1-Math.max(...i),Math.max(-Math.min(...i),n));return{...e,corners:e.corners.map(([e,t])=>[e+a,t+o])}}function ae(e,t,n){let r=e%5*.04,[i,a,o,s]=[.3+r,.35+r,.6+r,.75+r];return{id:e,kind:t,name:n,corners:[[i,a],[o,a],[o,j(s)],[i,j(s)]],more:{}}}function oe(e){return e.map((t,n)=>{let r=e[(n+1)%e.length]??t;return{after:n+1,at:[(t[0]+r[0])/2,(t[1]+r[1])/2]}})}var se=class{constructor(e){this.now=e,this.past=[],this.future=[]}get canUndo(){return this.past.length>0}get canRedo(){return this.future.length>0}do(e){this.past.push(this.now),this.past.length>200&&this.past.shift(),this.now=e,this.future=[]}undo(){let e=this.past.pop();e!==void 0&&(this.future.push(this.now),this.now=e)}redo(){let e=this.future.pop();e!==void 0&&(this.past.push(this.now),this.now=e)}};function I({mask:e,mask_width:t,mask_height:n}){let r=atob(e),i=Math.ceil(t/8),a=new Uint8ClampedArray(new ArrayBuffer(t*n*4));for(let e=0;e<n;e+=1)for(let n=0;n<t;n+=1)r.charCodeAt(e*i+(n>>3))>>7-(n&7)&1&&a.set([255,90,200,255],(e*t+n)*4);return a}function L(e){let t=document.createElement(`canvas`);return t.width=e.mask_width,t.height=e.mask_height,!t.width||!t.height?``:(t.getContext(`2d`)?.putImageData(new ImageData(I(e),e.mask_width,e.mask_height),0,0),t.toDataURL())}var R=.01,z=1600,B=class extends p{constructor(...e){super(...e),this.areas=[],this.selected=-1,this.picture=null,this.look=null,this.shape=9/16,this.held=null,this.drafted=null,this.mask=null,this.drag=e=>{if(!this.held)return;let{area:t,corner:n,from:r}=this.held,[i,a]=this.place(e);this.drafted=n===null?F(t,i-r[0],a-r[1]):N(t,n,[i,a])},this.drop=()=>{this.held&&this.drafted&&this.drafted!==this.held.area&&this.tell(this.drafted),this.held=null,this.drafted=null},this.press=(e,t,n)=>{let r={ArrowLeft:[-.01,0],ArrowRight:[R,0],ArrowUp:[0,-.01],ArrowDown:[0,R]}[e.key];if(r){e.preventDefault();let i=n===null?null:t.corners[n];i&&n!==null?this.tell(N(t,n,[i[0]+r[0],i[1]+r[1]])):this.tell(F(t,r[0],r[1]))}else(e.key===`Delete`||e.key===`Backspace`)&&n!==null?(e.preventDefault(),this.tell(P(t,n))):e.key===`Enter`&&n===null&&(e.preventDefault(),this.choose(t.id))}}static{this.styles=w`
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
  `}tell(e){this.dispatchEvent(new CustomEvent(`area`,{detail:e}))}choose(e){this.dispatchEvent(new CustomEvent(`choose`,{detail:e}))}place(e){let t=this.paper.getBoundingClientRect();return[(e.clientX-t.left)/t.width,(e.clientY-t.top)/t.height]}grab(e,t,n){e.stopPropagation(),this.choose(t.id),this.paper.setPointerCapture(e.pointerId),this.held={area:t,corner:n,from:this.place(e)},this.drafted=t}addAt(e,t,n){let r=M(t,n,this.place(e));r!==t&&(this.tell(r),this.grab(e,r,n))}area(e){let n=this.drafted?.id===e.id?this.drafted:e,r=z*this.shape,i=n.corners.map(([e,t])=>`${e*z},${t*r}`).join(` `),a=n.id===this.selected;return t`<g class="${n.kind} ${a?`selected`:``}">
      <polygon
        points=${i}
        tabindex="0"
        role="button"
        aria-pressed=${a}
        aria-label=${n.name||S(`Vùng che riêng tư`)}
        @pointerdown=${e=>this.grab(e,n,null)}
        @focus=${()=>this.choose(n.id)}
        @keydown=${e=>this.press(e,n,null)}
      />
      ${a?this.handles(n,r):T}
    </g>`}handles(e,n){let r=z/75;return t`${oe(e.corners).map(({after:i,at:a})=>t`<g @pointerdown=${t=>this.addAt(t,e,i)}>
        <circle class="reach" cx=${a[0]*z} cy=${a[1]*n} r=${r*1.6} />
        <circle class="middle" cx=${a[0]*z} cy=${a[1]*n} r=${r*.6} />
      </g>`)}
    ${e.corners.map(([i,a],o)=>t`<g
        @pointerdown=${t=>this.grab(t,e,o)}
        @dblclick=${()=>this.tell(P(e,o))}
      >
        <circle class="reach" cx=${i*z} cy=${a*n} r=${r*2.2} />
        <circle
          class="corner"
          cx=${i*z}
          cy=${a*n}
          r=${r}
          tabindex="0"
          role="button"
          aria-label=${S(v`Góc ${o+1}`)}
          @keydown=${t=>this.press(t,e,o)}
        />
      </g>`)}`}seen(){return this.look?(this.mask?.of!==this.look&&(this.mask={of:this.look,url:L(this.look)}),c`<img class="seen" src=${this.mask.url} alt="" />`):T}render(){let e=z*this.shape;return c`${this.picture?c`<img
            src=${this.picture}
            alt=${S(`Hình của camera`)}
            @load=${e=>{let t=e.target;this.shape=t.naturalHeight/t.naturalWidth||9/16}}
          />`:c`<div style="aspect-ratio:16/9"></div>`}
    ${this.seen()}
    <svg
      viewBox="0 0 ${z} ${e}"
      preserveAspectRatio="none"
      @pointermove=${this.drag}
      @pointerup=${this.drop}
      @pointercancel=${this.drop}
    >
      ${this.areas.map(e=>this.area(e))}
      ${(this.look?.boxes??[]).map(([n,r,i,a])=>t`<rect class="box" x=${n*z} y=${r*e} width=${i*z} height=${a*e} rx="8" />`)}
    </svg>`}};_([C({attribute:!1})],B.prototype,`areas`,void 0),_([C({type:Number})],B.prototype,`selected`,void 0),_([C()],B.prototype,`picture`,void 0),_([C({attribute:!1})],B.prototype,`look`,void 0),_([f()],B.prototype,`shape`,void 0),_([f()],B.prototype,`held`,void 0),_([f()],B.prototype,`drafted`,void 0),_([te(`svg`)],B.prototype,`paper`,void 0),B=_([e(),E(`mt-area-canvas`)],B);var V=432e5;function H(e,t){let n=e.filter(e=>e.kind!==`asked`),r=n.filter(e=>e.start>t-V);return(r.length?r:n).slice(-40)}function U(e,t){let n=t.suppressed?.[0]?.[2]??null;if(t.error)return{clip:e,verdict:`unknown`,reason:null};let r=e.motions>0,i=(t.motions?.length??0)>0;return r===i?{clip:e,verdict:`same`,reason:n}:{clip:e,verdict:i?`new`:`quiet`,reason:n}}function W(e){let t={same:0,quiet:0,new:0,unknown:0};for(let{verdict:n}of e)t[n]+=1;return t}var G={quiet:()=>S(`không có gì động`),still:()=>S(`có gì đó đổi nhưng đứng yên`),outside:()=>S(`động ở ngoài các vùng theo dõi`),small:()=>S(`nhỏ hơn mức của vùng`),other_way:()=>S(`đi ngược hướng của vùng`),brief:()=>S(`quá ngắn`),insect:()=>S(`côn trùng bay sát ống kính`),rain:()=>S(`mưa`),faint:()=>S(`quá mờ`),in_place:()=>S(`lay động tại chỗ`),habit:()=>S(`lay động quen thuộc ở chỗ này`),light:()=>S(`chỉ là ánh sáng`),shadow:()=>S(`chỉ là bóng`),text:()=>S(`chữ, đồng hồ trên hình`),moving:()=>S(`có người hoặc vật di chuyển`)};function K(e,t){return G[t]?.()??e.word(`entity.sensor.scene.state`,t).toLowerCase()}var ce={include:()=>S(`Vùng theo dõi`),exclude:()=>S(`Vùng bỏ qua`),privacy:()=>S(`Vùng che riêng tư`)},q={include:()=>S(`Chỉ báo khi có chuyển động trong vùng này.`),exclude:()=>S(`Không báo chuyển động trong vùng này: cây, cờ, đường đông.`),privacy:()=>S(`Bị che đen trong mọi thứ chia sẻ ra khỏi nhà. Video ở nhà vẫn nguyên vẹn.`)},J=e=>ce[e](),Y=e=>q[e](),le=864e5,X=class extends p{constructor(...e){super(...e),this.cameraId=``,this.watch={},this.disabled=!1,this.found=[],this.total=0,this.running=!1,this.failure=``,this.pictures=0,this.thumbnails=null,this.stop=null,this.begin=async()=>{this.end(),this.thumbnails??=new O(this.house),this.found=[],this.failure=``,this.running=!0;try{let e=await this.clips();this.total=e.length,e.length===0?this.running=!1:await this.listen(e)}catch(e){this.failure=this.house.sentence(e),this.running=!1}}}static{this.styles=[...m,w`
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
    `]}disconnectedCallback(){super.disconnectedCallback(),this.end(),this.thumbnails?.clear()}end(){this.stop?.(),this.stop=null,this.running=!1}async clips(){let e=Date.now();return H((await Promise.all([e-le,e].map(e=>this.house.ask(`panel/day`,{camera_id:this.cameraId,day:g(e)})))).flatMap(({clips:e})=>e),e)}async listen(e){let t={clip_ids:e.map(({id:e})=>e),watch:this.watch},n=await this.house.listen(`replay`,t,t=>{let n=e.find(({id:e})=>e===t.clip_id);n?this.take(U(n,t)):t.error&&(this.failure=this.house.reason(t.error)),t.last&&this.end()});this.running?this.stop=()=>void n().catch(()=>void 0):n().catch(()=>void 0)}take(e){this.found=[...this.found,e],e.verdict!==`same`&&this.thumbnails?.read(e.clip.id).then(()=>{this.pictures+=1})}result(){let e=W(this.found);return c`<div class="counts" role="status">
      <span class="chip">${S(v`Như cũ: ${e.same}`)}</span>
      <span class="chip ${e.quiet?`wait`:``}">${S(v`Không báo nữa: ${e.quiet}`)}</span>
      <span class="chip ${e.new?`main`:``}">${S(v`Báo thêm: ${e.new}`)}</span>
      ${e.unknown?c`<span class="chip bad">${S(v`Không xem được: ${e.unknown}`)}</span>`:T}
    </div>`}row({clip:e,verdict:t,reason:i}){let o=this.thumbnails?.known(e.id),s={quiet:()=>S(i?v`Không báo nữa: ${K(this.house,i)}`:`Không báo nữa`),new:()=>S(`Sẽ báo thêm`),unknown:()=>S(`Không xem được đoạn này`),same:()=>``},l={quiet:r,new:n,unknown:a,same:``},u=x(`/mat-than`,`timeline`,this.cameraId,g(e.start),e.id);return c`<li class=${t}>
      ${o?c`<img src=${o} alt="" />`:c`<span class="none"></span>`}
      <div>
        <a href=${u} target="_blank">${ee(new Date(e.start),b(),!0)}</a>
        <span class="muted small"> · ${re((e.end-e.start)/1e3,b())}</span><br />
        <span class="small">${s[t]()}</span>
      </div>
      ${y(l[t])}
    </li>`}render(){this.pictures;let e=this.found.filter(({verdict:e})=>e!==`same`),t=!this.running&&this.found.length>0;return c`<button ?disabled=${this.disabled} @click=${this.running?this.end:this.begin}>
        ${y(l)}${this.running?S(`Dừng thử`):S(`Thử với các đoạn đêm qua`)}
      </button>
      ${this.running?c`<p><progress max=${this.total||1} .value=${this.found.length} aria-label=${S(`Đã xem lại`)}></progress></p>`:T}
      ${this.failure?c`<p class="wrong" role="alert">${this.failure}</p>`:T}
      ${this.found.length?this.result():T}
      ${t&&e.length===0?c`<p>${S(`Không có gì thay đổi so với đêm qua.`)}</p>`:T}
      <ul>
        ${e.map(e=>this.row(e))}
      </ul>`}};_([C({attribute:!1})],X.prototype,`house`,void 0),_([C()],X.prototype,`cameraId`,void 0),_([C({attribute:!1})],X.prototype,`watch`,void 0),_([C({type:Boolean})],X.prototype,`disabled`,void 0),_([f()],X.prototype,`found`,void 0),_([f()],X.prototype,`total`,void 0),_([f()],X.prototype,`running`,void 0),_([f()],X.prototype,`failure`,void 0),_([f()],X.prototype,`pictures`,void 0),X=_([e(),E(`mt-rehearsal`)],X);var Z=.5,Q=class extends p{constructor(...e){super(...e),this.looks=[]}static{this.styles=[...m,w`
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
    `]}curve(){let e=120-this.looks.length,n=this.looks.map(({score:t},n)=>`${e+n},${100-100*t}`).join(` `);return c`<svg viewBox="0 0 ${119} 100" preserveAspectRatio="none" aria-hidden="true">
      ${t`<line x1="0" x2=${120} y1=${100-100*Z} y2=${100-100*Z} /><polyline points=${n} />`}
    </svg>`}render(){let e=this.looks.at(-1);if(!e)return c`<p class="muted" role="status">${S(`Đang chờ hình…`)}</p>`;let t=[...new Set(e.dismissed)].map(e=>K(this.house,e));return c`<div class="now">
        <strong>${Math.round(e.score*100)} %</strong>
        <span class="chip ${e.on?`wait`:``}">${e.on?S(`Đang báo chuyển động`):S(`Không báo`)}</span>
        <span class="small">${K(this.house,e.reason)}</span>
      </div>
      ${this.curve()}
      <p class="small muted">
        ${S(`Vượt đường gạch đứt (50 %) là báo. Màu hồng trên hình: chỗ khác với cảnh nền.`)}
        ${t.length?S(v`Vừa bỏ qua: ${t.join(`, `)}.`):T}
      </p>`}};_([C({attribute:!1})],Q.prototype,`house`,void 0),_([C({attribute:!1})],Q.prototype,`looks`,void 0),Q=_([e(),E(`mt-tuning`)],Q);var ue=w`
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
`,$=class extends D{constructor(...e){super(...e),this.told=null,this.failure=null,this.selected=-1,this.looks=[],this.watching=!1,this.saving=!1,this.steps=null,this.saved=null,this.readOf=``,this.stopLooking=null,this.nextId=1e3,this.save=async()=>{let{camera:e,draft:t}=this;if(!e||!t)return;this.saving=!0;let n=await this.attempt(()=>{let{sensitivity:n,minimum_s:r}=t,i=k(t.areas);return this.house.ask(`panel/zones/save`,{camera_id:e.camera_id,...i,sensitivity:n,minimum_s:r})});this.saving=!1,n!==void 0&&(this.saved=t,h(S(v`Đã lưu. ${e.name} dùng ngay các vùng này.`)),this.requestUpdate())},this.toggleLooking=async()=>{if(this.watching)return this.endLooking();let e=this.camera;if(!e)return;this.watching=!0;let t=await this.attempt(()=>this.house.listen(`tuning/subscribe`,{camera_id:e.camera_id},e=>{this.looks=[...this.looks.slice(-119),e]}));t?this.watching?this.stopLooking=()=>void t().catch(()=>void 0):t().catch(()=>void 0):this.watching=!1},this.press=e=>{(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()===`z`&&(e.preventDefault(),e.shiftKey?this.steps?.redo():this.steps?.undo(),this.requestUpdate())}}static{this.styles=[...D.styles,ue]}disconnectedCallback(){super.disconnectedCallback(),this.endLooking()}willUpdate(e){e.has(`path`)&&this.camera&&this.camera.camera_id!==this.readOf&&this.read()}houseChanged(){super.houseChanged(),this.camera&&this.camera.camera_id!==this.readOf&&this.read()}get camera(){return this.house.camera(this.path[0]??``)??this.house.overview.cameras[0]}get draft(){return this.steps?.now??null}async read(){let e=this.camera;if(e){this.endLooking(),this.readOf=e.camera_id,this.told=null,this.selected=-1;try{let t=await this.house.ask(`panel/zones`,{camera_id:e.camera_id});if(this.readOf!==e.camera_id)return;let{sensitivity:n,minimum_s:r,zones:i}=t.watch;this.saved={areas:ie({zones:i,privacy_masks:t.privacy_masks}),sensitivity:n,minimum_s:r},this.steps=new se(this.saved),this.failure=null,this.told=t}catch(e){this.failure=e}}}do(e){this.steps&&(this.steps.do({...this.steps.now,...e}),this.requestUpdate())}change(e){let t=this.draft?.areas.map(t=>t.id===e.id?e:t)??[];this.do({areas:t})}add(e){if(!this.draft||this.draft.areas.length>=20)return;this.nextId+=1;let t=this.draft.areas.filter(t=>t.kind===e).length+1,n=ae(this.nextId,e,e===`privacy`?``:`${J(e)} ${t}`);this.do({areas:[...this.draft.areas,n]}),this.selected=n.id}removeChosen(){this.do({areas:this.draft?.areas.filter(({id:e})=>e!==this.selected)??[]}),this.selected=-1}get changed(){return this.draft!==null&&JSON.stringify(this.draft)!==JSON.stringify(this.saved)}endLooking(){this.stopLooking?.(),this.stopLooking=null,this.watching=!1,this.looks=[]}choices(e){return c`<div class="cameras" role="group" aria-label=${S(`Camera`)}>
      ${this.house.overview.cameras.map(t=>c`<button
          class="choice"
          aria-pressed=${t.camera_id===e.camera_id}
          @click=${()=>ne(x(`/mat-than`,`zones`,t.camera_id),!0)}
        >
          ${t.name}
        </button>`)}
    </div>`}tools(){return c`<div class="tools">
      ${[`include`,`exclude`,`privacy`].map(e=>c`<button title=${Y(e)} @click=${()=>this.add(e)}>
          ${y(u,``,18)}<i class=${e}></i>${J(e)}
        </button>`)}
      <span class="gap"></span>
      <button class="quiet" aria-label=${S(`Hoàn tác`)} ?disabled=${!this.steps?.canUndo} @click=${()=>this.step(`undo`)}>${y(d)}</button>
      <button class="quiet" aria-label=${S(`Làm lại`)} ?disabled=${!this.steps?.canRedo} @click=${()=>this.step(`redo`)}>${y(i)}</button>
    </div>`}step(e){this.steps?.[e](),this.requestUpdate()}chosen(e){let t=e.areas.find(({id:e})=>e===this.selected);return t?c`<div class="chosen">
      <p><strong>${J(t.kind)}</strong><br /><span class="small muted">${Y(t.kind)}</span></p>
      ${t.kind===`privacy`?T:c`<label>
              ${S(`Tên`)}
              <input
                maxlength="60"
                .value=${t.name}
                @change=${e=>this.change({...t,name:e.target.value.trim()||J(t.kind)})}
              />
            </label>`}
      <button class="quiet" @click=${()=>this.removeChosen()}>${y(s)}${S(`Xoá vùng này`)}</button>
    </div>`:c`<p class="muted small">
        ${e.areas.length?S(`Chạm vào một vùng để sửa. Kéo góc để dời, kéo chấm giữa cạnh để thêm góc, chạm đúp vào góc để bỏ.`):S(`Chưa có vùng nào: cả hình được theo dõi.`)}
      </p>`}sliders(e){return c`<div class="sliders">
      <label>
        ${S(`Độ nhạy`)} <output class="muted">${e.sensitivity}</output>
        <input
          type="range"
          min="1"
          max="100"
          .value=${String(e.sensitivity)}
          @change=${e=>this.do({sensitivity:Number(e.target.value)})}
        />
        <span class="hint">${S(`Thấp: chỉ vật to, rõ. Cao: mọi thứ động.`)}</span>
      </label>
      <label>
        ${S(`Ngắn nhất`)} <output class="muted">${e.minimum_s.toLocaleString(this.language)} ${S(`giây`)}</output>
        <input
          type="range"
          min="0"
          max="5"
          step="0.1"
          .value=${String(e.minimum_s)}
          @change=${e=>this.do({minimum_s:Number(e.target.value)})}
        />
        <span class="hint">${S(`Động ngắn hơn thế thì không báo.`)}</span>
      </label>
    </div>`}content(e,t,n){let r=this.looks.at(-1)??null,i=this.house.picture(e.entities.camera)??this.house.picture(e.entities.picture),a={...t.watch,sensitivity:n.sensitivity,minimum_s:n.minimum_s,zones:k(n.areas).zones};return c`<div class="parts" @keydown=${this.press}>
      <section class="drawing" aria-label=${S(`Vẽ vùng`)}>
        ${this.tools()}
        <mt-area-canvas
          .areas=${n.areas}
          selected=${this.selected}
          .picture=${i??(r?`data:image/jpeg;base64,${r.picture_jpeg}`:null)}
          .look=${r}
          @area=${e=>this.change(e.detail)}
          @choose=${e=>{this.selected=e.detail}}
        ></mt-area-canvas>
        ${this.chosen(n)}
      </section>
      <div class="stack">
        <section class="card">
          <h2>${S(`Phát hiện`)}</h2>
          ${this.sliders(n)}
        </section>
        <section class="card">
          <h2>${S(`Máy đang thấy gì`)}</h2>
          <button @click=${this.toggleLooking} ?disabled=${!e.live}>${this.watching?S(`Thôi xem`):S(`Xem trực tiếp điểm số`)}</button>
          ${this.watching?c`<p class="small muted">${S(`Theo các vùng đã lưu.`)}</p><mt-tuning .house=${this.house} .looks=${this.looks}></mt-tuning>`:T}
        </section>
        <section class="card">
          <h2>${S(`Thử trước khi lưu`)}</h2>
          <p class="small muted">${S(`Xem lại các đoạn đêm qua theo những gì bạn vừa vẽ: đoạn nào sẽ không báo nữa, đoạn nào báo thêm.`)}</p>
          <mt-rehearsal .house=${this.house} .cameraId=${e.camera_id} .watch=${a}></mt-rehearsal>
        </section>
      </div>
    </div>
    <div class="save" ?hidden=${!this.changed}>
      <span>${S(`Có thay đổi chưa lưu`)}</span>
      <button class="quiet" @click=${()=>this.discard()}>${S(`Bỏ`)}</button>
      <button class="primary" ?disabled=${this.saving} @click=${this.save}>${y(o)}${S(`Lưu`)}</button>
    </div>`}discard(){this.saved&&this.do(this.saved),this.selected=-1}render(){let{camera:e,draft:t,told:n}=this;return this.house.known?e?c`${this.choices(e)}
    ${this.failure?this.wrong(this.failure):n&&t?this.content(e,n,t):this.waiting(2)}`:c`<div class="empty card"><h2>${S(`Chưa có camera nào`)}</h2></div>`:this.waiting(2)}};_([f()],$.prototype,`told`,void 0),_([f()],$.prototype,`failure`,void 0),_([f()],$.prototype,`selected`,void 0),_([f()],$.prototype,`looks`,void 0),_([f()],$.prototype,`watching`,void 0),_([f()],$.prototype,`saving`,void 0),$=_([e(),E(`mt-zones`)],$);export{$ as ZonesPage};