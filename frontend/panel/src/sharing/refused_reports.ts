// Reports of the owner's that a hub did not take: he must know, or he waits for help that does not come.
import { msg, str } from "@lit/localize";
import { mdiAlertCircleOutline } from "@mdi/js";
import { moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import type { Language } from "@shared/language.js";
import { html, nothing, type TemplateResult } from "lit";
import type { RefusedReport } from "./sharing_facts.js";

function sentence({ hub, cause, at }: RefusedReport, language: Language): string {
  const when = moment(at, language);
  if (cause === "lost") return msg(str`Mất điện lúc bạn báo cho ${hub} (${when}), nên tin chưa được gửi. Hãy báo lại.`);
  return msg(
    str`${hub} không nhận tin bạn báo lúc ${when}. Hình kèm theo đã rút lại. Bạn có thể báo lại, hoặc gọi thẳng.`,
  );
}

export function refusedReports(
  reports: readonly RefusedReport[] | undefined,
  language: Language,
): TemplateResult | typeof nothing {
  if (!reports?.length) return nothing;
  return html`<section aria-label=${msg("Tin báo không tới nơi")}>
    ${reports.map((report) => html`<div class="wrong">${icon(mdiAlertCircleOutline)}<span>${sentence(report, language)}</span></div>`)}
  </section>`;
}
