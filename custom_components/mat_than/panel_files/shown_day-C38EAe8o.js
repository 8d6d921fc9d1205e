import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,D as r,E as i,G as a,M as o,O as s,P as c,S as l,W as u,_ as d,f,j as p,jt as m,k as h,m as g,s as _,v as ee,w as v}from"./address-BI3gyPdV.js";import{t as y}from"./health_words-BkLlQOsa.js";var b=6e5,x=36e5,S=[1,2,4,8],C=.75,w=6;function T(e,t){return t===`motion`?e.motions>0:t===`continuous`?e.kind===`continuous`:t===`all`||e.kept!==void 0}function E(e,t,n){let r=[];for(let i=e.length-1;i>=0;--i){let a=e[i];a&&a.end>n.from&&a.start<n.until&&T(a,t)&&r.push(a)}return r}function D(e,t){let n=0,r=e.length;for(;n<r;){let i=n+r>>1;(e[i]?.start??0)<=t?n=i+1:r=i}return n}function O(e,t,n){let r=D(e,t),i=e[r-1],a=e[r];if(i&&i.end>=t)return i;let o=i?t-i.end:1/0,s=a?a.start-t:1/0;return Math.min(o,s)>n?null:(o<=s?i:a)??null}function k(e,t,n){let r=e.findIndex(e=>e.id===t.id);return r<0?null:e[r+n]??null}function A(e,t){return e.find(([e,n])=>e<=t&&t<n)??null}function j(e){let t=e.until-e.since,n=e.now-e.since,r=S.find(e=>n<=e*x*C);return{from:e.since,until:e.since+(n<0||!r?t:Math.min(t,r*x))}}function te(e){return j(e).until<e.until}function ne(e){return P(e,e.until-w*x,w*x)}function M(e,t,n,r){let i=e.until-e.since,a=Math.min(i,Math.max(b,(t.until-t.from)/n));return P(e,r-(r-t.from)/(t.until-t.from)*a,a)}function N(e,t,n){let r=t.until-t.from;return P(e,t.from+n*r,r)}function P(e,t,n){let r=Math.min(Math.max(e.since,t),e.until-n);return{from:r,until:r+n}}function F(e){let t={recorded:0,watched:0,absent:0,off:0,unexplained:0};for(let[n,r,i,a]of e)a!==`not_set_up`&&a!==`camera_removed`&&(t[i]+=(r-n)/1e3);return t}var I=[`off`,`watched`,`recorded`,`absent`,`unexplained`];function L(e,t,n){let r=new Uint8Array(n);for(let[n,i,a]of e)z(r,t,n,i,I.indexOf(a)+1);return B(r).map(({start:e,end:t,kind:n})=>({start:e,end:t,kind:I[n-1]??`off`}))}function R(e,t,n){let r=new Uint8Array(n);for(let n of e)z(r,t,n.start,n.end,n.kept?2:1);return B(r).map(({start:e,end:t,kind:n})=>({start:e,end:t,kind:n===2?`kept`:`mark`}))}function z(e,{from:t,until:n},r,i,a){if(i<=t||r>=n)return;let o=e.length/(n-t),s=Math.max(0,Math.floor((r-t)*o)),c=Math.min(e.length,Math.max(s+1,Math.ceil((i-t)*o)));for(let t=s;t<c;t+=1)(e[t]??0)<a&&(e[t]=a)}function B(e){let t=[],n=0;for(let r=1;r<=e.length;r+=1){if(r<e.length&&e[r]===e[n])continue;let i=e[n]??0;i>0&&t.push({start:n,end:r,kind:i}),n=r}return t}var V=4,H=28,U=36,W=22,G=4,K=76,q=[5,10,15,30,60,120,180,360],re=56;function J(e,t,n){let r=e.clientWidth,i=devicePixelRatio||1;e.width!==Math.round(r*i)&&(e.width=Math.round(r*i),e.height=Math.round(84*i));let a=e.getContext(`2d`);a&&r!==0&&(a.setTransform(i,0,0,i,0,0),a.clearRect(0,0,r,84),a.fillStyle=t.ground,a.fillRect(0,U,r,W),Y(a,n,t,e.width,i),X(a,n,t,r))}function Y(e,{day:t,window:n,marks:r},i,a,o){for(let{start:r,end:s,kind:c}of L(t.spans,n,a))e.fillStyle=i.kinds[c],e.fillRect(r/o,U,(s-r)/o,W),c===`absent`&&(e.fillStyle=i.hatch,e.fillRect(r/o,54,(s-r)/o,G));for(let{start:t,end:s,kind:c}of R(r,n,a))e.fillStyle=i[c],e.fillRect(t/o,V,Math.max(1.5,(s-t)/o),H)}function X(e,{day:t,window:n,language:r,font:i},a,o){let s=(n.until-n.from)/6e4,c=(q.find(e=>e/s*o>=re)??360)*6e4;e.font=`12px ${i}`,e.textAlign=`center`;let l=t.since+Math.ceil((n.from-t.since)/c)*c;for(let t=l;t<=n.until;t+=c){let i=(t-n.from)/(n.until-n.from)*o;e.fillStyle=a.line,e.fillRect(i,V,1,54),i<16||i>o-16||(e.fillStyle=a.text,e.fillText(g(new Date(t),r),i,K))}}var Z=class extends n{constructor(...e){super(...e),this.filter=`all`,this.at=0,this.dark=!1,this.hover=null,this.palette=null,this.drawing=0,this.sized=new ResizeObserver(()=>this.draw()),this.touches=new Map,this.pinch=0,this.down=e=>{this.canvas.setPointerCapture(e.pointerId),this.touches.set(e.pointerId,e.clientX),this.pinch=this.spread(),this.touches.size===1&&this.tell(`scrub`,this.moment(e),e.clientX)},this.move=e=>{let t=this.moment(e);if(this.touches.has(e.pointerId)&&this.touches.set(e.pointerId,e.clientX),this.touches.size===2){let e=this.spread();this.pinch>0&&e>0&&this.show(M(this.day,this.window,e/this.pinch,t)),this.pinch=e}else this.hover=t,this.tell(this.touches.size===1?`scrub`:`peek`,t,e.clientX)},this.up=e=>{let t=this.touches.size===1;this.touches.delete(e.pointerId),t&&e.type===`pointerup`&&this.tell(`pick`,this.moment(e),e.clientX),e.pointerType!==`mouse`&&this.leave()},this.leave=()=>{this.hover=null,this.tell(`peek`,null)},this.wheel=e=>{(e.ctrlKey||e.shiftKey)&&(e.preventDefault(),this.show(M(this.day,this.window,e.deltaY<0?1.25:.8,this.moment(e))))},this.press=e=>{let t={ArrowLeft:`earlier`,ArrowRight:`later`,"+":`in`,"-":`out`,Enter:`play`}[e.key];t&&(e.preventDefault(),this.dispatchEvent(new CustomEvent(`step`,{detail:t})))}}static{this.styles=c`
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
  `}connectedCallback(){super.connectedCallback(),this.updateComplete.then(()=>this.sized.observe(this))}disconnectedCallback(){super.disconnectedCallback(),this.sized.disconnect(),cancelAnimationFrame(this.drawing)}updated(e){(e.has(`day`)||e.has(`window`)||e.has(`filter`)||e.has(`dark`))&&this.draw()}draw(){cancelAnimationFrame(this.drawing),this.drawing=requestAnimationFrame(()=>{if(!this.canvas||!this.day)return;this.palette?.dark!==this.dark&&(this.palette={...this.colours(),dark:this.dark});let e=this.day.clips.filter(e=>e.motions>0&&T(e,this.filter)),{day:t,window:n}=this,r=getComputedStyle(this).fontFamily;J(this.canvas,this.palette,{day:t,window:n,marks:e,language:_(),font:r})})}colours(){let e=document.createElement(`span`);this.renderRoot.append(e);let t=t=>(e.style.color=`var(${t})`,getComputedStyle(e).color),n={kinds:{recorded:t(`--mt-primary`),watched:t(`--mt-live-soft`),absent:t(`--mt-danger-soft`),off:t(`--mt-sunken`),unexplained:t(`--mt-danger`)},hatch:t(`--mt-danger`),mark:t(`--mt-mark`),kept:t(`--mt-night`),line:t(`--mt-line`),text:t(`--mt-muted`),ground:t(`--mt-sunken`)};return e.remove(),n}moment(e){let t=this.canvas.getBoundingClientRect(),n=Math.min(1,Math.max(0,(e.clientX-t.left)/t.width));return this.window.from+n*(this.window.until-this.window.from)}tell(e,t,n=0){this.dispatchEvent(new CustomEvent(e,{detail:{at:t,x:n}}))}show(e){this.dispatchEvent(new CustomEvent(`window`,{detail:e}))}spread(){let[e,t]=[...this.touches.values()];return e===void 0||t===void 0?0:Math.abs(e-t)}render(){return this.day?o`<canvas
      height=${84}
      tabindex="0"
      role="slider"
      aria-label=${e(`Thời điểm trong ngày`)}
      aria-valuemin="0"
      aria-valuemax=${Math.round((this.day.until-this.day.since)/6e4)}
      aria-valuenow=${Math.round((this.at-this.day.since)/6e4)}
      aria-valuetext=${g(new Date(this.at),_(),!0)}
      @pointerdown=${this.down}
      @pointermove=${this.move}
      @pointerup=${this.up}
      @pointercancel=${this.up}
      @pointerleave=${this.leave}
      @wheel=${this.wheel}
      @keydown=${this.press}
    ></canvas>
      ${this.line(`cursor`,this.at)}${this.line(`hover`,this.hover)}`:p}line(e,t){if(t===null||t<this.window.from||t>this.window.until)return p;let n=(t-this.window.from)/(this.window.until-this.window.from);return o`<div class=${e} style="left:${100*n}%"></div>`}};v([h({attribute:!1})],Z.prototype,`day`,void 0),v([h({attribute:!1})],Z.prototype,`window`,void 0),v([h()],Z.prototype,`filter`,void 0),v([h({type:Number})],Z.prototype,`at`,void 0),v([h({type:Boolean})],Z.prototype,`dark`,void 0),v([s()],Z.prototype,`hover`,void 0),v([r(`canvas`)],Z.prototype,`canvas`,void 0),Z=v([m(),i(`mt-day-bar`)],Z);var ie=864e5;function Q(e,t){return new Date(Date.parse(`${e}T12:00:00Z`)+t*ie).toISOString().slice(0,10)}function ae(t,{camera_id:n,date:r},i){return o`<div class="cameras" role="group" aria-label=${e(`Camera`)}>
    ${t.map(e=>o`<button
        class="choice"
        aria-pressed=${e.camera_id===n}
        @click=${()=>i(e.camera_id,r)}
      >
        ${e.name}
      </button>`)}
  </div>`}function oe({camera_id:t,date:n,today:r},i,s){let c=e=>()=>s(t,Q(n,e));return o`<div class="days">
    <button class="quiet" aria-label=${e(`Ngày trước`)} @click=${c(-1)}>${f(u)}</button>
    <h1>${ee(`${n}T12:00:00Z`,i)}</h1>
    <button class="quiet" aria-label=${e(`Ngày sau`)} ?disabled=${n>=r} @click=${c(1)}>${f(a)}</button>
    <input
      type="date"
      aria-label=${e(`Chọn ngày`)}
      .value=${n}
      max=${r}
      @change=${e=>{let{value:n}=e.target;n&&s(t,n)}}
    />
  </div>`}var se=60,ce=90,$=class extends n{constructor(...e){super(...e),this.at=null,this.x=0,this.picture=null,this.clip=null,this.timer=0}static{this.styles=c`
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
  `}async show(e,t,n,r){if(this.at=e,this.x=t,clearTimeout(this.timer),this.clip?.id===n?.id||(this.clip=n,this.picture=(n&&r.known(n.id))??null,!n?.still||this.picture))return;await new Promise(e=>{this.timer=window.setTimeout(e,se)});let i=await r.read(n.id);this.clip?.id===n.id&&(this.picture=i)}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.timer)}words(n,r){if(!n)return r>this.day.now?e(`Chưa đến`):``;let[,,i,a]=n;return i===`recorded`?e(`Đã ghi`):i===`watched`?e(`Đã trông, không có gì`):i===`off`?y(this.house,a??`off`):e(t`Thiếu: ${y(this.house,a)}`)}render(){let{at:e}=this;if(e===null)return p;let t=Math.max(4,Math.min(this.x-ce,innerWidth-180-4));return o`<div class="bubble" style="left:${t}px" aria-hidden="true">
      ${this.picture?o`<img src=${this.picture} alt="" />`:p}
      <strong>${g(new Date(e),_(),!0)}</strong>
      <span>${this.words(A(this.day.spans,e),e)}</span>
    </div>`}};v([h({attribute:!1})],$.prototype,`house`,void 0),v([h({attribute:!1})],$.prototype,`day`,void 0),v([s()],$.prototype,`at`,void 0),v([s()],$.prototype,`x`,void 0),v([s()],$.prototype,`picture`,void 0),$=v([m(),i(`mt-day-peek`)],$);function le(t,n){let r=[[`recorded`,e(`Đã ghi`),t.recorded],[`watched`,e(`Đã trông`),t.watched],[`absent`,e(`Thiếu`),t.absent+t.unexplained],[`off`,e(`Tắt`),t.off]];return o`<ul class="legend">
    <li><i class="mark"></i>${e(`Chuyển động`)}</li>
    ${r.map(([e,t,r])=>r>=1?o`<li><i class=${e}></i>${t} <span class="muted">${l(r,n)}</span></li>`:p)}
  </ul>`}var ue=c`
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1rem;
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
`,de=3e3,fe=.02,pe=class{constructor(e,t){this.house=e,this.page=t,this.day=null,this.failure=null,this.key=``,this.seen={from:0,until:1},this.chose=!1,this.chosen=`all`,this.shown=[],this.shownOf=[],this.summed=null,this.wanted=null,this.told=``,this.timer=0}leave(){clearTimeout(this.timer)}follow(e,t,n=!1){if(!e)return!1;this.wanted={camera:e,date:t,late:n};let r=`${e.camera_id} ${t}`;return r===this.key?(t===d(new Date)&&this.news()!==this.told&&this.readSoon(),!1):(this.key=r,this.day=null,this.chose=!1,this.read(),!0)}news(){let e=this.wanted?.camera;return`${e?.last_clip_at} ${e?.live} ${e?.clips_today}`}readSoon(){this.told=this.news(),clearTimeout(this.timer),this.timer=window.setTimeout(()=>void this.read(),de)}async read(){let{wanted:e,key:t}=this;if(e){this.told=this.news();try{let n=await this.house.ask(`panel/day`,{camera_id:e.camera.camera_id,day:e.date});if(this.key!==t)return;let r=this.day===null;this.failure=null,this.day=n,this.chose||(this.seen=e.late?ne(n):j(n)),this.page.read(n,r)}catch(e){this.key===t&&(this.failure=e)}this.page.changed()}}get window(){return this.seen}set window(e){this.chose=!0,this.seen=e,this.page.changed()}get filter(){return this.chosen}set filter(e){this.chosen=e,this.page.changed()}zoom(e,t){this.day&&(this.window=M(this.day,this.seen,e,t))}pan(e){this.day&&(this.window=N(this.day,this.seen,e))}get clips(){let e=[this.day,this.chosen,this.seen.from,this.seen.until];return e.some((e,t)=>e!==this.shownOf[t])&&(this.shown=this.day?E(this.day.clips,this.chosen,this.seen):[],this.shownOf=e),this.shown}find(e){return this.day?O(this.day.clips,e,(this.seen.until-this.seen.from)*fe):null}sums(e){return this.summed?.[0]!==e&&(this.summed=[e,F(e.spans)]),this.summed[1]}};export{oe as a,te as c,ae as i,k as l,ue as n,Q as o,le as r,O as s,pe as t};