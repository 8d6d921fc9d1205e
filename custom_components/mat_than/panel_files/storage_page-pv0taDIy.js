import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{E as n,F as r,M as i,O as a,P as o,Q as s,S as c,U as l,Z as u,_ as d,b as f,bt as p,d as m,f as h,i as g,j as _,jt as v,n as y,nt as b,w as x,x as S}from"./address-BI3gyPdV.js";import{t as C}from"./panel-CRDKhk_E.js";import{t as w}from"./kept_words-D8L2mBlU.js";import{a as T}from"./health_words-BkLlQOsa.js";import{t as E}from"./page-DRsH2RoT.js";import{n as D}from"./span_words-BUyyArQU.js";import{t as O}from"./undoing-n8vSRruL.js";var k=1e3,A=1e4,j=class extends E{constructor(...e){super(...e),this.exports=null,this.failure=null,this.timer=0}static{this.styles=[...E.styles,o`
      section.card {
        display: grid;
        gap: 0.6rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 0.75rem;
        align-items: center;
        padding: 0.6rem 0;
        border-top: 1px solid var(--mt-line);
      }
      .what {
        flex: 1;
        min-width: min(100%, 14rem);
        display: grid;
        overflow-wrap: anywhere;
      }
      .deeds {
        display: flex;
        gap: 0.25rem;
      }
      .icon.lead {
        color: var(--mt-primary);
      }
      progress {
        width: 100%;
        height: 0.5rem;
        accent-color: var(--mt-primary);
      }
    `]}connectedCallback(){super.connectedCallback(),this.read(),this.until(()=>clearTimeout(this.timer))}async read(){clearTimeout(this.timer);try{this.exports=await this.house.ask(`panel/exports`),this.failure=null}catch(e){this.failure=e}this.isConnected&&(this.timer=window.setTimeout(()=>void this.read(),this.exports?.running.length?k:A))}async fetch({path:e}){let t=await this.attempt(()=>this.house.signed(e));if(t===void 0)return;let n=document.createElement(`a`);n.href=t,n.download=``,n.click()}async discard(n){await this.attempt(()=>O(this.house,{command:`panel/exports/delete`,fields:{name:n.name},done:e(t`Đã xoá bản xuất ${this.named(n)}. Video gốc vẫn còn nguyên.`),gone:e(`Đã quá muộn: bản xuất này không còn nữa. Bạn có thể xuất lại từ Dòng thời gian.`),changed:()=>this.read()}))}named({title:e,cameras:t,name:n}){return e||t?.join(`, `)||n}held({since:t,until:n}){return t===void 0||n===void 0?e(`Không rõ trong đó có gì`):D({since:new Date(t),until:new Date(n)},this.language)}running(n){let r=Math.round(n.share*100);return i`<li>
      ${h(b,``,24)}
      <div class="what">
        <strong>${this.named(n)}</strong>
        <span class="small muted">${this.held(n)} · ${e(t`đang xuất, ${r} %`)}</span>
        <progress max="1" .value=${n.share} aria-label=${e(t`Đang xuất ${this.named(n)}`)}></progress>
      </div>
    </li>`}kept(n){let r=[typeof n.clips==`number`?e(t`${n.clips} đoạn`):null,S(n.bytes,this.language),e(t`xuất lúc ${f(new Date(n.written_at),this.language)}`)];return i`<li>
      <div class="what">
        <strong>${this.named(n)}</strong>
        <span class="small">${this.held(n)}</span>
        <span class="small muted">${r.filter(Boolean).join(` · `)}</span>
      </div>
      <div class="deeds">
        <button class="quiet" aria-label=${e(t`Tải về ${this.named(n)}`)} @click=${()=>this.fetch(n)}>
          ${h(s,``,22)}${e(`Tải về`)}
        </button>
        ${this.hass.user.is_admin?i`<button class="quiet" aria-label=${e(t`Xoá ${this.named(n)}`)} @click=${()=>this.discard(n)}>
                ${h(u,``,22)}${e(`Xoá`)}
              </button>`:_}
      </div>
    </li>`}list({running:n,kept:r}){let a=r.reduce((e,t)=>e+t.bytes,0);return i`<p class="small muted">
        ${r.length?e(t`${r.length} bản, ${S(a,this.language)}. Mỗi bản là một tệp zip có video gốc, chữ ký và trang bìa; nằm ở đây đến khi bạn xoá.`):e(`Chưa có bản nào. Trong Dòng thời gian, bấm Xuất để lấy video ra thành một tệp zip có chữ ký, đưa cho ai cũng kiểm tra được.`)}
      </p>
      <ul>
        ${m(n,({name:e})=>e,e=>this.running(e))}
        ${m(r,({name:e})=>e,e=>this.kept(e))}
      </ul>`}render(){let{exports:t,failure:n}=this;return i`<section class="card">
      <h2>${e(`Bản đã xuất`)}</h2>
      ${n?this.wrong(n):t?this.list(t):i`<div class="skeleton"></div>`}
    </section>`}};x([a()],j.prototype,`exports`,void 0),x([a()],j.prototype,`failure`,void 0),j=x([v(),n(`mt-exports`)],j);var M=`/config/integrations/integration/mat_than`,N=1e9;function P(e){let{figures:t,cameras:n,protected:r}=e;if(!t)return e;let i=e=>n.reduce((t,n)=>t+e(n),0),a=Math.max(t.used_bytes,i(({bytes:e})=>e)),o=Math.max(t.clips,i(({clips:e})=>e)),s=Math.max(t.protected_bytes,r.reduce((e,{bytes:t})=>e+t,0));return{...e,figures:{...t,used_bytes:a,clips:o,protected_bytes:s}}}var F=class extends E{constructor(...e){super(...e),this.storage=null,this.failure=null,this.figuresAt=``,this.follow=e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),g(e.currentTarget.getAttribute(`href`)??``))}}static{this.styles=[...E.styles,o`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
        gap: 1rem;
      }
      section.card {
        display: grid;
        gap: 0.7rem;
        align-content: start;
      }
      .parts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 1rem;
      }
      .parts i {
        display: inline-block;
        width: 0.8rem;
        height: 0.8rem;
        border-radius: 3px;
        margin-inline-end: 0.35rem;
        vertical-align: -0.08em;
        background: var(--mt-primary);
      }
      .forecast {
        display: flex;
        gap: 0.5rem;
        align-items: flex-start;
        padding: 0.55rem 0.75rem;
        border-radius: 10px;
        background: var(--mt-live-soft);
      }
      .forecast .icon {
        color: var(--mt-live);
      }
      .forecast.soon {
        background: var(--mt-gold-soft);
      }
      .forecast.soon .icon {
        color: var(--mt-gold);
      }
      .figure {
        font-size: 1.6rem;
        font-weight: 700;
      }
      .bar {
        display: flex;
        height: 1rem;
        border-radius: 99px;
        overflow: hidden;
        background: var(--mt-sunken);
      }
      .bar i {
        background: var(--mt-primary);
      }
      .bar i.kept,
      .parts i.kept {
        background: repeating-linear-gradient(135deg, var(--mt-night) 0 3px, var(--mt-night-soft) 3px 6px);
      }
      .share {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0.2rem 0.75rem;
        padding: 0.4rem 0;
      }
      .share .bar {
        grid-column: 1 / -1;
        height: 0.5rem;
      }
      .kept-clips li {
        display: flex;
        gap: 0.75rem;
        align-items: center;
        padding: 0.5rem 0;
        border-top: 1px solid var(--mt-line);
      }
      .kept-clips div {
        flex: 1;
        min-width: 0;
      }
      .kept-clips .icon {
        color: var(--mt-night);
      }
      .wide {
        margin-top: 1rem;
      }
    `]}connectedCallback(){super.connectedCallback(),this.read()}houseChanged(){super.houseChanged();let e=JSON.stringify(this.house.overview.storage);e!==this.figuresAt&&this.read(),this.figuresAt=e}async read(){try{this.storage=P(await this.house.ask(`panel/storage`)),this.failure=null}catch(e){this.failure=e}}async free(t){await this.attempt(()=>this.house.ask(`panel/unprotect`,{clip_ids:[t.id]}))!==void 0&&(C(e(`Đoạn này sẽ được xoá khi hết hạn lưu.`)),await this.read())}size(e){return S(e,this.language)}room({used_bytes:e,free_bytes:t},{gigabytes:n}){let r=e+t;return n>0?Math.max(e,Math.min(r,n*N)):r}used(n,r){let a=this.room(n,r),o=e=>`width:${a?Math.max(e?.6:0,100*e/a):0}%`,s=n.used_bytes-n.protected_bytes,c=r.gigabytes>0&&a<n.used_bytes+n.free_bytes;return i`<section class="card" aria-label=${e(`Đang dùng`)}>
      <h2>${e(`Đang dùng`)}</h2>
      <p>
        <span class="figure">${this.size(n.used_bytes)}</span><br />
        <span class="muted small">
          ${e(c?t`trong ${this.size(a)} bạn dành cho Mắt Thần`:t`trong ${this.size(a)} của ổ đĩa`)}
        </span>
      </p>
      <div class="bar" aria-hidden="true">
        <i style=${o(s)}></i><i class="kept" style=${o(n.protected_bytes)}></i>
      </div>
      <ul class="parts small">
        <li><i></i>${e(t`Tự xoá khi hết hạn: ${this.size(s)}`)}</li>
        <li><i class="kept"></i>${e(t`Được giữ: ${this.size(n.protected_bytes)}`)}</li>
      </ul>
      <p class="small muted">${e(t`${n.clips} đoạn video. Ổ đĩa còn trống ${this.size(n.free_bytes)}.`)}</p>
      ${n.trouble?i`<p class="wrong">${T(this.house,n.trouble)}</p>`:this.forecast(n)}
      ${n.backlog?i`<p class="small muted">${e(t`${n.backlog} đoạn đang được ghi nốt.`)}</p>`:_}
      ${this.storage?.folder?i`<p class="small muted">${e(`Thư mục:`)} <span class="mono">${this.storage.folder}</span></p>`:_}
    </section>`}forecast({days_left:n}){return n===void 0?i`<p class="forecast">${h(l,``,20)}<span>${e(`Đủ chỗ để giữ video lâu như bạn muốn.`)}</span></p>`:i`<p class="forecast soon">${h(r,``,20)}<span>${e(t`Khoảng ${c(n*86400,this.language)} nữa sẽ phải xoá sớm hơn bạn muốn. Hãy giảm thời hạn lưu, hoặc dùng ổ đĩa lớn hơn.`)}</span></p>`}retention(n){let r=n=>e(n>0?t`${n} ngày`:`không giới hạn`);return i`<section class="card">
      <h2>${e(`Thời hạn lưu`)}</h2>
      <dl class="facts">
        <dt>${e(`Khi có chuyển động`)}</dt>
        <dd>${r(n.days)}</dd>
        <dt>${e(`Video liên tục`)}</dt>
        <dd>${r(n.continuous_days)}</dd>
        <dt>${e(`Chừa lại trên ổ đĩa`)}</dt>
        <dd>${n.free_percent.toLocaleString(this.language)} %</dd>
      </dl>
      ${this.hass.user.is_admin?i`<p><a class="button" href=${M} @click=${this.follow}>${e(`Đổi thời hạn`)}</a></p>`:_}
    </section>`}shares({cameras:n}){let r=Math.max(1,...n.map(({bytes:e})=>e));return i`<section class="card">
      <h2>${e(`Từng camera`)}</h2>
      <div>
        ${n.map(n=>i`<div class="share">
            <a href=${y(`/mat-than`,`timeline`,n.camera_id)} @click=${this.follow}>${n.name}</a>
            <span>${this.size(n.bytes)} <span class="muted small">${e(t`${n.clips} đoạn`)}</span></span>
            <div class="bar" aria-hidden="true"><i style="width:${100*n.bytes/r}%"></i></div>
          </div>`)}
      </div>
    </section>`}kept({protected:n,retention:r}){let a=n.reduce((e,t)=>e+t.bytes,0);return i`<section class="card wide">
      <h2>${e(`Các đoạn được giữ`)}</h2>
      <p class="small muted">
        ${n.length?e(t`${n.length} đoạn, ${this.size(a)} trong ${this.size(r.protected_gigabytes*N)} dành cho chúng. Không bao giờ tự xoá.`):e(`Chưa giữ đoạn nào. Trong Dòng thời gian, bấm Giữ lại để một đoạn không bị xoá khi hết hạn.`)}
      </p>
      <ul class="kept-clips">
        ${n.map(t=>{let n=y(`/mat-than`,`timeline`,t.camera_id,d(t.start),t.id);return i`<li>
            ${h(p)}
            <div>
              <a href=${n} @click=${this.follow}>${this.house.camera(t.camera_id)?.name??``} · ${f(new Date(t.start),this.language)}</a>
              <br /><span class="small muted">${t.kept?w(t.kept):``} · ${this.size(t.bytes)}</span>
            </div>
            ${this.hass.user.is_admin?i`<button class="quiet" @click=${()=>this.free(t)}>${e(`Thôi giữ`)}</button>`:_}
          </li>`})}
      </ul>
    </section>`}render(){let{storage:t}=this;if(this.failure)return this.wrong(this.failure);if(!t)return this.waiting(3);let{figures:n,retention:r}=t;return i`<div class="head named"><h1>${e(`Lưu trữ`)}</h1></div>
      <div class="grid">
        ${n?this.used(n,r):_} ${this.shares(t)} ${this.retention(r)}
      </div>
      ${this.kept(t)}
      <mt-exports class="wide" .house=${this.house} .hass=${this.hass} ?narrow=${this.narrow}></mt-exports>`}};x([a()],F.prototype,`storage`,void 0),x([a()],F.prototype,`failure`,void 0),F=x([v(),n(`mt-storage`)],F);export{F as StoragePage};