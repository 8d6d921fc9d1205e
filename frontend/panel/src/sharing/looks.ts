// Who looked at what, for which case; and what was taken back, with the proof of it.
import { msg } from "@lit/localize";
import { mdiFileCertificateOutline } from "@mdi/js";
import { moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import type { Language } from "@shared/language.js";
import { html, nothing, type TemplateResult } from "lit";
import { lookWord } from "./consent_words.js";
import type { SharedLook, Withdrawn } from "./sharing_facts.js";

export function looksCard(
  looks: readonly SharedLook[],
  name: (cameraId: string) => string,
  language: Language,
): TemplateResult {
  return html`<section class="card gone">
    <h2>${msg("Ai đã xem")}</h2>
    ${looks.length === 0 ? html`<p class="muted">${msg("Chưa ai ở trung tâm mở thứ gì của nhà bạn.")}</p>` : nothing}
    <ul>
      ${looks.map(
        (look) => html`<li>
          <strong>${moment(look.at, language)}</strong> · ${look.unit === look.hub ? look.unit : `${look.unit}, ${look.hub}`}<br />
          <span class="small">${lookWord(look.action)} · ${name(look.camera_id)}</span>
          ${occasion(look)}
        </li>`,
      )}
    </ul>
  </section>`;
}

/** For which case and why; or that it was the owner's own report. */
function occasion({ request_id, case_number, reason }: SharedLook): TemplateResult | typeof nothing {
  if (!case_number) return request_id ? html`<br /><span class="small">${msg("Do bạn báo")}</span>` : nothing;
  return html`<br /><span class="small">${msg("Vụ việc")} <b>${case_number}</b>${reason ? `: ${reason}` : nothing}</span>`;
}

function proof(one: Withdrawn): string {
  if (one.proved) return msg("Trung tâm đã gửi biên nhận có chữ ký: mọi thứ đã xoá.");
  return one.pending ? msg("Đang chờ biên nhận xoá của trung tâm.") : msg("Trung tâm không giữ gì để xoá.");
}

export function withdrawnCard(withdrawn: readonly Withdrawn[], language: Language): TemplateResult | typeof nothing {
  if (withdrawn.length === 0) return nothing;
  return html`<section class="card gone">
    <h2>${msg("Đã rút lại")}</h2>
    <ul>
      ${withdrawn.map(
        (one) => html`<li>
          <strong>${one.camera ?? msg("Camera đã bỏ")} → ${one.hub}</strong>, ${moment(one.withdrawn_at, language)}<br />
          <span class="small">${icon(mdiFileCertificateOutline, "", 18)} ${proof(one)}</span>
        </li>`,
      )}
    </ul>
  </section>`;
}
