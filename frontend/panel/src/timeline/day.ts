// A camera's day as the home tells it (panel_timeline.py): spans of its ledger, and clips, oldest first. Times are
// milliseconds since 1970. Pure: nothing here knows of the page.
export type SpanKind = "recorded" | "watched" | "absent" | "off" | "unexplained";
export type Span = readonly [start: number, end: number, kind: SpanKind, cause: string | null];

export interface Protection {
  owner: string;
  reason: string;
  until: number | null;
  /** A reason of Mắt Thần's own. */
  why?: "kept_for_request" | "kept_for_sending" | "kept_from_timeline";
  case_number?: string;
}

export interface Clip {
  id: string;
  start: number;
  end: number;
  pre_roll: number;
  kind: "motion" | "continuous" | "asked";
  motions: number;
  bytes: number;
  codec: string;
  still: boolean;
  kept?: Protection;
}

export interface Day {
  since: number;
  until: number;
  now: number;
  spans: Span[];
  clips: Clip[];
}

export type Filter = "all" | "motion" | "continuous" | "kept";

export interface Window {
  from: number;
  until: number;
}

const LEAST_WINDOW_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;
const OPENINGS_H = [1, 2, 4, 8];
const OPENING_FULL = 0.75; // of such a window passed, and the next longer one is shown
const EVENING_H = 6;

export function matches(clip: Clip, filter: Filter): boolean {
  if (filter === "motion") return clip.motions > 0;
  if (filter === "continuous") return clip.kind === "continuous";
  return filter === "all" || clip.kept !== undefined;
}

/** The clips of a filter that touch the window, the newest first, as a list shows them. */
export function listed(clips: readonly Clip[], filter: Filter, window: Window): Clip[] {
  const found: Clip[] = [];
  for (let i = clips.length - 1; i >= 0; i -= 1) {
    const clip = clips[i];
    if (clip && clip.end > window.from && clip.start < window.until && matches(clip, filter)) found.push(clip);
  }
  return found;
}

/** How many clips began before that moment. */
function before(clips: readonly Clip[], at: number): number {
  let low = 0;
  let high = clips.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clips[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The clip of that moment, or the nearest one within reach; null where there is none. */
export function clipAt(clips: readonly Clip[], at: number, reachMs: number): Clip | null {
  const place = before(clips, at);
  const earlier = clips[place - 1];
  const later = clips[place];
  if (earlier && earlier.end >= at) return earlier;
  const behind = earlier ? at - earlier.end : Number.POSITIVE_INFINITY;
  const ahead = later ? later.start - at : Number.POSITIVE_INFINITY;
  if (Math.min(behind, ahead) > reachMs) return null;
  return (behind <= ahead ? earlier : later) ?? null;
}

/** The clip that follows, or that went before; null at the end. */
export function neighbour(clips: readonly Clip[], clip: Clip, step: 1 | -1): Clip | null {
  const place = clips.findIndex((one) => one.id === clip.id);
  return place < 0 ? null : (clips[place + step] ?? null);
}

export function spanAt(spans: readonly Span[], at: number): Span | null {
  return spans.find(([start, end]) => start <= at && at < end) ?? null;
}

/** What is shown of a day at first: all of it, or the first hours of one that has just begun, so that its minutes can be seen. */
export function opening(day: Day): Window {
  const whole = day.until - day.since;
  const passed = day.now - day.since;
  const hours = OPENINGS_H.find((one) => passed <= one * HOUR_MS * OPENING_FULL);
  return { from: day.since, until: day.since + (passed < 0 || !hours ? whole : Math.min(whole, hours * HOUR_MS)) };
}

/** Whether the day has just begun, and what somebody looks for may lie in the evening before. */
export function isYoung(day: Day): boolean {
  return opening(day).until < day.until;
}

/** The last hours of a day. */
export function evening(day: Day): Window {
  return within(day, day.until - EVENING_H * HOUR_MS, EVENING_H * HOUR_MS);
}

/** The window made narrower (above one) or wider around a moment, within the day. */
export function zoomed(day: Day, window: Window, factor: number, around: number): Window {
  const whole = day.until - day.since;
  const length = Math.min(whole, Math.max(LEAST_WINDOW_MS, (window.until - window.from) / factor));
  const share = (around - window.from) / (window.until - window.from);
  return within(day, around - share * length, length);
}

/** The window moved by a share of its own length. */
export function moved(day: Day, window: Window, share: number): Window {
  const length = window.until - window.from;
  return within(day, window.from + share * length, length);
}

function within(day: Day, from: number, length: number): Window {
  const start = Math.min(Math.max(day.since, from), day.until - length);
  return { from: start, until: start + length };
}

/** How long each kind lasted, in seconds. A camera that was not there yet was not turned off. */
export function totals(spans: readonly Span[]): Record<SpanKind, number> {
  const sums: Record<SpanKind, number> = { recorded: 0, watched: 0, absent: 0, off: 0, unexplained: 0 };
  for (const [start, end, kind, cause] of spans) {
    if (cause !== "not_set_up" && cause !== "camera_removed") sums[kind] += (end - start) / 1000;
  }
  return sums;
}
