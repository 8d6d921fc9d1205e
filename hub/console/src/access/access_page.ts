// <mt-access-page>: who opened what, when. Nobody can remove a line.
import { msg } from "@lit/localize";
import { mdiEyeOutline, mdiRefresh } from "@mdi/js";
import { moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub, query as queryText } from "../api/client.js";
import type { AccessEntry, Household } from "../api/types.js";
import { go } from "../app/router.js";
import { deed } from "../app/words.js";
import { Page } from "../ui/page.js";

const PAGE_ENTRIES = 100;

@customElement("mt-access-page")
export class AccessPage extends Page {
  @state() private entries: readonly AccessEntry[] | null = null;
  @state() private households: readonly Household[] = [];
  @state() private more = false;

  static override styles = [
    ...styles,
    css`
      .more {
        display: grid;
        justify-content: center;
        margin-top: 1.5rem;
      }
      .tools select {
        width: auto;
        min-width: 0;
        max-width: 16rem;
      }
      td a {
        font-weight: 600;
      }
      td time {
        white-space: nowrap;
      }
      .reason {
        max-width: 32ch;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("query") || !this.hasUpdated) return;
    this.entries = null;
    void this.read();
  }

  /** The household whose looks are asked for; all where none is. */
  private get household(): string | undefined {
    return this.query.get("household") ?? undefined;
  }

  protected override async load(): Promise<void> {
    const { household } = this;
    const [entries, households] = await Promise.all([
      hub.accessLog(household, undefined, PAGE_ENTRIES),
      hub.households(),
    ]);
    if (household !== this.household) return;
    this.households = households
      .filter(({ state }) => state !== "waiting")
      .sort((a, b) => a.name.localeCompare(b.name, "vi"));
    this.take([], entries);
  }

  private take(known: readonly AccessEntry[], next: readonly AccessEntry[]): void {
    this.entries = [...known, ...next];
    this.more = next.length === PAGE_ENTRIES;
  }

  private async older(): Promise<void> {
    const known = this.entries ?? [];
    await this.attempt(async () =>
      this.take(known, await hub.accessLog(this.household, known.at(-1)?.seq, PAGE_ENTRIES)),
    );
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

  /** For which case, and why; a report's footage has no case, and a live view may have none. */
  private occasion({ request_id, hold_id, case_number, reason }: AccessEntry): TemplateResult | typeof nothing {
    const why = reason ? html`<p class="muted small reason" title=${reason}>${reason}</p>` : nothing;
    if (hold_id) return html`<a href="/holds/${hold_id}">${case_number}</a>${why}`;
    if (request_id && case_number) return html`<a href="/requests/${request_id}">${case_number}</a>${why}`;
    if (request_id) return html`<a href="/reports/${request_id}">${msg("Tin báo của dân")}</a>`;
    return case_number || reason ? html`${case_number ? html`<b>${case_number}</b>` : nothing}${why}` : nothing;
  }

  private filter(): TemplateResult {
    const option = (id: string, name: string) =>
      html`<option value=${id} ?selected=${id === (this.household ?? "")}>${name}</option>`;
    const choose = (event: Event) =>
      go(`/access${queryText({ household: (event.target as HTMLSelectElement).value })}`);
    return html`<label class="unseen" for="household">${msg("Lọc theo hộ")}</label>
      <select id="household" @change=${choose}>
        ${option("", msg("Mọi hộ"))} ${this.households.map(({ id, name }) => option(id, name))}
      </select>`;
  }

  private list(): TemplateResult {
    if (!this.entries) return this.failure ? this.failed() : this.skeletons(4);
    if (!this.entries.length) {
      return html`<div class="card empty">
        ${icon(mdiEyeOutline, "", 52)}
        <h2>${this.household ? msg("Chưa ai xem gì của hộ này") : msg("Chưa ai xem gì")}</h2>
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
        <div class="row tools">
          ${this.filter()}
          <button @click=${() => this.read()}>${icon(mdiRefresh)}${msg("Đọc lại")}</button>
        </div>
      </div>
      ${this.list()}`;
  }
}
