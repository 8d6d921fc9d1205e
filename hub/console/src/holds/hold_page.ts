// <mt-hold-page>: one hold: what is kept, who decided, and the look at it, which asks why and is told to the household.
import { msg, str } from "@lit/localize";
import { mdiArrowLeft, mdiCheck, mdiClose, mdiEyeOutline } from "@mdi/js";
import { confirmed } from "@shared/confirm.js";
import { clock, day, moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import "@shared/player.js";
import { styles } from "@shared/styles.js";
import { toast } from "@shared/toast.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub } from "../api/client.js";
import type { HeldItem, Hold, HoldDetail } from "../api/types.js";
import { Page } from "../ui/page.js";
import { daysLeft, HOLD_CHIPS, holdState } from "./hold_words.js";

const NOTE_CHARS = 1000;
const REASON_CHARS = 500;

@customElement("mt-hold-page")
export class HoldPage extends Page {
  @state() private hold: HoldDetail | null = null;
  @state() private busy = false;
  @state() private missing = false;
  @state() private opened: ReadonlySet<string> = new Set();

  static override styles = [
    ...styles,
    css`
      .back {
        margin: -0.4rem 0 0.6rem -0.7rem;
      }
      .layout {
        display: grid;
        grid-template-columns: minmax(0, 1.7fr) minmax(20rem, 1fr);
        gap: 1.25rem;
        align-items: start;
      }
      .card h2 {
        margin-bottom: 0.9rem;
      }
      dl.facts {
        grid-template-columns: minmax(6rem, max-content) 1fr;
        font-size: 0.95rem;
      }
      dd,
      .basis {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .decide {
        border: 2px solid var(--mt-gold);
      }
      .decide .row,
      .why .row {
        margin-top: 1rem;
      }
      .items li {
        padding: 0.9rem 0;
        border-top: 1px solid var(--mt-line);
        display: grid;
        gap: 0.6rem;
      }
      .items img {
        width: 100%;
        border-radius: 10px;
      }
      .missing {
        color: var(--mt-danger);
        font-weight: 600;
        margin-top: 0.3rem;
      }
      @media (max-width: 1080px) {
        .layout {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 640px) {
        dl.facts {
          grid-template-columns: minmax(0, 1fr);
        }
        .row > button {
          width: 100%;
        }
      }
    `,
  ];

  protected override async load(): Promise<void> {
    this.hold = await hub.hold(this.subject);
  }

  private text(id: string): string {
    return this.renderRoot.querySelector<HTMLTextAreaElement>(`#${id}`)?.value.trim() ?? "";
  }

  private async deed(deed: () => Promise<unknown>, done: string): Promise<void> {
    this.busy = true;
    if (await this.attempt(deed)) toast(done);
    this.busy = false;
    await this.read();
  }

  private async decide(hold: Hold, approved: boolean): Promise<void> {
    const note = this.text("note");
    this.missing = !approved && !note;
    if (this.missing) return;
    const done = approved ? msg("Đã duyệt. Từ lúc này các mục được giữ riêng.") : msg("Đã từ chối. Không giữ gì.");
    await this.deed(() => hub.decideHold(hold.id, approved, note), done);
  }

  private async lift(hold: Hold): Promise<void> {
    const sure = await confirmed({
      title: msg(str`Bỏ giữ cho vụ việc ${hold.case_number}?`),
      text: msg("Bản giữ riêng bị xoá ngay và không lấy lại được. Chủ hộ đã rút lại sẽ nhận biên nhận thứ hai."),
      deed: msg("Bỏ giữ và xoá"),
      danger: true,
    });
    if (sure) await this.deed(() => hub.liftHold(hold.id), msg("Đã bỏ giữ. Bản giữ riêng đang được xoá."));
  }

  private async open(hold: Hold): Promise<void> {
    const reason = this.text("reason");
    this.missing = !reason;
    if (this.missing) return;
    await this.deed(() => hub.sayWhy(hold.id, reason), msg("Đã ghi lý do. Bạn xem được trong 15 phút."));
  }

  // -- how it looks

  private decision(hold: Hold): TemplateResult {
    return html`<section class="card decide" aria-labelledby="decide">
      <h2 id="decide">${msg("Chờ bạn duyệt")}</h2>
      <p>${msg(str`${hold.asked_by} đề nghị giữ. Hãy đối chiếu căn cứ: có đúng vụ việc, có cần cả những mục này, có cần lâu đến thế?`)}</p>
      <label for="note">${msg("Ghi chú")}</label>
      <textarea id="note" maxlength=${NOTE_CHARS} aria-describedby="note-hint"></textarea>
      <p class=${this.missing ? "missing" : "hint"} id="note-hint">${msg("Khi từ chối, hãy nói vì sao.")}</p>
      <div class="row">
        <button class="primary" ?disabled=${this.busy} @click=${() => this.decide(hold, true)}>${icon(mdiCheck)}${msg("Duyệt và giữ")}</button>
        <button ?disabled=${this.busy} @click=${() => this.decide(hold, false)}>${icon(mdiClose)}${msg("Từ chối")}</button>
      </div>
    </section>`;
  }

  private why(hold: HoldDetail): TemplateResult {
    if (hold.open_until) {
      return html`<p class="muted">${msg(str`Bạn xem được đến ${clock(hold.open_until, this.language)}. Mỗi lần mở đều được ghi và báo cho chủ hộ.`)}</p>`;
    }
    return html`<div class="why">
      <label for="reason">${msg("Vì sao bạn cần xem?")}</label>
      <textarea id="reason" maxlength=${REASON_CHARS}></textarea>
      <p class=${this.missing ? "missing" : "hint"}>${msg("Lý do và vụ việc được báo cho chủ hộ.")}</p>
      <div class="row">
        <button class="primary" ?disabled=${this.busy} @click=${() => this.open(hold)}>${icon(mdiEyeOutline)}${msg("Ghi lý do và xem")}</button>
      </div>
    </div>`;
  }

  private picture(item: HeldItem): TemplateResult | typeof nothing {
    if (!item.url || item.kind === "event") return nothing;
    if (!this.opened.has(item.id)) {
      return html`<div>
        <button
          @click=${() => {
            this.opened = new Set([...this.opened, item.id]);
          }}
        >
          ${icon(mdiEyeOutline)}${item.kind === "clip" ? msg("Xem đoạn video") : msg("Xem ảnh")}
        </button>
      </div>`;
    }
    const name = msg(str`${item.camera.name}, ${moment(item.started_at, this.language, true)}`);
    return item.kind === "clip"
      ? html`<mt-player src=${item.url} label=${name} autoplay></mt-player>`
      : html`<img src=${item.url} alt=${name} />`;
  }

  private item(item: HeldItem): TemplateResult {
    const kinds = { event: msg("Sự kiện"), still: msg("Ảnh"), clip: msg("Đoạn video") };
    return html`<li>
      <div>
        <b>${kinds[item.kind]}, ${moment(item.started_at, this.language, true)}</b>
        ${item.withdrawn ? html`<span class="chip bad">${msg("Chủ hộ đã rút lại")}</span>` : nothing}
        <p class="muted small">${item.household.name} · ${item.camera.name}</p>
      </div>
      ${this.picture(item)}
    </li>`;
  }

  private facts(hold: HoldDetail): TemplateResult {
    const fact = (name: string, value: unknown) => html`<dt>${name}</dt><dd>${value}</dd>`;
    const by = (who: string | null, at: string | null) => (at ? `${who ?? ""}, ${moment(at, this.language)}` : nothing);
    return html`<section class="card" aria-labelledby="facts">
      <h2 id="facts">${msg("Căn cứ và thời hạn")}</h2>
      <dl class="facts">
        ${fact(msg("Căn cứ"), hold.basis)}
        ${fact(msg("Giữ đến"), `${day(hold.until, this.language)}${hold.state === "held" ? ` (${daysLeft(hold.until, this.now)})` : ""}`)}
        ${fact(msg("Người đề nghị"), by(hold.asked_by, hold.asked_at))}
        ${hold.decided_at && hold.state !== "waiting" ? fact(hold.state === "refused" ? msg("Người từ chối") : msg("Người duyệt"), by(hold.decided_by, hold.decided_at)) : nothing}
        ${hold.decision_note ? fact(msg("Ghi chú"), hold.decision_note) : nothing}
        ${hold.ended_at ? fact(msg("Hết giữ lúc"), by(hold.ended_by, hold.ended_at)) : nothing}
        ${hold.deleted ? fact(msg("Bản giữ riêng"), msg("đã xoá, khoá đã huỷ")) : nothing}
      </dl>
      ${hold.may_lift ? html`<br /><button class="danger outline" ?disabled=${this.busy} @click=${() => this.lift(hold)}>${msg("Bỏ giữ…")}</button>` : nothing}
    </section>`;
  }

  override render() {
    const { hold } = this;
    const back = html`<a class="button quiet back" href="/holds">${icon(mdiArrowLeft)}${msg("Giữ theo luật")}</a>`;
    if (!hold) return html`${back}${this.failure ? this.failed() : this.skeletons(3)}`;
    return html`${back}
      <div class="head">
        <div>
          <h1>${msg(str`Vụ việc ${hold.case_number}`)}</h1>
          <p>${msg(str`${hold.items} mục được giữ, hoặc sẽ được giữ khi duyệt.`)}</p>
        </div>
        <span class="chip ${HOLD_CHIPS[hold.state]}">${holdState(hold.state)}</span>
      </div>
      <div class="layout">
        <div class="stack">
          ${hold.may_decide ? this.decision(hold) : nothing}
          <section class="card" aria-labelledby="items">
            <h2 id="items">${msg("Những gì được giữ")}</h2>
            ${hold.state === "held" ? this.why(hold) : nothing}
            <ul class="items">${hold.named.map((item) => this.item(item))}</ul>
          </section>
        </div>
        <div class="stack">${this.facts(hold)}</div>
      </div>`;
  }
}
