// A day squeezed into the columns of a strip: however many spans there are, each column shows one kind, the one that
// matters most. What is missing is never hidden by what is there.
import type { Clip, Span, SpanKind, Window } from "./day.js";

export const KINDS: readonly SpanKind[] = ["off", "watched", "recorded", "absent", "unexplained"];

/** Columns [start, end) of one kind. */
export interface Run<Kind> {
  start: number;
  end: number;
  kind: Kind;
}

export function spanRuns(spans: readonly Span[], window: Window, columns: number): Run<SpanKind>[] {
  const ranks = new Uint8Array(columns);
  for (const [start, end, kind] of spans) fill(ranks, window, start, end, KINDS.indexOf(kind) + 1);
  return runs(ranks).map(({ start, end, kind }) => ({ start, end, kind: KINDS[kind - 1] ?? "off" }));
}

/** Where something moved; what is kept stands out. */
export function markRuns(clips: readonly Clip[], window: Window, columns: number): Run<"kept" | "mark">[] {
  const ranks = new Uint8Array(columns);
  for (const clip of clips) fill(ranks, window, clip.start, clip.end, clip.kept ? 2 : 1);
  return runs(ranks).map(({ start, end, kind }) => ({ start, end, kind: kind === 2 ? "kept" : "mark" }));
}

function fill(ranks: Uint8Array, { from, until }: Window, start: number, end: number, rank: number): void {
  if (end <= from || start >= until) return;
  const scale = ranks.length / (until - from);
  const first = Math.max(0, Math.floor((start - from) * scale));
  const last = Math.min(ranks.length, Math.max(first + 1, Math.ceil((end - from) * scale)));
  for (let column = first; column < last; column += 1) {
    if ((ranks[column] ?? 0) < rank) ranks[column] = rank;
  }
}

function runs(ranks: Uint8Array): Run<number>[] {
  const found: Run<number>[] = [];
  let start = 0;
  for (let column = 1; column <= ranks.length; column += 1) {
    if (column < ranks.length && ranks[column] === ranks[start]) continue;
    const kind = ranks[start] ?? 0;
    if (kind > 0) found.push({ start, end: column, kind });
    start = column;
  }
  return found;
}
