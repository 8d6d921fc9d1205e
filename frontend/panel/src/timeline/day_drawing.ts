// A day drawn on a canvas: marks of motion above, the ledger below, hours beneath. Drawn only when the day or the
// window changes; what moves with a finger lies above it.
import { clock } from "@shared/format.js";
import type { Language } from "@shared/language.js";
import { markRuns, spanRuns } from "./columns.js";
import type { Clip, Day, SpanKind, Window } from "./day.js";

export interface Palette {
  kinds: Record<SpanKind, string>;
  hatch: string;
  mark: string;
  kept: string;
  line: string;
  text: string;
  ground: string;
}

export interface Drawn {
  day: Day;
  window: Window;
  marks: readonly Clip[];
  language: Language;
  font: string;
}

export const BAR_HEIGHT = 84;
export const TRACK_HEIGHT = 58;
const MARK_TOP = 4;
const MARK_HEIGHT = 28;
const SPAN_TOP = 36;
const SPAN_HEIGHT = 22;
const HATCH_HEIGHT = 4;
const TEXT_AT = 76;
const TICKS_MIN = [5, 10, 15, 30, 60, 120, 180, 360];
const TICK_ROOM = 56;

export function drawDay(canvas: HTMLCanvasElement, colours: Palette, drawn: Drawn): void {
  const width = canvas.clientWidth;
  const ratio = devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(BAR_HEIGHT * ratio);
  }
  const pen = canvas.getContext("2d");
  if (!pen || width === 0) return;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, BAR_HEIGHT);
  pen.fillStyle = colours.ground;
  pen.fillRect(0, SPAN_TOP, width, SPAN_HEIGHT);
  drawColumns(pen, drawn, colours, canvas.width, ratio);
  drawHours(pen, drawn, colours, width);
}

type Pen = CanvasRenderingContext2D;

function drawColumns(pen: Pen, { day, window, marks }: Drawn, colours: Palette, columns: number, ratio: number): void {
  for (const { start, end, kind } of spanRuns(day.spans, window, columns)) {
    pen.fillStyle = colours.kinds[kind];
    pen.fillRect(start / ratio, SPAN_TOP, (end - start) / ratio, SPAN_HEIGHT);
    if (kind !== "absent") continue;
    pen.fillStyle = colours.hatch;
    pen.fillRect(start / ratio, SPAN_TOP + SPAN_HEIGHT - HATCH_HEIGHT, (end - start) / ratio, HATCH_HEIGHT);
  }
  for (const { start, end, kind } of markRuns(marks, window, columns)) {
    pen.fillStyle = colours[kind];
    pen.fillRect(start / ratio, MARK_TOP, Math.max(1.5, (end - start) / ratio), MARK_HEIGHT);
  }
}

function drawHours(pen: Pen, { day, window, language, font }: Drawn, colours: Palette, width: number): void {
  const minutes = (window.until - window.from) / 60_000;
  const step = (TICKS_MIN.find((tick) => (tick / minutes) * width >= TICK_ROOM) ?? 360) * 60_000;
  pen.font = `12px ${font}`;
  pen.textAlign = "center";
  const first = day.since + Math.ceil((window.from - day.since) / step) * step;
  for (let at = first; at <= window.until; at += step) {
    const x = ((at - window.from) / (window.until - window.from)) * width;
    pen.fillStyle = colours.line;
    pen.fillRect(x, MARK_TOP, 1, TRACK_HEIGHT - MARK_TOP);
    if (x < 16 || x > width - 16) continue;
    pen.fillStyle = colours.text;
    pen.fillText(clock(new Date(at), language), x, TEXT_AT);
  }
}
