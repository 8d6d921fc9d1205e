// <mt-holds-page>: the register of legal holds: what is kept for which case, on which basis, until when.
import { msg, str } from "@lit/localize";
import { mdiGavel } from "@mdi/js";
import { ago, day } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { hub } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { Hold } from "../api/types.js";
import { Page } from "../ui/page.js";
import { daysLeft, HOLD_CHIPS, holdState } from "./hold_words.js";

@customElement("mt-holds-page")
export class HoldsPage extends Page {
  @state() private holds: readonly Hold[] | null = null;
  @state() private more = false;

  static override styles = [
    ...styles,
    css`
      a.card {
        display: grid;
        gap: 0.4rem;
        color: inherit;
        text-decoration: none;
      }
      a.card:hover {
        border-color: var(--mt-primary);
      }
      a.card.mine {
        border: 2px solid var(--mt-gold);
      }
      .top {
        display: flex;
        justify-content: space-between;
        align-items: flex-start;
        gap: 0.75rem;
      }
      .basis {
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override listen(): void {
    this.until(stream.on("hold", (hold) => this.holds && this.take([hold])));
    this.until(stream.on("line", (standing) => standing && void this.read()));
  }

  /** Newest first, each once; what was told later stands. */
  private take(news: readonly Hold[]): void {
    const all = new Map([...(this.holds ?? []), ...news].map((hold) => [hold.id, hold]));
    this.holds = [...all.values()].sort((a, b) => b.seq - a.seq);
  }

  protected override async load(): Promise<void> {
    const page = await hub.holds();
    this.holds = page.holds;
    this.more = page.more;
  }

  private async older(): Promise<void> {
    const last = this.holds?.at(-1);
    if (!last) return;
    await this.attempt(async () => {
      const page = await hub.holds(last.seq);
      this.take(page.holds);
      this.more = page.more;
    });
  }

  private card(hold: Hold): TemplateResult {
    const until = day(hold.until, this.language);
    return html`<a class="card ${hold.may_decide ? "mine" : ""}" href="/holds/${hold.id}">
      <div class="top">
        <h2>${msg(str`Vụ việc ${hold.case_number}`)}</h2>
        <span class="chip ${HOLD_CHIPS[hold.state]}">${hold.may_decide ? msg("Chờ bạn duyệt") : holdState(hold.state)}</span>
      </div>
      <p class="basis">${hold.basis}</p>
      <p class="muted small">
        ${msg(str`${hold.items} mục`)} ·
        ${hold.state === "held" ? msg(str`đến ${until}, ${daysLeft(hold.until, this.now)}`) : msg(str`đến ${until}`)} ·
        ${msg(str`${hold.asked_by} đề nghị ${ago(hold.asked_at, this.now, this.language)}`)}
      </p>
    </a>`;
  }

  private list(): TemplateResult {
    if (!this.holds) return this.failure ? this.failed() : this.skeletons(3);
    if (!this.holds.length) {
      return html`<div class="card empty">
        ${icon(mdiGavel, "", 52)}
        <h2>${msg("Chưa giữ gì")}</h2>
        <p>${msg("Khi một sự kiện hay đoạn video là chứng cứ của vụ việc, mở nó ra rồi bấm “Giữ cho vụ việc”. Một cán bộ khác phải duyệt.")}</p>
      </div>`;
    }
    // Those that wait for me stand first, wherever they came in.
    const shown = [...this.holds].sort((a, b) => Number(b.may_decide) - Number(a.may_decide));
    return html`<ul class="stack">${repeat(
      shown,
      (hold) => hold.id,
      (hold) => html`<li>${this.card(hold)}</li>`,
    )}</ul>
      ${this.more ? html`<br /><button @click=${this.older}>${msg("Xem thêm")}</button>` : nothing}`;
  }

  override render() {
    return html`<div class="head">
        <div>
          <h1>${msg("Giữ theo luật")}</h1>
          <p>${msg("Những gì vụ việc cần giữ dù chủ hộ rút lại. Chủ hộ được báo vụ việc nào, căn cứ nào, đến ngày nào.")}</p>
        </div>
      </div>
      ${this.list()}`;
  }
}
