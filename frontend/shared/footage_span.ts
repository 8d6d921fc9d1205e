// The span of time that a request, an answer or a report is about: as people type it, and whether it may be.
import { instant } from "./format.js";

export interface FootageSpan {
  since: Date;
  until: Date;
}

/** What is typed: a day, and two times of the clock; an end at or before the beginning lies on the next day. */
export interface SpanFields {
  day: string;
  from: string;
  to: string;
}

/** `order` is met where both ends are typed with their day. */
export type SpanFault = "incomplete" | "order" | "long" | "old" | "future";

const DAY_MS = 86_400_000;
export const LONGEST_HOURS = 12;
export const OLDEST_DAYS = 30;

export function dayAfter(isoDate: string): string {
  const at = Date.parse(`${isoDate}T00:00:00Z`);
  return Number.isNaN(at) ? "" : new Date(at + DAY_MS).toISOString().slice(0, 10);
}

/** Whether the end lies on the day after. */
export function overMidnight({ from, to }: SpanFields): boolean {
  return from !== "" && to !== "" && to <= from;
}

export function spanOf(fields: SpanFields): FootageSpan | null {
  const since = instant(fields.day, fields.from);
  const until = instant(overMidnight(fields) ? dayAfter(fields.day) : fields.day, fields.to);
  return since && until ? { since, until } : null;
}

/** Why that span may not be asked for, or null. */
export function spanFault(span: FootageSpan | null, now: Date): SpanFault | null {
  if (!span) return "incomplete";
  const [since, until] = [span.since.getTime(), span.until.getTime()];
  if (until <= since) return "order";
  if (until - since > LONGEST_HOURS * 3_600_000) return "long";
  if (since < now.getTime() - OLDEST_DAYS * DAY_MS) return "old";
  return until > now.getTime() ? "future" : null;
}
