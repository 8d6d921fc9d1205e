import{n as e}from"./lit-localize-D28DvoP-.js";import{A as t,F as n,M as r,Mt as i,O as a,P as o,T as s,f as c,k as l,s as u,w as d}from"./address-BI3gyPdV.js";import{t as f}from"./panel-CRDKhk_E.js";var p=2e4,m=class extends t{static{this.styles=[...s,o`
      /* On a phone the bar above has the page's name already. */
      :host([narrow]) .named h1 {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
      :host([narrow]) .named {
        margin-bottom: 0.75rem;
      }
      :host([narrow]) .named:has(> h1:only-child) {
        margin-bottom: 0;
      }
    `]}constructor(){super(),this.path=[],this.narrow=!1,this.now=new Date,this.endings=[],i(this)}get language(){return u()}until(e){this.endings.push(e)}connectedCallback(){super.connectedCallback();let e=setInterval(()=>{this.now=new Date},p),t=()=>this.houseChanged(),n=()=>this.requestUpdate();this.house.addEventListener(`change`,t),this.house.requests.addEventListener(`change`,n),this.until(()=>{clearInterval(e),this.house.removeEventListener(`change`,t),this.house.requests.removeEventListener(`change`,n)})}disconnectedCallback(){super.disconnectedCallback();for(let e of this.endings.splice(0))e()}houseChanged(){this.requestUpdate()}shouldUpdate(e){return e.size!==1||!e.has(`hass`)||this.hassMatters(e.get(`hass`))}hassMatters(e){return!1}async attempt(e){try{return await e()}catch(e){f(this.house.sentence(e),{bad:!0});return}}wrong(e){return r`<div class="wrong" role="alert">${c(n)}<span>${this.house.sentence(e)}</span></div>`}waiting(t=2){return r`<div class="stack" aria-busy="true">
      <span class="unseen" role="status">${e(`Đang tải…`)}</span>
      ${Array.from({length:t},()=>r`<div class="skeleton"></div>`)}
    </div>`}};d([l({attribute:!1})],m.prototype,`house`,void 0),d([l({attribute:!1})],m.prototype,`hass`,void 0),d([l({attribute:!1})],m.prototype,`path`,void 0),d([l({type:Boolean,reflect:!0})],m.prototype,`narrow`,void 0),d([a()],m.prototype,`now`,void 0);export{m as t};