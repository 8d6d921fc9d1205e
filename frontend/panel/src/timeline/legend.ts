// What the colours of the day's bar mean, and how long each lasted.
import { msg } from "@lit/localize";
import { span } from "@shared/format.js";
import type { Language } from "@shared/language.js";
import { html, nothing, type TemplateResult } from "lit";
import type { SpanKind } from "./day.js";

/** From seconds by kind; what did not happen is left out. */
export function legend(sums: Readonly<Record<SpanKind, number>>, language: Language): TemplateResult {
  const parts: [string, string, number][] = [
    ["recorded", msg("Đã ghi"), sums.recorded],
    ["watched", msg("Đã trông"), sums.watched],
    ["absent", msg("Thiếu"), sums.absent + sums.unexplained],
    ["off", msg("Tắt"), sums.off],
  ];
  return html`<ul class="legend">
    <li><i class="mark"></i>${msg("Chuyển động")}</li>
    ${parts.map(([kind, name, seconds]) =>
      seconds >= 1
        ? html`<li><i class=${kind}></i>${name} <span class="muted">${span(seconds, language)}</span></li>`
        : nothing,
    )}
  </ul>`;
}
