// What one consent allows, as a list of plain sentences, and whether it holds now.
import { msg, str } from "@lit/localize";
import { mdiShieldLockOutline } from "@mdi/js";
import { day, minuteOfDay } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import type { Language } from "@shared/language.js";
import { spanWords } from "@shared/span_words.js";
import { html, nothing, type TemplateResult } from "lit";
import { daysWord, kindWords, purposeWord } from "./consent_words.js";
import type { Consent } from "./sharing_facts.js";

function hours({ days, from_minute, to_minute }: Consent["hours"]): string {
  const whole = from_minute === 0 && to_minute === 1440;
  const when = whole ? msg("cả ngày") : msg(str`từ ${minuteOfDay(from_minute)} đến ${minuteOfDay(to_minute % 1440)}`);
  return `${daysWord(days)}, ${when}`;
}

/** A consent ends with the first moment that it does not hold any more. */
const lastMoment = ({ valid_until }: Consent) => new Date(Date.parse(valid_until) - 1);

function when(consent: Consent, language: Language): string {
  const { footage } = consent;
  if (!footage) return msg(str`Khi: ${hours(consent.hours)}.`);
  const span = { since: new Date(footage.since), until: new Date(footage.until) };
  return msg(str`Chỉ hình của khoảng ${spanWords(span, language)}.`);
}

export function consentState(consent: Consent, on: boolean): TemplateResult {
  if (!consent.live) return html`<span class="chip">${msg("Ngoài thời hạn")}</span>`;
  return on
    ? html`<span class="chip live">${msg("Đang chia sẻ")}</span>`
    : html`<span class="chip wait">${msg("Đang tạm dừng")}</span>`;
}

export function consentFacts(consent: Consent, language: Language): TemplateResult {
  return html`<ul>
    <li>${msg(str`Để: ${purposeWord(consent.purpose)}.`)}</li>
    <li>${msg(str`Gửi: ${kindWords(consent.kinds)}.`)} ${consent.audio ? msg("Có tiếng.") : msg("Không có tiếng.")}</li>
    <li>${when(consent, language)}</li>
    <li>${msg(str`Đến hết ${day(lastMoment(consent), language)}; trung tâm giữ ${consent.retention_days} ngày rồi xoá.`)}</li>
    <li>${consent.parents ? msg("Trung tâm cấp trên cũng được xem.") : msg("Không chuyển lên cấp trên.")}</li>
    ${consent.masked ? html`<li>${icon(mdiShieldLockOutline, "", 18)} ${msg("Các vùng riêng tư bị che đen.")}</li>` : nothing}
  </ul>`;
}
