import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,Ct as r,E as i,F as a,H as o,I as s,J as c,M as l,N as ee,O as u,P as d,Q as te,S as ne,T as re,_ as f,_t as p,b as m,et as ie,f as h,g as ae,h as g,i as _,j as v,jt as y,k as b,m as x,n as S,p as C,q as oe,r as w,rt as se,s as T,tt as ce,w as E,x as le,xt as ue,y as D,z as de}from"./address-BI3gyPdV.js";import{n as O,t as k}from"./panel-CRDKhk_E.js";import"./clip_view-C9NhdzVX.js";import{t as fe}from"./thumbnails-TfSdeAXB.js";import{t as A}from"./page-DRsH2RoT.js";import"./clip_list-TvvtnJpX.js";import{a as pe,i as j,n as M,r as me,t as he}from"./span_words-BUyyArQU.js";var N=d`
  .back {
    margin: -0.4rem 0 0.4rem -0.7rem;
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1.2fr) minmax(20rem, 1fr);
    gap: 1rem;
    align-items: start;
  }
  .column,
  .card.choices,
  .summary {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
  }
  dl.facts {
    grid-template-columns: minmax(6.5rem, max-content) minmax(0, 1fr);
    gap: 0.45rem 1rem;
  }
  .reason {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .player {
    scroll-margin: 5rem;
    padding: 0;
    overflow: hidden;
  }
  .player .empty {
    padding: 2.5rem 1.25rem;
  }
  .player .facts {
    padding-bottom: 0.7rem;
  }
  fieldset {
    border: 1px solid var(--mt-line);
    border-radius: 10px;
    padding: 0 0 0.2rem;
    margin: 0;
    min-width: 0;
    overflow: hidden;
  }
  .box {
    display: flex;
    gap: 0.7rem;
    align-items: center;
    min-height: 2.9rem;
    margin: 0;
    cursor: pointer;
    font-weight: 500;
  }
  fieldset .box {
    padding: 0.45rem 0.8rem 0.55rem;
  }
  .box input {
    flex: none;
  }
  mt-clip-list {
    border-top: 1px solid var(--mt-line);
  }
  .summary {
    max-width: 44rem;
    margin-inline: auto;
    border: 2px solid var(--mt-primary);
  }
  .summary .sentence {
    font-size: 1.15rem;
    font-weight: 600;
  }
  .summary ul {
    list-style: disc;
    padding-inline-start: 1.2rem;
    display: grid;
    gap: 0.3rem;
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }
  .deeds .primary {
    flex: 1;
  }
  h1 {
    outline: none;
  }
  :host([narrow]) .parts {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([narrow]) dl.facts {
    grid-template-columns: minmax(0, 1fr);
    gap: 0.1rem;
  }
`,P=1e3;function ge(e,t,n){return{...e,since:Math.min(Math.max(t,n.since),e.until-P)}}function _e(e,t,n){return{...e,until:Math.max(Math.min(t,n.until),e.since+P)}}function F(e,{since:t,until:n}){return e.filter(e=>e.end>t&&e.start<n)}function ve(e,{since:t,until:n}){return{since:Math.max(e.start,t),until:Math.min(e.end,n)}}function I(e,t){return F(e,t).reduce((e,n)=>{let r=ve(n,t);return e+(r.until-r.since)/1e3},0)}function ye({since:e,until:t},n){return[...new Set([n(e),n(t)])]}var be=4;function xe({name:n,masked:r},i){let{clips:a,span:o}=i,s=Math.min(a.length,be);return l`<fieldset>
    <legend class="unseen">${n}</legend>
    <label class="box">
      <input
        type="checkbox"
        .checked=${i.chosen}
        ?disabled=${!a.length}
        @change=${e=>i.choose(e.target.checked)}
      />
      <span>
        <strong>${n}</strong><br />
        <span class="small muted">
          ${a.length?e(t`${F(a,o).length} đoạn trong khoảng đã chọn`):e(`Không có hình trong khoảng này`)}
          ${r?l` · ${h(ue,``,16)} ${e(`vùng riêng tư được che`)}`:v}
        </span>
      </span>
    </label>
    ${a.length?l`<mt-clip-list
            style="height:${s*76}px"
            .clips=${Se(a)}
            .thumbnails=${i.thumbnails}
            current=${i.playing}
            @clip=${e=>i.play(e.detail)}
          ></mt-clip-list>`:v}
  </fieldset>`}var L=new WeakMap;function Se(e){let t=L.get(e)??[...e].reverse();return L.set(e,t),t}async function R(n,{unit:r,request_id:i}){if(!await O({title:e(t`Từ chối ${r}?`),text:e(`Không có gì được gửi. Bạn không phải nêu lý do, và họ không phân biệt được với việc không trả lời.`),deed:e(`Từ chối`)}))return!1;try{return await n.ask(`requests/decline`,{request_id:i}),k(e(`Đã từ chối. Không có gì rời nhà bạn.`)),!0}finally{await n.requests.read()}}async function z(e,t,n){let r=await Promise.all(t.map(async t=>[t,await Ce(e,t,n)]));return new Map(r)}async function Ce(e,t,n){if(!e.camera(t))return[];let r=await Promise.all(ye(n,f).map(n=>e.ask(`panel/day`,{camera_id:t,day:n})));return F([...new Map(r.flatMap(e=>e.clips).map(e=>[e.id,e])).values()],n).sort((e,t)=>e.start-t.start)}function B(t,n,{busy:r,back:i,send:a}){return l`<section class="card summary">
    <p class="sentence">${t}</p>
    <ul>
      ${n.map(e=>l`<li>${e}</li>`)}
      <li>${e(`Mỗi lần có người xem, bạn thấy ở mục Chia sẻ.`)}</li>
      <li>${e(`Bạn rút lại được bất cứ lúc nào; họ phải xoá và gửi biên nhận.`)}</li>
    </ul>
    <div class="deeds">
      <button ?disabled=${r} @click=${i}>${e(`Quay lại sửa`)}</button>
      <button class="primary" ?disabled=${r} @click=${a}>
        ${h(o)}${e(r?`Đang gửi…`:`Đồng ý và gửi`)}
      </button>
    </div>
  </section>`}var V=({since:e,until:t},n)=>M({since:new Date(e),until:new Date(t)},n,e%6e4!=0||t%6e4!=0);function we({clips:n,seconds:r,span:i,cameras:a,recipient:o},s){let c=a.join(`, `);return e(t`Bạn sẽ gửi ${n} đoạn (${ne(r,s)}), ${V(i,s)}, camera ${c}, cho ${o}.`)}var Te={theft:()=>e(`Trộm cắp`),robbery:()=>e(`Cướp, cướp giật`),assault:()=>e(`Hành hung, xô xát`),vandalism:()=>e(`Phá hoại tài sản`),littering:()=>e(`Đổ rác, xả thải trái phép`),traffic:()=>e(`Va chạm giao thông`),fire:()=>e(`Cháy, nổ`),missing_person:()=>e(`Người mất tích, đi lạc`),public_order:()=>e(`Gây rối trật tự`),other:()=>e(`Việc khác`)},Ee=Object.keys(Te);function H(e){return Ee.find(t=>t===e)?Te[e]():e}function U({since:e,until:t}){let n=e=>Math.floor(Date.parse(e)/1e3)*1e3;return{since:n(e)+(/\.\d*[1-9]/.test(e)?1e3:0),until:n(t)}}var De={waiting:()=>e(`Đang chờ bạn`),approved:()=>e(`Đã đồng ý`),declined:()=>e(`Bạn đã từ chối`),expired:()=>e(`Đã hết hạn`),cancelled:()=>e(`Bên hỏi đã huỷ`)},Oe={waiting:`wait`,approved:`live`,declined:``,expired:``,cancelled:``},ke=e=>De[e]();function W(n,r,i){let a=(e,t)=>l`<dt>${e}</dt><dd>${t}</dd>`;return l`<dl class="facts">
    ${n.unit===n.hub?v:a(e(`Qua trung tâm`),n.hub)}
    ${a(e(`Vụ việc`),`${n.case_number} · ${H(n.offence)}`)}
    ${a(e(`Vì sao`),l`<span class="reason">${n.reason}</span>`)}
    ${a(e(`Hỏi lại`),n.contact)}
    ${a(e(`Camera`),n.cameras.map(({name:e})=>e).join(`, `))}
    ${a(e(`Khoảng hình`),l`<b>${V(U(n),i)}</b>`)}
    ${a(e(`Trả lời trước`),`${m(n.deadline,i)} (${C(n.deadline,r,i)})`)}
    ${a(e(`Nơi nhận giữ`),e(t`${n.retention_days} ngày rồi xoá`))}
  </dl>`}var Ae=36e5,G=1e3,K=class extends n{constructor(...e){super(...e),this.clips=[]}static{this.styles=[...re,d`
      .bar {
        position: relative;
        height: 3.5rem;
      }
      svg {
        position: absolute;
        inset: 0.35rem 0.75rem;
        width: calc(100% - 1.5rem);
        height: calc(100% - 0.7rem);
        border-radius: 8px;
        overflow: hidden;
      }
      .ground {
        fill: var(--mt-sunken);
      }
      .clip {
        fill: var(--mt-muted);
        opacity: 0.45;
      }
      .chosen {
        fill: var(--mt-primary-soft);
        stroke: var(--mt-primary);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      .clip.in {
        fill: var(--mt-mark, var(--mt-gold));
        opacity: 1;
      }
      input[type="range"] {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        min-height: 0;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        appearance: none;
        pointer-events: none;
        outline: none;
      }
      /* Where both handles meet at the right, the one that can still move lies above. */
      input.over {
        z-index: 1;
      }
      input[type="range"]::-webkit-slider-runnable-track {
        background: none;
      }
      input[type="range"]::-moz-range-track {
        background: none;
      }
      input[type="range"]::-webkit-slider-thumb {
        appearance: none;
        pointer-events: auto;
        width: 1.5rem;
        height: 3.5rem;
        border-radius: 8px;
        border: 2px solid var(--mt-surface);
        background: var(--mt-primary);
        box-shadow: var(--mt-shadow);
        cursor: ew-resize;
      }
      input[type="range"]::-moz-range-thumb {
        pointer-events: auto;
        width: 1.5rem;
        height: 3.5rem;
        border-radius: 8px;
        border: 2px solid var(--mt-surface);
        background: var(--mt-primary);
        cursor: ew-resize;
      }
      input[type="range"]:focus-visible::-webkit-slider-thumb {
        outline: 3px solid var(--mt-text);
        outline-offset: 1px;
      }
      input[type="range"]:focus-visible::-moz-range-thumb {
        outline: 3px solid var(--mt-text);
        outline-offset: 1px;
      }
      .times {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.75rem;
        margin-top: 0.6rem;
      }
      .times input {
        font-variant-numeric: tabular-nums;
      }
    `]}choose(e){(e.since!==this.span.since||e.until!==this.span.until)&&this.dispatchEvent(new CustomEvent(`trim`,{detail:e}))}move(e,t){this.choose(e===`since`?ge(this.span,t,this.bounds):_e(this.span,t,this.bounds))}press(e,t){let n={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1}[t.key];if(!n)return;t.preventDefault();let r=this.bounds.until-this.bounds.since>Ae?6e4:1e4;this.move(e,this.span[e]+n*r)}handle(e,t){let{since:n,until:r}=this.bounds,i=e===`since`&&this.span.since>(n+r)/2;return l`<input
      type="range"
      class=${i?`over`:``}
      aria-label=${t}
      aria-valuetext=${x(new Date(this.span[e]),T(),!0)}
      min=${n}
      max=${r}
      step="1000"
      .value=${String(this.span[e])}
      @input=${t=>{let n=t.target,i=Number(n.value);this.move(e,r-i<1e3?r:i),n.value=String(this.span[e])}}
      @keydown=${t=>this.press(e,t)}
    />`}typed(e,t){let{since:n,until:r}=this.bounds,i=[...new Set([f(n),f(r)])].map(e=>ae(e,t)?.getTime()).filter(e=>e!==void 0),a=i.find(e=>n<=e&&e<=r)??i[0];a!==void 0&&this.move(e,a),this.requestUpdate()}field(e,t){let n=new Date(this.span[e]),{since:r,until:i}=this.bounds,a=f(r)===f(i)?``:` (${g(n,T())})`;return l`<div>
      <label for=${e}>${t}${a}</label>
      <input
        id=${e}
        type="time"
        step="1"
        .value=${x(n,T(),!0)}
        @change=${t=>this.typed(e,t.target.value)}
      />
    </div>`}mark(e){let{since:t,until:n}=this.bounds,r=e=>G*(Math.min(Math.max(e,t),n)-t)/(n-t),[i,a]=[r(e.start),r(e.end)],o=e.end>this.span.since&&e.start<this.span.until;return ee`<rect class="clip ${o?`in`:``}" x=${i} y="30" width=${Math.max(3,a-i)} height="40" />`}render(){if(!this.bounds||!this.span)return v;let{since:t,until:n}=this.bounds,r=e=>G*(e-t)/(n-t),[i,a]=[r(this.span.since),r(this.span.until)];return l`<div class="bar" role="group" aria-label=${e(`Khoảng được gửi`)}>
        <svg viewBox="0 0 ${G} 100" preserveAspectRatio="none" aria-hidden="true">
          <rect class="ground" width=${G} height="100" />
          ${ee`<rect class="chosen" x=${i} width=${Math.max(0,a-i)} height="100" />`}
          ${this.clips.map(e=>this.mark(e))}
        </svg>
        ${this.handle(`since`,e(`Bắt đầu từ`))} ${this.handle(`until`,e(`Đến hết`))}
      </div>
      <div class="times">${this.field(`since`,e(`Từ`))} ${this.field(`until`,e(`Đến`))}</div>`}};E([b({attribute:!1})],K.prototype,`bounds`,void 0),E([b({attribute:!1})],K.prototype,`span`,void 0),E([b({attribute:!1})],K.prototype,`clips`,void 0),K=E([y(),i(`mt-trim-bar`)],K);var q=S(`/mat-than`,`sharing`),je=[7,30,90,180],J=class extends A{constructor(...e){super(...e),this.clips=null,this.failure=null,this.chosen=new Set,this.span={since:0,until:0},this.audio=!1,this.retentionDays=0,this.playing=null,this.reading=!1,this.busy=!1,this.begunWith=``}static{this.styles=[...A.styles,N]}connectedCallback(){super.connectedCallback(),this.thumbnails=new fe(this.house),this.until(()=>this.thumbnails.clear()),this.house.requests.known||this.house.requests.read()}get request(){return this.house.requests.get(this.path[1]??``)}willUpdate(e){let{request:t}=this;t&&this.house.known&&this.begunWith!==t.request_id&&(this.begunWith=t.request_id,this.span=U(t),this.retentionDays=t.retention_days,this.playing=null,this.reading=!1,this.look(t))}async look(e){try{let t=e.cameras.map(({camera_id:e})=>e),n=await z(this.house,t,U(e));if(this.begunWith!==e.request_id)return;this.clips=n,this.chosen=new Set(t.filter(e=>n.get(e)?.length))}catch(e){this.failure=e}}get given(){return[...this.chosen].flatMap(e=>F(this.clips?.get(e)??[],this.span))}async decline(e){this.busy=!0;let t=await this.attempt(()=>R(this.house,e));this.busy=!1,t&&_(q)}async approve({request_id:n}){let r=this.given.length,i={request_id:n,cameras:[...this.chosen],since:new Date(this.span.since).toISOString(),until:new Date(this.span.until).toISOString(),audio:this.audio,retention_days:this.retentionDays};this.busy=!0;let a=await this.attempt(()=>this.house.ask(`requests/approve`,i));this.busy=!1,await this.house.requests.read(),a!==void 0&&(k(e(t`Đã đồng ý. ${r} đoạn đang được gửi.`)),_(q))}async show(e){this.reading=e,await this.updateComplete,window.scrollTo(0,0),this.renderRoot.querySelector(`h1`)?.focus({preventScroll:!0})}async play(e,t){this.playing={clip:e,camera:t},await this.updateComplete,this.renderRoot.querySelector(`.player`)?.scrollIntoView({block:`nearest`})}choose(e,t){let n=new Set(this.chosen);t?n.add(e):n.delete(e),this.chosen=n}camera(e){return xe(e,{clips:this.clips?.get(e.camera_id)??[],span:this.span,chosen:this.chosen.has(e.camera_id),playing:this.playing?.clip.id??``,thumbnails:this.thumbnails,choose:t=>this.choose(e.camera_id,t),play:t=>void this.play(t,e.name)})}preview(){let{playing:t}=this;return l`<section class="card player" aria-label=${e(`Xem hình của bạn`)}>
      ${t?l`<mt-clip-view
              bare
              .house=${this.house}
              .clip=${t.clip}
              .poster=${this.thumbnails.known(t.clip.id)??null}
              camera=${t.camera}
            ></mt-clip-view>`:l`<p class="empty muted">${e(`Chạm vào một đoạn để xem. Chỉ bạn thấy: chưa có gì rời nhà.`)}</p>`}
    </section>`}options(n){let r=[...je.filter(e=>e<n.retention_days),n.retention_days];return l`<label class="box">
        <input
          type="checkbox"
          .checked=${this.audio}
          @change=${e=>{this.audio=e.target.checked}}
        />
        ${e(`Gửi cả tiếng`)}
      </label>
      <div>
        <label for="retention">${e(`Cho họ giữ bao lâu`)}</label>
        <select
          id="retention"
          @change=${e=>{this.retentionDays=Number(e.target.value)}}
        >
          ${r.map(n=>l`<option value=${n} ?selected=${n===this.retentionDays}>${e(t`${n} ngày`)}</option>`)}
        </select>
      </div>`}form(t){if(!this.clips)return this.failure?this.wrong(this.failure):this.waiting(2);let n=[...this.clips.values()].some(e=>e.length>0),r=[...this.chosen].flatMap(e=>this.clips?.get(e)??[]);return l`<div class="parts">
      <div class="column">
        <section class="card">${W(t,this.now,this.language)}</section>
        ${n?this.preview():v}
      </div>
      <section class="card choices" aria-labelledby="choices">
        <h2 id="choices">${e(`Bạn gửi gì?`)}</h2>
        ${t.cameras.map(e=>this.camera(e))}
        ${n?l`<div>
                <h3>${e(`Từ lúc nào đến lúc nào`)}</h3>
                <p class="small muted">${e(`Kéo hai đầu, hoặc gõ giờ. Mỗi đoạn được cắt đúng theo khoảng này.`)}</p>
              </div>
              <mt-trim-bar
                .bounds=${U(t)}
                .span=${this.span}
                .clips=${r}
                @trim=${e=>{this.span=e.detail}}
              ></mt-trim-bar>
              ${this.options(t)}`:l`<p>${e(`Nhà bạn không có hình nào trong khoảng được hỏi. Bạn có thể từ chối, hoặc không làm gì.`)}</p>`}
        <div class="deeds">
          <button ?disabled=${this.busy} @click=${()=>this.decline(t)}>${e(`Từ chối…`)}</button>
          ${n?l`<button class="primary" ?disabled=${this.busy||!this.given.length} @click=${()=>this.show(!0)}>
                  ${e(`Đọc lại trước khi gửi`)}
                </button>`:v}
        </div>
      </section>
    </div>`}summary(n){let r=n.cameras.filter(({camera_id:e})=>this.chosen.has(e)),{given:i}=this,a={clips:i.length,seconds:I(i,this.span),span:this.span,cameras:r.map(({name:e})=>e),recipient:n.unit},o=[e(t`Cho vụ việc ${n.case_number}.`),this.audio?e(`Gửi cả tiếng.`):e(`Không gửi tiếng.`),e(t`Họ giữ ${this.retentionDays} ngày rồi phải xoá.`)];return r.some(({masked:e})=>e)&&o.push(e(`Các vùng riêng tư được che đen trước khi rời nhà.`)),B(we(a,this.language),o,{busy:this.busy,back:()=>void this.show(!1),send:()=>void this.approve(n)})}closed(t){return l`<section class="card column">
      <p>
        <span class="chip ${Oe[t.state]}">${ke(t.state)}</span>
      </p>
      ${t.state===`waiting`?l`<p>${e(`Chỉ người quản trị nhà mới trả lời được yêu cầu này.`)}</p>`:v}
      ${W(t,this.now,this.language)}
    </section>`}render(){let{request:n}=this,{known:r,failure:i}=this.house.requests,a=l`<a class="button quiet back" href=${q} @click=${w}>${h(s)}${e(`Chia sẻ`)}</a>`;if(!n)return i?l`${a}${this.wrong(i)}`:r?l`${a}<p class="card">${e(`Yêu cầu này không còn nữa.`)}</p>`:this.waiting(2);let o=n.state===`waiting`&&n.may_decide;return l`${a}
      <div class="head">
        <h1 tabindex="-1">${this.reading?e(`Đọc lại trước khi gửi`):e(t`${n.unit} xin hình của bạn`)}</h1>
      </div>
      ${o?this.reading?this.summary(n):this.form(n):this.closed(n)}`}};E([u()],J.prototype,`clips`,void 0),E([u()],J.prototype,`failure`,void 0),E([u()],J.prototype,`chosen`,void 0),E([u()],J.prototype,`span`,void 0),E([u()],J.prototype,`audio`,void 0),E([u()],J.prototype,`retentionDays`,void 0),E([u()],J.prototype,`playing`,void 0),E([u()],J.prototype,`reading`,void 0),E([u()],J.prototype,`busy`,void 0),J=E([y(),i(`mt-answer`)],J);var Y=class extends n{constructor(...e){super(...e),this.cameras=[],this.camera=``,this.day=``,this.fields=null,this.cameraId=``,this.tried=!1,this.choose=e=>{e.preventDefault(),this.tried=!0;let t=pe(this.typed),n=this.cameraId||this.camera||this.cameras[0]?.camera_id;if(!t||j(t,new Date)||!n)return;let r={camera_id:n,since:t.since.getTime(),until:t.until.getTime()};this.dispatchEvent(new CustomEvent(`chosen`,{detail:r}))}}static{this.styles=[...re,d`
      form {
        display: grid;
        gap: 1rem;
        max-width: 34rem;
      }
      .times {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.75rem;
      }
      .wrong {
        font-weight: 500;
      }
    `]}get typed(){return this.fields??{day:this.day||f(Date.now()),from:``,to:``}}field(e,t,n){return l`<div>
      <label for=${e}>${n}</label>
      <input
        id=${e}
        type=${t}
        max=${t===`date`?f(Date.now()):v}
        aria-describedby=${this.tried?`fault`:v}
        .value=${this.typed[e]}
        @change=${t=>{this.fields={...this.typed,[e]:t.target.value}}}
      />
    </div>`}fault(){let e=this.tried?j(pe(this.typed),new Date):null;return l`<div id="fault" role="alert">${e?l`<p class="wrong">${he(e)}</p>`:v}</div>`}render(){return l`<form class="card" novalidate @submit=${this.choose}>
      <p>${e(`Hình của camera nào, từ lúc nào đến lúc nào?`)}</p>
      <div>
        <label for="camera">${e(`Camera`,{id:`one-camera`})}</label>
        <select
          id="camera"
          @change=${e=>{this.cameraId=e.target.value}}
        >
          ${this.cameras.map(({camera_id:e,name:t})=>l`<option value=${e} ?selected=${e===this.camera}>${t}</option>`)}
        </select>
      </div>
      ${this.field(`day`,`date`,e(`Ngày`))}
      <div class="times">${this.field(`from`,`time`,e(`Từ`))} ${this.field(`to`,`time`,e(`Đến`))}</div>
      ${me(this.typed)?l`<p class="small muted">${e(`Giờ kết thúc là của ngày hôm sau.`)}</p>`:v}
      ${this.fault()}
      <button class="primary">${e(`Xem hình của khoảng này`)}</button>
    </form>`}};E([b({attribute:!1})],Y.prototype,`cameras`,void 0),E([b()],Y.prototype,`camera`,void 0),E([b()],Y.prototype,`day`,void 0),E([u()],Y.prototype,`fields`,void 0),E([u()],Y.prototype,`cameraId`,void 0),E([u()],Y.prototype,`tried`,void 0),Y=E([y(),i(`mt-span-choice`)],Y);var X=S(`/mat-than`,`sharing`),Me=6e4,Ne=432e5,Pe=1e3,Z=class extends A{constructor(...e){super(...e),this.hubs=null,this.clips=null,this.failure=null,this.bounds={since:0,until:0},this.span={since:0,until:0},this.hubId=``,this.offence=``,this.note=``,this.tried=!1,this.reading=!1,this.busy=!1,this.begunWith=``,this.chosen=({detail:{camera_id:e,since:t,until:n}})=>_(S(`/mat-than`,`sharing`,`report`,e,`${t}`,`${n}`)),this.next=async e=>{e.preventDefault(),this.tried=!0,this.offence&&this.note.trim()?await this.show(!0):(await this.updateComplete,this.renderRoot.querySelector(`[aria-invalid="true"]`)?.focus())}}static{this.styles=[...A.styles,N,d`
      .missing {
        color: var(--mt-danger);
        font-weight: 600;
        font-size: 0.875rem;
        margin-top: 0.3rem;
      }
    `]}get camera(){return this.house.camera(this.path[1]??``)}willUpdate(e){let t=this.path.join(`/`);if(!this.house.known||this.begunWith===t)return;this.begunWith=t;let n=this.named;if(!n)return;let r=Math.floor(Date.now()/1e3)*1e3;this.span=n;let i=this.span.until-this.span.since,a=Math.min(Math.max(Me,i),Math.floor((Ne-i)/2e3)*1e3);this.clips=null,this.reading=!1,this.bounds={since:this.span.since-a,until:Math.max(this.span.until,Math.min(this.span.until+a,r))},this.look()}get named(){let[e=NaN,t=NaN]=this.path.slice(2,4).map(Number);if(!(t>e))return null;let n={since:Math.floor(e/1e3)*1e3,until:Math.ceil(t/1e3)*1e3},r=j({since:new Date(n.since),until:new Date(n.until)},new Date);return r===null||r===`future`?n:null}choice(){let e=Number(this.path[2]);return l`<mt-span-choice
      .cameras=${this.house.overview.cameras}
      camera=${this.path[1]??``}
      day=${e?f(e):v}
      @chosen=${this.chosen}
    ></mt-span-choice>`}async look(){try{let{camera_id:e=``}=this.camera??{},[{hubs:t},n]=await Promise.all([this.house.ask(`panel/sharing`),z(this.house,[e],this.bounds)]);this.hubs=t,this.hubId=t[0]?.hub_id??``,this.clips=n.get(e)??[]}catch(e){this.failure=e}}get hub(){return this.hubs?.find(({hub_id:e})=>e===this.hubId)}get given(){return F(this.clips??[],this.span)}async show(e){this.reading=e,await this.updateComplete,window.scrollTo(0,0),this.renderRoot.querySelector(`h1`)?.focus({preventScroll:!0})}async send(){let n={hub_id:this.hubId,camera_id:this.camera?.camera_id,since:new Date(this.span.since).toISOString(),until:new Date(this.span.until).toISOString(),offence:this.offence,note:this.note.trim()};this.busy=!0;let r=await this.attempt(()=>this.house.ask(`report`,n));this.busy=!1,r&&(k(e(t`Đã báo cho ${this.hub?.name??``}. Hình đang được gửi.`)),_(X))}choices(){let t=e=>this.tried&&e?`true`:v;return l`<form class="card choices" novalidate @submit=${this.next}>
      ${(this.hubs?.length??0)>1?l`<div>
              <label for="hub">${e(`Báo cho`)}</label>
              <select
                id="hub"
                @change=${e=>{this.hubId=e.target.value}}
              >
                ${this.hubs?.map(e=>l`<option value=${e.hub_id} ?selected=${e.hub_id===this.hubId}>${e.name}</option>`)}
              </select>
            </div>`:l`<p>${e(`Báo cho`)} <b>${this.hub?.name}</b></p>`}
      <div>
        <label for="offence">${e(`Việc gì`)}</label>
        <select
          id="offence"
          aria-invalid=${t(!this.offence)}
          @change=${e=>{this.offence=e.target.value}}
        >
          <option value="" ?selected=${!this.offence}>${e(`Hãy chọn…`)}</option>
          ${Ee.map(e=>l`<option value=${e} ?selected=${e===this.offence}>${H(e)}</option>`)}
        </select>
        ${t(!this.offence)===`true`?l`<p class="missing">${e(`Hãy chọn việc gì.`)}</p>`:v}
      </div>
      <div>
        <label for="note">${e(`Lời nhắn: bạn thấy gì, ở đâu`)}</label>
        <textarea
          id="note"
          maxlength=${Pe}
          aria-invalid=${t(!this.note.trim())}
          .value=${this.note}
          @input=${e=>{this.note=e.target.value}}
        ></textarea>
        ${t(!this.note.trim())===`true`?l`<p class="missing">${e(`Hãy viết một câu.`)}</p>`:v}
      </div>
      <div>
        <h2>${e(`Từ lúc nào đến lúc nào`)}</h2>
        <p class="small muted">${e(`Kéo hai đầu, hoặc gõ giờ. Mỗi đoạn được cắt đúng theo khoảng này.`)}</p>
      </div>
      <mt-trim-bar
        .bounds=${this.bounds}
        .span=${this.span}
        .clips=${this.clips??[]}
        @trim=${e=>{this.span=e.detail}}
      ></mt-trim-bar>
      <button class="primary" ?disabled=${!this.given.length}>${e(`Đọc lại trước khi gửi`)}</button>
    </form>`}summary(n){let{given:r}=this,i={clips:r.length,seconds:I(r,this.span),span:this.span,cameras:[n.name],recipient:this.hub?.name??``},a=[l`${e(t`Báo việc: ${H(this.offence)}.`)} “${this.note.trim()}”`,e(`Không gửi tiếng. Các vùng riêng tư, nếu có, được che đen trước khi rời nhà.`)];return B(we(i,this.language),a,{busy:this.busy,back:()=>void this.show(!1),send:()=>void this.send()})}content(t){if(this.failure)return this.wrong(this.failure);if(!this.clips||!this.hubs)return this.waiting(2);if(!this.hubs.length)return l`<p class="card">${e(`Bạn chưa vào trung tâm nào nên chưa báo được cho ai.`)}</p>`;if(!this.clips.length)return l`<p class="card">${e(`Không có đoạn video nào trong khoảng này.`)}</p>
        ${this.choice()}`;if(this.reading)return this.summary(t);let n=this.given[0];return l`<div class="parts">
      <section class="card player" aria-label=${e(`Xem hình của bạn`)}>
        ${n?l`<mt-clip-view bare .house=${this.house} .clip=${n} camera=${t.name}></mt-clip-view>`:l`<p class="empty muted">${e(`Không có đoạn video nào trong khoảng này.`)}</p>`}
      </section>
      ${this.choices()}
    </div>`}body(){let{camera:t}=this;return this.path[1]&&!t?l`<p class="card">${e(`Camera này không còn nữa.`)}</p>`:t&&this.named?this.content(t):this.choice()}render(){return this.house.known?l`<a class="button quiet back" href=${X} @click=${w}>${h(s)}${e(`Chia sẻ`)}</a>
      <div class="head">
        <h1 tabindex="-1">${this.reading?e(`Đọc lại trước khi gửi`):e(`Báo cho phường`)}</h1>
      </div>
      ${this.body()}`:this.waiting(2)}};E([u()],Z.prototype,`hubs`,void 0),E([u()],Z.prototype,`clips`,void 0),E([u()],Z.prototype,`failure`,void 0),E([u()],Z.prototype,`bounds`,void 0),E([u()],Z.prototype,`span`,void 0),E([u()],Z.prototype,`hubId`,void 0),E([u()],Z.prototype,`offence`,void 0),E([u()],Z.prototype,`note`,void 0),E([u()],Z.prototype,`tried`,void 0),E([u()],Z.prototype,`reading`,void 0),E([u()],Z.prototype,`busy`,void 0),Z=E([y(),i(`mt-report`)],Z);var Fe={neighbourhood_security:()=>e(`giữ an ninh khu dân cư`),case:()=>e(`làm rõ một vụ việc`),public_place:()=>e(`trông coi nơi công cộng`)},Ie={events:()=>e(`lúc nào có chuyển động`),stills:()=>e(`ảnh`),clips:()=>e(`đoạn video`),live:()=>e(`hình trực tiếp khi bạn cho phép`)},Le={mon:()=>e(`T2`),tue:()=>e(`T3`),wed:()=>e(`T4`),thu:()=>e(`T5`),fri:()=>e(`T6`),sat:()=>e(`T7`),sun:()=>e(`CN`)},Re=e=>Fe[e]?.()??e,ze=e=>e.map(e=>Ie[e]?.()??e).join(`, `);function Be(t){return t.length===7?e(`mọi ngày`):t.map(e=>Le[e]?.()??e).join(`, `)}var Ve={view_event:()=>e(`Xem sự kiện`),view_still:()=>e(`Xem ảnh`),play_clip:()=>e(`Xem đoạn video`),download_clip:()=>e(`Tải đoạn video về`),hold_item:()=>e(`Giữ lại cho một vụ việc`),view_held:()=>e(`Xem hình đang giữ cho vụ việc`),watch_live:()=>e(`Xem trực tiếp`)},He=e=>Ve[e]?.()??e;function Ue({days:n,from_minute:r,to_minute:i}){let a=e(r===0&&i===1440?`cả ngày`:t`từ ${D(r)} đến ${D(i%1440)}`);return`${Be(n)}, ${a}`}var We=({valid_until:e})=>new Date(Date.parse(e)-1);function Ge(n,r){let{footage:i}=n;if(!i)return e(t`Khi: ${Ue(n.hours)}.`);let a={since:new Date(i.since),until:new Date(i.until)};return e(t`Chỉ hình của khoảng ${M(a,r)}.`)}function Ke(t,n){return t.live?n?l`<span class="chip live">${e(`Đang chia sẻ`)}</span>`:l`<span class="chip wait">${e(`Đang tạm dừng`)}</span>`:l`<span class="chip">${e(`Ngoài thời hạn`)}</span>`}function qe(n,r){return l`<ul>
    <li>${e(t`Để: ${Re(n.purpose)}.`)}</li>
    <li>${e(t`Gửi: ${ze(n.kinds)}.`)} ${n.audio?e(`Có tiếng.`):e(`Không có tiếng.`)}</li>
    <li>${Ge(n,r)}</li>
    <li>${e(t`Đến hết ${g(We(n),r)}; trung tâm giữ ${n.retention_days} ngày rồi xoá.`)}</li>
    <li>${n.parents?e(`Trung tâm cấp trên cũng được xem.`):e(`Không chuyển lên cấp trên.`)}</li>
    ${n.masked?l`<li>${h(ue,``,18)} ${e(`Các vùng riêng tư bị che đen.`)}</li>`:v}
  </ul>`}var Je=6e4,Ye={events:n=>e(t`${n} sự kiện`),stills:n=>e(t`${n} ảnh`),clips:n=>e(t`${n} đoạn video`)};function Xe({quiet:e}){return e?`${D(e.from_minute)}–${D(e.until_minute)}`:``}function Ze(n,r,i,a){switch(n.cause){case`quiet_hours`:return e(t`đợi hết giờ không gửi clip ${Xe(r)}`);case`copying`:return e(`đang chuẩn bị bản để gửi`);case`no_answer`:return n.until&&Date.parse(n.until)>i.getTime()?e(t`trung tâm không trả lời, thử lại lúc ${x(n.until,a,!0)}`):e(`trung tâm không trả lời, đang thử lại`);default:return e(`đang gửi`)}}function Qe(n,r,i){return r.getTime()-Date.parse(n.oldest_at)<Je?``:e(t`lâu nhất từ ${C(n.oldest_at,r,i)}`)}function $e(e,t,n,r){let i=e.size_bytes?le(e.size_bytes,r):``,a=[Ye[e.kind]?.(e.count)??String(e.count),i,Qe(e,n,r)];return l`<li>
    <strong>${a.filter(Boolean).join(` · `)}</strong><br /><span class="small">${Ze(e,t,n,r)}</span>
  </li>`}function et(n){let r=[];return n.kbit_s&&r.push(e(t`Gửi không nhanh quá ${n.kbit_s} kbit/s.`)),n.quiet&&r.push(e(t`Không gửi đoạn video lúc ${Xe(n)}.`)),r.join(` `)}function tt(n,r,i){let a=et(n.limits);return l`${n.queue.length?l`<ul class="queue">${n.queue.map(e=>$e(e,n.limits,r,i))}</ul>`:v}
  ${n.parked?l`<p class="small wrong">${e(t`Trung tâm không nhận ${n.parked} mục; chúng ở lại nhà bạn.`)}</p>`:v}
  ${n.dropped?l`<p class="small wrong">${e(t`${n.dropped} mục đã bỏ vì chờ quá lâu hoặc hết chỗ.`)}</p>`:v}
  ${a?l`<p class="small muted">${a}</p>`:v}`}var nt=d`
  .queue {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .queue li {
    padding: 0.45rem 0;
    border-top: 1px solid var(--mt-line);
  }
`,rt=6e4,it=(e,t)=>t.getTime()-Date.parse(e)>=rt;function at(n,{now:r,language:i}){return n===void 0?``:it(n,r)?e(t`Liên lạc gần nhất ${C(n,r,i)}.`):e(`Vừa liên lạc xong.`)}function ot(n){return n.queue_length===0?e(`Không có gì đang chờ gửi.`):e(t`${n.queue_length} mục đang chờ gửi.`)}function st(t){return t.connected?l`<span class="chip live">${h(oe,``,16)}${e(`Đang nối`)}</span>`:l`<span class="chip ${t.idle?``:`wait`}">
    ${h(c,``,16)}${t.idle?e(`Không gửi gì`):e(`Chưa nối được`)}
  </span>`}function ct({name:t,commune:n,line:r},i){return l`<section class="card hub">
    <div class="title">
      <h2>${t}</h2>
      ${st(r)}
    </div>
    ${n&&n!==t?l`<p class="muted small">${n}</p>`:v}
    ${r.problem?l`<p class="wrong">${i.problem(r.problem,t)}</p>`:v}
    <p>
      ${r.idle?e(`Không có sự đồng ý nào đang hiệu lực, nên nhà bạn không nói gì với trung tâm này.`):ot(r)}
      ${at(r.last_contact_at,i)}
    </p>
    ${tt(r,i.now,i.language)}
  </section>`}function lt(t,n,r){return l`<section class="card gone">
    <h2>${e(`Ai đã xem`)}</h2>
    ${t.length===0?l`<p class="muted">${e(`Chưa ai ở trung tâm mở thứ gì của nhà bạn.`)}</p>`:v}
    <ul>
      ${t.map(e=>l`<li>
          <strong>${m(e.at,r)}</strong> · ${e.unit===e.hub?e.unit:`${e.unit}, ${e.hub}`}<br />
          <span class="small">${He(e.action)} · ${n(e.camera_id)}</span>
          ${ut(e)}
        </li>`)}
    </ul>
  </section>`}function ut({request_id:t,case_number:n,reason:r}){return n?l`<br /><span class="small">${e(`Vụ việc`)} <b>${n}</b>${r?`: ${r}`:v}</span>`:t?l`<br /><span class="small">${e(`Do bạn báo`)}</span>`:v}async function dt(e,t,n){return(await e.ask(`panel/print`,{what:t,subject:n,language:T()})).url}async function ft(e,t,n){let r={what:t,subject:n,language:T(),as_code:!0},{url:i}=await e.ask(`panel/print`,r),a=document.createElement(`a`);a.href=e.hass.hassUrl(i),a.download=``,a.click()}async function pt(e,t,n){let r=window.open(``,`_blank`);try{let i=await dt(e,t,n);r?r.location.href=i:window.location.href=i}catch(e){throw r?.close(),e}}function mt({hub:n,cause:r,at:i},a){let o=m(i,a);return e(r===`lost`?t`Mất điện lúc bạn báo cho ${n} (${o}), nên tin chưa được gửi. Hãy báo lại.`:t`${n} không nhận tin bạn báo lúc ${o}. Hình kèm theo đã rút lại. Bạn có thể báo lại, hoặc gọi thẳng.`)}function ht(t,n){return t?.length?l`<section aria-label=${e(`Tin báo không tới nơi`)}>
    ${t.map(e=>l`<div class="wrong">${h(a)}<span>${mt(e,n)}</span></div>`)}
  </section>`:v}var gt=d`
  .asked {
    display: grid;
    gap: 0.8rem;
    border: 2px solid var(--mt-gold);
  }
  .asked dl.facts {
    grid-template-columns: minmax(6.5rem, max-content) minmax(0, 1fr);
    gap: 0.4rem 1rem;
  }
  .asked .reason {
    overflow-wrap: anywhere;
  }
  .asked + .asked {
    margin-top: 1rem;
  }
  .asked h2 .icon {
    color: var(--mt-gold);
    margin-inline-end: 0.4rem;
  }
  .answered h2 {
    margin-bottom: 0.6rem;
  }
  .answered li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1rem;
    align-items: center;
    padding: 0.7rem 0;
    border-top: 1px solid var(--mt-line);
  }
  .answered li > div {
    flex: 1;
    min-width: min(100%, 16rem);
  }
  :host([narrow]) .asked dl.facts {
    grid-template-columns: minmax(0, 1fr);
    gap: 0.1rem;
  }
`;function _t(n,{now:r,language:i},a){return l`<article class="card asked">
    <h2>${h(ce,``,22)}${e(t`${n.unit} xin hình của bạn`)}</h2>
    ${W(n,r,i)}
    ${n.may_decide?l`<div class="deeds">
            <button @click=${()=>a(n)}>${e(`Từ chối…`)}</button>
            <a class="button primary" href=${S(`/mat-than`,`sharing`,`request`,n.request_id)} @click=${w}
              >${e(`Xem hình và trả lời`)}</a
            >
          </div>`:l`<p class="muted">${e(`Chỉ người quản trị nhà mới trả lời được yêu cầu này.`)}</p>`}
  </article>`}function vt({sent:n,waiting:r,consent_ids:i},a){return i.length&&!a?e(`Bạn đã rút lại.`):e(r?t`Đã gửi ${n} đoạn, còn ${r} đoạn đang chờ gửi.`:t`Đã gửi ${n} đoạn.`)}function yt(t,n,r,i){return t.length===0?v:l`<section class="card answered">
    <h2>${e(`Yêu cầu trước đây`)}</h2>
    <ul>
      ${t.map(t=>{let a=r(t);return l`<li>
          <div>
            <strong>${t.unit} · ${t.case_number}</strong>
            <span class="chip ${Oe[t.state]}">${ke(t.state)}</span><br />
            <span class="small">
              ${H(t.offence)} · ${t.cameras.map(({name:e})=>e).join(`, `)} ·
              ${V(U(t),n)}
            </span>
            <br /><span class="small muted">
              ${[t.decided_at&&m(t.decided_at,n),t.state===`approved`&&vt(t,a)].filter(Boolean).join(` · `)}
            </span>
          </div>
          ${t.state===`approved`&&a&&i?l`<button class="danger outline" @click=${()=>i(t)}>${e(`Rút lại…`)}</button>`:v}
        </li>`})}
    </ul>
  </section>`}var bt=`/mat-than/sharing`,xt=`place`,St=80,Ct=794,Q=class extends A{constructor(...e){super(...e),this.owner=null,this.subject=xt,this.preview=``,this.failure=null,this.missing=!1}static{this.styles=[...A.styles,d`
      .back {
        margin: -0.4rem 0 0.4rem -0.7rem;
      }
      .layout {
        display: grid;
        grid-template-columns: minmax(0, 24rem) minmax(0, 1fr);
        gap: 1.25rem;
        align-items: start;
      }
      :host([narrow]) .layout {
        grid-template-columns: minmax(0, 1fr);
      }
      form {
        display: grid;
        gap: 1rem;
      }
      form .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .paper {
        position: relative;
        width: 100%;
        max-width: 34rem;
        aspect-ratio: 210 / 297;
        overflow: hidden;
        border: 1px solid var(--mt-line);
        border-radius: 8px;
        background: #fff;
      }
      /* The page is as wide as an A4 sheet on the screen; it is shown small, as it will lie on the table. */
      iframe {
        position: absolute;
        top: 0;
        left: 0;
        width: 794px;
        height: 1123px;
        border: 0;
        transform-origin: 0 0;
        transform: scale(var(--shrink, 0.5));
        pointer-events: none;
      }
      .empty-paper {
        display: grid;
        place-content: center;
        text-align: center;
        padding: 1rem;
        height: 100%;
        color: #445;
      }
    `]}connectedCallback(){super.connectedCallback();let e=new ResizeObserver(()=>this.shrink());e.observe(this),this.until(()=>e.disconnect()),this.read()}updated(){this.shrink()}shrink(){let e=this.renderRoot.querySelector(`.paper`);e?.style.setProperty(`--shrink`,String(e.clientWidth/Ct))}async read(){try{this.owner=await this.house.ask(`panel/sign`),this.failure=null,this.owner.who&&this.owner.contact&&await this.look()}catch(e){this.failure=e}}async look(){this.preview=await dt(this.house,`sign`,this.subject)}async save(t){t.preventDefault();let n=new FormData(t.target),r={who:String(n.get(`who`)??``).trim(),contact:String(n.get(`contact`)??``).trim()};this.missing=!r.who||!r.contact,this.missing||await this.attempt(async()=>(await this.house.ask(`panel/sign/save`,{...r}),this.owner=r,await this.look(),!0))&&k(e(`Đã ghi. Hãy xem biển bên cạnh rồi in.`))}async choose(e){this.subject=e.target.value,this.preview&&await this.attempt(()=>this.look())}form(t){let n=this.hass.user.is_admin;return l`<form class="card" @submit=${this.save}>
      <div>
        <label for="subject">${e(`Biển cho`)}</label>
        <select id="subject" @change=${this.choose}>
          <option value=${xt}>${e(`Mọi camera của nhà`)}</option>
          ${this.house.overview.cameras.map(({camera_id:e,name:t})=>l`<option value=${e}>${t}</option>`)}
        </select>
      </div>
      <div>
        <label for="who">${e(`Ai ghi hình`)}</label>
        <input id="who" name="who" maxlength=${St} .value=${t.who} ?disabled=${!n} autocomplete="name" />
        <p class="hint">${e(`Tên người hoặc cơ sở, ví dụ: Nhà bà Hoa.`)}</p>
      </div>
      <div>
        <label for="contact">${e(`Liên hệ`)}</label>
        <input id="contact" name="contact" maxlength=${St} .value=${t.contact} ?disabled=${!n} />
        <p class="hint">${e(`Số điện thoại hoặc chỗ gõ cửa. Ai đi qua cũng đọc được.`)}</p>
      </div>
      ${this.missing?l`<p class="wrong" role="alert">${e(`Hãy ghi cả hai: biển phải có tên và cách liên hệ.`)}</p>`:v}
      <div class="row">
        ${n?l`<button class=${this.preview?``:`primary`} type="submit">${e(`Ghi và xem thử`)}</button>`:v}
        ${this.preview?l`<button class="primary" type="button" @click=${this.print}>${h(p)}${e(`In biển`)}</button>`:v}
      </div>
      <p class="small muted">
        ${e(`Biển nói ai ghi hình, để làm gì, giữ bao lâu và liên hệ ở đâu, theo Điều 32 Luật 91/2025/QH15. In trên giấy A4, dán ở lối vào.`)}
      </p>
    </form>`}print(){this.attempt(()=>pt(this.house,`sign`,this.subject))}render(){return l`<a class="button quiet back" href=${bt} @click=${w}>${h(s)}${e(`Chia sẻ`)}</a>
      <div class="head"><h1>${e(`Biển báo camera`)}</h1></div>
      ${this.failure?this.wrong(this.failure):v}
      ${this.owner?l`<div class="layout">
              ${this.form(this.owner)}
              <div class="paper">
                ${this.preview?l`<iframe src=${this.preview} title=${e(`Biển báo sẽ in`)} tabindex="-1"></iframe>`:l`<p class="empty-paper">${e(`Ghi tên và cách liên hệ để xem biển ở đây.`)}</p>`}
              </div>
            </div>`:this.waiting(1)}`}};E([u()],Q.prototype,`owner`,void 0),E([u()],Q.prototype,`subject`,void 0),E([u()],Q.prototype,`preview`,void 0),E([u()],Q.prototype,`failure`,void 0),E([u()],Q.prototype,`missing`,void 0),Q=E([y(),i(`mt-sign`)],Q);var wt=864e5,Tt=d`
  .gone .holds {
    display: grid;
    gap: 0.5rem;
    margin: 0.6rem 0;
  }
  .gone .holds li {
    padding: 0.7rem 0.9rem;
    border: 1px solid var(--mt-line);
    border-inline-start: 4px solid var(--mt-gold);
    border-radius: 10px;
    overflow-wrap: anywhere;
  }
  .gone .holds li.over {
    border-inline-start-color: var(--mt-line);
  }
  .gone .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 0.5rem;
  }
`;function Et(n,r){let i=Math.ceil((Date.parse(n)-r.getTime())/wt);return e(i>0?t`còn ${i} ngày`:`đã quá hạn`)}function Dt(n,{now:r,language:i}){let{deleted:a}=n;if(a&&!(a.events+a.stills+a.clips))return e(t`Trung tâm không có gì để xoá, và đã gửi biên nhận có chữ ký lúc ${m(a.at,i)}.`);if(a){let n=e(t`${a.events} sự kiện, ${a.stills} ảnh, ${a.clips} đoạn video`);return e(t`Trung tâm đã xoá ${n} lúc ${m(a.at,i)} và gửi biên nhận có chữ ký.`)}if(n.proved)return e(`Trung tâm đã gửi biên nhận có chữ ký: mọi thứ đã xoá.`);if(!n.pending)return e(`Trung tâm không giữ gì để xoá.`);let o=n.due_at?e(t`Theo luật phải xoá xong trước ${g(n.due_at,i)} (${Et(n.due_at,r)}).`):``;return`${e(`Đang chờ biên nhận xoá của trung tâm.`)} ${o}`}function Ot(n,{now:r,language:i}){let a=e(t`${n.events} sự kiện, ${n.clips} đoạn video, ghi ${m(n.first_at,i)}`);return n.released_at?l`<li class="over">
      <b>${e(t`Vụ việc ${n.case_number}: đã hết giữ và đã xoá`)}</b><br />
      <span class="small">${a}. ${e(t`Xoá lúc ${m(n.released_at,i)}, có biên nhận thứ hai.`)}</span>
    </li>`:l`<li>
    <b>${h(se,``,18)} ${e(t`Còn giữ theo luật cho vụ việc ${n.case_number}`)}</b><br />
    <span class="small">
      ${a}.<br />
      ${e(t`Căn cứ: ${n.basis}`)}<br />
      ${e(t`${n.unit} quyết định, hai cán bộ duyệt. Muộn nhất đến ${g(n.until,i)} (${Et(n.until,r)}), rồi xoá và gửi biên nhận thứ hai.`)}
    </span>
  </li>`}function kt(t,n,{print:r,save:i}){return t.length===0?v:l`<section class="card gone">
    <h2>${e(`Đã rút lại`)}</h2>
    <ul>
      ${t.map(t=>l`<li>
          <strong>${t.camera??e(`Camera đã bỏ`)} → ${t.hub}</strong>, ${m(t.withdrawn_at,n.language)}<br />
          <span class="small">${h(ie,``,18)} ${Dt(t,n)}</span>
          ${t.holds.length?l`<ul class="holds">${t.holds.map(e=>Ot(e,n))}</ul>`:v}
          ${t.deleted?l`<div class="deeds">
                  <button @click=${()=>r(t)}>${h(p)}${e(`In biên nhận xoá`)}</button>
                  <button @click=${()=>i(t)}>${h(te)}${e(`Tải mã kiểm tra`)}</button>
                </div>`:v}
        </li>`)}
    </ul>
  </section>`}var At=`/config/integrations/integration/mat_than`,jt=S(`/mat-than`,`sharing`,`report`),Mt=`/mat-than/sharing/sign`,Nt=2e3,$=class extends A{constructor(...e){super(...e),this.sharing=null,this.failure=null,this.timer=0}static{this.styles=[...A.styles,gt,Tt,nt,d`
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
      :host([narrow]) .report {
        width: 100%;
        margin-bottom: 1.5rem;
      }
      .consent ul {
        list-style: disc;
        padding-inline-start: 1.2rem;
      }
      .gone h2 {
        margin-bottom: 0.6rem;
      }
      .gone li {
        padding: 0.6rem 0;
        border-top: 1px solid var(--mt-line);
      }
    `]}connectedCallback(){super.connectedCallback(),this.read(),this.until(()=>clearTimeout(this.timer))}houseChanged(){super.houseChanged(),this.timer||=window.setTimeout(()=>{this.timer=0,this.read()},Nt)}async read(){try{this.sharing=await this.house.ask(`panel/sharing`),this.failure=null}catch(e){this.failure=e}}name(t){return this.house.camera(t)?.name??e(`Camera đã bỏ`)}async withdraw(n){let r=this.name(n.camera_id);await O({title:e(t`Rút lại sự đồng ý cho ${r}?`),text:e(t`Từ lúc này không còn gì của ${r} đến ${n.hub}. Trung tâm phải xoá những gì đã nhận và gửi lại biên nhận.`),deed:e(`Rút lại`),danger:!0})&&await this.attempt(()=>this.house.ask(`panel/sharing/withdraw`,{consent_id:n.consent_id}))!==void 0&&(k(e(t`Đã rút lại. Không còn gì của ${r} đến ${n.hub}.`)),await this.read())}async switch(e,t){await this.attempt(()=>this.house.ask(`panel/sharing/switch`,{camera_id:e,on:t})),await this.read()}async decline(e){await this.attempt(()=>R(this.house,e))}async withdrawGift({unit:n,case_number:r,consent_ids:i}){await O({title:e(t`Rút lại hình đã gửi cho ${n}?`),text:e(t`Hình cho vụ việc ${r} không xem được nữa; trung tâm phải xoá và gửi lại biên nhận.`),deed:e(`Rút lại`),danger:!0})&&(await this.attempt(async()=>{for(let e of i.filter(e=>this.stands(e)))await this.house.ask(`panel/sharing/withdraw`,{consent_id:e});return!0})&&k(e(`Đã rút lại. Trung tâm phải xoá những gì đã nhận.`)),await Promise.all([this.read(),this.house.requests.read()]))}stands(e){return this.sharing?.consents.some(({consent_id:t})=>t===e)??!1}print(e,t){this.attempt(()=>pt(this.house,e,t))}hub(t){return ct(t,{now:this.now,language:this.language,problem:(t,n)=>this.hass.localize(`component.mat_than.issues.${t}.title`,{name:n,hub:n})||e(`Trung tâm chưa trả lời. Nhà bạn tự thử lại.`)})}consent(n){let r=this.sharing?.cameras[n.camera_id],i=r?.on??!1;return l`<article class="card consent">
      <div class="title">
        <h3>${this.name(n.camera_id)} → ${n.hub}</h3>
        ${Ke(n,i)}
      </div>
      ${qe(n,this.language)}
      ${r?.waiting?l`<p class="small muted">${e(t`${r.waiting} mục của camera này đang chờ gửi.`)}</p>`:v}
      <div class="deeds">
        <button @click=${()=>this.print(`consent`,n.consent_id)}>${h(p)}${e(`In bản đồng ý`)}</button>
        ${n.live?l`<button @click=${()=>this.switch(n.camera_id,!i)}>${e(i?`Tạm dừng`:`Chia sẻ tiếp`)}</button>`:v}
        ${this.hass.user.is_admin?l`<button class="danger outline" @click=${()=>this.withdraw(n)}>${e(`Rút lại…`)}</button>`:v}
      </div>
    </article>`}asked(){let{waiting:t}=this.house.requests;if(!t.length)return v;let n={now:this.now,language:this.language};return l`<section aria-label=${e(`Đang chờ bạn trả lời`)}>
      ${t.map(e=>_t(e,n,e=>void this.decline(e)))}
    </section>`}answered(){let e=this.house.requests.list.filter(({state:e})=>e!==`waiting`),t=this.hass.user.is_admin?e=>void this.withdrawGift(e):null;return yt(e,this.language,e=>e.consent_ids.some(e=>this.stands(e)),t)}overview(t){let n=t.consents.filter(({request_id:e})=>!e||!this.house.requests.get(e));return l`<div class="head named">
        <h1>${e(`Chia sẻ`)}</h1>
        ${this.narrow?v:this.reportLink()}
      </div>
      ${this.asked()} ${ht(t.refused_reports,this.language)}
      ${this.narrow?this.reportLink():v} ${t.hubs.map(e=>this.hub(e))}
      <section>
        <h2>${e(`Bạn đã đồng ý`)}</h2>
        ${n.length?l`<div class="consents">${n.map(e=>this.consent(e))}</div>`:l`<p class="muted">${e(`Chưa đồng ý điều gì: không có gì rời nhà bạn.`)}</p>`}
      </section>
      ${this.answered()} ${lt(t.looks,e=>this.name(e),this.language)} ${this.takenBack(t)}
      ${this.signCard()}`}reportLink(){return this.hass.user.is_admin?l`<a class="button report" href=${jt} @click=${w}>${h(de)}${e(`Báo một việc`)}</a>`:v}takenBack({withdrawn:e}){return kt(e,{now:this.now,language:this.language},{print:e=>this.print(`deletion`,e.consent_id),save:e=>void this.attempt(()=>ft(this.house,`deletion`,e.consent_id))})}signCard(){return l`<section class="card hub">
      <h2>${e(`Biển báo ở cổng`)}</h2>
      <p>${e(`Người đi qua cần biết ai ghi hình, để làm gì và giữ bao lâu. In một tờ A4 dán ở lối vào.`)}</p>
      <div class="deeds">
        <a class="button" href=${Mt} @click=${w}>${h(r)}${e(`Làm biển báo`)}</a>
      </div>
    </section>`}page(e){let{house:t,hass:n,narrow:r,path:i}=this;return e===`request`?l`<mt-answer .house=${t} .hass=${n} ?narrow=${r} .path=${i}></mt-answer>`:l`<mt-report .house=${t} .hass=${n} ?narrow=${r} .path=${i}></mt-report>`}render(){let{sharing:t}=this,[n]=this.path;return n===`sign`?l`<mt-sign .house=${this.house} .hass=${this.hass} ?narrow=${this.narrow}></mt-sign>`:n===`request`||n===`report`?this.page(n):this.failure?this.wrong(this.failure):t?t.hubs.length===0?l`<section class="empty card">
        <h2>${e(`Bạn không chia sẻ gì`)}</h2>
        <p>${e(`Mọi video ở lại nhà bạn. Nếu phường, xã mời, bạn có thể vào trung tâm bằng mã mời, rồi chọn từng camera, từng mục đích.`)}</p>
        ${this.hass.user.is_admin?l`<a class="button" href=${At} @click=${w}>${e(`Vào một trung tâm`)}</a>`:v}
      </section>
      ${this.takenBack(t)} ${this.signCard()}`:this.overview(t):this.waiting(2)}};E([u()],$.prototype,`sharing`,void 0),E([u()],$.prototype,`failure`,void 0),$=E([y(),i(`mt-sharing`)],$);export{$ as SharingPage};