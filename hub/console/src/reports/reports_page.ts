// <mt-reports-page>: what householders report to the ward of their own accord.
import { msg, str } from "@lit/localize";
import { mdiBullhornOutline } from "@mdi/js";
import { ago, moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { offenceWord } from "@shared/offence.js";
import { spanWords } from "@shared/span_words.js";
import { styles } from "@shared/styles.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { hub } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { Report } from "../api/types.js";
import { clipCount } from "../requests/request_words.js";
import { Page } from "../ui/page.js";

const PAGE_REPORTS = 50;

@customElement("mt-reports-page")
export class ReportsPage extends Page {
  @state() private reports: readonly Report[] | null = null;
  @state() private more = false;

  static override styles = [
    ...styles,
    css`
      .report {
        display: grid;
        gap: 0.35rem;
        color: inherit;
        text-decoration: none;
        transition: border-color 120ms;
      }
      .report:hover {
        border-color: var(--mt-primary);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.4rem 1rem;
        align-items: baseline;
      }
      .note {
        display: -webkit-box;
        -webkit-line-clamp: 2;
        -webkit-box-orient: vertical;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      .more {
        display: grid;
        justify-content: center;
        margin-top: 1.5rem;
      }
    `,
  ];

  protected override listen(): void {
    this.until(stream.on("report", (report) => this.reports && this.take(this.reports, [report])));
    // A consent that was withdrawn takes its report's clips along.
    this.until(stream.on("camera", () => void this.read()));
    this.until(stream.on("line", (standing) => standing && void this.read()));
  }

  protected override async load(): Promise<void> {
    const { reports, more } = await hub.reports(undefined, PAGE_REPORTS);
    this.reports = reports;
    this.more = more;
  }

  private take(known: readonly Report[], news: readonly Report[]): void {
    const all = new Map([...known, ...news].map((report) => [report.id, report]));
    this.reports = [...all.values()].sort((a, b) => b.seq - a.seq);
  }

  private async older(): Promise<void> {
    const known = this.reports ?? [];
    await this.attempt(async () => {
      const { reports, more } = await hub.reports(known.at(-1)?.seq, PAGE_REPORTS);
      this.take(known, reports);
      this.more = more;
    });
  }

  private row(report: Report): TemplateResult {
    const span = { since: new Date(report.since), until: new Date(report.until) };
    return html`<a class="card report" href="/reports/${report.id}">
      <span class="top">
        <h2>${offenceWord(report.offence)} · ${report.household.name}</h2>
        <span class="chip ${report.clips ? "main" : ""}">${clipCount(report.clips)}</span>
      </span>
      <span class="note">${report.note}</span>
      <span class="muted small" title=${moment(report.reported_at, this.language)}>
        ${msg(str`Báo ${ago(report.reported_at, this.now, this.language)}`)} · ${msg(str`hình ${spanWords(span, this.language)}`)}
      </span>
    </a>`;
  }

  private list(): TemplateResult {
    if (!this.reports) return this.failure ? this.failed() : this.skeletons(3);
    if (!this.reports.length) {
      return html`<div class="card empty">
        ${icon(mdiBullhornOutline, "", 52)}
        <h2>${msg("Chưa có tin báo nào")}</h2>
        <p>${msg("Khi một chủ hộ tự gửi đoạn video về trộm cắp, đổ rác hay phá hoại, tin báo hiện ra ở đây cùng lời nhắn của họ.")}</p>
      </div>`;
    }
    return html`<ul class="stack">
        ${repeat(
          this.reports,
          (report) => report.id,
          (report) => html`<li>${this.row(report)}</li>`,
        )}
      </ul>
      ${this.more ? html`<div class="more"><button @click=${this.older}>${msg("Xem cũ hơn")}</button></div>` : nothing}`;
  }

  override render() {
    return html`<div class="head">
        <div>
          <h1>${msg("Tin báo của dân")}</h1>
          <p>${msg("Chủ hộ tự gửi, kèm lời nhắn. Họ rút lại được bất cứ lúc nào; mỗi lần xem đều báo cho họ biết.")}</p>
        </div>
      </div>
      ${this.list()}`;
  }
}
