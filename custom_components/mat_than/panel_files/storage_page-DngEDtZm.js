import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{$ as n,A as r,C as i,Ct as a,D as o,N as s,T as c,X as l,Y as u,b as d,d as f,g as p,i as m,j as h,mt as g,n as _,u as v,x as y,y as b}from"./address-D-_5QCxM.js";import{n as x,t as S}from"./panel-C_2qp31a.js";import{a as C}from"./health_words-DcfXwjXm.js";import{t as w}from"./page-BQkYrIvf.js";import{n as T}from"./span_words-COcCHaWB.js";var E=1e3,D=1e4,O=class extends w{constructor(...e){super(...e),this.exports=null,this.failure=null,this.timer=0}static{this.styles=[...w.styles,s`
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
    `]}connectedCallback(){super.connectedCallback(),this.read(),this.until(()=>clearTimeout(this.timer))}async read(){clearTimeout(this.timer);try{this.exports=await this.house.ask(`panel/exports`),this.failure=null}catch(e){this.failure=e}this.isConnected&&(this.timer=window.setTimeout(()=>void this.read(),this.exports?.running.length?E:D))}async fetch({path:e}){let t=await this.attempt(()=>this.house.signed(e));if(t===void 0)return;let n=document.createElement(`a`);n.href=t,n.download=``,n.click()}async discard(n){await x({title:e(`Xoá bản xuất này?`),text:e(t`${this.named(n)} (${d(n.bytes,this.language)}) bị xoá hẳn. Video gốc trong Mắt Thần vẫn còn nguyên.`),deed:e(`Xoá`),danger:!0})&&(await this.attempt(()=>this.house.ask(`panel/exports/delete`,{name:n.name}))!==void 0&&S(e(`Đã xoá bản xuất.`)),await this.read())}named({title:e,cameras:t,name:n}){return e||t?.join(`, `)||n}held({since:t,until:n}){return t===void 0||n===void 0?e(`Không rõ trong đó có gì`):T({since:new Date(t),until:new Date(n)},this.language)}running(r){let i=Math.round(r.share*100);return h`<li>
      ${f(n,``,24)}
      <div class="what">
        <strong>${this.named(r)}</strong>
        <span class="small muted">${this.held(r)} · ${e(t`đang xuất, ${i} %`)}</span>
        <progress max="1" .value=${r.share} aria-label=${e(t`Đang xuất ${this.named(r)}`)}></progress>
      </div>
    </li>`}kept(n){let i=[typeof n.clips==`number`?e(t`${n.clips} đoạn`):null,d(n.bytes,this.language),e(t`xuất lúc ${b(new Date(n.written_at),this.language)}`)];return h`<li>
      <div class="what">
        <strong>${this.named(n)}</strong>
        <span class="small">${this.held(n)}</span>
        <span class="small muted">${i.filter(Boolean).join(` · `)}</span>
      </div>
      <div class="deeds">
        <button class="quiet" aria-label=${e(t`Tải về ${this.named(n)}`)} @click=${()=>this.fetch(n)}>
          ${f(l,``,22)}${e(`Tải về`)}
        </button>
        ${this.hass.user.is_admin?h`<button class="quiet" aria-label=${e(t`Xoá ${this.named(n)}`)} @click=${()=>this.discard(n)}>
                ${f(u,``,22)}${e(`Xoá`)}
              </button>`:r}
      </div>
    </li>`}list({running:n,kept:r}){let i=r.reduce((e,t)=>e+t.bytes,0);return h`<p class="small muted">
        ${r.length?e(t`${r.length} bản, ${d(i,this.language)}. Mỗi bản là một tệp zip có video gốc, chữ ký và trang bìa; nằm ở đây đến khi bạn xoá.`):e(`Chưa có bản nào. Trong Dòng thời gian, bấm Xuất để lấy video ra thành một tệp zip có chữ ký, đưa cho ai cũng kiểm tra được.`)}
      </p>
      <ul>
        ${v(n,({name:e})=>e,e=>this.running(e))}
        ${v(r,({name:e})=>e,e=>this.kept(e))}
      </ul>`}render(){let{exports:t,failure:n}=this;return h`<section class="card">
      <h2>${e(`Bản đã xuất`)}</h2>
      ${n?this.wrong(n):t?this.list(t):h`<div class="skeleton"></div>`}
    </section>`}};i([o()],O.prototype,`exports`,void 0),i([o()],O.prototype,`failure`,void 0),O=i([a(),c(`mt-exports`)],O);var k=`/config/integrations/integration/mat_than`,A=1e9,j=class extends w{constructor(...e){super(...e),this.storage=null,this.failure=null,this.figuresAt=``,this.follow=e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),m(e.currentTarget.getAttribute(`href`)??``))}}static{this.styles=[...w.styles,s`
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
    `]}connectedCallback(){super.connectedCallback(),this.read()}houseChanged(){super.houseChanged();let e=JSON.stringify(this.house.overview.storage);e!==this.figuresAt&&this.read(),this.figuresAt=e}async read(){try{this.storage=await this.house.ask(`panel/storage`),this.failure=null}catch(e){this.failure=e}}async free(t){await this.attempt(()=>this.house.ask(`panel/unprotect`,{clip_ids:[t.id]}))!==void 0&&(S(e(`Đoạn này sẽ được xoá khi hết hạn lưu.`)),await this.read())}size(e){return d(e,this.language)}used(n,i){let a=n.used_bytes+n.protected_bytes+n.free_bytes,o=e=>`width:${a?100*e/a:0}%`,s=i.gigabytes>0?e(t`Mắt Thần dùng nhiều nhất ${this.size(i.gigabytes*A)}.`):r;return h`<section class="card" aria-label=${e(`Đang dùng`)}>
      <h2>${e(`Đang dùng`)}</h2>
      <p class="figure">${this.size(n.used_bytes)}</p>
      <div class="bar" role="img" aria-label=${e(t`Còn trống ${this.size(n.free_bytes)}`)}>
        <i style=${o(n.used_bytes)}></i><i class="kept" style=${o(n.protected_bytes)}></i>
      </div>
      <p>${e(t`${n.clips} đoạn video. Ổ đĩa còn trống ${this.size(n.free_bytes)}.`)} ${s}</p>
      ${n.trouble?h`<p class="wrong">${C(this.house,n.trouble)}</p>`:r}
      ${this.storage?.folder?h`<p class="small muted">${e(`Thư mục:`)} <span class="mono">${this.storage.folder}</span></p>`:r}
    </section>`}forecast(n){let i=n.days_left;return h`<section class="card">
      <h2>${e(`Dự báo`)}</h2>
      <p>
        ${e(i===void 0?`Đủ chỗ để giữ video lâu như bạn muốn.`:t`Khoảng ${y(i*86400,this.language)} nữa sẽ phải xoá sớm hơn bạn muốn. Hãy giảm thời hạn lưu, hoặc dùng ổ đĩa lớn hơn.`)}
      </p>
      ${n.backlog?h`<p>${e(t`${n.backlog} đoạn đang chờ ghi xong.`)}</p>`:r}
    </section>`}retention(n){let i=n=>e(n>0?t`${n} ngày`:`không giới hạn`);return h`<section class="card">
      <h2>${e(`Thời hạn lưu`)}</h2>
      <dl class="facts">
        <dt>${e(`Khi có chuyển động`)}</dt>
        <dd>${i(n.days)}</dd>
        <dt>${e(`Video liên tục`)}</dt>
        <dd>${i(n.continuous_days)}</dd>
        <dt>${e(`Chừa lại trên ổ đĩa`)}</dt>
        <dd>${n.free_percent.toLocaleString(this.language)} %</dd>
      </dl>
      ${this.hass.user.is_admin?h`<p><a class="button" href=${k} @click=${this.follow}>${e(`Đổi thời hạn`)}</a></p>`:r}
    </section>`}shares({cameras:n}){let r=Math.max(1,...n.map(({bytes:e})=>e));return h`<section class="card">
      <h2>${e(`Từng camera`)}</h2>
      <div>
        ${n.map(n=>h`<div class="share">
            <a href=${_(`/mat-than`,`timeline`,n.camera_id)} @click=${this.follow}>${n.name}</a>
            <span>${this.size(n.bytes)} <span class="muted small">${e(t`${n.clips} đoạn`)}</span></span>
            <div class="bar" aria-hidden="true"><i style="width:${100*n.bytes/r}%"></i></div>
          </div>`)}
      </div>
    </section>`}kept({protected:n,retention:i}){let a=n.reduce((e,t)=>e+t.bytes,0);return h`<section class="card wide">
      <h2>${e(`Các đoạn được giữ`)}</h2>
      <p class="small muted">
        ${n.length?e(t`${n.length} đoạn, ${this.size(a)} trong ${this.size(i.protected_gigabytes*A)} dành cho chúng. Không bao giờ tự xoá.`):e(`Chưa giữ đoạn nào. Trong Dòng thời gian, bấm Giữ lại để một đoạn không bị xoá khi hết hạn.`)}
      </p>
      <ul class="kept-clips">
        ${n.map(t=>{let n=_(`/mat-than`,`timeline`,t.camera_id,p(t.start),t.id);return h`<li>
            ${f(g)}
            <div>
              <a href=${n} @click=${this.follow}>${this.house.camera(t.camera_id)?.name??``} · ${b(new Date(t.start),this.language)}</a>
              <br /><span class="small muted">${t.kept?.owner}: ${t.kept?.reason} · ${this.size(t.bytes)}</span>
            </div>
            ${this.hass.user.is_admin?h`<button class="quiet" @click=${()=>this.free(t)}>${e(`Thôi giữ`)}</button>`:r}
          </li>`})}
      </ul>
    </section>`}render(){let{storage:t}=this;if(this.failure)return this.wrong(this.failure);if(!t)return this.waiting(3);let{figures:n,retention:i}=t;return h`<div class="head"><h1>${e(`Lưu trữ`)}</h1></div>
      <div class="grid">
        ${n?[this.used(n,i),this.forecast(n)]:r} ${this.shares(t)}
        ${this.retention(i)}
      </div>
      ${this.kept(t)}
      <mt-exports class="wide" .house=${this.house} .hass=${this.hass} ?narrow=${this.narrow}></mt-exports>`}};i([o()],j.prototype,`storage`,void 0),i([o()],j.prototype,`failure`,void 0),j=i([a(),c(`mt-storage`)],j);export{j as StoragePage};