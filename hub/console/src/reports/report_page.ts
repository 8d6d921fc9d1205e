// <mt-report-page>: one report of a householder, with his note and the clips he gave.
import { msg, str } from "@lit/localize";
import { moment } from "@shared/format.js";
import { offenceWord } from "@shared/offence.js";
import { spanWords } from "@shared/span_words.js";
import { css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { hub } from "../api/client.js";
import type { ReportDetail } from "../api/types.js";
import { CasePage } from "../ui/case_page.js";
import "../requests/given_clips.js";

@customElement("mt-report-page")
export class ReportPage extends CasePage<ReportDetail> {
  protected override readonly news = "report";

  static override styles = [
    ...CasePage.styles,
    css`
      .reason {
        font-size: 1.05rem;
      }
    `,
  ];

  protected override find(id: string): Promise<ReportDetail> {
    return hub.report(id);
  }

  override render() {
    const report = this.shown;
    const back = this.back("/reports", msg("Mọi tin báo"));
    if (!report) return html`${back}${this.failure ? this.failed() : this.skeletons(2)}`;
    const span = { since: new Date(report.since), until: new Date(report.until) };
    return html`${back}
      <div class="head">
        <div>
          <h1>${offenceWord(report.offence)}</h1>
          <p>${report.household.name} · ${msg(str`báo lúc ${moment(report.reported_at, this.language)}`)}</p>
        </div>
      </div>
      <div class="stack">
        <section class="card" aria-labelledby="note">
          <h2 id="note">${msg("Lời nhắn của chủ hộ")}</h2>
          <p class="reason">${report.note}</p>
        </section>
        <section class="card" aria-labelledby="clips">
          <h2 id="clips">${msg(str`Hình kèm theo, ${spanWords(span, this.language)}`)}</h2>
          ${
            report.given.length
              ? html`<mt-given-clips .clips=${report.given} .language=${this.language}></mt-given-clips>`
              : html`<p class="muted">${msg("Chưa có đoạn nào, hoặc chủ hộ đã rút lại.")}</p>`
          }
        </section>
      </div>`;
  }
}
