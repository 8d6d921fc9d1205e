// <mt-request-page>: one footage request: what is asked and why, who asked and who moderated, what households gave.
import { msg, str } from "@lit/localize";
import { mdiArrowLeft, mdiCheck, mdiClose } from "@mdi/js";
import { confirmed } from "@shared/confirm.js";
import { ago, moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { offenceWord } from "@shared/offence.js";
import { spanWords } from "@shared/span_words.js";
import { styles } from "@shared/styles.js";
import { toast } from "@shared/toast.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { FootageRequest, RequestDetail } from "../api/types.js";
import { Page } from "../ui/page.js";
import { holdLink } from "./given_clips.js";
import { answerWords, asked, STATE_CHIPS, stateWord } from "./request_words.js";

const NOTE_CHARS = 1000;

@customElement("mt-request-page")
export class RequestPage extends Page {
  @state() private request: RequestDetail | null = null;
  @state() private busy = false;
  @state() private noteMissing = false;

  static override styles = [
    ...styles,
    css`
      .back {
        margin: -0.4rem 0 0.6rem -0.7rem;
      }
      .layout {
        display: grid;
        grid-template-columns: minmax(0, 1.7fr) minmax(21rem, 1fr);
        gap: 1.25rem;
        align-items: start;
      }
      .stack {
        grid-template-columns: minmax(0, 1fr);
      }
      .card h2 {
        margin-bottom: 0.9rem;
      }
      dl.facts {
        grid-template-columns: minmax(6rem, max-content) 1fr;
        font-size: 0.95rem;
      }
      .reason {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .moderate {
        border: 2px solid var(--mt-gold);
      }
      .moderate p {
        margin-bottom: 1rem;
      }
      .moderate .row {
        margin-top: 1rem;
      }
      .missing {
        color: var(--mt-danger);
        font-weight: 600;
        font-size: 0.875rem;
        margin-top: 0.3rem;
      }
      .answer {
        font-size: 1.1rem;
        font-weight: 600;
      }
      .answer + * {
        margin-top: 1rem;
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
        .moderate .row > * {
          width: 100%;
        }
      }
    `,
  ];

  protected override listen(): void {
    this.until(stream.on("request", (request) => request.id === this.subject && void this.read()));
    // A consent that was withdrawn takes its clips along: they leave the screen at once.
    this.until(stream.on("camera", () => void this.read()));
    this.until(stream.on("line", (standing) => standing && void this.read()));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("subject") || !this.hasUpdated) return;
    this.request = null;
    void this.read();
  }

  protected override async load(): Promise<void> {
    const id = this.subject;
    const request = await hub.request(id);
    if (id === this.subject) this.request = request;
  }

  private async decide(deed: () => Promise<FootageRequest>, done: string): Promise<void> {
    this.busy = true;
    if (await this.attempt(deed)) toast(done);
    this.busy = false;
    await this.read();
  }

  private get note(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("#note");
  }

  private async moderate(request: FootageRequest, approved: boolean): Promise<void> {
    const note = this.note?.value.trim() ?? "";
    this.noteMissing = !approved && !note;
    if (this.noteMissing) {
      this.note?.focus();
      return;
    }
    const done = approved ? msg("Đã duyệt. Các hộ được hỏi ngay bây giờ.") : msg("Đã từ chối. Không hộ nào được hỏi.");
    await this.decide(() => hub.moderate(request.id, approved, note), done);
  }

  private async cancel(request: FootageRequest): Promise<void> {
    const sure = await confirmed({
      title: msg(str`Huỷ yêu cầu ${request.case_number}?`),
      text: asked(request)
        ? msg("Các hộ chưa trả lời sẽ thấy yêu cầu đã huỷ. Hình đã nhận vẫn còn đến hết hạn giữ.")
        : msg("Yêu cầu sẽ không được duyệt nữa và không hộ nào bị hỏi."),
      deed: msg("Huỷ yêu cầu"),
      danger: true,
    });
    if (sure) await this.decide(() => hub.cancel(request.id), msg("Đã huỷ yêu cầu."));
  }

  private moderation(request: FootageRequest): TemplateResult {
    return html`<section class="card moderate" aria-labelledby="moderate">
      <h2 id="moderate">${msg("Chờ bạn duyệt")}</h2>
      <p>
        ${msg(str`${request.asked_by} muốn hỏi ${request.households} hộ. Hãy đọc lý do và khoảng thời gian: có cần đến thế không, có hẹp hơn được không?`)}
      </p>
      <label for="note">${msg("Ghi chú")}</label>
      <textarea
        id="note"
        maxlength=${NOTE_CHARS}
        aria-invalid=${this.noteMissing ? "true" : nothing}
        aria-describedby="note-hint"
      ></textarea>
      <p class=${this.noteMissing ? "missing" : "hint"} id="note-hint">
        ${msg("Khi từ chối, hãy nói vì sao. Ghi chú lưu cùng yêu cầu; chủ hộ không thấy.")}
      </p>
      <div class="row">
        <button class="primary" ?disabled=${this.busy} @click=${() => this.moderate(request, true)}>
          ${icon(mdiCheck)}${msg("Duyệt và hỏi các hộ")}
        </button>
        <button ?disabled=${this.busy} @click=${() => this.moderate(request, false)}>${icon(mdiClose)}${msg("Từ chối")}</button>
      </div>
    </section>`;
  }

  private facts(request: RequestDetail): TemplateResult {
    const fact = (name: string, value: unknown) => html`<dt>${name}</dt><dd>${value}</dd>`;
    const homes = Map.groupBy(request.cameras, ({ household }) => household.name);
    return html`<section class="card" aria-labelledby="facts">
      <h2 id="facts">${msg("Nội dung yêu cầu")}</h2>
      <dl class="facts">
        ${fact(msg("Lý do"), html`<span class="reason">${request.reason}</span>`)}
        ${fact(msg("Khoảng hình"), html`<b>${spanWords({ since: new Date(request.since), until: new Date(request.until) }, this.language)}</b>`)}
        ${fact(
          msg("Camera"),
          html`<ul>
            ${[...homes].map(([name, own]) => html`<li><b>${name}</b>: ${own.map(({ camera }) => camera.name).join(", ")}</li>`)}
          </ul>`,
        )}
        ${fact(msg("Trả lời đến"), moment(request.deadline, this.language))}
        ${fact(msg("Giữ hình"), msg(str`${request.retention_days} ngày`))}
        ${fact(msg("Đơn vị"), request.unit)} ${fact(msg("Liên hệ"), request.contact)}
      </dl>
    </section>`;
  }

  private history(request: RequestDetail): TemplateResult {
    const { moderated_at, moderated_by, moderation_note } = request;
    const fact = (name: string, value: unknown) => html`<dt>${name}</dt><dd>${value}</dd>`;
    return html`<section class="card" aria-labelledby="history">
      <h2 id="history">${msg("Ai hỏi, ai duyệt")}</h2>
      <dl class="facts">
        ${fact(msg("Người hỏi"), html`<b>${request.asked_by}</b>, ${moment(request.asked_at, this.language)}`)}
        ${
          moderated_at
            ? fact(
                request.state === "refused" ? msg("Người từ chối") : msg("Người duyệt"),
                html`<b>${moderated_by}</b>, ${moment(moderated_at, this.language)}`,
              )
            : nothing
        }
        ${moderation_note ? fact(msg("Ghi chú"), html`<span class="reason">${moderation_note}</span>`) : nothing}
      </dl>
      ${
        request.may_cancel
          ? html`<br /><button ?disabled=${this.busy} @click=${() => this.cancel(request)}>${msg("Huỷ yêu cầu…")}</button>`
          : nothing
      }
    </section>`;
  }

  /** Nothing here tells who declined from who did not answer. */
  private answers(request: RequestDetail): TemplateResult | typeof nothing {
    if (!asked(request)) return nothing;
    const open = request.state === "open";
    return html`<section class="card" aria-labelledby="answers">
      <h2 id="answers">${msg("Hình đã nhận")}</h2>
      <p class="answer">${answerWords(request)}</p>
      ${
        request.given.length
          ? html`<mt-given-clips .clips=${request.given} .language=${this.language}></mt-given-clips>
              ${holdLink(request.given)}`
          : html`<p class="muted">
              ${
                open
                  ? msg(
                      str`Chưa có đoạn nào. Hình hiện ra ở đây ngay khi một hộ gửi; các hộ trả lời đến ${moment(request.deadline, this.language)}.`,
                    )
                  : msg("Không có đoạn nào.")
              }
            </p>`
      }
    </section>`;
  }

  override render() {
    const { request } = this;
    const back = html`<a class="button quiet back" href="/requests">${icon(mdiArrowLeft)}${msg("Mọi yêu cầu")}</a>`;
    if (!request) return html`${back}${this.failure ? this.failed() : this.skeletons(3)}`;
    return html`${back}
      <div class="head">
        <div>
          <h1>${request.case_number} · ${offenceWord(request.offence)}</h1>
          <p>${msg(str`${request.asked_by} hỏi ${ago(request.asked_at, this.now, this.language)}`)}</p>
        </div>
        <span class="chip ${STATE_CHIPS[request.state]}">${stateWord(request)}</span>
      </div>
      <div class="layout">
        <div class="stack">
          ${this.answers(request)} ${this.facts(request)} ${request.may_moderate ? this.moderation(request) : nothing}
        </div>
        <div class="stack">${this.history(request)}</div>
      </div>`;
  }
}
