// What a request asks, as its card and its page tell it: who, for which case, why, which cameras, which time, until when.
import { msg, str } from "@lit/localize";
import { ago, moment } from "@shared/format.js";
import type { Language } from "@shared/language.js";
import { offenceWord } from "@shared/offence.js";
import { html, nothing, type TemplateResult } from "lit";
import type { FootageRequest, RequestState } from "../home/requests.js";
import type { Bounds } from "./gift.js";
import { spanText } from "./gift_words.js";

/** The whole seconds that lie within what is asked: nothing beyond it may be given. */
export function boundsOf({ since, until }: Pick<FootageRequest, "since" | "until">): Bounds {
  const second = (text: string) => Math.floor(Date.parse(text) / 1000) * 1000;
  return { since: second(since) + (/\.\d*[1-9]/.test(since) ? 1000 : 0), until: second(until) };
}

const STATES: Record<RequestState, () => string> = {
  waiting: () => msg("Đang chờ bạn"),
  approved: () => msg("Đã đồng ý"),
  declined: () => msg("Bạn đã từ chối"),
  expired: () => msg("Đã hết hạn"),
  cancelled: () => msg("Bên hỏi đã huỷ"),
};

export const STATE_CHIPS: Record<RequestState, string> = {
  waiting: "wait",
  approved: "live",
  declined: "",
  expired: "",
  cancelled: "",
};

export const stateWord = (state: RequestState) => STATES[state]();

export function requestFacts(request: FootageRequest, now: Date, language: Language): TemplateResult {
  const fact = (name: string, value: unknown) => html`<dt>${name}</dt><dd>${value}</dd>`;
  return html`<dl class="facts">
    ${request.unit === request.hub ? nothing : fact(msg("Qua trung tâm"), request.hub)}
    ${fact(msg("Vụ việc"), `${request.case_number} · ${offenceWord(request.offence)}`)}
    ${fact(msg("Vì sao"), html`<span class="reason">${request.reason}</span>`)}
    ${fact(msg("Hỏi lại"), request.contact)}
    ${fact(msg("Camera"), request.cameras.map(({ name }) => name).join(", "))}
    ${fact(msg("Khoảng hình"), html`<b>${spanText(boundsOf(request), language)}</b>`)}
    ${fact(msg("Trả lời trước"), `${moment(request.deadline, language)} (${ago(request.deadline, now, language)})`)}
    ${fact(msg("Nơi nhận giữ"), msg(str`${request.retention_days} ngày rồi xoá`))}
  </dl>`;
}
