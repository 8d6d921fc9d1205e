// <mt-hold-page>: one hold: what is kept, who decided, and the look at it, which asks why and is told to the household.
import { msg, str } from "@lit/localize";
import { mdiEyeOutline } from "@mdi/js";
import { confirmed } from "@shared/confirm.js";
import { clock, day, moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import "@shared/player.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub } from "../api/client.js";
import type { HeldItem, Hold, HoldDetail } from "../api/types.js";
import { CasePage } from "../ui/case_page.js";
import { daysLeft, HOLD_CHIPS, holdState } from "./hold_words.js";

const REASON_CHARS = 500;

@customElement("mt-hold-page")
export class HoldPage extends CasePage<HoldDetail> {
  protected override readonly news = "hold";
  @state() private reasonMissing = false;
  @state() private opened: ReadonlySet<string> = new Set();

  static override styles = [
    ...CasePage.styles,
    css`
      .why .row {
        margin-top: 1rem;
      }
      .items {
        margin-top: 0.9rem;
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
    `,
  ];

  protected override find(id: string): Promise<HoldDetail> {
    return hub.hold(id);
  }

  private async lift(hold: Hold): Promise<void> {
    if (hold.state === "waiting") {
      const back = {
        title: msg(str`Rút đề nghị cho vụ việc ${hold.case_number}?`),
        text: msg("Chưa có gì được giữ. Đề nghị này không chờ ai duyệt nữa."),
        deed: msg("Rút đề nghị"),
        danger: true,
      };
      if (await confirmed(back)) await this.deed(() => hub.liftHold(hold.id), msg("Đã rút đề nghị."));
      return;
    }
    const sure = await confirmed({
      title: msg(str`Bỏ giữ cho vụ việc ${hold.case_number}?`),
      text: msg("Bản giữ riêng bị xoá ngay và không lấy lại được. Chủ hộ đã rút lại sẽ nhận biên nhận thứ hai."),
      deed: msg("Bỏ giữ và xoá"),
      danger: true,
    });
    if (sure) await this.deed(() => hub.liftHold(hold.id), msg("Đã bỏ giữ. Bản giữ riêng đang được xoá."));
  }

  private async open(hold: Hold): Promise<void> {
    const reason = this.required("reason");
    this.reasonMissing = !reason;
    if (reason) await this.deed(() => hub.sayWhy(hold.id, reason), msg("Đã ghi lý do. Bạn xem được trong 15 phút."));
  }

  /** Whether this officer said why, and may still look. */
  private get isOpen(): boolean {
    const until = this.shown?.open_until;
    return Boolean(until) && Date.parse(until ?? "") > this.now.getTime();
  }

  // -- how it looks

  private moderation(hold: Hold): TemplateResult {
    const asking = {
      ask: msg(
        str`${hold.asked_by} đề nghị giữ. Hãy đối chiếu căn cứ: có đúng vụ việc, có cần cả những mục này, có cần lâu đến thế?`,
      ),
      hint: msg("Khi từ chối, hãy nói vì sao."),
      yes: msg("Duyệt và giữ"),
    };
    return this.decision(asking, async (approved, note) => {
      const done = approved ? msg("Đã duyệt. Từ lúc này các mục được giữ riêng.") : msg("Đã từ chối. Không giữ gì.");
      await this.deed(() => hub.decideHold(hold.id, approved, note), done);
    });
  }

  private amount({ state, items }: Hold): string {
    if (state === "held") return msg(str`${items} mục đang được giữ riêng.`);
    return state === "waiting" ? msg(str`${items} mục sẽ được giữ riêng nếu được duyệt.`) : msg(str`${items} mục`);
  }

  private why(hold: HoldDetail): TemplateResult {
    if (this.isOpen && hold.open_until) {
      return html`<p class="muted">${msg(str`Bạn xem được đến ${clock(hold.open_until, this.language)}. Mỗi lần mở đều được ghi và báo cho chủ hộ.`)}</p>`;
    }
    return html`<div class="why">
      <label for="reason">${msg("Vì sao bạn cần xem?")}</label>
      <textarea
        id="reason"
        maxlength=${REASON_CHARS}
        aria-invalid=${this.reasonMissing ? "true" : nothing}
        aria-describedby="reason-hint"
      ></textarea>
      <p class=${this.reasonMissing ? "missing" : "hint"} id="reason-hint">${msg("Lý do và vụ việc được báo cho chủ hộ.")}</p>
      <div class="row">
        <button class="primary" ?disabled=${this.busy} @click=${() => this.open(hold)}>${icon(mdiEyeOutline)}${msg("Ghi lý do và xem")}</button>
      </div>
    </div>`;
  }

  private picture(item: HeldItem): TemplateResult | typeof nothing {
    if (!this.isOpen || !item.url || item.kind === "event") return nothing;
    if (!this.opened.has(item.id)) {
      return html`<div>
        <button
          @click=${() => {
            this.opened = new Set([...this.opened, item.id]);
          }}
        >
          ${icon(mdiEyeOutline)}${item.kind === "clip" ? msg("Xem đoạn video", { id: "look-at-clip" }) : msg("Xem ảnh", { id: "look-at-still" })}
        </button>
      </div>`;
    }
    const name = msg(str`${item.camera.name}, ${moment(item.started_at, this.language, true)}`);
    return item.kind === "clip"
      ? html`<mt-player src=${item.url} label=${name} autoplay></mt-player>`
      : html`<img src=${item.url} alt=${name} />`;
  }

  private item(item: HeldItem): TemplateResult {
    const kinds = { event: msg("Sự kiện", { id: "one-event" }), still: msg("Ảnh"), clip: msg("Đoạn video") };
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
    const second = hold.state === "refused" ? msg("Người từ chối") : msg("Người duyệt");
    const left = hold.state === "held" ? ` (${daysLeft(hold.until, this.now)})` : "";
    const decided = hold.state !== "waiting";
    return html`<section class="card" aria-labelledby="facts">
      <h2 id="facts">${msg("Căn cứ và thời hạn")}</h2>
      <dl class="facts">
        ${this.fact(msg("Căn cứ"), html`<span class="reason">${hold.basis}</span>`)}
        ${this.fact(msg("Giữ đến"), `${day(hold.until, this.language)}${left}`)}
        ${this.by(msg("Người đề nghị"), hold.asked_by, hold.asked_at)}
        ${decided ? this.by(second, hold.decided_by, hold.decided_at) : nothing}
        ${hold.decision_note ? this.fact(msg("Ghi chú"), html`<span class="reason">${hold.decision_note}</span>`) : nothing}
        ${this.by(msg("Hết giữ lúc"), hold.ended_by, hold.ended_at)}
        ${hold.deleted ? this.fact(msg("Bản giữ riêng"), msg("đã xoá, khoá đã huỷ")) : nothing}
      </dl>
      ${this.ending(hold)}
    </section>`;
  }

  /** To end it; what only waits is taken back, by those who are not asked to decide about it. */
  private ending(hold: Hold): TemplateResult | typeof nothing {
    if (!hold.may_lift || hold.may_decide) return nothing;
    const name = hold.state === "waiting" ? msg("Rút đề nghị…") : msg("Bỏ giữ…");
    return html`<br /><button class="danger outline" ?disabled=${this.busy} @click=${() => this.lift(hold)}>${name}</button>`;
  }

  override render() {
    const hold = this.shown;
    const back = this.back("/holds", msg("Giữ theo luật"));
    if (!hold) return html`${back}${this.failure ? this.failed() : this.skeletons(3)}`;
    return html`${back}
      <div class="head">
        <div>
          <h1>${msg(str`Vụ việc ${hold.case_number}`)}</h1>
          <p>${this.amount(hold)}</p>
        </div>
        <span class="chip ${HOLD_CHIPS[hold.state]}">${holdState(hold.state)}</span>
      </div>
      <div class="layout">
        <div class="stack">
          ${hold.may_decide ? this.moderation(hold) : nothing}
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
