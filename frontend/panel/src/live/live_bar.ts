// <mt-live-bar>: over every page, whoever looks live through a camera now, under a red mark, with the way to cut it; and
// whoever asks to, with the way to answer.
import { localized, msg, str } from "@lit/localize";
import { mdiCheck, mdiClose, mdiContentCut, mdiShieldLockOutline, mdiVideoOutline } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { toast } from "@shared/toast.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { House } from "../home/house.js";
import { type LiveView, LiveViews, left } from "./live_views.js";

const SECOND_MS = 1_000;

@localized()
@customElement("mt-live-bar")
export class LiveBar extends LitElement {
  @property({ attribute: false }) house!: House;
  @state() private now = new Date();
  /** The view that is being answered or cut. */
  @state() private busy = "";
  private views: LiveViews | null = null;
  private timer = 0;

  static override styles = [
    ...styles,
    css`
      .views {
        display: grid;
        gap: 0.9rem;
        margin-bottom: 1.25rem;
      }
      .view {
        display: grid;
        gap: 0.7rem;
      }
      .running {
        background: var(--mt-danger-fill);
        border-color: var(--mt-danger-fill);
        color: #fff;
      }
      .running h2 {
        display: flex;
        gap: 0.6rem;
        align-items: center;
      }
      .dot {
        flex: none;
        width: 0.85rem;
        height: 0.85rem;
        border-radius: 50%;
        background: #fff;
        animation: blink 1.2s steps(2, jump-none) infinite;
      }
      @keyframes blink {
        to {
          opacity: 0.25;
        }
      }
      .running button {
        background: #fff;
        border-color: #fff;
        color: var(--mt-danger-fill);
        font-size: 1.05rem;
        min-height: 3.1rem;
      }
      .running button:hover {
        background: #f4dedc;
      }
      .waiting {
        border: 2px solid var(--mt-danger-fill);
      }
      .waiting h2 .icon {
        color: var(--mt-danger);
        margin-inline-end: 0.4rem;
      }
      .reason {
        overflow-wrap: anywhere;
      }
      .deeds {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
      }
      .deeds > * {
        flex: 1 1 10rem;
      }
      @media (min-width: 720px) {
        .deeds > * {
          flex: 0 1 auto;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    const views = new LiveViews(this.house);
    this.views = views;
    views.addEventListener("change", () => this.requestUpdate());
    this.house.addEventListener("change", this.soon);
    void views.read();
    this.timer = window.setInterval(() => this.tick(), SECOND_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.house.removeEventListener("change", this.soon);
    clearInterval(this.timer);
    this.views?.leave();
  }

  private readonly soon = () => this.views?.readSoon();

  /** Only while a time is shown; and what should be over by its time is read anew. */
  private tick(): void {
    const present = this.views?.present ?? [];
    if (!present.length) return;
    this.now = new Date();
    const over = (view: LiveView) => Date.parse(view.until ?? view.answer_by) + SECOND_MS < this.now.getTime();
    if (present.some(over)) this.soon();
  }

  private async do(view: LiveView, deed: "live/answer" | "live/cut", fields: object, done: string): Promise<void> {
    this.busy = view.live_id;
    try {
      await this.house.ask(`panel/${deed}`, { live_id: view.live_id, ...fields });
      toast(done);
    } catch (error) {
      toast(this.house.sentence(error), { bad: true });
    }
    this.busy = "";
    await this.views?.read();
  }

  private running(view: LiveView): TemplateResult {
    const looks =
      view.watching > 0
        ? msg(str`${view.watching} người đang nhìn`)
        : msg("hiện chưa ai mở hình, sẽ tự dừng nếu không ai xem");
    return html`<article class="card view running" role="alert">
      <h2><span class="dot" aria-hidden="true"></span>${msg(str`Đang được xem trực tiếp bởi ${view.unit}`)}</h2>
      <p>
        <b>${view.camera}</b> · ${looks} · <span class="numbers">${msg(str`tự dừng sau ${left(view.until ?? "", this.now)}`)}</span>
        ${view.unasked ? html`<br />${msg("Bạn cho xem không cần hỏi trong giờ này.")}` : nothing}
      </p>
      <p class="reason">${msg(str`Lý do: ${view.reason}`)}</p>
      ${
        view.may_cut
          ? html`<div class="deeds">
              <button ?disabled=${this.busy === view.live_id} @click=${() => this.do(view, "live/cut", {}, msg("Đã cắt. Không ai xem trực tiếp nữa."))}>
                ${icon(mdiContentCut)}${msg("Cắt ngay")}
              </button>
            </div>`
          : nothing
      }
    </article>`;
  }

  private waiting(view: LiveView): TemplateResult {
    const minutes = Math.round(view.longest_s / 60);
    return html`<article class="card view waiting" role="alert">
      <h2>${icon(mdiVideoOutline, "", 22)}${msg(str`${view.unit} xin xem trực tiếp`)}</h2>
      <p>
        <b>${view.camera}</b>, ${msg(str`tối đa ${minutes} phút`)}${view.case_number ? msg(str`, vụ việc ${view.case_number}`) : nothing}.
        ${view.masked ? html`<br />${icon(mdiShieldLockOutline, "", 18)} ${msg("Các vùng riêng tư bị che đen.")}` : nothing}
      </p>
      <p class="reason">${msg(str`Lý do: ${view.reason}`)}</p>
      <p class="small muted">
        ${msg(str`Còn ${left(view.answer_by, this.now)} để trả lời. Không trả lời nghĩa là không. Không có âm thanh, trung tâm không lưu lại, và bạn cắt lúc nào cũng được.`)}
      </p>
      ${
        view.may_decide
          ? html`<div class="deeds">
              <button ?disabled=${this.busy === view.live_id} @click=${() => this.do(view, "live/answer", { approved: false }, msg("Đã từ chối. Họ chỉ thấy như không ai trả lời."))}>
                ${icon(mdiClose)}${msg("Từ chối")}
              </button>
              <button class="primary" ?disabled=${this.busy === view.live_id} @click=${() => this.do(view, "live/answer", { approved: true }, msg(str`Đã cho xem ${minutes} phút.`))}>
                ${icon(mdiCheck)}${msg(str`Cho xem ${minutes} phút`)}
              </button>
            </div>`
          : html`<p class="muted">${msg("Chỉ người quản trị nhà mới trả lời được.")}</p>`
      }
    </article>`;
  }

  override render() {
    const present = this.views?.present ?? [];
    if (!present.length) return nothing;
    return html`<section class="views" aria-label=${msg("Xem trực tiếp")}>
      ${repeat(
        present,
        (view) => `${view.live_id} ${view.state}`,
        (view) => (view.state === "running" ? this.running(view) : this.waiting(view)),
      )}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-live-bar": LiveBar;
  }
}
