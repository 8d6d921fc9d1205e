// Last night's clips looked at again under other settings: what would be found, and what no more. Pure.
import type { Clip } from "../timeline/day.js";

export interface Replayed {
  clip_id: string | null;
  last: boolean;
  error?: string;
  share?: number;
  motions?: readonly (readonly [start: number, end: number, score: number, reason: string])[];
  suppressed?: readonly (readonly [start: number, end: number, reason: string])[];
}

export type Verdict = "same" | "quiet" | "new" | "unknown";

export interface Compared {
  clip: Clip;
  verdict: Verdict;
  /** Why nothing is found, as the detector says. */
  reason: string | null;
}

const NIGHT_MS = 12 * 3_600_000;
export const MOST_REPLAYED = 40;

/** The newest clips with motion of the last twelve hours; the last ones there are, when there was none. */
export function lastNight(clips: readonly Clip[], now: number): Clip[] {
  const moving = clips.filter((clip) => clip.kind !== "asked");
  const recent = moving.filter((clip) => clip.start > now - NIGHT_MS);
  return (recent.length ? recent : moving).slice(-MOST_REPLAYED);
}

export function compared(clip: Clip, replayed: Replayed): Compared {
  const reason = replayed.suppressed?.[0]?.[2] ?? null;
  if (replayed.error) return { clip, verdict: "unknown", reason: null };
  const before = clip.motions > 0;
  const after = (replayed.motions?.length ?? 0) > 0;
  if (before === after) return { clip, verdict: "same", reason };
  return { clip, verdict: after ? "new" : "quiet", reason };
}

export function counted(found: readonly Compared[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { same: 0, quiet: 0, new: 0, unknown: 0 };
  for (const { verdict } of found) counts[verdict] += 1;
  return counts;
}
