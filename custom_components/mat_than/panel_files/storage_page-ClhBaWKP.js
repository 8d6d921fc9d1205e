import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,C as r,D as i,H as a,N as o,P as s,T as c,X as l,Z as u,b as d,d as f,et as p,g as m,i as h,j as g,kt as _,n as v,u as y,vt as b,x,y as S}from"./address-BItZhiS9.js";import{n as C,t as w}from"./panel-BBbL3TAu.js";import{a as T}from"./health_words-BEcOJOTZ.js";import{t as E}from"./page-CYzLK-M-.js";import{n as D}from"./span_words-JeYi4k9f.js";var O=1e3,k=1e4,A=class extends E{constructor(...e){super(...e),this.exports=null,this.failure=null,this.timer=0}static{this.styles=[...E.styles,o`
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
    `]}connectedCallback(){super.connectedCallback(),this.read(),this.until(()=>clearTimeout(this.timer))}async read(){clearTimeout(this.timer);try{this.exports=await this.house.ask(`panel/exports`),this.failure=null}catch(e){this.failure=e}this.isConnected&&(this.timer=window.setTimeout(()=>void this.read(),this.exports?.running.length?O:k))}async fetch({path:e}){let t=await this.attempt(()=>this.house.signed(e));if(t===void 0)return;let n=document.createElement(`a`);n.href=t,n.download=``,n.click()}async discard(n){await C({title:e(`Xoá bản xuất này?`),text:e(t`${this.named(n)} (${d(n.bytes,this.language)}) bị xoá hẳn. Video gốc trong Mắt Thần vẫn còn nguyên.`),deed:e(`Xoá`),danger:!0})&&(await this.attempt(()=>this.house.ask(`panel/exports/delete`,{name:n.name}))!==void 0&&w(e(`Đã xoá bản xuất.`)),await this.read())}named({title:e,cameras:t,name:n}){return e||t?.join(`, `)||n}held({since:t,until:n}){return t===void 0||n===void 0?e(`Không rõ trong đó có gì`):D({since:new Date(t),until:new Date(n)},this.language)}running(n){let r=Math.round(n.share*100);return g`<li>
      ${f(p,``,24)}
      <div class="what">
        <strong>${this.named(n)}</strong>
        <span class="small muted">${this.held(n)} · ${e(t`đang xuất, ${r} %`)}</span>
        <progress max="1" .value=${n.share} aria-label=${e(t`Đang xuất ${this.named(n)}`)}></progress>
      </div>
    </li>`}kept(r){let i=[typeof r.clips==`number`?e(t`${r.clips} đoạn`):null,d(r.bytes,this.language),e(t`xuất lúc ${S(new Date(r.written_at),this.language)}`)];return g`<li>
      <div class="what">
        <strong>${this.named(r)}</strong>
        <span class="small">${this.held(r)}</span>
        <span class="small muted">${i.filter(Boolean).join(` · `)}</span>
      </div>
      <div class="deeds">
        <button class="quiet" aria-label=${e(t`Tải về ${this.named(r)}`)} @click=${()=>this.fetch(r)}>
          ${f(u,``,22)}${e(`Tải về`)}
        </button>
        ${this.hass.user.is_admin?g`<button class="quiet" aria-label=${e(t`Xoá ${this.named(r)}`)} @click=${()=>this.discard(r)}>
                ${f(l,``,22)}${e(`Xoá`)}
              </button>`:n}
      </div>
    </li>`}list({running:n,kept:r}){let i=r.reduce((e,t)=>e+t.bytes,0);return g`<p class="small muted">
        ${r.length?e(t`${r.length} bản, ${d(i,this.language)}. Mỗi bản là một tệp zip có video gốc, chữ ký và trang bìa; nằm ở đây đến khi bạn xoá.`):e(`Chưa có bản nào. Trong Dòng thời gian, bấm Xuất để lấy video ra thành một tệp zip có chữ ký, đưa cho ai cũng kiểm tra được.`)}
      </p>
      <ul>
        ${y(n,({name:e})=>e,e=>this.running(e))}
        ${y(r,({name:e})=>e,e=>this.kept(e))}
      </ul>`}render(){let{exports:t,failure:n}=this;return g`<section class="card">
      <h2>${e(`Bản đã xuất`)}</h2>
      ${n?this.wrong(n):t?this.list(t):g`<div class="skeleton"></div>`}
    </section>`}};r([i()],A.prototype,`exports`,void 0),r([i()],A.prototype,`failure`,void 0),A=r([_(),c(`mt-exports`)],A);var j=`/config/integrations/integration/mat_than`,M=1e9,N=class extends E{constructor(...e){super(...e),this.storage=null,this.failure=null,this.figuresAt=``,this.follow=e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),h(e.currentTarget.getAttribute(`href`)??``))}}static{this.styles=[...E.styles,o`
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
    `]}connectedCallback(){super.connectedCallback(),this.read()}houseChanged(){super.houseChanged();let e=JSON.stringify(this.house.overview.storage);e!==this.figuresAt&&this.read(),this.figuresAt=e}async read(){try{this.storage=await this.house.ask(`panel/storage`),this.failure=null}catch(e){this.failure=e}}async free(t){await this.attempt(()=>this.house.ask(`panel/unprotect`,{clip_ids:[t.id]}))!==void 0&&(w(e(`Đoạn này sẽ được xoá khi hết hạn lưu.`)),await this.read())}size(e){return d(e,this.language)}room({used_bytes:e,free_bytes:t},{gigabytes:n}){let r=e+t;return n>0?Math.max(e,Math.min(r,n*M)):r}used(r,i){let a=this.room(r,i),o=e=>`width:${a?Math.max(e?.6:0,100*e/a):0}%`,s=r.used_bytes-r.protected_bytes,c=i.gigabytes>0&&a<r.used_bytes+r.free_bytes;return g`<section class="card" aria-label=${e(`Đang dùng`)}>
      <h2>${e(`Đang dùng`)}</h2>
      <p>
        <span class="figure">${this.size(r.used_bytes)}</span><br />
        <span class="muted small">
          ${e(c?t`trong ${this.size(a)} bạn dành cho Mắt Thần`:t`trong ${this.size(a)} của ổ đĩa`)}
        </span>
      </p>
      <div class="bar" aria-hidden="true">
        <i style=${o(s)}></i><i class="kept" style=${o(r.protected_bytes)}></i>
      </div>
      <ul class="parts small">
        <li><i></i>${e(t`Tự xoá khi hết hạn: ${this.size(s)}`)}</li>
        <li><i class="kept"></i>${e(t`Được giữ: ${this.size(r.protected_bytes)}`)}</li>
      </ul>
      <p class="small muted">${e(t`${r.clips} đoạn video. Ổ đĩa còn trống ${this.size(r.free_bytes)}.`)}</p>
      ${r.trouble?g`<p class="wrong">${T(this.house,r.trouble)}</p>`:this.forecast(r)}
      ${r.backlog?g`<p class="small muted">${e(t`${r.backlog} đoạn đang được ghi nốt.`)}</p>`:n}
      ${this.storage?.folder?g`<p class="small muted">${e(`Thư mục:`)} <span class="mono">${this.storage.folder}</span></p>`:n}
    </section>`}forecast({days_left:n}){return n===void 0?g`<p class="forecast">${f(a,``,20)}<span>${e(`Đủ chỗ để giữ video lâu như bạn muốn.`)}</span></p>`:g`<p class="forecast soon">${f(s,``,20)}<span>${e(t`Khoảng ${x(n*86400,this.language)} nữa sẽ phải xoá sớm hơn bạn muốn. Hãy giảm thời hạn lưu, hoặc dùng ổ đĩa lớn hơn.`)}</span></p>`}retention(r){let i=n=>e(n>0?t`${n} ngày`:`không giới hạn`);return g`<section class="card">
      <h2>${e(`Thời hạn lưu`)}</h2>
      <dl class="facts">
        <dt>${e(`Khi có chuyển động`)}</dt>
        <dd>${i(r.days)}</dd>
        <dt>${e(`Video liên tục`)}</dt>
        <dd>${i(r.continuous_days)}</dd>
        <dt>${e(`Chừa lại trên ổ đĩa`)}</dt>
        <dd>${r.free_percent.toLocaleString(this.language)} %</dd>
      </dl>
      ${this.hass.user.is_admin?g`<p><a class="button" href=${j} @click=${this.follow}>${e(`Đổi thời hạn`)}</a></p>`:n}
    </section>`}shares({cameras:n}){let r=Math.max(1,...n.map(({bytes:e})=>e));return g`<section class="card">
      <h2>${e(`Từng camera`)}</h2>
      <div>
        ${n.map(n=>g`<div class="share">
            <a href=${v(`/mat-than`,`timeline`,n.camera_id)} @click=${this.follow}>${n.name}</a>
            <span>${this.size(n.bytes)} <span class="muted small">${e(t`${n.clips} đoạn`)}</span></span>
            <div class="bar" aria-hidden="true"><i style="width:${100*n.bytes/r}%"></i></div>
          </div>`)}
      </div>
    </section>`}kept({protected:r,retention:i}){let a=r.reduce((e,t)=>e+t.bytes,0);return g`<section class="card wide">
      <h2>${e(`Các đoạn được giữ`)}</h2>
      <p class="small muted">
        ${r.length?e(t`${r.length} đoạn, ${this.size(a)} trong ${this.size(i.protected_gigabytes*M)} dành cho chúng. Không bao giờ tự xoá.`):e(`Chưa giữ đoạn nào. Trong Dòng thời gian, bấm Giữ lại để một đoạn không bị xoá khi hết hạn.`)}
      </p>
      <ul class="kept-clips">
        ${r.map(t=>{let r=v(`/mat-than`,`timeline`,t.camera_id,m(t.start),t.id);return g`<li>
            ${f(b)}
            <div>
              <a href=${r} @click=${this.follow}>${this.house.camera(t.camera_id)?.name??``} · ${S(new Date(t.start),this.language)}</a>
              <br /><span class="small muted">${t.kept?.owner}: ${t.kept?.reason} · ${this.size(t.bytes)}</span>
            </div>
            ${this.hass.user.is_admin?g`<button class="quiet" @click=${()=>this.free(t)}>${e(`Thôi giữ`)}</button>`:n}
          </li>`})}
      </ul>
    </section>`}render(){let{storage:t}=this;if(this.failure)return this.wrong(this.failure);if(!t)return this.waiting(3);let{figures:r,retention:i}=t;return g`<div class="head named"><h1>${e(`Lưu trữ`)}</h1></div>
      <div class="grid">
        ${r?this.used(r,i):n} ${this.shares(t)} ${this.retention(i)}
      </div>
      ${this.kept(t)}
      <mt-exports class="wide" .house=${this.house} .hass=${this.hass} ?narrow=${this.narrow}></mt-exports>`}};r([i()],N.prototype,`storage`,void 0),r([i()],N.prototype,`failure`,void 0),N=r([_(),c(`mt-storage`)],N);export{N as StoragePage};