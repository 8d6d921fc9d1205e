import{n as e,r as t}from"./lit-localize-D28DvoP-.js";import{A as n,At as r,Ct as i,D as a,E as o,M as s,O as c,P as l,Q as u,S as d,T as f,Z as p,f as m,j as h,k as g,m as _,s as v,tt as y,w as b,wt as x,x as S,xt as C,yt as w,z as T}from"./address-BjNzbQT1.js";var E=()=>document.createElement(`video`).canPlayType(`video/mp4; codecs="hvc1.1.6.L120.90"`)!==``;async function D(e,t,n){let r=encodeURIComponent(t.id);if(t.codec===`h264`||t.codec===`hevc`&&E())return e.signed(`/api/mat_than/clips/${r}.mp4`);let i=await O(e,t,n);return e.signed(i)}function O(e,t,n){return new Promise((r,i)=>{let a=e.listen(`playable`,{clip_id:t.id},({share:e,url:t,error:o})=>{e!==void 0&&n(e),(t!==void 0||o!==void 0)&&(a.then(e=>e()).catch(()=>void 0),t===void 0?i(Error(o)):r(t))});a.catch(i)})}var k=class extends n{constructor(...e){super(...e),this.clip=null,this.camera=``,this.begin=0,this.poster=null,this.busy=!1,this.bare=!1,this.reportable=!1,this.src=``,this.share=null,this.failed=``,this.asked=0,this.tick=()=>{this.clip&&this.video&&this.dispatchEvent(new CustomEvent(`at`,{detail:this.clip.start+this.video.currentTime*1e3}))},this.download=async()=>{if(!this.clip)return;let e=document.createElement(`a`);e.href=`${await this.house.signed(`/api/mat_than/clips/${encodeURIComponent(this.clip.id)}.mp4?download=1`)}`,e.download=``,e.click()}}static{this.styles=[...f,l`
      .frame {
        position: relative;
        aspect-ratio: 16 / 9;
        background: #0a1212;
        color: #dbe6e4;
        border-radius: var(--mt-radius) var(--mt-radius) 0 0;
        overflow: hidden;
      }
      video,
      .frame > img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
        display: block;
      }
      .say {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.6rem;
        text-align: center;
        padding: 1rem;
        background: rgb(8 18 18 / 62%);
      }
      progress {
        width: 12rem;
        accent-color: #ffd166;
      }
      .facts {
        padding: 0.7rem 1rem 0.2rem;
      }
      .facts strong {
        font-size: 1.1rem;
        font-variant-numeric: tabular-nums;
      }
      .deeds {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
        padding: 0.25rem 0.5rem 0.6rem;
      }
      .deeds button,
      .deeds a {
        padding-inline: 0.6rem;
      }
      .note {
        padding: 0 1rem 0.8rem;
      }
      @media (max-width: 500px) {
        .deeds {
          display: grid;
          grid-template-columns: repeat(6, 1fr);
          gap: 0;
        }
        .deeds.many {
          grid-template-columns: repeat(4, 1fr);
        }
        .deeds button,
        .deeds a {
          flex-direction: column;
          gap: 0.1rem;
          font-size: 0.75rem;
          padding: 0.3rem 0;
          font-weight: 500;
        }
      }
    `]}willUpdate(e){let t=e.get(`clip`);e.has(`clip`)&&t?.id!==this.clip?.id?this.load():e.has(`begin`)&&this.video&&(this.video.currentTime=this.begin)}async load(){this.asked+=1;let{asked:e,clip:t}=this;if(this.src=``,this.failed=``,this.share=null,t){try{let n=await D(this.house,t,t=>{this.asked===e&&(this.share=t)});this.asked===e&&(this.src=n)}catch(t){this.asked===e&&(this.failed=this.why(t))}this.asked===e&&(this.share=null)}}why(e){return e instanceof Error?this.house.reason(e.message):this.house.sentence(e)}seek(e){this.begin=e,this.video&&(this.video.currentTime=e,this.video.play().catch(()=>void 0))}wish(e){this.dispatchEvent(new CustomEvent(`wish`,{detail:e}))}frame(n){return this.failed?s`<div class="say" role="alert">${this.failed}</div>`:this.src?s`<video
      src=${this.src}
      poster=${this.poster??h}
      aria-label=${e(t`Video của ${this.camera} lúc ${_(new Date(n.start),v(),!0)}`)}
      controls
      playsinline
      autoplay
      .muted=${!0}
      @loadedmetadata=${()=>{this.video&&this.begin>0&&(this.video.currentTime=this.begin)}}
      @timeupdate=${this.tick}
      @ended=${()=>this.wish(`later`)}
      @error=${()=>{this.failed=e(`Không phát được đoạn video này. Hãy tải về, hoặc thử lại sau.`)}}
    ></video>`:s`${this.poster?s`<img src=${this.poster} alt="" />`:h}
        <div class="say" role="status">
          ${this.share===null?e(`Đang mở…`):s`<span>${e(`Đang chuyển video sang dạng xem được`)}</span>
            <progress max="1" .value=${this.share} aria-label=${e(`Đã chuyển`)}></progress>`}
        </div>`}deed(e,t,n,r=!1){return s`<button class="quiet" ?disabled=${r||this.busy} @click=${()=>this.wish(e)}>
      ${m(t,``,22)}<span>${n}</span>
    </button>`}deeds(t){let n=this.house.hass.user.is_admin;return s`<div class="deeds ${this.reportable?`many`:``}">
      ${this.deed(`earlier`,x,e(`Trước`))} ${this.deed(`later`,i,e(`Sau`))}
      ${t.kept?this.deed(`free`,w,e(`Thôi giữ`),!n):this.deed(`keep`,C,e(`Giữ lại`))}
      ${this.deed(`export`,y,e(`Xuất`))}
      <button class="quiet" @click=${this.download}>${m(u,``,22)}<span>${e(`Tải về`)}</span></button>
      ${this.reportable?this.deed(`report`,T,e(`Báo cho phường`)):h}
      ${n?this.deed(`delete`,p,e(`Xoá`),t.kept!==void 0):h}
    </div>
    ${n&&t.kept?s`<p class="small muted note">${e(`Đang giữ nên không xoá được. Muốn xoá, hãy bấm Thôi giữ trước.`)}</p>`:h}`}render(){let{clip:n}=this;if(!n)return h;let r=(n.end-n.start)/1e3;return s`<div class="frame">${this.frame(n)}</div>
      <div class="facts">
        <strong>${_(new Date(n.start),v(),!0)} – ${_(new Date(n.end),v(),!0)}</strong>
        <span class="muted small">${d(r,v())} · ${S(n.bytes,v())}</span>
        ${n.kept?s`<p class="small">${m(w,``,18)} ${e(t`Được ${n.kept.owner} giữ: ${n.kept.reason}`)}</p>`:h}
      </div>
      ${this.bare?h:this.deeds(n)}`}};b([g({attribute:!1})],k.prototype,`house`,void 0),b([g({attribute:!1})],k.prototype,`clip`,void 0),b([g()],k.prototype,`camera`,void 0),b([g({type:Number})],k.prototype,`begin`,void 0),b([g({attribute:!1})],k.prototype,`poster`,void 0),b([g({type:Boolean})],k.prototype,`busy`,void 0),b([g({type:Boolean})],k.prototype,`bare`,void 0),b([g({type:Boolean})],k.prototype,`reportable`,void 0),b([c()],k.prototype,`src`,void 0),b([c()],k.prototype,`share`,void 0),b([c()],k.prototype,`failed`,void 0),b([a(`video`)],k.prototype,`video`,void 0),k=b([r(),o(`mt-clip-view`)],k);