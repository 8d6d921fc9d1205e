// Who looked at what, for which case.
import { msg } from "@lit/localize";
import { moment } from "@shared/format.js";
import type { Language } from "@shared/language.js";
import { html, nothing, type TemplateResult } from "lit";
import { lookWord } from "./consent_words.js";
import type { SharedLook } from "./sharing_facts.js";

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
