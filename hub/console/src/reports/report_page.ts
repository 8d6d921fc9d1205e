// <mt-report-page>: one report of a householder, with his note and the clips he gave.
import { msg, str } from "@lit/localize";
import { mdiArrowLeft } from "@mdi/js";
import { moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { offenceWord } from "@shared/offence.js";
import { spanWords } from "@shared/span_words.js";
import { styles } from "@shared/styles.js";
import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { ReportDetail } from "../api/types.js";
import { Page } from "../ui/page.js";
import "../requests/given_clips.js";

@customElement("mt-report-page")
export class ReportPage extends Page {
  @state() private report: ReportDetail | null = null;

  static override styles = [
    ...styles,
    css`
      .back {
        margin: -0.4rem 0 0.6rem -0.7rem;
      }
      .note {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font-size: 1.05rem;
      }
      .card h2 {
        margin-bottom: 0.7rem;
      }
    `,
  ];

  protected override listen(): void {
    this.until(stream.on("report", (report) => report.id === this.subject && void this.read()));
    this.until(stream.on("camera", () => void this.read()));
    this.until(stream.on("line", (standing) => standing && void this.read()));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("subject") || !this.hasUpdated) return;
    this.report = null;
    void this.read();
  }

  protected override async load(): Promise<void> {
    const id = this.subject;
    const report = await hub.report(id);
    if (id === this.subject) this.report = report;
  }

  override render() {
    const { report } = this;
    const back = html`<a class="button quiet back" href="/reports">${icon(mdiArrowLeft)}${msg("Mọi tin báo")}</a>`;
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
          <p class="note">${report.note}</p>
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
