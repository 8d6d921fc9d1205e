// The questions of a request, a step each, and what is read over at the end.
import { msg, str } from "@lit/localize";
import { type FootageSpan, LONGEST_HOURS, overMidnight, spanFault, spanOf } from "@shared/footage_span.js";
import { isoDay, span as lasting, moment } from "@shared/format.js";
import type { Language } from "@shared/language.js";
import { OFFENCES, type Offence, offenceWord } from "@shared/offence.js";
import { spanFaultWords, spanWords } from "@shared/span_words.js";
import { html, nothing, type TemplateResult } from "lit";
import type { Camera } from "../api/types.js";
import {
  CASE_CHARS,
  CONTACT_CHARS,
  cameraKey,
  DEADLINES_DAYS,
  type Draft,
  deadline,
  type Lack,
  REASON_CHARS,
  retentions,
  type Step,
} from "./request_draft.js";

/** A draft under someone's hands. */
export interface Writing {
  draft: Draft;
  /** What the step lacks, once that is to be said. */
  lacking: readonly Lack[];
  now: Date;
  language: Language;
  write(change: Partial<Draft>): void;
}

const typed = (event: Event) => (event.target as HTMLInputElement).value;
const OLDEST_MS = 30 * 86_400_000;

function lack(writing: Writing, name: Lack, text: string): TemplateResult | typeof nothing {
  return writing.lacking.includes(name) ? html`<p class="missing" id="${name}-missing">${text}</p>` : nothing;
}

function invalid(writing: Writing, name: Lack): "true" | typeof nothing {
  return writing.lacking.includes(name) ? "true" : nothing;
}

export function caseFields(writing: Writing): TemplateResult {
  const { draft, write } = writing;
  return html`<div class="pair">
      <div>
        <label for="case_number">${msg("Số vụ việc")}</label>
        <input
          id="case_number"
          maxlength=${CASE_CHARS}
          autocomplete="off"
          .value=${draft.case_number}
          aria-invalid=${invalid(writing, "case_number")}
          aria-describedby="case_number-missing"
          @input=${(event: Event) => write({ case_number: typed(event) })}
        />
        ${lack(writing, "case_number", msg("Hãy ghi số vụ việc trong sổ của đơn vị."))}
      </div>
      <div>
        <label for="offence">${msg("Loại việc")}</label>
        <select
          id="offence"
          aria-invalid=${invalid(writing, "offence")}
          aria-describedby="offence-missing"
          @change=${(event: Event) => write({ offence: typed(event) as Offence | "" })}
        >
          <option value="" ?selected=${!draft.offence}>${msg("Hãy chọn…")}</option>
          ${OFFENCES.map((name) => html`<option value=${name} ?selected=${name === draft.offence}>${offenceWord(name)}</option>`)}
        </select>
        ${lack(writing, "offence", msg("Hãy chọn loại việc."))}
      </div>
    </div>
    <div>
      <label for="reason">${msg("Vì sao cần hình, nói cho chủ hộ hiểu")}</label>
      <textarea
        id="reason"
        maxlength=${REASON_CHARS}
        aria-invalid=${invalid(writing, "reason")}
        aria-describedby="reason-hint reason-missing"
        .value=${draft.reason}
        @input=${(event: Event) => write({ reason: typed(event) })}
      ></textarea>
      <p class="hint" id="reason-hint">${msg("Chủ hộ và người duyệt đọc nguyên văn. Đừng ghi tên người bị nghi.")}</p>
      ${lack(writing, "reason", msg("Hãy viết vì sao cần hình."))}
    </div>
    <div>
      <label for="contact">${msg("Chủ hộ muốn hỏi thì gọi cho ai")}</label>
      <input
        id="contact"
        maxlength=${CONTACT_CHARS}
        autocomplete="off"
        placeholder=${msg("Ví dụ: Thượng uý Nguyễn Văn Nam, 024 3838 0000")}
        aria-invalid=${invalid(writing, "contact")}
        aria-describedby="contact-missing"
        .value=${draft.contact}
        @input=${(event: Event) => write({ contact: typed(event) })}
      />
      ${lack(writing, "contact", msg("Hãy ghi tên và số điện thoại."))}
    </div>`;
}

/** What the typed time means, told while it is typed. */
function told(writing: Writing): TemplateResult | typeof nothing {
  const { draft, now, language } = writing;
  if (!draft.day || !draft.from || !draft.to) {
    return writing.lacking.includes("incomplete")
      ? html`<p class="wrong">${spanFaultWords("incomplete")}</p>`
      : html`<p class="hint">${msg(str`Nhiều nhất ${LONGEST_HOURS} giờ. Khoảng càng ngắn, chủ hộ càng dễ đồng ý.`)}</p>`;
  }
  const span = spanOf(draft);
  const fault = spanFault(span, now);
  if (fault || !span) return html`<p class="wrong">${spanFaultWords(fault ?? "incomplete")}</p>`;
  return html`<p class="says"><b>${spanWords(span, language)}</b> · ${length(span, language)}</p>`;
}

