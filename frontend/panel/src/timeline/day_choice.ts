// Which camera and which day the timeline shows: a row of cameras, and the day with the ones before and after.
import { msg } from "@lit/localize";
import { mdiChevronLeft, mdiChevronRight } from "@mdi/js";
import { longDay } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import type { Language } from "@shared/language.js";
import { html, type TemplateResult } from "lit";
import type { Camera } from "../home/overview.js";

export interface Chosen {
  camera_id: string;
  /** Days as 2026-11-22. */
  date: string;
  today: string;
}

type Open = (cameraId: string, date: string) => void;

const DAY_MS = 86_400_000;

/** The day, as 2026-11-22, so many days later. */
export function shiftedDay(date: string, by: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10);
}

export function cameraChoice(cameras: readonly Camera[], { camera_id, date }: Chosen, open: Open): TemplateResult {
  return html`<div class="cameras" role="group" aria-label=${msg("Camera")}>
    ${cameras.map(
      (camera) => html`<button
        class="choice"
        aria-pressed=${camera.camera_id === camera_id}
        @click=${() => open(camera.camera_id, date)}
      >
        ${camera.name}
      </button>`,
    )}
  </div>`;
}

export function dayChoice({ camera_id, date, today }: Chosen, language: Language, open: Open): TemplateResult {
  const to = (by: number) => () => open(camera_id, shiftedDay(date, by));
  return html`<div class="days">
    <button class="quiet" aria-label=${msg("Ngày trước")} @click=${to(-1)}>${icon(mdiChevronLeft)}</button>
    <h1>${longDay(`${date}T12:00:00Z`, language)}</h1>
    <button class="quiet" aria-label=${msg("Ngày sau")} ?disabled=${date >= today} @click=${to(1)}>${icon(mdiChevronRight)}</button>
    <input
      type="date"
      aria-label=${msg("Chọn ngày")}
      .value=${date}
      max=${today}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLInputElement;
        if (value) open(camera_id, value);
      }}
    />
  </div>`;
}
