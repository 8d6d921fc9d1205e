// <mt-request-page>: one footage request: what is asked and why, who asked and who moderated, what households gave.
import { msg, str } from "@lit/localize";
import { confirmed } from "@shared/confirm.js";
import { ago, moment } from "@shared/format.js";
import { offenceWord } from "@shared/offence.js";
import { spanWords } from "@shared/span_words.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { hub } from "../api/client.js";
import type { FootageRequest, RequestDetail } from "../api/types.js";
import { CasePage } from "../ui/case_page.js";
import { holdLink } from "./given_clips.js";
import { answerWords, asked, STATE_CHIPS, stateWord } from "./request_words.js";

@customElement("mt-request-page")
export class RequestPage extends CasePage<RequestDetail> {
  protected override readonly news = "request";

  static override styles = [
    ...CasePage.styles,
    css`
      .answer {
        font-size: 1.1rem;
        font-weight: 600;
      }
      .answer + * {
        margin-top: 1rem;
      }
    `,
  ];

  protected override find(id: string): Promise<RequestDetail> {
    return hub.request(id);
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
    if (sure) await this.deed(() => hub.cancel(request.id), msg("Đã huỷ yêu cầu."));
  }

  private moderation(request: FootageRequest): TemplateResult {
    const asking = {
      ask: msg(
        str`${request.asked_by} muốn hỏi ${request.households} hộ. Hãy đọc lý do và khoảng thời gian: có cần đến thế không, có hẹp hơn được không?`,
      ),
      hint: msg("Khi từ chối, hãy nói vì sao. Ghi chú lưu cùng yêu cầu; chủ hộ không thấy."),
      yes: msg("Duyệt và hỏi các hộ"),
    };
    return this.decision(asking, async (approved, note) => {
      const done = approved
        ? msg("Đã duyệt. Các hộ được hỏi ngay bây giờ.")
        : msg("Đã từ chối. Không hộ nào được hỏi.");
      await this.deed(() => hub.moderate(request.id, approved, note), done);
    });
  }

  private facts(request: RequestDetail): TemplateResult {
    const homes = Map.groupBy(request.cameras, ({ household }) => household.name);
    return html`<section class="card" aria-labelledby="facts">
      <h2 id="facts">${msg("Nội dung yêu cầu")}</h2>
      <dl class="facts">
        ${this.fact(msg("Lý do"), html`<span class="reason">${request.reason}</span>`)}
        ${this.fact(msg("Khoảng hình"), html`<b>${spanWords({ since: new Date(request.since), until: new Date(request.until) }, this.language)}</b>`)}
        ${this.fact(
          msg("Camera"),
          html`<ul>
            ${[...homes].map(([name, own]) => html`<li><b>${name}</b>: ${own.map(({ camera }) => camera.name).join(", ")}</li>`)}
          </ul>`,
        )}
        ${this.fact(msg("Trả lời đến"), moment(request.deadline, this.language))}
        ${this.fact(msg("Giữ hình"), msg(str`${request.retention_days} ngày`))}
        ${this.fact(msg("Đơn vị"), request.unit)} ${this.fact(msg("Liên hệ"), request.contact)}
      </dl>
    </section>`;
  }

  private history(request: RequestDetail): TemplateResult {
    const { state, moderated_at, moderated_by, moderation_note } = request;
    const second = state === "refused" ? msg("Người từ chối") : msg("Người duyệt");
    return html`<section class="card" aria-labelledby="history">
      <h2 id="history">${msg("Ai hỏi, ai duyệt")}</h2>
      <dl class="facts">
        ${this.by(msg("Người hỏi"), request.asked_by, request.asked_at)} ${this.by(second, moderated_by, moderated_at)}
        ${moderation_note ? this.fact(msg("Ghi chú"), html`<span class="reason">${moderation_note}</span>`) : nothing}
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
    const request = this.shown;
    const back = this.back("/requests", msg("Mọi yêu cầu"));
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
