import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,C as r,Ct as i,D as a,F as o,K as s,M as c,N as l,O as u,Q as ee,R as te,T as d,V as ne,Z as re,d as f,f as p,g as m,h as ie,ht as ae,i as h,j as g,k as oe,m as _,n as v,p as y,q as se,r as b,s as x,v as S,w as C,x as ce,y as w}from"./address-D-_5QCxM.js";import{n as T,t as E}from"./panel-C_2qp31a.js";import"./clip_view-CWWtu8eW.js";import{t as le}from"./thumbnails-TfSdeAXB.js";import{t as D}from"./page-BQkYrIvf.js";import"./clip_list-VPIF-N-Y.js";import{a as ue,i as O,n as k,r as de,t as fe}from"./span_words-COcCHaWB.js";var A=l`
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
`,j=1e3;function pe(e,t,n){return{...e,since:Math.min(Math.max(t,n.since),e.until-j)}}function me(e,t,n){return{...e,until:Math.max(Math.min(t,n.until),e.since+j)}}function M(e,{since:t,until:n}){return e.filter(e=>e.end>t&&e.start<n)}function he(e,{since:t,until:n}){return{since:Math.max(e.start,t),until:Math.min(e.end,n)}}function N(e,t){return M(e,t).reduce((e,n)=>{let r=he(n,t);return e+(r.until-r.since)/1e3},0)}function ge({since:e,until:t},n){return[...new Set([n(e),n(t)])]}var _e=4;function ve({name:r,masked:i},a){let{clips:o,span:s}=a,c=Math.min(o.length,_e);return g`<fieldset>
    <legend class="unseen">${r}</legend>
    <label class="box">
      <input
        type="checkbox"
        .checked=${a.chosen}
        ?disabled=${!o.length}
        @change=${e=>a.choose(e.target.checked)}
      />
      <span>
        <strong>${r}</strong><br />
        <span class="small muted">
          ${o.length?e(t`${M(o,s).length} đoạn trong khoảng đã chọn`):e(`Không có hình trong khoảng này`)}
          ${i?g` · ${f(ae,``,16)} ${e(`vùng riêng tư được che`)}`:n}
        </span>
      </span>
    </label>
    ${o.length?g`<mt-clip-list
            style="height:${c*76}px"
            .clips=${ye(o)}
            .thumbnails=${a.thumbnails}
            current=${a.playing}
            @clip=${e=>a.play(e.detail)}
          ></mt-clip-list>`:n}
  </fieldset>`}var P=new WeakMap;function ye(e){let t=P.get(e)??[...e].reverse();return P.set(e,t),t}async function F(n,{unit:r,request_id:i}){if(!await T({title:e(t`Từ chối ${r}?`),text:e(`Không có gì được gửi. Bạn không phải nêu lý do, và họ không phân biệt được với việc không trả lời.`),deed:e(`Từ chối`)}))return!1;try{return await n.ask(`requests/decline`,{request_id:i}),E(e(`Đã từ chối. Không có gì rời nhà bạn.`)),!0}finally{await n.requests.read()}}async function I(e,t,n){let r=await Promise.all(t.map(async t=>[t,await be(e,t,n)]));return new Map(r)}async function be(e,t,n){if(!e.camera(t))return[];let r=await Promise.all(ge(n,m).map(n=>e.ask(`panel/day`,{camera_id:t,day:n})));return M([...new Map(r.flatMap(e=>e.clips).map(e=>[e.id,e])).values()],n).sort((e,t)=>e.start-t.start)}function L(t,n,{busy:r,back:i,send:a}){return g`<section class="card summary">
    <p class="sentence">${t}</p>
    <ul>
      ${n.map(e=>g`<li>${e}</li>`)}
      <li>${e(`Mỗi lần có người xem, bạn thấy ở mục Chia sẻ.`)}</li>
      <li>${e(`Bạn rút lại được bất cứ lúc nào; họ phải xoá và gửi biên nhận.`)}</li>
    </ul>
    <div class="deeds">
      <button ?disabled=${r} @click=${i}>${e(`Quay lại sửa`)}</button>
      <button class="primary" ?disabled=${r} @click=${a}>
        ${f(ne)}${e(r?`Đang gửi…`:`Đồng ý và gửi`)}
      </button>
    </div>
  </section>`}var R=({since:e,until:t},n)=>k({since:new Date(e),until:new Date(t)},n,e%6e4!=0||t%6e4!=0);function z({clips:n,seconds:r,span:i,cameras:a,recipient:o},s){let c=a.join(`, `);return e(t`Bạn sẽ gửi ${n} đoạn (${ce(r,s)}), ${R(i,s)}, camera ${c}, cho ${o}.`)}var B={theft:()=>e(`Trộm cắp`),robbery:()=>e(`Cướp, cướp giật`),assault:()=>e(`Hành hung, xô xát`),vandalism:()=>e(`Phá hoại tài sản`),littering:()=>e(`Đổ rác, xả thải trái phép`),traffic:()=>e(`Va chạm giao thông`),fire:()=>e(`Cháy, nổ`),missing_person:()=>e(`Người mất tích, đi lạc`),public_order:()=>e(`Gây rối trật tự`),other:()=>e(`Việc khác`)},V=Object.keys(B);function H(e){return V.find(t=>t===e)?B[e]():e}function U({since:e,until:t}){let n=e=>Math.floor(Date.parse(e)/1e3)*1e3;return{since:n(e)+(/\.\d*[1-9]/.test(e)?1e3:0),until:n(t)}}var xe={waiting:()=>e(`Đang chờ bạn`),approved:()=>e(`Đã đồng ý`),declined:()=>e(`Bạn đã từ chối`),expired:()=>e(`Đã hết hạn`),cancelled:()=>e(`Bên hỏi đã huỷ`)},W={waiting:`wait`,approved:`live`,declined:``,expired:``,cancelled:``},G=e=>xe[e]();function K(r,i,a){let o=(e,t)=>g`<dt>${e}</dt><dd>${t}</dd>`;return g`<dl class="facts">
    ${r.unit===r.hub?n:o(e(`Qua trung tâm`),r.hub)}
    ${o(e(`Vụ việc`),`${r.case_number} · ${H(r.offence)}`)}
    ${o(e(`Vì sao`),g`<span class="reason">${r.reason}</span>`)}
    ${o(e(`Hỏi lại`),r.contact)}
    ${o(e(`Camera`),r.cameras.map(({name:e})=>e).join(`, `))}
    ${o(e(`Khoảng hình`),g`<b>${R(U(r),a)}</b>`)}
    ${o(e(`Trả lời trước`),`${w(r.deadline,a)} (${p(r.deadline,i,a)})`)}
    ${o(e(`Nơi nhận giữ`),e(t`${r.retention_days} ngày rồi xoá`))}
  </dl>`}var Se=36e5,q=1e3,J=class extends oe{constructor(...e){super(...e),this.clips=[]}static{this.styles=[...C,l`
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
    `]}choose(e){(e.since!==this.span.since||e.until!==this.span.until)&&this.dispatchEvent(new CustomEvent(`trim`,{detail:e}))}move(e,t){this.choose(e===`since`?pe(this.span,t,this.bounds):me(this.span,t,this.bounds))}press(e,t){let n={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1}[t.key];if(!n)return;t.preventDefault();let r=this.bounds.until-this.bounds.since>Se?6e4:1e4;this.move(e,this.span[e]+n*r)}handle(e,t){let{since:n,until:r}=this.bounds,i=e===`since`&&this.span.since>(n+r)/2;return g`<input
      type="range"
      class=${i?`over`:``}
      aria-label=${t}
      aria-valuetext=${y(new Date(this.span[e]),x(),!0)}
      min=${n}
      max=${r}
      step="1000"
      .value=${String(this.span[e])}
      @input=${t=>{let n=t.target,i=Number(n.value);this.move(e,r-i<1e3?r:i),n.value=String(this.span[e])}}
      @keydown=${t=>this.press(e,t)}
    />`}typed(e,t){let{since:n,until:r}=this.bounds,i=[...new Set([m(n),m(r)])].map(e=>ie(e,t)?.getTime()).filter(e=>e!==void 0),a=i.find(e=>n<=e&&e<=r)??i[0];a!==void 0&&this.move(e,a),this.requestUpdate()}field(e,t){let n=new Date(this.span[e]),{since:r,until:i}=this.bounds,a=m(r)===m(i)?``:` (${_(n,x())})`;return g`<div>
      <label for=${e}>${t}${a}</label>
      <input
        id=${e}
        type="time"
        step="1"
        .value=${y(n,x(),!0)}
        @change=${t=>this.typed(e,t.target.value)}
      />
    </div>`}mark(e){let{since:t,until:n}=this.bounds,r=e=>q*(Math.min(Math.max(e,t),n)-t)/(n-t),[i,a]=[r(e.start),r(e.end)],o=e.end>this.span.since&&e.start<this.span.until;return c`<rect class="clip ${o?`in`:``}" x=${i} y="30" width=${Math.max(3,a-i)} height="40" />`}render(){if(!this.bounds||!this.span)return n;let{since:t,until:r}=this.bounds,i=e=>q*(e-t)/(r-t),[a,o]=[i(this.span.since),i(this.span.until)];return g`<div class="bar" role="group" aria-label=${e(`Khoảng được gửi`)}>
        <svg viewBox="0 0 ${q} 100" preserveAspectRatio="none" aria-hidden="true">
          <rect class="ground" width=${q} height="100" />
          ${c`<rect class="chosen" x=${a} width=${Math.max(0,o-a)} height="100" />`}
          ${this.clips.map(e=>this.mark(e))}
        </svg>
        ${this.handle(`since`,e(`Bắt đầu từ`))} ${this.handle(`until`,e(`Đến hết`))}
      </div>
      <div class="times">${this.field(`since`,e(`Từ`))} ${this.field(`until`,e(`Đến`))}</div>`}};r([u({attribute:!1})],J.prototype,`bounds`,void 0),r([u({attribute:!1})],J.prototype,`span`,void 0),r([u({attribute:!1})],J.prototype,`clips`,void 0),J=r([i(),d(`mt-trim-bar`)],J);var Y=v(`/mat-than`,`sharing`),Ce=[7,30,90,180],X=class extends D{constructor(...e){super(...e),this.clips=null,this.failure=null,this.chosen=new Set,this.span={since:0,until:0},this.audio=!1,this.retentionDays=0,this.playing=null,this.reading=!1,this.busy=!1,this.begunWith=``}static{this.styles=[...D.styles,A]}connectedCallback(){super.connectedCallback(),this.thumbnails=new le(this.house),this.until(()=>this.thumbnails.clear()),this.house.requests.known||this.house.requests.read()}get request(){return this.house.requests.get(this.path[1]??``)}willUpdate(e){let{request:t}=this;t&&this.house.known&&this.begunWith!==t.request_id&&(this.begunWith=t.request_id,this.span=U(t),this.retentionDays=t.retention_days,this.playing=null,this.reading=!1,this.look(t))}async look(e){try{let t=e.cameras.map(({camera_id:e})=>e),n=await I(this.house,t,U(e));if(this.begunWith!==e.request_id)return;this.clips=n,this.chosen=new Set(t.filter(e=>n.get(e)?.length))}catch(e){this.failure=e}}get given(){return[...this.chosen].flatMap(e=>M(this.clips?.get(e)??[],this.span))}async decline(e){this.busy=!0;let t=await this.attempt(()=>F(this.house,e));this.busy=!1,t&&h(Y)}async approve({request_id:n}){let r=this.given.length,i={request_id:n,cameras:[...this.chosen],since:new Date(this.span.since).toISOString(),until:new Date(this.span.until).toISOString(),audio:this.audio,retention_days:this.retentionDays};this.busy=!0;let a=await this.attempt(()=>this.house.ask(`requests/approve`,i));this.busy=!1,await this.house.requests.read(),a!==void 0&&(E(e(t`Đã đồng ý. ${r} đoạn đang được gửi.`)),h(Y))}async show(e){this.reading=e,await this.updateComplete,window.scrollTo(0,0),this.renderRoot.querySelector(`h1`)?.focus({preventScroll:!0})}choose(e,t){let n=new Set(this.chosen);t?n.add(e):n.delete(e),this.chosen=n}camera(e){return ve(e,{clips:this.clips?.get(e.camera_id)??[],span:this.span,chosen:this.chosen.has(e.camera_id),playing:this.playing?.clip.id??``,thumbnails:this.thumbnails,choose:t=>this.choose(e.camera_id,t),play:t=>{this.playing={clip:t,camera:e.name}}})}preview(){let{playing:t}=this;return g`<section class="card player" aria-label=${e(`Xem hình của bạn`)}>
      ${t?g`<mt-clip-view
              bare
              .house=${this.house}
              .clip=${t.clip}
              .poster=${this.thumbnails.known(t.clip.id)??null}
              camera=${t.camera}
            ></mt-clip-view>`:g`<p class="empty muted">${e(`Chạm vào một đoạn để xem. Chỉ bạn thấy: chưa có gì rời nhà.`)}</p>`}
    </section>`}options(n){let r=[...Ce.filter(e=>e<n.retention_days),n.retention_days];return g`<label class="box">
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
          ${r.map(n=>g`<option value=${n} ?selected=${n===this.retentionDays}>${e(t`${n} ngày`)}</option>`)}
        </select>
      </div>`}form(t){if(!this.clips)return this.failure?this.wrong(this.failure):this.waiting(2);let r=[...this.clips.values()].some(e=>e.length>0),i=[...this.chosen].flatMap(e=>this.clips?.get(e)??[]);return g`<div class="parts">
      <div class="column">
        <section class="card">${K(t,this.now,this.language)}</section>
        ${r?this.preview():n}
      </div>
      <section class="card choices" aria-labelledby="choices">
        <h2 id="choices">${e(`Bạn gửi gì?`)}</h2>
        ${t.cameras.map(e=>this.camera(e))}
        ${r?g`<div>
                <h3>${e(`Từ lúc nào đến lúc nào`)}</h3>
                <p class="small muted">${e(`Kéo hai đầu, hoặc gõ giờ. Mỗi đoạn được cắt đúng theo khoảng này.`)}</p>
              </div>
              <mt-trim-bar
                .bounds=${U(t)}
                .span=${this.span}
                .clips=${i}
                @trim=${e=>{this.span=e.detail}}
              ></mt-trim-bar>
              ${this.options(t)}`:g`<p>${e(`Nhà bạn không có hình nào trong khoảng được hỏi. Bạn có thể từ chối, hoặc không làm gì.`)}</p>`}
        <div class="deeds">
          <button ?disabled=${this.busy} @click=${()=>this.decline(t)}>${e(`Từ chối…`)}</button>
          ${r?g`<button class="primary" ?disabled=${this.busy||!this.given.length} @click=${()=>this.show(!0)}>
                  ${e(`Đọc lại trước khi gửi`)}
                </button>`:n}
        </div>
      </section>
    </div>`}summary(n){let r=n.cameras.filter(({camera_id:e})=>this.chosen.has(e)),{given:i}=this,a={clips:i.length,seconds:N(i,this.span),span:this.span,cameras:r.map(({name:e})=>e),recipient:n.unit},o=[e(t`Cho vụ việc ${n.case_number}.`),this.audio?e(`Gửi cả tiếng.`):e(`Không gửi tiếng.`),e(t`Họ giữ ${this.retentionDays} ngày rồi phải xoá.`)];return r.some(({masked:e})=>e)&&o.push(e(`Các vùng riêng tư được che đen trước khi rời nhà.`)),L(z(a,this.language),o,{busy:this.busy,back:()=>void this.show(!1),send:()=>void this.approve(n)})}closed(t){return g`<section class="card column">
      <p>
        <span class="chip ${W[t.state]}">${G(t.state)}</span>
      </p>
      ${t.state===`waiting`?g`<p>${e(`Chỉ người quản trị nhà mới trả lời được yêu cầu này.`)}</p>`:n}
      ${K(t,this.now,this.language)}
    </section>`}render(){let{request:n}=this,{known:r,failure:i}=this.house.requests,a=g`<a class="button quiet back" href=${Y} @click=${b}>${f(o)}${e(`Chia sẻ`)}</a>`;if(!n)return i?g`${a}${this.wrong(i)}`:r?g`${a}<p class="card">${e(`Yêu cầu này không còn nữa.`)}</p>`:this.waiting(2);let s=n.state===`waiting`&&n.may_decide;return g`${a}
      <div class="head">
        <h1 tabindex="-1">${this.reading?e(`Đọc lại trước khi gửi`):e(t`${n.unit} xin hình của bạn`)}</h1>
      </div>
      ${s?this.reading?this.summary(n):this.form(n):this.closed(n)}`}};r([a()],X.prototype,`clips`,void 0),r([a()],X.prototype,`failure`,void 0),r([a()],X.prototype,`chosen`,void 0),r([a()],X.prototype,`span`,void 0),r([a()],X.prototype,`audio`,void 0),r([a()],X.prototype,`retentionDays`,void 0),r([a()],X.prototype,`playing`,void 0),r([a()],X.prototype,`reading`,void 0),r([a()],X.prototype,`busy`,void 0),X=r([i(),d(`mt-answer`)],X);var Z=class extends oe{constructor(...e){super(...e),this.cameras=[],this.camera=``,this.day=``,this.fields=null,this.cameraId=``,this.tried=!1,this.choose=e=>{e.preventDefault(),this.tried=!0;let t=ue(this.typed),n=this.cameraId||this.camera||this.cameras[0]?.camera_id;if(!t||O(t,new Date)||!n)return;let r={camera_id:n,since:t.since.getTime(),until:t.until.getTime()};this.dispatchEvent(new CustomEvent(`chosen`,{detail:r}))}}static{this.styles=[...C,l`
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
    `]}get typed(){return this.fields??{day:this.day||m(Date.now()),from:``,to:``}}field(e,t,r){return g`<div>
      <label for=${e}>${r}</label>
      <input
        id=${e}
        type=${t}
        max=${t===`date`?m(Date.now()):n}
        aria-describedby=${this.tried?`fault`:n}
        .value=${this.typed[e]}
        @change=${t=>{this.fields={...this.typed,[e]:t.target.value}}}
      />
    </div>`}fault(){let e=this.tried?O(ue(this.typed),new Date):null;return g`<div id="fault" role="alert">${e?g`<p class="wrong">${fe(e)}</p>`:n}</div>`}render(){return g`<form class="card" novalidate @submit=${this.choose}>
      <p>${e(`Hình của camera nào, từ lúc nào đến lúc nào?`)}</p>
      <div>
        <label for="camera">${e(`Camera`)}</label>
        <select
          id="camera"
          @change=${e=>{this.cameraId=e.target.value}}
        >
          ${this.cameras.map(({camera_id:e,name:t})=>g`<option value=${e} ?selected=${e===this.camera}>${t}</option>`)}
        </select>
      </div>
      ${this.field(`day`,`date`,e(`Ngày`))}
      <div class="times">${this.field(`from`,`time`,e(`Từ`))} ${this.field(`to`,`time`,e(`Đến`))}</div>
      ${de(this.typed)?g`<p class="small muted">${e(`Giờ kết thúc là của ngày hôm sau.`)}</p>`:n}
      ${this.fault()}
      <button class="primary">${e(`Xem hình của khoảng này`)}</button>
    </form>`}};r([u({attribute:!1})],Z.prototype,`cameras`,void 0),r([u()],Z.prototype,`camera`,void 0),r([u()],Z.prototype,`day`,void 0),r([a()],Z.prototype,`fields`,void 0),r([a()],Z.prototype,`cameraId`,void 0),r([a()],Z.prototype,`tried`,void 0),Z=r([i(),d(`mt-span-choice`)],Z);var we=v(`/mat-than`,`sharing`),Te=6e4,Ee=432e5,De=1e3,Q=class extends D{constructor(...e){super(...e),this.hubs=null,this.clips=null,this.failure=null,this.bounds={since:0,until:0},this.span={since:0,until:0},this.hubId=``,this.offence=``,this.note=``,this.tried=!1,this.reading=!1,this.busy=!1,this.begunWith=``,this.chosen=({detail:{camera_id:e,since:t,until:n}})=>h(v(`/mat-than`,`sharing`,`report`,e,`${t}`,`${n}`)),this.next=async e=>{e.preventDefault(),this.tried=!0,this.offence&&this.note.trim()?await this.show(!0):(await this.updateComplete,this.renderRoot.querySelector(`[aria-invalid="true"]`)?.focus())}}static{this.styles=[...D.styles,A,l`
      .missing {
        color: var(--mt-danger);
        font-weight: 600;
        font-size: 0.875rem;
        margin-top: 0.3rem;
      }
    `]}get camera(){return this.house.camera(this.path[1]??``)}willUpdate(e){let t=this.path.join(`/`);if(!this.house.known||this.begunWith===t)return;this.begunWith=t;let n=this.named;if(!n)return;let r=Math.floor(Date.now()/1e3)*1e3;this.span=n;let i=this.span.until-this.span.since,a=Math.min(Math.max(Te,i),Math.floor((Ee-i)/2e3)*1e3);this.clips=null,this.reading=!1,this.bounds={since:this.span.since-a,until:Math.max(this.span.until,Math.min(this.span.until+a,r))},this.look()}get named(){let[e=NaN,t=NaN]=this.path.slice(2,4).map(Number);if(!(t>e))return null;let n={since:Math.floor(e/1e3)*1e3,until:Math.ceil(t/1e3)*1e3},r=O({since:new Date(n.since),until:new Date(n.until)},new Date);return r===null||r===`future`?n:null}choice(){let e=Number(this.path[2]);return g`<mt-span-choice
      .cameras=${this.house.overview.cameras}
      camera=${this.path[1]??``}
      day=${e?m(e):n}
      @chosen=${this.chosen}
    ></mt-span-choice>`}async look(){try{let{camera_id:e=``}=this.camera??{},[{hubs:t},n]=await Promise.all([this.house.ask(`panel/sharing`),I(this.house,[e],this.bounds)]);this.hubs=t,this.hubId=t[0]?.hub_id??``,this.clips=n.get(e)??[]}catch(e){this.failure=e}}get hub(){return this.hubs?.find(({hub_id:e})=>e===this.hubId)}get given(){return M(this.clips??[],this.span)}async show(e){this.reading=e,await this.updateComplete,window.scrollTo(0,0),this.renderRoot.querySelector(`h1`)?.focus({preventScroll:!0})}async send(){let n={hub_id:this.hubId,camera_id:this.camera?.camera_id,since:new Date(this.span.since).toISOString(),until:new Date(this.span.until).toISOString(),offence:this.offence,note:this.note.trim()};this.busy=!0;let r=await this.attempt(()=>this.house.ask(`report`,n));this.busy=!1,r&&(E(e(t`Đã báo cho ${this.hub?.name??``}. Hình đang được gửi.`)),h(we))}choices(){let t=e=>this.tried&&e?`true`:n;return g`<form class="card choices" novalidate @submit=${this.next}>
      ${(this.hubs?.length??0)>1?g`<div>
              <label for="hub">${e(`Báo cho`)}</label>
              <select
                id="hub"
                @change=${e=>{this.hubId=e.target.value}}
              >
                ${this.hubs?.map(e=>g`<option value=${e.hub_id} ?selected=${e.hub_id===this.hubId}>${e.name}</option>`)}
              </select>
            </div>`:g`<p>${e(`Báo cho`)} <b>${this.hub?.name}</b></p>`}
      <div>
        <label for="offence">${e(`Việc gì`)}</label>
        <select
          id="offence"
          aria-invalid=${t(!this.offence)}
          @change=${e=>{this.offence=e.target.value}}
        >
          <option value="" ?selected=${!this.offence}>${e(`Hãy chọn…`)}</option>
          ${V.map(e=>g`<option value=${e} ?selected=${e===this.offence}>${H(e)}</option>`)}
        </select>
        ${t(!this.offence)===`true`?g`<p class="missing">${e(`Hãy chọn việc gì.`)}</p>`:n}
      </div>
      <div>
        <label for="note">${e(`Lời nhắn: bạn thấy gì, ở đâu`)}</label>
        <textarea
          id="note"
          maxlength=${De}
          aria-invalid=${t(!this.note.trim())}
          .value=${this.note}
          @input=${e=>{this.note=e.target.value}}
        ></textarea>
        ${t(!this.note.trim())===`true`?g`<p class="missing">${e(`Hãy viết một câu.`)}</p>`:n}
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
    </form>`}summary(n){let{given:r}=this,i={clips:r.length,seconds:N(r,this.span),span:this.span,cameras:[n.name],recipient:this.hub?.name??``},a=[g`${e(t`Báo việc: ${H(this.offence)}.`)} “${this.note.trim()}”`,e(`Không gửi tiếng. Các vùng riêng tư, nếu có, được che đen trước khi rời nhà.`)];return L(z(i,this.language),a,{busy:this.busy,back:()=>void this.show(!1),send:()=>void this.send()})}content(t){if(this.failure)return this.wrong(this.failure);if(!this.clips||!this.hubs)return this.waiting(2);if(!this.hubs.length)return g`<p class="card">${e(`Bạn chưa vào trung tâm nào nên chưa báo được cho ai.`)}</p>`;if(!this.clips.length)return g`<p class="card">${e(`Không có đoạn video nào trong khoảng này.`)}</p>
        ${this.choice()}`;if(this.reading)return this.summary(t);let n=this.given[0];return g`<div class="parts">
      <section class="card player" aria-label=${e(`Xem hình của bạn`)}>
        ${n?g`<mt-clip-view bare .house=${this.house} .clip=${n} camera=${t.name}></mt-clip-view>`:g`<p class="empty muted">${e(`Không có đoạn video nào trong khoảng này.`)}</p>`}
      </section>
      ${this.choices()}
    </div>`}body(){let{camera:t}=this;return this.path[1]&&!t?g`<p class="card">${e(`Camera này không còn nữa.`)}</p>`:t&&this.named?this.content(t):this.choice()}render(){return this.house.known?g`<a class="button quiet back" href=${we} @click=${b}>${f(o)}${e(`Chia sẻ`)}</a>
      <div class="head">
        <h1 tabindex="-1">${this.reading?e(`Đọc lại trước khi gửi`):e(`Báo cho phường`)}</h1>
      </div>
      ${this.body()}`:this.waiting(2)}};r([a()],Q.prototype,`hubs`,void 0),r([a()],Q.prototype,`clips`,void 0),r([a()],Q.prototype,`failure`,void 0),r([a()],Q.prototype,`bounds`,void 0),r([a()],Q.prototype,`span`,void 0),r([a()],Q.prototype,`hubId`,void 0),r([a()],Q.prototype,`offence`,void 0),r([a()],Q.prototype,`note`,void 0),r([a()],Q.prototype,`tried`,void 0),r([a()],Q.prototype,`reading`,void 0),r([a()],Q.prototype,`busy`,void 0),Q=r([i(),d(`mt-report`)],Q);var Oe={neighbourhood_security:()=>e(`giữ an ninh khu dân cư`),case:()=>e(`làm rõ một vụ việc`),public_place:()=>e(`trông coi nơi công cộng`)},ke={events:()=>e(`lúc nào có chuyển động`),stills:()=>e(`ảnh`),clips:()=>e(`đoạn video`),live:()=>e(`hình trực tiếp`)},Ae={mon:()=>e(`T2`),tue:()=>e(`T3`),wed:()=>e(`T4`),thu:()=>e(`T5`),fri:()=>e(`T6`),sat:()=>e(`T7`),sun:()=>e(`CN`)},je=e=>Oe[e]?.()??e,Me=e=>e.map(e=>ke[e]?.()??e).join(`, `);function Ne(t){return t.length===7?e(`mọi ngày`):t.map(e=>Ae[e]?.()??e).join(`, `)}var Pe={view_event:()=>e(`Xem sự kiện`),view_still:()=>e(`Xem ảnh`),play_clip:()=>e(`Xem đoạn video`),download_clip:()=>e(`Tải đoạn video về`)},Fe=e=>Pe[e]?.()??e;function Ie({days:n,from_minute:r,to_minute:i}){let a=e(r===0&&i===1440?`cả ngày`:t`từ ${S(r)} đến ${S(i%1440)}`);return`${Ne(n)}, ${a}`}var Le=({valid_until:e})=>new Date(Date.parse(e)-1);function Re(n,r){let{footage:i}=n;if(!i)return e(t`Khi: ${Ie(n.hours)}.`);let a={since:new Date(i.since),until:new Date(i.until)};return e(t`Chỉ hình của khoảng ${k(a,r)}.`)}function ze(t,n){return t.live?n?g`<span class="chip live">${e(`Đang chia sẻ`)}</span>`:g`<span class="chip wait">${e(`Đang tạm dừng`)}</span>`:g`<span class="chip">${e(`Ngoài thời hạn`)}</span>`}function Be(r,i){return g`<ul>
    <li>${e(t`Để: ${je(r.purpose)}.`)}</li>
    <li>${e(t`Gửi: ${Me(r.kinds)}.`)} ${r.audio?e(`Có tiếng.`):e(`Không có tiếng.`)}</li>
    <li>${Re(r,i)}</li>
    <li>${e(t`Đến hết ${_(Le(r),i)}; trung tâm giữ ${r.retention_days} ngày rồi xoá.`)}</li>
    <li>${r.parents?e(`Trung tâm cấp trên cũng được xem.`):e(`Không chuyển lên cấp trên.`)}</li>
    ${r.masked?g`<li>${f(ae,``,18)} ${e(`Các vùng riêng tư bị che đen.`)}</li>`:n}
  </ul>`}var Ve=6e4,He=(e,t)=>t.getTime()-Date.parse(e)>=Ve;function Ue(n,{now:r,language:i}){return n===void 0?``:He(n,r)?e(t`Liên lạc gần nhất ${p(n,r,i)}.`):e(`Vừa liên lạc xong.`)}function We(n,{now:r,language:i}){if(n.queue_length===0)return e(`Không có gì đang chờ gửi.`);let a=n.oldest_waiting_at;return a===void 0||!He(a,r)?e(t`${n.queue_length} mục đang chờ gửi.`):e(t`${n.queue_length} mục đang chờ gửi, lâu nhất từ ${p(a,r,i)}.`)}function Ge(t){return t.connected?g`<span class="chip live">${f(s,``,16)}${e(`Đang nối`)}</span>`:g`<span class="chip ${t.idle?``:`wait`}">
    ${f(se,``,16)}${t.idle?e(`Không gửi gì`):e(`Chưa nối được`)}
  </span>`}function Ke({name:r,commune:i,line:a},o){return g`<section class="card hub">
    <div class="title">
      <h2>${r}</h2>
      ${Ge(a)}
    </div>
    ${i&&i!==r?g`<p class="muted small">${i}</p>`:n}
    ${a.problem?g`<p class="wrong">${o.problem(a.problem,r)}</p>`:n}
    <p>
      ${a.idle?e(`Không có sự đồng ý nào đang hiệu lực, nên nhà bạn không nói gì với trung tâm này.`):We(a,o)}
      ${Ue(a.last_contact_at,o)}
    </p>
    ${a.dropped?g`<p class="small muted">${e(t`${a.dropped} mục đã bỏ vì chờ quá lâu hoặc hết chỗ.`)}</p>`:n}
  </section>`}function qe(t,r,i){return g`<section class="card gone">
    <h2>${e(`Ai đã xem`)}</h2>
    ${t.length===0?g`<p class="muted">${e(`Chưa ai ở trung tâm mở thứ gì của nhà bạn.`)}</p>`:n}
    <ul>
      ${t.map(e=>g`<li>
          <strong>${w(e.at,i)}</strong> · ${e.unit===e.hub?e.unit:`${e.unit}, ${e.hub}`}<br />
          <span class="small">${Fe(e.action)} · ${r(e.camera_id)}</span>
          ${Je(e)}
        </li>`)}
    </ul>
  </section>`}function Je({request_id:t,case_number:r,reason:i}){return r?g`<br /><span class="small">${e(`Vụ việc`)} <b>${r}</b>${i?`: ${i}`:n}</span>`:t?g`<br /><span class="small">${e(`Do bạn báo`)}</span>`:n}function Ye(t){return t.proved?e(`Trung tâm đã gửi biên nhận có chữ ký: mọi thứ đã xoá.`):t.pending?e(`Đang chờ biên nhận xoá của trung tâm.`):e(`Trung tâm không giữ gì để xoá.`)}function Xe(t,r){return t.length===0?n:g`<section class="card gone">
    <h2>${e(`Đã rút lại`)}</h2>
    <ul>
      ${t.map(t=>g`<li>
          <strong>${t.camera??e(`Camera đã bỏ`)} → ${t.hub}</strong>, ${w(t.withdrawn_at,r)}<br />
          <span class="small">${f(re,``,18)} ${Ye(t)}</span>
        </li>`)}
    </ul>
  </section>`}var Ze=l`
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
`;function Qe(n,{now:r,language:i},a){return g`<article class="card asked">
    <h2>${f(ee,``,22)}${e(t`${n.unit} xin hình của bạn`)}</h2>
    ${K(n,r,i)}
    ${n.may_decide?g`<div class="deeds">
            <button @click=${()=>a(n)}>${e(`Từ chối…`)}</button>
            <a class="button primary" href=${v(`/mat-than`,`sharing`,`request`,n.request_id)} @click=${b}
              >${e(`Xem hình và trả lời`)}</a
            >
          </div>`:g`<p class="muted">${e(`Chỉ người quản trị nhà mới trả lời được yêu cầu này.`)}</p>`}
  </article>`}function $e({sent:n,waiting:r,consent_ids:i},a){return i.length&&!a?e(`Bạn đã rút lại.`):e(r?t`Đã gửi ${n} đoạn, còn ${r} đoạn đang chờ gửi.`:t`Đã gửi ${n} đoạn.`)}function et(t,r,i,a){return t.length===0?n:g`<section class="card answered">
    <h2>${e(`Yêu cầu trước đây`)}</h2>
    <ul>
      ${t.map(t=>{let o=i(t);return g`<li>
          <div>
            <strong>${t.unit} · ${t.case_number}</strong>
            <span class="chip ${W[t.state]}">${G(t.state)}</span><br />
            <span class="small">
              ${H(t.offence)} · ${t.cameras.map(({name:e})=>e).join(`, `)} ·
              ${R(U(t),r)}
            </span>
            <br /><span class="small muted">
              ${[t.decided_at&&w(t.decided_at,r),t.state===`approved`&&$e(t,o)].filter(Boolean).join(` · `)}
            </span>
          </div>
          ${t.state===`approved`&&o&&a?g`<button class="danger" @click=${()=>a(t)}>${e(`Rút lại…`)}</button>`:n}
        </li>`})}
    </ul>
  </section>`}var tt=`/config/integrations/integration/mat_than`,nt=v(`/mat-than`,`sharing`,`report`),rt=2e3,$=class extends D{constructor(...e){super(...e),this.sharing=null,this.failure=null,this.timer=0}static{this.styles=[...D.styles,Ze,l`
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
    `]}connectedCallback(){super.connectedCallback(),this.read(),this.until(()=>clearTimeout(this.timer))}houseChanged(){super.houseChanged(),this.timer||=window.setTimeout(()=>{this.timer=0,this.read()},rt)}async read(){try{this.sharing=await this.house.ask(`panel/sharing`),this.failure=null}catch(e){this.failure=e}}name(t){return this.house.camera(t)?.name??e(`Camera đã bỏ`)}async withdraw(n){let r=this.name(n.camera_id);await T({title:e(t`Rút lại sự đồng ý cho ${r}?`),text:e(t`Từ lúc này không còn gì của ${r} đến ${n.hub}. Trung tâm phải xoá những gì đã nhận và gửi lại biên nhận.`),deed:e(`Rút lại`),danger:!0})&&await this.attempt(()=>this.house.ask(`panel/sharing/withdraw`,{consent_id:n.consent_id}))!==void 0&&(E(e(t`Đã rút lại. Không còn gì của ${r} đến ${n.hub}.`)),await this.read())}async switch(e,t){await this.attempt(()=>this.house.ask(`panel/sharing/switch`,{camera_id:e,on:t})),await this.read()}async decline(e){await this.attempt(()=>F(this.house,e))}async withdrawGift({unit:n,case_number:r,consent_ids:i}){await T({title:e(t`Rút lại hình đã gửi cho ${n}?`),text:e(t`Hình cho vụ việc ${r} không xem được nữa; trung tâm phải xoá và gửi lại biên nhận.`),deed:e(`Rút lại`),danger:!0})&&(await this.attempt(async()=>{for(let e of i.filter(e=>this.stands(e)))await this.house.ask(`panel/sharing/withdraw`,{consent_id:e});return!0})&&E(e(`Đã rút lại. Trung tâm phải xoá những gì đã nhận.`)),await Promise.all([this.read(),this.house.requests.read()]))}stands(e){return this.sharing?.consents.some(({consent_id:t})=>t===e)??!1}hub(e){return Ke(e,{now:this.now,language:this.language,problem:(e,t)=>this.hass.localize(`component.mat_than.issues.${e}.title`,{name:t,hub:t})||e})}consent(r){let i=this.sharing?.cameras[r.camera_id],a=i?.on??!1;return g`<article class="card consent">
      <div class="title">
        <h3>${this.name(r.camera_id)} → ${r.hub}</h3>
        ${ze(r,a)}
      </div>
      ${Be(r,this.language)}
      ${i?.waiting?g`<p class="small muted">${e(t`${i.waiting} mục của camera này đang chờ gửi.`)}</p>`:n}
      <div class="deeds">
        ${r.live?g`<button @click=${()=>this.switch(r.camera_id,!a)}>${e(a?`Tạm dừng`:`Chia sẻ tiếp`)}</button>`:n}
        ${this.hass.user.is_admin?g`<button class="danger" @click=${()=>this.withdraw(r)}>${e(`Rút lại…`)}</button>`:n}
      </div>
    </article>`}asked(){let{waiting:t}=this.house.requests;if(!t.length)return n;let r={now:this.now,language:this.language};return g`<section aria-label=${e(`Đang chờ bạn trả lời`)}>
      ${t.map(e=>Qe(e,r,e=>void this.decline(e)))}
    </section>`}answered(){let e=this.house.requests.list.filter(({state:e})=>e!==`waiting`),t=this.hass.user.is_admin?e=>void this.withdrawGift(e):null;return et(e,this.language,e=>e.consent_ids.some(e=>this.stands(e)),t)}overview(t){let r=t.consents.filter(({request_id:e})=>!e||!this.house.requests.get(e));return g`<div class="head">
        <h1>${e(`Chia sẻ`)}</h1>
        ${this.hass.user.is_admin?g`<a class="button" href=${nt} @click=${b}>${f(te)}${e(`Báo một việc`)}</a>`:n}
      </div>
      ${this.asked()} ${t.hubs.map(e=>this.hub(e))}
      <section>
        <h2>${e(`Bạn đã đồng ý`)}</h2>
        ${r.length?g`<div class="consents">${r.map(e=>this.consent(e))}</div>`:g`<p class="muted">${e(`Chưa đồng ý điều gì: không có gì rời nhà bạn.`)}</p>`}
      </section>
      ${this.answered()} ${qe(t.looks,e=>this.name(e),this.language)} ${Xe(t.withdrawn,this.language)}`}page(e){let{house:t,hass:n,narrow:r,path:i}=this;return e===`request`?g`<mt-answer .house=${t} .hass=${n} ?narrow=${r} .path=${i}></mt-answer>`:g`<mt-report .house=${t} .hass=${n} ?narrow=${r} .path=${i}></mt-report>`}render(){let{sharing:t}=this,[r]=this.path;return r===`request`||r===`report`?this.page(r):this.failure?this.wrong(this.failure):t?t.hubs.length===0?g`<div class="empty card">
        <h2>${e(`Bạn không chia sẻ gì`)}</h2>
        <p>${e(`Mọi video ở lại nhà bạn. Nếu phường, xã mời, bạn có thể vào trung tâm bằng mã mời, rồi chọn từng camera, từng mục đích.`)}</p>
        ${this.hass.user.is_admin?g`<a class="button" href=${tt} @click=${b}>${e(`Vào một trung tâm`)}</a>`:n}
      </div>
      ${Xe(t.withdrawn,this.language)}`:this.overview(t):this.waiting(2)}};r([a()],$.prototype,`sharing`,void 0),r([a()],$.prototype,`failure`,void 0),$=r([i(),d(`mt-sharing`)],$);export{$ as SharingPage};