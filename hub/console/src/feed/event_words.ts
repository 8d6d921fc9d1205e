// How an event's length and marks are said.
import { msg, str } from "@lit/localize";
import { span } from "@shared/format.js";
import type { Language } from "@shared/language.js";
import type { HubEvent } from "../api/types.js";

/** An event without an end that began longer ago than this has lost its end on the way. */
const OPEN_MS = 10 * 60_000;
export const MOTION = "vn.matthan.motion.v1";

export function seconds(event: HubEvent): number | null {
  return event.ended_at ? (Date.parse(event.ended_at) - Date.parse(event.started_at)) / 1000 : null;
}

export function ongoing(event: HubEvent, now: Date): boolean {
  return event.type === MOTION && !event.ended_at && now.getTime() - Date.parse(event.started_at) < OPEN_MS;
}

/** "8 giây", "đang diễn ra", or nothing where the end is unknown. */
export function length(event: HubEvent, now: Date, language: Language): string {
  const known = seconds(event);
  if (known !== null) return span(known, language);
  return ongoing(event, now) ? msg("đang diễn ra") : "";
}

export function clipLength(event: HubEvent, language: Language): string {
  return event.clip ? msg(str`Video ${span(event.clip.duration_s, language)}`) : "";
}
