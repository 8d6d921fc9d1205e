// Early in the day its bar shows the first hours alone; what somebody looks for may lie in the evening before, one tap away.
import { msg, str } from "@lit/localize";
import { mdiWeatherNight } from "@mdi/js";
import { clock } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import type { Language } from "@shared/language.js";
import { html, nothing, type TemplateResult } from "lit";
import { follow } from "../ui/address.js";
import { type Day, isYoung, type Window } from "./day.js";

/** What stands in an address in a clip's place where a day is opened with its last hours. */
export const EVENING = "evening";

/** `evening` is the address of the one before. */
export function earlyDay(
  day: Day,
  window: Window,
  language: Language,
  evening: string,
): TemplateResult | typeof nothing {
  if (!isYoung(day)) return nothing;
  const until = clock(new Date(window.until), language);
  const said = window.until < day.until ? msg(str`Mới đầu ngày: đang xem đến ${until}.`) : msg("Mới đầu ngày.");
  return html`<p class="early">
    <span class="muted">${said}</span>
    <a class="button quiet" href=${evening} @click=${follow}>${icon(mdiWeatherNight, "", 18)}${msg("Xem tối hôm qua")}</a>
  </p>`;
}
