import{$ as e,K as t,S as n,_ as r,d as i,f as a,i as o,l as s,m as c,n as l,nt as u,o as d,p as f,t as p,tt as m,w as h,x as g,y as _}from"./panel-Ypn5fzRZ.js";import{a as v}from"./health_words-qWlITtvq.js";import{t as y}from"./page-B6sU9ckl.js";var b=`/config/integrations/integration/mat_than`,x=1e9,S=class extends y{constructor(...e){super(...e),this.storage=null,this.failure=null,this.figuresAt=``,this.follow=e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),l(e.currentTarget.getAttribute(`href`)??``))}}static{this.styles=[...y.styles,h`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
        gap: 1rem;
        align-items: start;
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
    `]}connectedCallback(){super.connectedCallback(),this.read()}houseChanged(){super.houseChanged();let e=JSON.stringify(this.house.overview.storage);e!==this.figuresAt&&this.read(),this.figuresAt=e}async read(){try{this.storage=await this.house.ask(`panel/storage`),this.failure=null}catch(e){this.failure=e}}async free(e){await this.attempt(()=>this.house.ask(`panel/unprotect`,{clip_ids:[e.id]}))!==void 0&&(o(m(`Đoạn này sẽ được xoá khi hết hạn lưu.`)),await this.read())}size(e){return a(e,this.language)}used(e,t){let r=e.used_bytes+e.protected_bytes+e.free_bytes,i=e=>`width:${r?100*e/r:0}%`,a=t.gigabytes>0?m(u`Mắt Thần dùng nhiều nhất ${this.size(t.gigabytes*x)}.`):g;return n`<section class="card" aria-label=${m(`Đang dùng`)}>
      <h2>${m(`Đang dùng`)}</h2>
      <p class="figure">${this.size(e.used_bytes)}</p>
      <div class="bar" role="img" aria-label=${m(u`Còn trống ${this.size(e.free_bytes)}`)}>
        <i style=${i(e.used_bytes)}></i><i class="kept" style=${i(e.protected_bytes)}></i>
      </div>
      <p>${m(u`${e.clips} đoạn video. Ổ đĩa còn trống ${this.size(e.free_bytes)}.`)} ${a}</p>
      ${e.trouble?n`<p class="wrong">${v(this.house,e.trouble)}</p>`:g}
      ${this.storage?.folder?n`<p class="small muted">${m(`Thư mục:`)} <span class="mono">${this.storage.folder}</span></p>`:g}
    </section>`}forecast(e){let t=e.days_left;return n`<section class="card">
      <h2>${m(`Dự báo`)}</h2>
      <p>
        ${m(t===void 0?`Đủ chỗ để giữ video lâu như bạn muốn.`:u`Khoảng ${f(t*86400,this.language)} nữa sẽ phải xoá sớm hơn bạn muốn. Hãy giảm thời hạn lưu, hoặc dùng ổ đĩa lớn hơn.`)}
      </p>
      ${e.backlog?n`<p>${m(u`${e.backlog} đoạn đang chờ ghi xong.`)}</p>`:g}
    </section>`}retention(e){let t=e=>m(e>0?u`${e} ngày`:`không giới hạn`);return n`<section class="card">
      <h2>${m(`Thời hạn lưu`)}</h2>
      <dl class="facts">
        <dt>${m(`Khi có chuyển động`)}</dt>
        <dd>${t(e.days)}</dd>
        <dt>${m(`Ghi liên tục`)}</dt>
        <dd>${t(e.continuous_days)}</dd>
        <dt>${m(`Chừa lại trên ổ đĩa`)}</dt>
        <dd>${e.free_percent.toLocaleString(this.language)} %</dd>
      </dl>
      ${this.hass.user.is_admin?n`<p><a class="button" href=${b} @click=${this.follow}>${m(`Đổi thời hạn`)}</a></p>`:g}
    </section>`}shares({cameras:e}){let t=Math.max(1,...e.map(({bytes:e})=>e));return n`<section class="card">
      <h2>${m(`Từng camera`)}</h2>
      <div>
        ${e.map(e=>n`<div class="share">
            <a href=${p(`/mat-than`,`timeline`,e.camera_id)} @click=${this.follow}>${e.name}</a>
            <span>${this.size(e.bytes)} <span class="muted small">${m(u`${e.clips} đoạn`)}</span></span>
            <div class="bar" aria-hidden="true"><i style="width:${100*e.bytes/t}%"></i></div>
          </div>`)}
      </div>
    </section>`}kept({protected:e,retention:r}){let a=e.reduce((e,t)=>e+t.bytes,0);return n`<section class="card wide">
      <h2>${m(`Các đoạn được giữ`)}</h2>
      <p class="small muted">
        ${e.length?m(u`${e.length} đoạn, ${this.size(a)} trong ${this.size(r.protected_gigabytes*x)} dành cho chúng. Không bao giờ tự xoá.`):m(`Chưa giữ đoạn nào. Trong Dòng thời gian, bấm Giữ lại để một đoạn không bị xoá khi hết hạn.`)}
      </p>
      <ul class="kept-clips">
        ${e.map(e=>{let r=p(`/mat-than`,`timeline`,e.camera_id,s(e.start),e.id);return n`<li>
            ${d(t)}
            <div>
              <a href=${r} @click=${this.follow}>${this.house.camera(e.camera_id)?.name??``} · ${i(new Date(e.start),this.language)}</a>
              <br /><span class="small muted">${e.kept?.owner}: ${e.kept?.reason} · ${this.size(e.bytes)}</span>
            </div>
            ${this.hass.user.is_admin?n`<button class="quiet" @click=${()=>this.free(e)}>${m(`Thôi giữ`)}</button>`:g}
          </li>`})}
      </ul>
    </section>`}render(){let{storage:e}=this;if(this.failure)return this.wrong(this.failure);if(!e)return this.waiting(3);let{figures:t,retention:r}=e;return n`<div class="head"><h1>${m(`Lưu trữ`)}</h1></div>
      <div class="grid">
        ${t?[this.used(t,r),this.forecast(t)]:g} ${this.shares(e)}
        ${this.retention(r)}
      </div>
      ${this.kept(e)}`}};c([r()],S.prototype,`storage`,void 0),c([r()],S.prototype,`failure`,void 0),S=c([e(),_(`mt-storage`)],S);export{S as StoragePage};