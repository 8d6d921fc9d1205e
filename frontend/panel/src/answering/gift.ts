// What an owner gives of what was asked, or reports himself: cameras, a span within bounds, sound or none. Pure: nothing
// here knows of the page. Times are milliseconds since 1970.
import type { Clip } from "../timeline/day.js";

export interface Bounds {
  since: number;
  until: number;
}

/** The shortest span that can be chosen with the handles. */
export const LEAST_MS = 1_000;

/** The beginning moved, as far as the bounds and the end let it. */
export function beginAt(span: Bounds, at: number, bounds: Bounds): Bounds {
  return { ...span, since: Math.min(Math.max(at, bounds.since), span.until - LEAST_MS) };
}

/** The end moved, as far as the bounds and the beginning let it. */
export function endAt(span: Bounds, at: number, bounds: Bounds): Bounds {
  return { ...span, until: Math.max(Math.min(at, bounds.until), span.since + LEAST_MS) };
}

/** The clips of which something lies in the span, oldest first. */
export function inSpan(clips: readonly Clip[], { since, until }: Bounds): Clip[] {
  return clips.filter((clip) => clip.end > since && clip.start < until);
}

/** The part of a clip that is given: it is cut to the span. */
export function cutTo(clip: Clip, { since, until }: Bounds): Bounds {
  return { since: Math.max(clip.start, since), until: Math.min(clip.end, until) };
}

/** How much footage that is, in seconds. */
export function seconds(clips: readonly Clip[], span: Bounds): number {
  return inSpan(clips, span).reduce((sum, clip) => {
    const part = cutTo(clip, span);
    return sum + (part.until - part.since) / 1000;
  }, 0);
}

/** The days, as 2026-11-22, that the span touches. */
export function daysOf({ since, until }: Bounds, isoDay: (at: number) => string): string[] {
  return [...new Set([isoDay(since), isoDay(until)])];
}

export interface Gift {
  cameras: readonly string[];
  span: Bounds;
  audio: boolean;
  retention_days: number;
}
