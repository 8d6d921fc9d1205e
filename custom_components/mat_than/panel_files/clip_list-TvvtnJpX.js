import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,D as r,E as i,M as a,O as o,P as s,S as c,T as l,bt as u,d,f,j as p,jt as m,k as h,m as g,s as _,w as v,x as y}from"./address-BI3gyPdV.js";var b=4;function x(e,t,n){let r=Math.max(0,Math.floor(e/76)-b),i=Math.min(n,Math.ceil((e+t)/76)+b);return{first:Math.min(r,i),last:i}}function S(e,t,n){let r=e*76;return r<t?r:r+76>t+n?r+76-n:null}var C=90,w=class extends n{constructor(...e){super(...e),this.clips=[],this.current=``,this.rows={first:0,last:0},this.pictures=0,this.settled=0,this.sized=new ResizeObserver(()=>this.look()),this.press=e=>{let t={ArrowDown:1,ArrowUp:-1}[e.key],n=Number(e.target.dataset.row??-1);if(!t||n<0)return;e.preventDefault();let r=Math.min(this.clips.length-1,Math.max(0,n+t)),i=S(r,this.view.scrollTop,this.view.clientHeight);i!==null&&(this.view.scrollTop=i),this.look(),this.updateComplete.then(()=>this.renderRoot.querySelector(`[data-row="${r}"]`)?.focus())}}static{this.styles=[...l,s`
      :host {
        display: flex;
        min-height: 0;
      }
      .view {
        overflow-y: auto;
        flex: 1;
        overscroll-behavior: contain;
        outline-offset: -3px;
      }
      .all {
        position: relative;
      }
      .row {
        position: absolute;
        inset-inline: 0;
        height: ${76}px;
        display: flex;
        flex-wrap: nowrap;
        gap: 0.8rem;
        align-items: center;
        justify-content: flex-start;
        padding: 0.4rem 0.75rem;
        border: 0;
        border-bottom: 1px solid var(--mt-line);
        border-radius: 0;
        background: none;
        font-weight: 400;
        text-align: start;
        contain: strict;
        width: 100%;
      }
      .row:focus-visible {
        outline-offset: -3px;
      }
      .row[aria-current] {
        background: var(--mt-primary-soft);
      }
      .thumb {
        width: 6.7rem;
        aspect-ratio: 16 / 9;
        border-radius: 6px;
        background: #0a1212;
        flex: none;
        overflow: hidden;
        display: block;
      }
      .thumb img {
        width: 100%;
        height: 100%;
        object-fit: cover;
        display: block;
      }
      .words {
        min-width: 0;
        flex: 1;
        display: grid;
      }
      .words strong {
        font-variant-numeric: tabular-nums;
      }
      .words span {
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .kept {
        color: var(--mt-night);
      }
    `]}firstUpdated(){this.sized.observe(this.view)}disconnectedCallback(){super.disconnectedCallback(),this.sized.disconnect(),clearTimeout(this.settled)}willUpdate(e){e.has(`clips`)&&this.look()}updated(e){e.has(`current`)&&this.current&&this.reveal()}look(){let e=this.view?.clientHeight??600,t=x(this.view?.scrollTop??0,e,this.clips.length);(t.first!==this.rows.first||t.last!==this.rows.last)&&(this.rows=t),clearTimeout(this.settled),this.settled=window.setTimeout(()=>this.readPictures(),C)}readPictures(){for(let e of this.clips.slice(this.rows.first,this.rows.last))e.still&&this.thumbnails.known(e.id)===void 0&&this.thumbnails.read(e.id).then(()=>{this.pictures+=1})}reveal(){let e=this.clips.findIndex(e=>e.id===this.current),t=e<0?null:S(e,this.view.scrollTop,this.view.clientHeight);t!==null&&(this.view.scrollTop=t)}pick(e){this.dispatchEvent(new CustomEvent(`clip`,{detail:e}))}row(t,n){let r=this.thumbnails.known(t.id),i=(t.end-t.start)/1e3;return a`<button
      class="row"
      data-row=${n}
      style="top:${n*76}px"
      aria-current=${t.id===this.current?`true`:p}
      @click=${()=>this.pick(t)}
    >
      <span class="thumb">${r?a`<img src=${r} alt="" decoding="async" />`:p}</span>
      <span class="words">
        <strong>${g(new Date(t.start),_(),!0)}</strong>
        <span class="small muted">${this.kind(t)} · ${c(i,_())} · ${y(t.bytes,_())}</span>
      </span>
      ${t.kept?a`<span class="kept">${f(u,e(`Được giữ`))}</span>`:p}
    </button>`}kind(n){return n.kind===`asked`?e(`Bạn bảo ghi`):n.motions>1?e(t`${n.motions} chuyển động`):n.motions===1?e(`Chuyển động`):e(`Ghi liên tục`)}render(){this.pictures;let{first:e,last:t}=this.rows,n=this.clips.slice(e,t);return a`<div class="view" @scroll=${this.look} @keydown=${this.press}>
      <div class="all" style="height:${this.clips.length*76}px">
        ${d(n,e=>e.id,(t,n)=>this.row(t,e+n))}
      </div>
    </div>`}};v([h({attribute:!1})],w.prototype,`clips`,void 0),v([h({attribute:!1})],w.prototype,`thumbnails`,void 0),v([h()],w.prototype,`current`,void 0),v([o()],w.prototype,`rows`,void 0),v([o()],w.prototype,`pictures`,void 0),v([r(`.view`)],w.prototype,`view`,void 0),w=v([m(),i(`mt-clip-list`)],w);