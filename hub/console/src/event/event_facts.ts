// The three cards beside an event's picture: the facts, the consent, who looked.
import { msg, str } from "@lit/localize";
import { mdiCheckDecagramOutline } from "@mdi/js";
import { day, moment, size, span } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import type { Language } from "@shared/language.js";
import { html, nothing, type TemplateResult } from "lit";
import type { AccessEntry, Clip, Consent, HubEvent } from "../api/types.js";
import { consentState, deed, hours, kind, position, purpose } from "../app/words.js";
import { length, MOTION } from "../feed/event_words.js";

const fact = (name: string, value: unknown) => html`<dt>${name}</dt><dd>${value}</dd>`;

function score(event: HubEvent, language: Language): TemplateResult {
  const percent = new Intl.NumberFormat(language, { style: "percent" }).format(event.score);
  return html`<span class="score">
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="whole" width="100" height="6" rx="3" /><rect class="part" width=${event.score * 100} height="6" rx="3" />
    </svg>
    ${percent}
  </span>`;
}

function clipFacts(clip: Clip, language: Language): TemplateResult {
  return html`${fact(msg("Đoạn video"), `${span(clip.duration_s, language)} · ${size(clip.size_bytes, language)}`)}
  ${fact(msg("Che hình"), clip.masked ? msg("Có vùng đã che trước khi rời nhà") : msg("Không che vùng nào"))}
  ${
    clip.storage_receipt_at
      ? fact(
          msg("Biên nhận"),
          html`<span class="sure">${icon(mdiCheckDecagramOutline, "", 18)}${msg(str`Trung tâm đã ký nhận lúc ${moment(clip.storage_receipt_at, language)}`)}</span>`,
        )
      : nothing
  }`;
}

export function eventFacts(event: HubEvent, now: Date, language: Language): TemplateResult {
  const late = (Date.parse(event.received_at) - Date.parse(event.started_at)) / 1000;
  return html`<section class="card" aria-labelledby="facts">
    <h2 id="facts">${msg("Chi tiết")}</h2>
    <dl class="facts">
      ${fact(msg("Từ camera"), `${event.camera.name} (${position(event.camera.position)})`)}
      ${fact(msg("Hộ"), event.household.name)}
      ${fact(msg("Bắt đầu"), html`<time datetime=${event.started_at}>${moment(event.started_at, language, true)}</time>`)}
      ${event.ended_at ? fact(msg("Kết thúc"), html`<time datetime=${event.ended_at}>${moment(event.ended_at, language, true)}</time>`) : nothing}
      ${length(event, now, language) ? fact(msg("Kéo dài"), length(event, now, language)) : nothing}
      ${event.type === MOTION ? fact(msg("Mức chuyển động"), score(event, language)) : nothing}
      ${event.zones.length ? fact(msg("Vùng"), event.zones.join(", ")) : nothing}
      ${fact(msg("Đến trung tâm"), late < 1 ? msg("ngay lập tức") : msg(str`sau ${span(late, language)}`))}
      ${event.clip ? clipFacts(event.clip, language) : nothing}
    </dl>
  </section>`;
}

export function consentFacts(consent: Consent | null, language: Language): TemplateResult | typeof nothing {
  if (!consent) return nothing;
  return html`<section class="card" aria-labelledby="consent">
    <div class="row between">
      <h2 id="consent">${msg("Được chia sẻ theo sự đồng ý")}</h2>
      <span class="chip ${consent.state === "live" ? "live" : "bad"}">${consentState(consent.state)}</span>
    </div>
    <dl class="facts">
      ${fact(msg("Mục đích"), purpose(consent.purpose))}
      ${fact(msg("Gồm"), consent.kinds.map(kind).join(", "))}
      ${fact(msg("Giờ"), hours(consent.hours))}
      ${fact(msg("Đến ngày"), day(consent.valid_until, language))}
      ${fact(msg("Lưu tối đa"), msg(str`${consent.retention_days} ngày`))}
    </dl>
    <a href="/consents?id=${consent.id}">${msg("Xem trong sổ đồng ý")}</a>
  </section>`;
}

export function lookers(looks: readonly AccessEntry[] | null, language: Language): TemplateResult | typeof nothing {
  if (!looks) return nothing;
  return html`<section class="card" aria-labelledby="lookers">
    <h2 id="lookers">${msg("Ai đã xem")}</h2>
    <ul class="lookers">
      ${looks.map(
        (entry) => html`<li>
          <span><b>${entry.user_name}</b> · ${deed(entry.action)}</span>
          <time datetime=${entry.at} class="muted numbers">${moment(entry.at, language, true)}</time>
        </li>`,
      )}
    </ul>
  </section>`;
}
