// <mt-requests-page>: every footage request of the unit, those that wait for me first.
import { msg, str } from "@lit/localize";
import { mdiFileSearchOutline, mdiPlus } from "@mdi/js";
import { ago, moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { offenceWord } from "@shared/offence.js";
import { spanWords } from "@shared/span_words.js";
import { styles } from "@shared/styles.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { hub, query as queryText } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { FootageRequest, RequestState } from "../api/types.js";
import { go } from "../app/router.js";
import { Page } from "../ui/page.js";
import { answerWords, asked, clipCount, STATE_CHIPS, stateWord } from "./request_words.js";

const PAGE_REQUESTS = 50;
const STATES: readonly RequestState[] = ["waiting", "open", "expired", "cancelled", "refused"];

/** Newest first, each once; the later told of two with one id stands. */
export function merged(known: readonly FootageRequest[], news: readonly FootageRequest[]): FootageRequest[] {
  const all = new Map([...known, ...news].map((request) => [request.id, request]));
  return [...all.values()].sort((a, b) => b.seq - a.seq);
}

@customElement("mt-requests-page")
export class RequestsPage extends Page {
  @state() private requests: readonly FootageRequest[] | null = null;
  @state() private more = false;

  static override styles = [
    ...styles,
    css`
      .request {
        display: grid;
        gap: 0.35rem;
        color: inherit;
        text-decoration: none;
        transition: border-color 120ms;
      }
      .request:hover {
        border-color: var(--mt-primary);
      }
      .request.mine {
        border: 2px solid var(--mt-gold);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.4rem 1rem;
        align-items: baseline;
      }
      .numbers {
        font-variant-numeric: tabular-nums;
      }
      .more {
        display: grid;
        justify-content: center;
        margin-top: 1.5rem;
      }
      .tools select {
        width: auto;
        min-width: 0;
      }
      .tools .button {
        white-space: nowrap;
      }
      @media (max-width: 640px) {
        .tools {
          width: 100%;
        }
        .tools select,
        .tools .button {
          flex: 1;
        }
      }
    `,
  ];

  private get filter(): RequestState | undefined {
    const wanted = this.query.get("state");
    return STATES.find((name) => name === wanted);
  }

  protected override listen(): void {
    this.until(stream.on("request", (request) => this.take(request)));
    this.until(stream.on("line", (standing) => standing && void this.read()));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("query") || !this.hasUpdated) return;
    this.requests = null;
    void this.read();
  }

  protected override async load(): Promise<void> {
    const filter = this.filter;
    const { requests, more } = await hub.requests(filter, undefined, PAGE_REQUESTS);
    if (filter !== this.filter) return;
    this.requests = requests;
    this.more = more;
  }

  private take(request: FootageRequest): void {
    if (!this.requests) return;
    const rest = this.requests.filter((known) => known.id !== request.id);
    this.requests = !this.filter || this.filter === request.state ? merged(rest, [request]) : rest;
  }

  private async older(): Promise<void> {
    const known = this.requests ?? [];
    await this.attempt(async () => {
      const { requests, more } = await hub.requests(this.filter, known.at(-1)?.seq, PAGE_REQUESTS);
      this.requests = merged(known, requests);
      this.more = more;
    });
  }

  private row(request: FootageRequest): TemplateResult {
    const span = { since: new Date(request.since), until: new Date(request.until) };
    return html`<a class="card request ${request.may_moderate ? "mine" : ""}" href="/requests/${request.id}">
      <span class="top">
        <h2>${request.case_number} · ${offenceWord(request.offence)}</h2>
        <span class="chip ${STATE_CHIPS[request.state]}">${stateWord(request)}</span>
      </span>
      <span class="numbers">${spanWords(span, this.language)}</span>
      <span>${answerWords(request)}${asked(request) && request.clips ? ` · ${clipCount(request.clips)}` : ""}</span>
      <span class="muted small" title=${moment(request.asked_at, this.language)}>
        ${msg(str`${request.asked_by} hỏi ${ago(request.asked_at, this.now, this.language)}`)}
        ${request.state === "open" ? ` · ${msg(str`hạn ${moment(request.deadline, this.language)}`)}` : nothing}
      </span>
    </a>`;
  }

  private list(): TemplateResult {
    if (!this.requests) return this.failure ? this.failed() : this.skeletons(4);
    if (!this.requests.length) {
      return html`<div class="card empty">
        ${icon(mdiFileSearchOutline, "", 52)}
        <h2>${this.filter ? msg("Không có yêu cầu nào như vậy") : msg("Chưa có yêu cầu nào")}</h2>
        <p>${msg("Khi cần hình của một vụ việc, hãy viết một yêu cầu. Một cán bộ khác duyệt, rồi từng chủ hộ tự quyết định có gửi hay không.")}</p>
        <a class="button primary" href="/requests/new">${msg("Viết yêu cầu")}</a>
      </div>`;
    }
    // Those that wait for me stand first, wherever they came in.
    const shown = [...this.requests].sort((a, b) => Number(b.may_moderate) - Number(a.may_moderate));
    return html`<ul class="stack">
        ${repeat(
          shown,
          (request) => request.id,
          (request) => html`<li>${this.row(request)}</li>`,
        )}
      </ul>
      ${this.more ? html`<div class="more"><button @click=${this.older}>${msg("Xem cũ hơn")}</button></div>` : nothing}`;
  }

  private stateName(name: RequestState): string {
    return {
      waiting: () => msg("Chờ duyệt"),
      open: () => msg("Đang hỏi"),
      expired: () => msg("Đã hết hạn"),
      cancelled: () => msg("Đã huỷ"),
      refused: () => msg("Không được duyệt"),
    }[name]();
  }

  override render() {
    const option = (value: string, text: string) =>
      html`<option value=${value} ?selected=${value === (this.filter ?? "")}>${text}</option>`;
    return html`<div class="head">
        <div>
          <h1>${msg("Yêu cầu trích xuất")}</h1>
          <p>${msg("Xin hình của một vụ việc: hai cán bộ đồng ý rồi mới hỏi chủ hộ. Không trả lời nghĩa là không.")}</p>
        </div>
        <div class="row tools">
          <label class="unseen" for="state">${msg("Lọc theo tình trạng")}</label>
          <select
            id="state"
            @change=${(event: Event) => go(`/requests${queryText({ state: (event.target as HTMLSelectElement).value })}`)}
          >
            ${option("", msg("Mọi tình trạng"))} ${STATES.map((name) => option(name, this.stateName(name)))}
          </select>
          <a class="button primary" href="/requests/new">${icon(mdiPlus)}${msg("Yêu cầu mới")}</a>
        </div>
      </div>
      ${this.list()}`;
  }
}
