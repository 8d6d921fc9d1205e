import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,C as r,D as i,M as a,T as o,b as s,bt as c,d as l,dt as u,g as d,i as f,k as p,l as m,n as h,x as g,y as _}from"./address-Cld39viH.js";import{a as v}from"./health_words-B-7O0Uru.js";import{t as y}from"./page-DR1im83U.js";var b=`/config/integrations/integration/mat_than`,x=1e9,S=class extends y{constructor(...e){super(...e),this.storage=null,this.failure=null,this.figuresAt=``,this.follow=e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),f(e.currentTarget.getAttribute(`href`)??``))}}static{this.styles=[...y.styles,a`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
        gap: 1rem;
      }
      section.card {
        display: grid;
        gap: 0.8rem;
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
      .bar i.kept {
        background: var(--mt-night);
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
    `]}connectedCallback(){super.connectedCallback(),this.read()}houseChanged(){super.houseChanged();let e=JSON.stringify(this.house.overview.storage);e!==this.figuresAt&&this.read(),this.figuresAt=e}async read(){try{this.storage=await this.house.ask(`panel/storage`),this.failure=null}catch(e){this.failure=e}}async free(t){await this.attempt(()=>this.house.ask(`panel/unprotect`,{clip_ids:[t.id]}))!==void 0&&(m(e(`Đoạn này sẽ được xoá khi hết hạn lưu.`)),await this.read())}size(e){return s(e,this.language)}used(r,i){let a=r.used_bytes+r.protected_bytes+r.free_bytes,o=e=>`width:${a?100*e/a:0}%`,s=i.gigabytes>0?e(t`Mắt Thần dùng nhiều nhất ${this.size(i.gigabytes*x)}.`):p;return n`<section class="card" aria-label=${e(`Đang dùng`)}>
      <h2>${e(`Đang dùng`)}</h2>
      <p class="figure">${this.size(r.used_bytes)}</p>
      <div class="bar" role="img" aria-label=${e(t`Còn trống ${this.size(r.free_bytes)}`)}>
        <i style=${o(r.used_bytes)}></i><i class="kept" style=${o(r.protected_bytes)}></i>
      </div>
      <p>${e(t`${r.clips} đoạn video. Ổ đĩa còn trống ${this.size(r.free_bytes)}.`)} ${s}</p>
      ${r.trouble?n`<p class="wrong">${v(this.house,r.trouble)}</p>`:p}
      ${this.storage?.folder?n`<p class="small muted">${e(`Thư mục:`)} <span class="mono">${this.storage.folder}</span></p>`:p}
    </section>`}forecast(r){let i=r.days_left;return n`<section class="card">
      <h2>${e(`Dự báo`)}</h2>
      <p>
        ${e(i===void 0?`Đủ chỗ để giữ video lâu như bạn muốn.`:t`Khoảng ${g(i*86400,this.language)} nữa sẽ phải xoá sớm hơn bạn muốn. Hãy giảm thời hạn lưu, hoặc dùng ổ đĩa lớn hơn.`)}
      </p>
      ${r.backlog?n`<p>${e(t`${r.backlog} đoạn đang chờ ghi xong.`)}</p>`:p}
    </section>`}retention(r){let i=n=>e(n>0?t`${n} ngày`:`không giới hạn`);return n`<section class="card">
      <h2>${e(`Thời hạn lưu`)}</h2>
      <dl class="facts">
        <dt>${e(`Khi có chuyển động`)}</dt>
        <dd>${i(r.days)}</dd>
        <dt>${e(`Video liên tục`)}</dt>
        <dd>${i(r.continuous_days)}</dd>
        <dt>${e(`Chừa lại trên ổ đĩa`)}</dt>
        <dd>${r.free_percent.toLocaleString(this.language)} %</dd>
      </dl>
      ${this.hass.user.is_admin?n`<p><a class="button" href=${b} @click=${this.follow}>${e(`Đổi thời hạn`)}</a></p>`:p}
    </section>`}shares({cameras:r}){let i=Math.max(1,...r.map(({bytes:e})=>e));return n`<section class="card">
      <h2>${e(`Từng camera`)}</h2>
      <div>
        ${r.map(r=>n`<div class="share">
            <a href=${h(`/mat-than`,`timeline`,r.camera_id)} @click=${this.follow}>${r.name}</a>
            <span>${this.size(r.bytes)} <span class="muted small">${e(t`${r.clips} đoạn`)}</span></span>
            <div class="bar" aria-hidden="true"><i style="width:${100*r.bytes/i}%"></i></div>
          </div>`)}
      </div>
    </section>`}kept({protected:r,retention:i}){let a=r.reduce((e,t)=>e+t.bytes,0);return n`<section class="card wide">
      <h2>${e(`Các đoạn được giữ`)}</h2>
      <p class="small muted">
        ${r.length?e(t`${r.length} đoạn, ${this.size(a)} trong ${this.size(i.protected_gigabytes*x)} dành cho chúng. Không bao giờ tự xoá.`):e(`Chưa giữ đoạn nào. Trong Dòng thời gian, bấm Giữ lại để một đoạn không bị xoá khi hết hạn.`)}
      </p>
      <ul class="kept-clips">
        ${r.map(t=>{let r=h(`/mat-than`,`timeline`,t.camera_id,d(t.start),t.id);return n`<li>
            ${l(u)}
            <div>
              <a href=${r} @click=${this.follow}>${this.house.camera(t.camera_id)?.name??``} · ${_(new Date(t.start),this.language)}</a>
              <br /><span class="small muted">${t.kept?.owner}: ${t.kept?.reason} · ${this.size(t.bytes)}</span>
            </div>
            ${this.hass.user.is_admin?n`<button class="quiet" @click=${()=>this.free(t)}>${e(`Thôi giữ`)}</button>`:p}
          </li>`})}
      </ul>
    </section>`}render(){let{storage:t}=this;if(this.failure)return this.wrong(this.failure);if(!t)return this.waiting(3);let{figures:r,retention:i}=t;return n`<div class="head"><h1>${e(`Lưu trữ`)}</h1></div>
      <div class="grid">
        ${r?[this.used(r,i),this.forecast(r)]:p} ${this.shares(t)}
        ${this.retention(i)}
      </div>
      ${this.kept(t)}`}};r([o()],S.prototype,`storage`,void 0),r([o()],S.prototype,`failure`,void 0),S=r([c(),i(`mt-storage`)],S);export{S as StoragePage};