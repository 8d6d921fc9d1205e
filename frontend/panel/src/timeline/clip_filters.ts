// Above the list of clips: which of them, how many, and what can be done with all of the window.
import { msg, str } from "@lit/localize";
import { mdiBullhornOutline, mdiFolderZipOutline } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { html, nothing, type TemplateResult } from "lit";
import type { Day, Filter } from "./day.js";

interface Filtering {
  filter: Filter;
  count: number;
  /** How far an export is, 0..1; null when none is under way. */
  exporting: number | null;
  choose(filter: Filter): void;
  exportAll(): void;
  /** Null where there is nobody to report to. */
  reportAll: (() => void) | null;
}

export function clipFilters(day: Day, told: Filtering): TemplateResult {
  const { filter, exporting, reportAll } = told;
  const names: [Filter, string][] = [
    ["all", msg("Tất cả")],
    ["motion", msg("Chuyển động")],
    ["continuous", msg("Liên tục")],
    ["kept", msg("Được giữ")],
  ];
  const present = names.filter(
    ([name]) => name !== "continuous" || day.clips.some((clip) => clip.kind === "continuous"),
  );
  return html`<div class="filters" role="group" aria-label=${msg("Lọc")}>
    ${present.map(
      ([
        name,
        text,
      ]) => html`<button class="choice small" aria-pressed=${filter === name} @click=${() => told.choose(name)}>
        ${text}
      </button>`,
    )}
    <span class="muted small count" role="status">${msg(str`${told.count} đoạn`)}</span>
    <div class="whole">
      <button class="quiet small" ?disabled=${exporting !== null} @click=${told.exportAll}>
        ${icon(mdiFolderZipOutline, "", 18)}${exporting === null ? msg("Xuất khoảng này") : msg(str`Đang xuất ${Math.round(exporting * 100)} %`)}
      </button>
      ${
        reportAll
          ? html`<button class="quiet small" @click=${reportAll}>
              ${icon(mdiBullhornOutline, "", 18)}${msg("Báo khoảng này")}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}