const length = ({ since, until }: FootageSpan, language: Language) =>
  lasting((until.getTime() - since.getTime()) / 1000, language);

export function timeFields(writing: Writing): TemplateResult {
  const { draft, now, write } = writing;
  const bad = writing.lacking.length > 0 ? "true" : nothing;
  const time = (name: "from" | "to", text: string) => html`<div>
    <label for=${name}>${text}</label>
    <input
      id=${name}
      type="time"
      aria-invalid=${draft[name] ? nothing : bad}
      aria-describedby="told"
      .value=${draft[name]}
      @input=${(event: Event) => write({ [name]: typed(event) })}
    />
  </div>`;
  return html`<div>
      <label for="day">${msg("Ngày")}</label>
      <input
        id="day"
        type="date"
        min=${isoDay(now.getTime() - OLDEST_MS)}
        max=${isoDay(now)}
        aria-invalid=${draft.day ? nothing : bad}
        aria-describedby="told"
        .value=${draft.day}
        @input=${(event: Event) => write({ day: typed(event) })}
      />
    </div>
    <div class="times">
      ${time("from", msg("Từ"))} ${time("to", overMidnight(draft) ? msg("Đến (hôm sau)") : msg("Đến"))}
    </div>
    <div id="told" aria-live="polite">${told(writing)}</div>`;
}

export function termFields({ draft, now, language, write }: Writing, mostDays: number): TemplateResult {
  const choice = (value: number, chosen: number, text: string) =>
    html`<option value=${value} ?selected=${value === chosen}>${text}</option>`;
  return html`<div>
      <label for="deadline">${msg("Chủ hộ có bao lâu để trả lời")}</label>
      <select
        id="deadline"
        aria-describedby="deadline-hint"
        @change=${(event: Event) => write({ deadline_days: Number(typed(event)) })}
      >
        ${DEADLINES_DAYS.map((days) =>
          choice(days, draft.deadline_days, msg(str`${days} ngày, đến ${moment(deadline(days, now), language)}`)),
        )}
      </select>
      <p class="hint" id="deadline-hint">${msg("Hết hạn mà không trả lời nghĩa là không gửi, và không ai bị hỏi vì sao.")}</p>
    </div>
    <div>
      <label for="retention">${msg("Giữ hình nhận được bao lâu")}</label>
      <select
        id="retention"
        aria-describedby="retention-hint"
        @change=${(event: Event) => write({ retention_days: Number(typed(event)) })}
      >
        ${retentions(mostDays).map((days) => choice(days, draft.retention_days, msg(str`${days} ngày`)))}
      </select>
      <p class="hint" id="retention-hint">${msg("Sau đó trung tâm tự xoá. Chủ hộ có thể chọn ngắn hơn, và rút lại bất cứ lúc nào.")}</p>
    </div>`;
}

export function summaryOf(
  { draft, now, language }: Writing,
  cameras: readonly Camera[],
  change: (step: Step) => void,
): TemplateResult {
  const chosen = cameras.filter((camera) => draft.cameras.has(cameraKey(camera)));
  const homes = Map.groupBy(chosen, (camera) => camera.household.name);
  const span = spanOf(draft);
  const part = (step: Step, name: string, text: TemplateResult) => html`<section>
    <div><h2>${name}</h2>${text}</div>
    <button type="button" class="quiet" aria-label=${msg(str`Sửa: ${name}`)} @click=${() => change(step)}>${msg("Sửa")}</button>
  </section>`;
  return html`<div class="summary">
    ${part(
      "case",
      msg("Vụ việc"),
      html`<p><b>${draft.case_number} · ${offenceWord(draft.offence)}</b></p>
        <p class="reason">${draft.reason}</p>
        <p>${msg(str`Liên hệ: ${draft.contact}`)}</p>`,
    )}
    ${part(
      "cameras",
      msg(str`${chosen.length} camera của ${homes.size} hộ`),
      html`<ul>
        ${[...homes].map(([name, own]) => html`<li><b>${name}</b>: ${own.map((camera) => camera.name).join(", ")}</li>`)}
      </ul>`,
    )}
    ${part(
      "time",
      msg("Khoảng thời gian"),
      html`<p>${span ? html`<b>${spanWords(span, language)}</b> · ${length(span, language)}` : nothing}</p>`,
    )}
    ${part(
      "terms",
      msg("Thời hạn"),
      html`<p>${msg(str`Chủ hộ trả lời đến ${moment(deadline(draft.deadline_days, now), language)}; hình được giữ ${draft.retention_days} ngày rồi xoá.`)}</p>`,
    )}
    <p class="says">
      ${msg("Một cán bộ khác đọc và duyệt trước. Sau đó từng chủ hộ tự xem hình của mình và tự quyết định; không trả lời nghĩa là không.")}
    </p>
  </div>`;
}
