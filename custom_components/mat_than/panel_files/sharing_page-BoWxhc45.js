import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{t as n}from"./panel-AiKJVU8H.js";import{A as r,B as i,C as a,D as o,E as s,G as c,M as l,O as ee,P as te,T as u,W as ne,X as re,Y as ie,bt as d,d as f,f as p,ft as m,g as h,h as ae,i as g,j as _,k as v,l as y,m as b,n as x,o as S,p as C,r as w,v as T,w as oe,x as se,y as E}from"./address-Cld39viH.js";import"./clip_list-Dlh2AMgl.js";import{t as ce}from"./thumbnails-TfSdeAXB.js";import{t as D}from"./page-DR1im83U.js";var O=l`
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
`,k=1e3;function le(e,t,n){return{...e,since:Math.min(Math.max(t,n.since),e.until-k)}}function ue(e,t,n){return{...e,until:Math.max(Math.min(t,n.until),e.since+k)}}function A(e,{since:t,until:n}){return e.filter(e=>e.end>t&&e.start<n)}function de(e,{since:t,until:n}){return{since:Math.max(e.start,t),until:Math.min(e.end,n)}}function j(e,t){return A(e,t).reduce((e,n)=>{let r=de(n,t);return e+(r.until-r.since)/1e3},0)}function fe({since:e,until:t},n){return[...new Set([n(e),n(t)])]}var pe=4;function me({name:n,masked:i},a){let{clips:o,span:s}=a,c=Math.min(o.length,pe);return r`<fieldset>
    <legend class="unseen">${n}</legend>
    <label class="box">
      <input
        type="checkbox"
        .checked=${a.chosen}
        ?disabled=${!o.length}
        @change=${e=>a.choose(e.target.checked)}
      />
      <span>
        <strong>${n}</strong><br />
        <span class="small muted">
          ${o.length?e(t`${A(o,s).length} đoạn trong khoảng đã chọn`):e(`Không có hình trong khoảng này`)}
          ${i?r` · ${f(m,``,16)} ${e(`vùng riêng tư được che`)}`:v}
        </span>
      </span>
    </label>
    ${o.length?r`<mt-clip-list
            style="height:${c*76}px"
            .clips=${he(o)}
            .thumbnails=${a.thumbnails}
            current=${a.playing}
            @clip=${e=>a.play(e.detail)}
          ></mt-clip-list>`:v}
  </fieldset>`}var M=new WeakMap;function he(e){let t=M.get(e)??[...e].reverse();return M.set(e,t),t}async function N(r,{unit:i,request_id:a}){if(!await n({title:e(t`Từ chối ${i}?`),text:e(`Không có gì được gửi. Bạn không phải nêu lý do, và họ không phân biệt được với việc không trả lời.`),deed:e(`Từ chối`)}))return!1;try{return await r.ask(`requests/decline`,{request_id:a}),y(e(`Đã từ chối. Không có gì rời nhà bạn.`)),!0}finally{await r.requests.read()}}async function P(e,t,n){let r=await Promise.all(t.map(async t=>[t,await ge(e,t,n)]));return new Map(r)}async function ge(e,t,n){if(!e.camera(t))return[];let r=await Promise.all(fe(n,h).map(n=>e.ask(`panel/day`,{camera_id:t,day:n})));return A([...new Map(r.flatMap(e=>e.clips).map(e=>[e.id,e])).values()],n).sort((e,t)=>e.start-t.start)}function F(t,n,{busy:a,back:o,send:s}){return r`<section class="card summary">
    <p class="sentence">${t}</p>
    <ul>
      ${n.map(e=>r`<li>${e}</li>`)}
      <li>${e(`Mỗi lần có người xem, bạn thấy ở mục Chia sẻ.`)}</li>
      <li>${e(`Bạn rút lại được bất cứ lúc nào; họ phải xoá và gửi biên nhận.`)}</li>
    </ul>
    <div class="deeds">
      <button ?disabled=${a} @click=${o}>${e(`Quay lại sửa`)}</button>
      <button class="primary" ?disabled=${a} @click=${s}>
        ${f(i)}${e(a?`Đang gửi…`:`Đồng ý và gửi`)}
      </button>
    </div>
  </section>`}function I({since:e,until:t},n,r=!1){return b(e,n)===b(t,n)?`${C(e,n,r)}\u2060–\u2060${C(t,n,r)}, ${b(e,n)}`:`${E(e,n,r)} – ${E(t,n,r)}`}var L=({since:e,until:t},n)=>I({since:new Date(e),until:new Date(t)},n,e%6e4!=0||t%6e4!=0);function R({clips:n,seconds:r,span:i,cameras:a,recipient:o},s){let c=a.join(`, `);return e(t`Bạn sẽ gửi ${n} đoạn (${se(r,s)}), ${L(i,s)}, camera ${c}, cho ${o}.`)}var z={theft:()=>e(`Trộm cắp`),robbery:()=>e(`Cướp, cướp giật`),assault:()=>e(`Hành hung, xô xát`),vandalism:()=>e(`Phá hoại tài sản`),littering:()=>e(`Đổ rác, xả thải trái phép`),traffic:()=>e(`Va chạm giao thông`),fire:()=>e(`Cháy, nổ`),missing_person:()=>e(`Người mất tích, đi lạc`),public_order:()=>e(`Gây rối trật tự`),other:()=>e(`Việc khác`)},B=Object.keys(z);function V(e){return B.find(t=>t===e)?z[e]():e}function H({since:e,until:t}){let n=e=>Math.floor(Date.parse(e)/1e3)*1e3;return{since:n(e)+(/\.\d*[1-9]/.test(e)?1e3:0),until:n(t)}}var _e={waiting:()=>e(`Đang chờ bạn`),approved:()=>e(`Đã đồng ý`),declined:()=>e(`Bạn đã từ chối`),expired:()=>e(`Đã hết hạn`),cancelled:()=>e(`Bên hỏi đã huỷ`)},U={waiting:`wait`,approved:`live`,declined:``,expired:``,cancelled:``},W=e=>_e[e]();function G(n,i,a){let o=(e,t)=>r`<dt>${e}</dt><dd>${t}</dd>`;return r`<dl class="facts">
    ${n.unit===n.hub?v:o(e(`Qua trung tâm`),n.hub)}
    ${o(e(`Vụ việc`),`${n.case_number} · ${V(n.offence)}`)}
    ${o(e(`Vì sao`),r`<span class="reason">${n.reason}</span>`)}
    ${o(e(`Hỏi lại`),n.contact)}
    ${o(e(`Camera`),n.cameras.map(({name:e})=>e).join(`, `))}
    ${o(e(`Khoảng hình`),r`<b>${L(H(n),a)}</b>`)}
    ${o(e(`Trả lời trước`),`${E(n.deadline,a)} (${p(n.deadline,i,a)})`)}
    ${o(e(`Nơi nhận giữ`),e(t`${n.retention_days} ngày rồi xoá`))}
  </dl>`}var ve=36e5,K=1e3,q=class extends ee{constructor(...e){super(...e),this.clips=[]}static{this.styles=[...oe,l`
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
    `]}choose(e){(e.since!==this.span.since||e.until!==this.span.until)&&this.dispatchEvent(new CustomEvent(`trim`,{detail:e}))}move(e,t){this.choose(e===`since`?le(this.span,t,this.bounds):ue(this.span,t,this.bounds))}press(e,t){let n={ArrowLeft:-1,ArrowDown:-1,ArrowRight:1,ArrowUp:1}[t.key];if(!n)return;t.preventDefault();let r=this.bounds.until-this.bounds.since>ve?6e4:1e4;this.move(e,this.span[e]+n*r)}handle(e,t){let{since:n,until:i}=this.bounds,a=e===`since`&&this.span.since>(n+i)/2;return r`<input
      type="range"
      class=${a?`over`:``}
      aria-label=${t}
      aria-valuetext=${C(new Date(this.span[e]),S(),!0)}
      min=${n}
      max=${i}
      step="1000"
      .value=${String(this.span[e])}
      @input=${t=>{let n=t.target,r=Number(n.value);this.move(e,i-r<1e3?i:r),n.value=String(this.span[e])}}
      @keydown=${t=>this.press(e,t)}
    />`}typed(e,t){let{since:n,until:r}=this.bounds,i=[...new Set([h(n),h(r)])].map(e=>ae(e,t)?.getTime()).filter(e=>e!==void 0),a=i.find(e=>n<=e&&e<=r)??i[0];a!==void 0&&this.move(e,a),this.requestUpdate()}field(e,t){let n=new Date(this.span[e]),{since:i,until:a}=this.bounds,o=h(i)===h(a)?``:` (${b(n,S())})`;return r`<div>
      <label for=${e}>${t}${o}</label>
      <input
        id=${e}
        type="time"
        step="1"
        .value=${C(n,S(),!0)}
        @change=${t=>this.typed(e,t.target.value)}
      />
    </div>`}mark(e){let{since:t,until:n}=this.bounds,r=e=>K*(Math.min(Math.max(e,t),n)-t)/(n-t),[i,a]=[r(e.start),r(e.end)],o=e.end>this.span.since&&e.start<this.span.until;return _`<rect class="clip ${o?`in`:``}" x=${i} y="30" width=${Math.max(3,a-i)} height="40" />`}render(){if(!this.bounds||!this.span)return v;let{since:t,until:n}=this.bounds,i=e=>K*(e-t)/(n-t),[a,o]=[i(this.span.since),i(this.span.until)];return r`<div class="bar" role="group" aria-label=${e(`Khoảng được gửi`)}>
        <svg viewBox="0 0 ${K} 100" preserveAspectRatio="none" aria-hidden="true">
          <rect class="ground" width=${K} height="100" />
          ${_`<rect class="chosen" x=${a} width=${Math.max(0,o-a)} height="100" />`}
          ${this.clips.map(e=>this.mark(e))}
        </svg>
        ${this.handle(`since`,e(`Bắt đầu từ`))} ${this.handle(`until`,e(`Đến hết`))}
      </div>
      <div class="times">${this.field(`since`,e(`Từ`))} ${this.field(`until`,e(`Đến`))}</div>`}};a([s({attribute:!1})],q.prototype,`bounds`,void 0),a([s({attribute:!1})],q.prototype,`span`,void 0),a([s({attribute:!1})],q.prototype,`clips`,void 0),q=a([d(),o(`mt-trim-bar`)],q);var J=x(`/mat-than`,`sharing`),ye=[7,30,90,180],Y=class extends D{constructor(...e){super(...e),this.clips=null,this.failure=null,this.chosen=new Set,this.span={since:0,until:0},this.audio=!1,this.retentionDays=0,this.playing=null,this.reading=!1,this.busy=!1,this.begunWith=``}static{this.styles=[...D.styles,O]}connectedCallback(){super.connectedCallback(),this.thumbnails=new ce(this.house),this.until(()=>this.thumbnails.clear()),this.house.requests.known||this.house.requests.read()}get request(){return this.house.requests.get(this.path[1]??``)}willUpdate(e){let{request:t}=this;t&&this.house.known&&this.begunWith!==t.request_id&&(this.begunWith=t.request_id,this.span=H(t),this.retentionDays=t.retention_days,this.playing=null,this.reading=!1,this.look(t))}async look(e){try{let t=e.cameras.map(({camera_id:e})=>e),n=await P(this.house,t,H(e));if(this.begunWith!==e.request_id)return;this.clips=n,this.chosen=new Set(t.filter(e=>n.get(e)?.length))}catch(e){this.failure=e}}get given(){return[...this.chosen].flatMap(e=>A(this.clips?.get(e)??[],this.span))}async decline(e){this.busy=!0;let t=await this.attempt(()=>N(this.house,e));this.busy=!1,t&&g(J)}async approve({request_id:n}){let r=this.given.length,i={request_id:n,cameras:[...this.chosen],since:new Date(this.span.since).toISOString(),until:new Date(this.span.until).toISOString(),audio:this.audio,retention_days:this.retentionDays};this.busy=!0;let a=await this.attempt(()=>this.house.ask(`requests/approve`,i));this.busy=!1,await this.house.requests.read(),a!==void 0&&(y(e(t`Đã đồng ý. ${r} đoạn đang được gửi.`)),g(J))}async show(e){this.reading=e,await this.updateComplete,window.scrollTo(0,0),this.renderRoot.querySelector(`h1`)?.focus({preventScroll:!0})}choose(e,t){let n=new Set(this.chosen);t?n.add(e):n.delete(e),this.chosen=n}camera(e){return me(e,{clips:this.clips?.get(e.camera_id)??[],span:this.span,chosen:this.chosen.has(e.camera_id),playing:this.playing?.clip.id??``,thumbnails:this.thumbnails,choose:t=>this.choose(e.camera_id,t),play:t=>{this.playing={clip:t,camera:e.name}}})}preview(){let{playing:t}=this;return r`<section class="card player" aria-label=${e(`Xem hình của bạn`)}>
      ${t?r`<mt-clip-view
              bare
              .house=${this.house}
              .clip=${t.clip}
              .poster=${this.thumbnails.known(t.clip.id)??null}
              camera=${t.camera}
            ></mt-clip-view>`:r`<p class="empty muted">${e(`Chạm vào một đoạn để xem. Chỉ bạn thấy: chưa có gì rời nhà.`)}</p>`}
    </section>`}options(n){let i=[...ye.filter(e=>e<n.retention_days),n.retention_days];return r`<label class="box">
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
          ${i.map(n=>r`<option value=${n} ?selected=${n===this.retentionDays}>${e(t`${n} ngày`)}</option>`)}
        </select>
      </div>`}form(t){if(!this.clips)return this.failure?this.wrong(this.failure):this.waiting(2);let n=[...this.clips.values()].some(e=>e.length>0),i=[...this.chosen].flatMap(e=>this.clips?.get(e)??[]);return r`<div class="parts">
      <div class="column">
        <section class="card">${G(t,this.now,this.language)}</section>
        ${n?this.preview():v}
      </div>
      <section class="card choices" aria-labelledby="choices">
        <h2 id="choices">${e(`Bạn gửi gì?`)}</h2>
        ${t.cameras.map(e=>this.camera(e))}
        ${n?r`<div>
                <h3>${e(`Từ lúc nào đến lúc nào`)}</h3>
                <p class="small muted">${e(`Kéo hai đầu, hoặc gõ giờ. Mỗi đoạn được cắt đúng theo khoảng này.`)}</p>
              </div>
              <mt-trim-bar
                .bounds=${H(t)}
                .span=${this.span}
                .clips=${i}
                @trim=${e=>{this.span=e.detail}}
              ></mt-trim-bar>
              ${this.options(t)}`:r`<p>${e(`Nhà bạn không có hình nào trong khoảng được hỏi. Bạn có thể từ chối, hoặc không làm gì.`)}</p>`}
        <div class="deeds">
          <button ?disabled=${this.busy} @click=${()=>this.decline(t)}>${e(`Từ chối…`)}</button>
          ${n?r`<button class="primary" ?disabled=${this.busy||!this.given.length} @click=${()=>this.show(!0)}>
                  ${e(`Đọc lại trước khi gửi`)}
                </button>`:v}
        </div>
      </section>
    </div>`}summary(n){let r=n.cameras.filter(({camera_id:e})=>this.chosen.has(e)),{given:i}=this,a={clips:i.length,seconds:j(i,this.span),span:this.span,cameras:r.map(({name:e})=>e),recipient:n.unit},o=[e(t`Cho vụ việc ${n.case_number}.`),this.audio?e(`Gửi cả tiếng.`):e(`Không gửi tiếng.`),e(t`Họ giữ ${this.retentionDays} ngày rồi phải xoá.`)];return r.some(({masked:e})=>e)&&o.push(e(`Các vùng riêng tư được che đen trước khi rời nhà.`)),F(R(a,this.language),o,{busy:this.busy,back:()=>void this.show(!1),send:()=>void this.approve(n)})}closed(t){return r`<section class="card column">
      <p>
        <span class="chip ${U[t.state]}">${W(t.state)}</span>
      </p>
      ${t.state===`waiting`?r`<p>${e(`Chỉ người quản trị nhà mới trả lời được yêu cầu này.`)}</p>`:v}
      ${G(t,this.now,this.language)}
    </section>`}render(){let{request:n}=this,{known:i,failure:a}=this.house.requests,o=r`<a class="button quiet back" href=${J} @click=${w}>${f(te)}${e(`Chia sẻ`)}</a>`;if(!n)return a?r`${o}${this.wrong(a)}`:i?r`${o}<p class="card">${e(`Yêu cầu này không còn nữa.`)}</p>`:this.waiting(2);let s=n.state===`waiting`&&n.may_decide;return r`${o}
      <div class="head">
        <h1 tabindex="-1">${this.reading?e(`Đọc lại trước khi gửi`):e(t`${n.unit} xin hình của bạn`)}</h1>
      </div>
      ${s?this.reading?this.summary(n):this.form(n):this.closed(n)}`}};a([u()],Y.prototype,`clips`,void 0),a([u()],Y.prototype,`failure`,void 0),a([u()],Y.prototype,`chosen`,void 0),a([u()],Y.prototype,`span`,void 0),a([u()],Y.prototype,`audio`,void 0),a([u()],Y.prototype,`retentionDays`,void 0),a([u()],Y.prototype,`playing`,void 0),a([u()],Y.prototype,`reading`,void 0),a([u()],Y.prototype,`busy`,void 0),Y=a([d(),o(`mt-answer`)],Y);var X=x(`/mat-than`,`sharing`),be=6e4,xe=1e3,Z=class extends D{constructor(...e){super(...e),this.hubs=null,this.clips=null,this.failure=null,this.bounds={since:0,until:0},this.span={since:0,until:0},this.hubId=``,this.offence=``,this.note=``,this.tried=!1,this.reading=!1,this.busy=!1,this.begunWith=``,this.next=async e=>{e.preventDefault(),this.tried=!0,this.offence&&this.note.trim()?await this.show(!0):(await this.updateComplete,this.renderRoot.querySelector(`[aria-invalid="true"]`)?.focus())}}static{this.styles=[...D.styles,O,l`
      .missing {
        color: var(--mt-danger);
        font-weight: 600;
        font-size: 0.875rem;
        margin-top: 0.3rem;
      }
    `]}get camera(){return this.house.camera(this.path[1]??``)}willUpdate(e){let t=this.path.join(`/`);if(!this.house.known||this.begunWith===t)return;this.begunWith=t;let[n,r]=this.path.slice(2,4).map(Number);if(!n||!r||r<=n){this.clips=[];return}this.span={since:Math.floor(n/1e3)*1e3,until:Math.ceil(r/1e3)*1e3};let i=Math.floor(Date.now()/1e3)*1e3,a=Math.max(be,this.span.until-this.span.since);this.bounds={since:this.span.since-a,until:Math.max(this.span.until,Math.min(this.span.until+a,i))},this.look()}async look(){try{let{camera_id:e=``}=this.camera??{},[{hubs:t},n]=await Promise.all([this.house.ask(`panel/sharing`),P(this.house,[e],this.bounds)]);this.hubs=t,this.hubId=t[0]?.hub_id??``,this.clips=n.get(e)??[]}catch(e){this.failure=e}}get hub(){return this.hubs?.find(({hub_id:e})=>e===this.hubId)}get given(){return A(this.clips??[],this.span)}async show(e){this.reading=e,await this.updateComplete,window.scrollTo(0,0),this.renderRoot.querySelector(`h1`)?.focus({preventScroll:!0})}async send(){let n={hub_id:this.hubId,camera_id:this.camera?.camera_id,since:new Date(this.span.since).toISOString(),until:new Date(this.span.until).toISOString(),offence:this.offence,note:this.note.trim()};this.busy=!0;let r=await this.attempt(()=>this.house.ask(`report`,n));this.busy=!1,r&&(y(e(t`Đã báo cho ${this.hub?.name??``}. Hình đang được gửi.`)),g(X))}choices(){let t=e=>this.tried&&e?`true`:v;return r`<form class="card choices" novalidate @submit=${this.next}>
      ${(this.hubs?.length??0)>1?r`<div>
              <label for="hub">${e(`Báo cho`)}</label>
              <select
                id="hub"
                @change=${e=>{this.hubId=e.target.value}}
              >
                ${this.hubs?.map(e=>r`<option value=${e.hub_id} ?selected=${e.hub_id===this.hubId}>${e.name}</option>`)}
              </select>
            </div>`:r`<p>${e(`Báo cho`)} <b>${this.hub?.name}</b></p>`}
      <div>
        <label for="offence">${e(`Việc gì`)}</label>
        <select
          id="offence"
          aria-invalid=${t(!this.offence)}
          @change=${e=>{this.offence=e.target.value}}
        >
          <option value="" ?selected=${!this.offence}>${e(`Hãy chọn…`)}</option>
          ${B.map(e=>r`<option value=${e} ?selected=${e===this.offence}>${V(e)}</option>`)}
        </select>
        ${t(!this.offence)===`true`?r`<p class="missing">${e(`Hãy chọn việc gì.`)}</p>`:v}
      </div>
      <div>
        <label for="note">${e(`Lời nhắn: bạn thấy gì, ở đâu`)}</label>
        <textarea
          id="note"
          maxlength=${xe}
          aria-invalid=${t(!this.note.trim())}
          .value=${this.note}
          @input=${e=>{this.note=e.target.value}}
        ></textarea>
        ${t(!this.note.trim())===`true`?r`<p class="missing">${e(`Hãy viết một câu.`)}</p>`:v}
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
    </form>`}summary(n){let{given:i}=this,a={clips:i.length,seconds:j(i,this.span),span:this.span,cameras:[n.name],recipient:this.hub?.name??``},o=[r`${e(t`Báo việc: ${V(this.offence)}.`)} “${this.note.trim()}”`,e(`Không gửi tiếng. Các vùng riêng tư, nếu có, được che đen trước khi rời nhà.`)];return F(R(a,this.language),o,{busy:this.busy,back:()=>void this.show(!1),send:()=>void this.send()})}content(t){if(this.failure)return this.wrong(this.failure);if(!this.clips||!this.hubs)return this.waiting(2);if(!this.hubs.length)return r`<p class="card">${e(`Bạn chưa vào trung tâm nào nên chưa báo được cho ai.`)}</p>`;if(!this.clips.length)return r`<p class="card">${e(`Đoạn này không còn nữa.`)}</p>`;if(this.reading)return this.summary(t);let n=this.given[0];return r`<div class="parts">
      <section class="card player" aria-label=${e(`Xem hình của bạn`)}>
        ${n?r`<mt-clip-view bare .house=${this.house} .clip=${n} camera=${t.name}></mt-clip-view>`:r`<p class="empty muted">${e(`Không có đoạn video nào trong khoảng này.`)}</p>`}
      </section>
      ${this.choices()}
    </div>`}render(){let{camera:t}=this;return this.house.known?r`<a class="button quiet back" href=${X} @click=${w}>${f(te)}${e(`Chia sẻ`)}</a>
      <div class="head">
        <h1 tabindex="-1">${this.reading?e(`Đọc lại trước khi gửi`):e(`Báo cho phường`)}</h1>
      </div>
      ${t?this.content(t):r`<p class="card">${e(`Camera này không còn nữa.`)}</p>`}`:this.waiting(2)}};a([u()],Z.prototype,`hubs`,void 0),a([u()],Z.prototype,`clips`,void 0),a([u()],Z.prototype,`failure`,void 0),a([u()],Z.prototype,`bounds`,void 0),a([u()],Z.prototype,`span`,void 0),a([u()],Z.prototype,`hubId`,void 0),a([u()],Z.prototype,`offence`,void 0),a([u()],Z.prototype,`note`,void 0),a([u()],Z.prototype,`tried`,void 0),a([u()],Z.prototype,`reading`,void 0),a([u()],Z.prototype,`busy`,void 0),Z=a([d(),o(`mt-report`)],Z);var Se={neighbourhood_security:()=>e(`giữ an ninh khu dân cư`),case:()=>e(`làm rõ một vụ việc`),public_place:()=>e(`trông coi nơi công cộng`)},Ce={events:()=>e(`lúc nào có chuyển động`),stills:()=>e(`ảnh`),clips:()=>e(`đoạn video`),live:()=>e(`hình trực tiếp`)},we={mon:()=>e(`T2`),tue:()=>e(`T3`),wed:()=>e(`T4`),thu:()=>e(`T5`),fri:()=>e(`T6`),sat:()=>e(`T7`),sun:()=>e(`CN`)},Te=e=>Se[e]?.()??e,Ee=e=>e.map(e=>Ce[e]?.()??e).join(`, `);function De(t){return t.length===7?e(`mọi ngày`):t.map(e=>we[e]?.()??e).join(`, `)}var Oe={view_event:()=>e(`Xem sự kiện`),view_still:()=>e(`Xem ảnh`),play_clip:()=>e(`Xem đoạn video`),download_clip:()=>e(`Tải đoạn video về`)},ke=e=>Oe[e]?.()??e;function Ae({days:n,from_minute:r,to_minute:i}){let a=e(r===0&&i===1440?`cả ngày`:t`từ ${T(r)} đến ${T(i%1440)}`);return`${De(n)}, ${a}`}var je=({valid_until:e})=>new Date(Date.parse(e)-1);function Me(n,r){let{footage:i}=n;if(!i)return e(t`Khi: ${Ae(n.hours)}.`);let a={since:new Date(i.since),until:new Date(i.until)};return e(t`Chỉ hình của khoảng ${I(a,r)}.`)}function Ne(t,n){return t.live?n?r`<span class="chip live">${e(`Đang chia sẻ`)}</span>`:r`<span class="chip wait">${e(`Đang tạm dừng`)}</span>`:r`<span class="chip">${e(`Ngoài thời hạn`)}</span>`}function Pe(n,i){return r`<ul>
    <li>${e(t`Để: ${Te(n.purpose)}.`)}</li>
    <li>${e(t`Gửi: ${Ee(n.kinds)}.`)} ${n.audio?e(`Có tiếng.`):e(`Không có tiếng.`)}</li>
    <li>${Me(n,i)}</li>
    <li>${e(t`Đến hết ${b(je(n),i)}; trung tâm giữ ${n.retention_days} ngày rồi xoá.`)}</li>
    <li>${n.parents?e(`Trung tâm cấp trên cũng được xem.`):e(`Không chuyển lên cấp trên.`)}</li>
    ${n.masked?r`<li>${f(m,``,18)} ${e(`Các vùng riêng tư bị che đen.`)}</li>`:v}
  </ul>`}var Fe=6e4,Q=(e,t)=>t.getTime()-Date.parse(e)>=Fe;function Ie(n,{now:r,language:i}){return n===void 0?``:Q(n,r)?e(t`Liên lạc gần nhất ${p(n,r,i)}.`):e(`Vừa liên lạc xong.`)}function Le(n,{now:r,language:i}){if(n.queue_length===0)return e(`Không có gì đang chờ gửi.`);let a=n.oldest_waiting_at;return a===void 0||!Q(a,r)?e(t`${n.queue_length} mục đang chờ gửi.`):e(t`${n.queue_length} mục đang chờ gửi, lâu nhất từ ${p(a,r,i)}.`)}function Re(t){return t.connected?r`<span class="chip live">${f(ne,``,16)}${e(`Đang nối`)}</span>`:r`<span class="chip ${t.idle?``:`wait`}">
    ${f(c,``,16)}${t.idle?e(`Không gửi gì`):e(`Chưa nối được`)}
  </span>`}function ze({name:n,commune:i,line:a},o){return r`<section class="card hub">
    <div class="title">
      <h2>${n}</h2>
      ${Re(a)}
    </div>
    ${i&&i!==n?r`<p class="muted small">${i}</p>`:v}
    ${a.problem?r`<p class="wrong">${o.problem(a.problem,n)}</p>`:v}
    <p>
      ${a.idle?e(`Không có sự đồng ý nào đang hiệu lực, nên nhà bạn không nói gì với trung tâm này.`):Le(a,o)}
      ${Ie(a.last_contact_at,o)}
    </p>
    ${a.dropped?r`<p class="small muted">${e(t`${a.dropped} mục đã bỏ vì chờ quá lâu hoặc hết chỗ.`)}</p>`:v}
  </section>`}function Be(t,n,i){return r`<section class="card gone">
    <h2>${e(`Ai đã xem`)}</h2>
    ${t.length===0?r`<p class="muted">${e(`Chưa ai ở trung tâm mở thứ gì của nhà bạn.`)}</p>`:v}
    <ul>
      ${t.map(e=>r`<li>
          <strong>${E(e.at,i)}</strong> · ${e.unit===e.hub?e.unit:`${e.unit}, ${e.hub}`}<br />
          <span class="small">${ke(e.action)} · ${n(e.camera_id)}</span>
          ${Ve(e)}
        </li>`)}
    </ul>
  </section>`}function Ve({request_id:t,case_number:n,reason:i}){return n?r`<br /><span class="small">${e(`Vụ việc`)} <b>${n}</b>${i?`: ${i}`:v}</span>`:t?r`<br /><span class="small">${e(`Do bạn báo`)}</span>`:v}function He(t){return t.proved?e(`Trung tâm đã gửi biên nhận có chữ ký: mọi thứ đã xoá.`):t.pending?e(`Đang chờ biên nhận xoá của trung tâm.`):e(`Trung tâm không giữ gì để xoá.`)}function Ue(t,n){return t.length===0?v:r`<section class="card gone">
    <h2>${e(`Đã rút lại`)}</h2>
    <ul>
      ${t.map(t=>r`<li>
          <strong>${t.camera??e(`Camera đã bỏ`)} → ${t.hub}</strong>, ${E(t.withdrawn_at,n)}<br />
          <span class="small">${f(ie,``,18)} ${He(t)}</span>
        </li>`)}
    </ul>
  </section>`}var We=l`
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
`;function Ge(n,{now:i,language:a},o){return r`<article class="card asked">
    <h2>${f(re,``,22)}${e(t`${n.unit} xin hình của bạn`)}</h2>
    ${G(n,i,a)}
    ${n.may_decide?r`<div class="deeds">
            <button @click=${()=>o(n)}>${e(`Từ chối…`)}</button>
            <a class="button primary" href=${x(`/mat-than`,`sharing`,`request`,n.request_id)} @click=${w}
              >${e(`Xem hình và trả lời`)}</a
            >
          </div>`:r`<p class="muted">${e(`Chỉ người quản trị nhà mới trả lời được yêu cầu này.`)}</p>`}
  </article>`}function Ke({sent:n,waiting:r,consent_ids:i},a){return i.length&&!a?e(`Bạn đã rút lại.`):e(r?t`Đã gửi ${n} đoạn, còn ${r} đoạn đang chờ gửi.`:t`Đã gửi ${n} đoạn.`)}function qe(t,n,i,a){return t.length===0?v:r`<section class="card answered">
    <h2>${e(`Yêu cầu trước đây`)}</h2>
    <ul>
      ${t.map(t=>{let o=i(t);return r`<li>
          <div>
            <strong>${t.unit} · ${t.case_number}</strong>
            <span class="chip ${U[t.state]}">${W(t.state)}</span><br />
            <span class="small">
              ${V(t.offence)} · ${t.cameras.map(({name:e})=>e).join(`, `)} ·
              ${L(H(t),n)}
            </span>
            <br /><span class="small muted">
              ${[t.decided_at&&E(t.decided_at,n),t.state===`approved`&&Ke(t,o)].filter(Boolean).join(` · `)}
            </span>
          </div>
          ${t.state===`approved`&&o&&a?r`<button class="danger" @click=${()=>a(t)}>${e(`Rút lại…`)}</button>`:v}
        </li>`})}
    </ul>
  </section>`}var Je=`/config/integrations/integration/mat_than`,Ye=2e3,$=class extends D{constructor(...e){super(...e),this.sharing=null,this.failure=null,this.timer=0}static{this.styles=[...D.styles,We,l`
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
    `]}connectedCallback(){super.connectedCallback(),this.read(),this.until(()=>clearTimeout(this.timer))}houseChanged(){super.houseChanged(),this.timer||=window.setTimeout(()=>{this.timer=0,this.read()},Ye)}async read(){try{this.sharing=await this.house.ask(`panel/sharing`),this.failure=null}catch(e){this.failure=e}}name(t){return this.house.camera(t)?.name??e(`Camera đã bỏ`)}async withdraw(r){let i=this.name(r.camera_id);await n({title:e(t`Rút lại sự đồng ý cho ${i}?`),text:e(t`Từ lúc này không còn gì của ${i} đến ${r.hub}. Trung tâm phải xoá những gì đã nhận và gửi lại biên nhận.`),deed:e(`Rút lại`),danger:!0})&&await this.attempt(()=>this.house.ask(`panel/sharing/withdraw`,{consent_id:r.consent_id}))!==void 0&&(y(e(t`Đã rút lại. Không còn gì của ${i} đến ${r.hub}.`)),await this.read())}async switch(e,t){await this.attempt(()=>this.house.ask(`panel/sharing/switch`,{camera_id:e,on:t})),await this.read()}async decline(e){await this.attempt(()=>N(this.house,e))}async withdrawGift({unit:r,case_number:i,consent_ids:a}){await n({title:e(t`Rút lại hình đã gửi cho ${r}?`),text:e(t`Hình cho vụ việc ${i} không xem được nữa; trung tâm phải xoá và gửi lại biên nhận.`),deed:e(`Rút lại`),danger:!0})&&(await this.attempt(async()=>{for(let e of a.filter(e=>this.stands(e)))await this.house.ask(`panel/sharing/withdraw`,{consent_id:e});return!0})&&y(e(`Đã rút lại. Trung tâm phải xoá những gì đã nhận.`)),await Promise.all([this.read(),this.house.requests.read()]))}stands(e){return this.sharing?.consents.some(({consent_id:t})=>t===e)??!1}hub(e){return ze(e,{now:this.now,language:this.language,problem:(e,t)=>this.hass.localize(`component.mat_than.issues.${e}.title`,{name:t,hub:t})||e})}consent(n){let i=this.sharing?.cameras[n.camera_id],a=i?.on??!1;return r`<article class="card consent">
      <div class="title">
        <h3>${this.name(n.camera_id)} → ${n.hub}</h3>
        ${Ne(n,a)}
      </div>
      ${Pe(n,this.language)}
      ${i?.waiting?r`<p class="small muted">${e(t`${i.waiting} mục của camera này đang chờ gửi.`)}</p>`:v}
      <div class="deeds">
        ${n.live?r`<button @click=${()=>this.switch(n.camera_id,!a)}>${e(a?`Tạm dừng`:`Chia sẻ tiếp`)}</button>`:v}
        ${this.hass.user.is_admin?r`<button class="danger" @click=${()=>this.withdraw(n)}>${e(`Rút lại…`)}</button>`:v}
      </div>
    </article>`}asked(){let{waiting:t}=this.house.requests;if(!t.length)return v;let n={now:this.now,language:this.language};return r`<section aria-label=${e(`Đang chờ bạn trả lời`)}>
      ${t.map(e=>Ge(e,n,e=>void this.decline(e)))}
    </section>`}answered(){let e=this.house.requests.list.filter(({state:e})=>e!==`waiting`),t=this.hass.user.is_admin?e=>void this.withdrawGift(e):null;return qe(e,this.language,e=>e.consent_ids.some(e=>this.stands(e)),t)}overview(t){let n=t.consents.filter(({request_id:e})=>!e||!this.house.requests.get(e));return r`<div class="head"><h1>${e(`Chia sẻ`)}</h1></div>
      ${this.asked()} ${t.hubs.map(e=>this.hub(e))}
      <section>
        <h2>${e(`Bạn đã đồng ý`)}</h2>
        ${n.length?r`<div class="consents">${n.map(e=>this.consent(e))}</div>`:r`<p class="muted">${e(`Chưa đồng ý điều gì: không có gì rời nhà bạn.`)}</p>`}
      </section>
      ${this.answered()} ${Be(t.looks,e=>this.name(e),this.language)} ${Ue(t.withdrawn,this.language)}`}page(e){let{house:t,hass:n,narrow:i,path:a}=this;return e===`request`?r`<mt-answer .house=${t} .hass=${n} ?narrow=${i} .path=${a}></mt-answer>`:r`<mt-report .house=${t} .hass=${n} ?narrow=${i} .path=${a}></mt-report>`}render(){let{sharing:t}=this,[n]=this.path;return n===`request`||n===`report`?this.page(n):this.failure?this.wrong(this.failure):t?t.hubs.length===0?r`<div class="empty card">
        <h2>${e(`Bạn không chia sẻ gì`)}</h2>
        <p>${e(`Mọi video ở lại nhà bạn. Nếu phường, xã mời, bạn có thể vào trung tâm bằng mã mời, rồi chọn từng camera, từng mục đích.`)}</p>
        ${this.hass.user.is_admin?r`<a class="button" href=${Je} @click=${w}>${e(`Vào một trung tâm`)}</a>`:v}
      </div>
      ${Ue(t.withdrawn,this.language)}`:this.overview(t):this.waiting(2)}};a([u()],$.prototype,`sharing`,void 0),a([u()],$.prototype,`failure`,void 0),$=a([d(),o(`mt-sharing`)],$);export{$ as SharingPage};