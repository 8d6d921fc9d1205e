import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,C as r,D as i,O as a,T as o,_ as s,at as c,c as l,m as u,mt as d,n as f,r as p,u as m,v as h,x as g,y as _}from"./address-C5mkNStx.js";import{a as v}from"./health_words-C1wreqZx.js";import{t as y}from"./page-zOZ0ssut.js";var b=`/config/integrations/integration/mat_than`,x=1e9,S=class extends y{constructor(...e){super(...e),this.storage=null,this.failure=null,this.figuresAt=``,this.follow=e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),p(e.currentTarget.getAttribute(`href`)??``))}}static{this.styles=[...y.styles,n`
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
    `]}connectedCallback(){super.connectedCallback(),this.read()}houseChanged(){super.houseChanged();let e=JSON.stringify(this.house.overview.storage);e!==this.figuresAt&&this.read(),this.figuresAt=e}async read(){try{this.storage=await this.house.ask(`panel/storage`),this.failure=null}catch(e){this.failure=e}}async free(t){await this.attempt(()=>this.house.ask(`panel/unprotect`,{clip_ids:[t.id]}))!==void 0&&(l(e(`Đoạn này sẽ được xoá khi hết hạn lưu.`)),await this.read())}size(e){return h(e,this.language)}used(n,r){let o=n.used_bytes+n.protected_bytes+n.free_bytes,s=e=>`width:${o?100*e/o:0}%`,c=r.gigabytes>0?e(t`Mắt Thần dùng nhiều nhất ${this.size(r.gigabytes*x)}.`):i;return a`<section class="card" aria-label=${e(`Đang dùng`)}>
      <h2>${e(`Đang dùng`)}</h2>
      <p class="figure">${this.size(n.used_bytes)}</p>
      <div class="bar" role="img" aria-label=${e(t`Còn trống ${this.size(n.free_bytes)}`)}>
        <i style=${s(n.used_bytes)}></i><i class="kept" style=${s(n.protected_bytes)}></i>
      </div>
      <p>${e(t`${n.clips} đoạn video. Ổ đĩa còn trống ${this.size(n.free_bytes)}.`)} ${c}</p>
      ${n.trouble?a`<p class="wrong">${v(this.house,n.trouble)}</p>`:i}
      ${this.storage?.folder?a`<p class="small muted">${e(`Thư mục:`)} <span class="mono">${this.storage.folder}</span></p>`:i}
    </section>`}forecast(n){let r=n.days_left;return a`<section class="card">
      <h2>${e(`Dự báo`)}</h2>
      <p>
        ${e(r===void 0?`Đủ chỗ để giữ video lâu như bạn muốn.`:t`Khoảng ${_(r*86400,this.language)} nữa sẽ phải xoá sớm hơn bạn muốn. Hãy giảm thời hạn lưu, hoặc dùng ổ đĩa lớn hơn.`)}
      </p>
      ${n.backlog?a`<p>${e(t`${n.backlog} đoạn đang chờ ghi xong.`)}</p>`:i}
    </section>`}retention(n){let r=n=>e(n>0?t`${n} ngày`:`không giới hạn`);return a`<section class="card">
      <h2>${e(`Thời hạn lưu`)}</h2>
      <dl class="facts">
        <dt>${e(`Khi có chuyển động`)}</dt>
        <dd>${r(n.days)}</dd>
        <dt>${e(`Video liên tục`)}</dt>
        <dd>${r(n.continuous_days)}</dd>
        <dt>${e(`Chừa lại trên ổ đĩa`)}</dt>
        <dd>${n.free_percent.toLocaleString(this.language)} %</dd>
      </dl>
      ${this.hass.user.is_admin?a`<p><a class="button" href=${b} @click=${this.follow}>${e(`Đổi thời hạn`)}</a></p>`:i}
    </section>`}shares({cameras:n}){let r=Math.max(1,...n.map(({bytes:e})=>e));return a`<section class="card">
      <h2>${e(`Từng camera`)}</h2>
      <div>
        ${n.map(n=>a`<div class="share">
            <a href=${f(`/mat-than`,`timeline`,n.camera_id)} @click=${this.follow}>${n.name}</a>
            <span>${this.size(n.bytes)} <span class="muted small">${e(t`${n.clips} đoạn`)}</span></span>
            <div class="bar" aria-hidden="true"><i style="width:${100*n.bytes/r}%"></i></div>
          </div>`)}
      </div>
    </section>`}kept({protected:n,retention:r}){let o=n.reduce((e,t)=>e+t.bytes,0);return a`<section class="card wide">
      <h2>${e(`Các đoạn được giữ`)}</h2>
      <p class="small muted">
        ${n.length?e(t`${n.length} đoạn, ${this.size(o)} trong ${this.size(r.protected_gigabytes*x)} dành cho chúng. Không bao giờ tự xoá.`):e(`Chưa giữ đoạn nào. Trong Dòng thời gian, bấm Giữ lại để một đoạn không bị xoá khi hết hạn.`)}
      </p>
      <ul class="kept-clips">
        ${n.map(t=>{let n=f(`/mat-than`,`timeline`,t.camera_id,u(t.start),t.id);return a`<li>
            ${m(c)}
            <div>
              <a href=${n} @click=${this.follow}>${this.house.camera(t.camera_id)?.name??``} · ${s(new Date(t.start),this.language)}</a>
              <br /><span class="small muted">${t.kept?.owner}: ${t.kept?.reason} · ${this.size(t.bytes)}</span>
            </div>
            ${this.hass.user.is_admin?a`<button class="quiet" @click=${()=>this.free(t)}>${e(`Thôi giữ`)}</button>`:i}
          </li>`})}
      </ul>
    </section>`}render(){let{storage:t}=this;if(this.failure)return this.wrong(this.failure);if(!t)return this.waiting(3);let{figures:n,retention:r}=t;return a`<div class="head"><h1>${e(`Lưu trữ`)}</h1></div>
      <div class="grid">
        ${n?[this.used(n,r),this.forecast(n)]:i} ${this.shares(t)}
        ${this.retention(r)}
      </div>
      ${this.kept(t)}`}};g([r()],S.prototype,`storage`,void 0),g([r()],S.prototype,`failure`,void 0),S=g([d(),o(`mt-storage`)],S);export{S as StoragePage};