// <mt-access-page>: who opened what, when. Nobody can remove a line.
import { msg } from "@lit/localize";
import { mdiEyeOutline } from "@mdi/js";
import { moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub } from "../api/client.js";
import type { AccessEntry } from "../api/types.js";
import { deed } from "../app/words.js";
import { Page } from "../ui/page.js";

const PAGE_ENTRIES = 100;

@customElement("mt-access-page")
export class AccessPage extends Page {
  @state() private entries: readonly AccessEntry[] | null = null;
  @state() private more = false;

  static override styles = [
    ...styles,
    css`
      .more {
        display: grid;
        justify-content: center;
        margin-top: 1.5rem;
      }
      td a {
        font-weight: 600;
      }
      .reason {
        max-width: 32ch;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  protected override async load(): Promise<void> {
    this.take([], await hub.accessLog(undefined, PAGE_ENTRIES));
  }

  private take(known: readonly AccessEntry[], next: readonly AccessEntry[]): void {
    this.entries = [...known, ...next];
    this.more = next.length === PAGE_ENTRIES;
  }

  private async older(): Promise<void> {
    const known = this.entries ?? [];
    await this.attempt(async () => this.take(known, await hub.accessLog(known.at(-1)?.seq, PAGE_ENTRIES)));
  }

  private row(entry: AccessEntry): TemplateResult {
    return html`<tr>
      <td class="numbers"><time datetime=${entry.at}>${moment(entry.at, this.language, true)}</time></td>
      <td><b>${entry.user_name}</b></td>
      <td>
        ${entry.event_id ? html`<a href="/events/${entry.event_id}">${deed(entry.action)}</a>` : deed(entry.action)}
      </td>
      <td>${[entry.camera?.name, entry.household?.name].filter(Boolean).join(" · ")}</td>
      <td>${this.occasion(entry)}</td>
    </tr>`;
  }

  /** For which case, and why; a report's footage has no case. */
  private occasion(entry: AccessEntry): TemplateResult | typeof nothing {
    if (!entry.request_id) return nothing;
    if (!entry.case_number) return html`<a href="/reports/${entry.request_id}">${msg("Tin báo của dân")}</a>`;
    return html`<a href="/requests/${entry.request_id}">${entry.case_number}</a>
      <p class="muted small reason" title=${entry.reason ?? nothing}>${entry.reason}</p>`;
  }

  private list(): TemplateResult {
    if (!this.entries) return this.failure ? this.failed() : this.skeletons(4);
    if (!this.entries.length) {
      return html`<div class="card empty">
        ${icon(mdiEyeOutline, "", 52)}
        <h2>${msg("Chưa ai xem gì")}</h2>
        <p>${msg("Mỗi lần một cán bộ mở sự kiện, ảnh hoặc đoạn video, một dòng được ghi vào đây.")}</p>
      </div>`;
    }
    return html`<div class="card table">
        <table>
          <thead>
            <tr>
              <th scope="col">${msg("Lúc")}</th>
              <th scope="col">${msg("Ai")}</th>
              <th scope="col">${msg("Việc")}</th>
              <th scope="col">${msg("Của camera")}</th>
              <th scope="col">${msg("Cho vụ việc")}</th>
            </tr>
          </thead>
          <tbody>
            ${this.entries.map((entry) => this.row(entry))}
          </tbody>
        </table>
      </div>
      ${this.more ? html`<div class="more"><button @click=${this.older}>${msg("Xem cũ hơn")}</button></div>` : nothing}`;
  }

  override render() {
    return html`<div class="head">
        <div>
          <h1>${msg("Nhật ký xem")}</h1>
          <p>${msg("Mỗi lần xem để lại một dòng. Không ai xoá được, kể cả quản trị viên.")}</p>
        </div>
        <button @click=${() => this.read()}>${msg("Đọc lại")}</button>
      </div>
      ${this.list()}`;
  }
}
