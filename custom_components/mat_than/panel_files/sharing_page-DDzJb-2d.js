import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,B as r,C as i,D as a,O as o,T as s,W as c,_ as l,c as u,d,g as f,mt as p,ot as m,p as h,r as g,u as _,x as v,z as y}from"./address-C5mkNStx.js";import{t as b}from"./panel-gw0KdDfX.js";import{t as x}from"./page-zOZ0ssut.js";var S={neighbourhood_security:()=>e(`giữ an ninh khu dân cư`),case:()=>e(`làm rõ một vụ việc`),public_place:()=>e(`trông coi nơi công cộng`)},C={events:()=>e(`lúc nào có chuyển động`),stills:()=>e(`ảnh`),clips:()=>e(`đoạn video`),live:()=>e(`hình trực tiếp`)},w={mon:()=>e(`T2`),tue:()=>e(`T3`),wed:()=>e(`T4`),thu:()=>e(`T5`),fri:()=>e(`T6`),sat:()=>e(`T7`),sun:()=>e(`CN`)},T=e=>S[e]?.()??e,E=e=>e.map(e=>C[e]?.()??e).join(`, `);function D(t){return t.length===7?e(`mọi ngày`):t.map(e=>w[e]?.()??e).join(`, `)}var O={view_event:()=>e(`Xem sự kiện`),view_still:()=>e(`Xem ảnh`),play_clip:()=>e(`Xem đoạn video`)},k=e=>O[e]?.()??e,A=`/config/integrations/integration/mat_than`,j=2e3,M=6e4,N=class extends x{constructor(...e){super(...e),this.sharing=null,this.failure=null,this.timer=0,this.follow=e=>{e.ctrlKey||e.metaKey||e.shiftKey||(e.preventDefault(),g(e.currentTarget.getAttribute(`href`)??``))}}static{this.styles=[...x.styles,n`
      .hub,
      .consent {
        display: grid;
        gap: 0.6rem;
      }
      .consents {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr));
        gap: 1rem;
        margin-top: 0.75rem;
      }
      .title {
        display: flex;
        gap: 0.6rem;
        align-items: center;
        justify-content: space-between;
      }
      .title h3 {
        min-width: 0;
      }
      .deeds {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-self: end;
      }
      section {
        margin-bottom: 1.5rem;
      }
      .consent ul {
        list-style: disc;
        padding-inline-start: 1.2rem;
      }
      .gone li {
        padding: 0.6rem 0;
        border-top: 1px solid var(--mt-line);
      }
    `]}connectedCallback(){super.connectedCallback(),this.read(),this.until(()=>clearTimeout(this.timer))}houseChanged(){super.houseChanged(),this.timer||=window.setTimeout(()=>{this.timer=0,this.read()},j)}async read(){try{this.sharing=await this.house.ask(`panel/sharing`),this.failure=null}catch(e){this.failure=e}}name(t){return this.house.camera(t)?.name??e(`Camera đã bỏ`)}async withdraw(n){let r=this.name(n.camera_id);await b({title:e(t`Rút lại sự đồng ý cho ${r}?`),text:e(t`Từ lúc này không còn gì của ${r} đến ${n.hub}. Trung tâm phải xoá những gì đã nhận và gửi lại biên nhận.`),deed:e(`Rút lại`),danger:!0})&&await this.attempt(()=>this.house.ask(`panel/sharing/withdraw`,{consent_id:n.consent_id}))!==void 0&&(u(e(t`Đã rút lại. Không còn gì của ${r} đến ${n.hub}.`)),await this.read())}async switch(e,t){await this.attempt(()=>this.house.ask(`panel/sharing/switch`,{camera_id:e,on:t})),await this.read()}hub({name:n,commune:i,line:s}){let c=s.problem&&(this.hass.localize(`component.mat_than.issues.${s.problem}.title`,{name:n,hub:n})||s.problem);return o`<section class="card hub">
      <div class="title">
        <h2>${n}</h2>
        ${s.connected?o`<span class="chip live">${_(y,``,16)}${e(`Đang nối`)}</span>`:o`<span class="chip ${s.idle?``:`wait`}">${_(r,``,16)}${s.idle?e(`Không gửi gì`):e(`Chưa nối được`)}</span>`}
      </div>
      ${i&&i!==n?o`<p class="muted small">${i}</p>`:a}
      ${c?o`<p class="wrong">${c}</p>`:a}
      <p>
        ${s.idle?e(`Không có sự đồng ý nào đang hiệu lực, nên nhà bạn không nói gì với trung tâm này.`):this.queue(s)}
        ${this.contact(s.last_contact_at)}
      </p>
      ${s.dropped?o`<p class="small muted">${e(t`${s.dropped} mục đã bỏ vì chờ quá lâu hoặc hết chỗ.`)}</p>`:a}
    </section>`}isPast(e){return e!==void 0&&this.now.getTime()-Date.parse(e)>=M}contact(n){return n===void 0?a:this.isPast(n)?e(t`Liên lạc gần nhất ${d(n,this.now,this.language)}.`):e(`Vừa liên lạc xong.`)}queue(n){if(n.queue_length===0)return e(`Không có gì đang chờ gửi.`);if(!this.isPast(n.oldest_waiting_at))return e(t`${n.queue_length} mục đang chờ gửi.`);let r=d(n.oldest_waiting_at??``,this.now,this.language);return e(t`${n.queue_length} mục đang chờ gửi, lâu nhất từ ${r}.`)}hours({days:n,from_minute:r,to_minute:i}){let a=e(r===0&&i===1440?`cả ngày`:t`từ ${f(r)} đến ${f(i%1440)}`);return`${D(n)}, ${a}`}lastMoment({valid_until:e}){return new Date(Date.parse(e)-1)}state(t,n){return t.live?n?o`<span class="chip live">${e(`Đang chia sẻ`)}</span>`:o`<span class="chip wait">${e(`Đang tạm dừng`)}</span>`:o`<span class="chip">${e(`Ngoài thời hạn`)}</span>`}consent(n){let r=this.sharing?.cameras[n.camera_id],i=r?.on??!1;return o`<article class="card consent">
      <div class="title">
        <h3>${this.name(n.camera_id)} → ${n.hub}</h3>
        ${this.state(n,i)}
      </div>
      <ul>
        <li>${e(t`Để: ${T(n.purpose)}.`)}</li>
        <li>${e(t`Gửi: ${E(n.kinds)}.`)} ${n.audio?e(`Có tiếng.`):e(`Không có tiếng.`)}</li>
        <li>${e(t`Khi: ${this.hours(n.hours)}.`)}</li>
        <li>${e(t`Đến hết ${h(this.lastMoment(n),this.language)}; trung tâm giữ ${n.retention_days} ngày rồi xoá.`)}</li>
        <li>${n.parents?e(`Trung tâm cấp trên cũng được xem.`):e(`Không chuyển lên cấp trên.`)}</li>
        ${n.masked?o`<li>${_(m,``,18)} ${e(`Các vùng riêng tư bị che đen.`)}</li>`:a}
      </ul>
      ${r?.waiting?o`<p class="small muted">${e(t`${r.waiting} mục của camera này đang chờ gửi.`)}</p>`:a}
      <div class="deeds">
        ${n.live?o`<button @click=${()=>this.switch(n.camera_id,!i)}>${e(i?`Tạm dừng`:`Chia sẻ tiếp`)}</button>`:a}
        ${this.hass.user.is_admin?o`<button class="danger" @click=${()=>this.withdraw(n)}>${e(`Rút lại…`)}</button>`:a}
      </div>
    </article>`}looks(t){return o`<section class="card gone">
      <h2>${e(`Ai đã xem`)}</h2>
      ${t.length===0?o`<p class="muted">${e(`Chưa ai ở trung tâm mở thứ gì của nhà bạn.`)}</p>`:a}
      <ul>
        ${t.map(e=>o`<li>
            <strong>${l(e.at,this.language)}</strong> · ${e.unit}, ${e.hub}<br />
            <span class="small">${k(e.action)} · ${this.name(e.camera_id)}</span>
          </li>`)}
      </ul>
    </section>`}gone(t){return t.length===0?a:o`<section class="card gone">
      <h2>${e(`Đã rút lại`)}</h2>
      <ul>
        ${t.map(t=>o`<li>
            <strong>${t.camera??e(`Camera đã bỏ`)} → ${t.hub}</strong>, ${l(t.withdrawn_at,this.language)}<br />
            <span class="small">${_(c,``,18)} ${t.proved?e(`Trung tâm đã gửi biên nhận có chữ ký: mọi thứ đã xoá.`):t.pending?e(`Đang chờ biên nhận xoá của trung tâm.`):e(`Trung tâm không giữ gì để xoá.`)}</span>
          </li>`)}
      </ul>
    </section>`}render(){let{sharing:t}=this;return this.failure?this.wrong(this.failure):t?t.hubs.length===0?o`<div class="empty card">
        <h2>${e(`Bạn không chia sẻ gì`)}</h2>
        <p>${e(`Mọi video ở lại nhà bạn. Nếu phường, xã mời, bạn có thể vào trung tâm bằng mã mời, rồi chọn từng camera, từng mục đích.`)}</p>
        ${this.hass.user.is_admin?o`<a class="button" href=${A} @click=${this.follow}>${e(`Vào một trung tâm`)}</a>`:a}
      </div>
      ${this.gone(t.withdrawn)}`:o`<div class="head"><h1>${e(`Chia sẻ`)}</h1></div>
      ${t.hubs.map(e=>this.hub(e))}
      <section>
        <h2>${e(`Bạn đã đồng ý`)}</h2>
        ${t.consents.length?o`<div class="consents">${t.consents.map(e=>this.consent(e))}</div>`:o`<p class="muted">${e(`Chưa đồng ý điều gì: không có gì rời nhà bạn.`)}</p>`}
      </section>
      ${this.looks(t.looks)} ${this.gone(t.withdrawn)}`:this.waiting(2)}};v([i()],N.prototype,`sharing`,void 0),v([i()],N.prototype,`failure`,void 0),N=v([p(),s(`mt-sharing`)],N);export{N as SharingPage};