import{n as e}from"./lit-localize-D28DvoP-.js";import{At as t,C as n,D as r,N as i,O as a,P as o,d as s,j as c,k as l,s as u,w as d}from"./address-BItZhiS9.js";import{t as f}from"./panel-BBbL3TAu.js";var p=2e4,m=class extends l{static{this.styles=[...d,i`
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
    `]}constructor(){super(),this.path=[],this.narrow=!1,this.now=new Date,this.endings=[],t(this)}get language(){return u()}until(e){this.endings.push(e)}connectedCallback(){super.connectedCallback();let e=setInterval(()=>{this.now=new Date},p),t=()=>this.houseChanged(),n=()=>this.requestUpdate();this.house.addEventListener(`change`,t),this.house.requests.addEventListener(`change`,n),this.until(()=>{clearInterval(e),this.house.removeEventListener(`change`,t),this.house.requests.removeEventListener(`change`,n)})}disconnectedCallback(){super.disconnectedCallback();for(let e of this.endings.splice(0))e()}houseChanged(){this.requestUpdate()}shouldUpdate(e){return e.size!==1||!e.has(`hass`)||this.hassMatters(e.get(`hass`))}hassMatters(e){return!1}async attempt(e){try{return await e()}catch(e){f(this.house.sentence(e),{bad:!0});return}}wrong(e){return c`<div class="wrong" role="alert">${s(o)}<span>${this.house.sentence(e)}</span></div>`}waiting(t=2){return c`<div class="stack" aria-busy="true">
      <span class="unseen" role="status">${e(`Đang tải…`)}</span>
      ${Array.from({length:t},()=>c`<div class="skeleton"></div>`)}
    </div>`}};n([a({attribute:!1})],m.prototype,`house`,void 0),n([a({attribute:!1})],m.prototype,`hass`,void 0),n([a({attribute:!1})],m.prototype,`path`,void 0),n([a({type:Boolean,reflect:!0})],m.prototype,`narrow`,void 0),n([r()],m.prototype,`now`,void 0);export{m as t};