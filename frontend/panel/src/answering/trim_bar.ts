// <mt-trim-bar>: a span with two handles and two time fields, over the clips that lie in it. The handles are the
// browser's own sliders, one over the other, so that fingers, keys and screen readers know them.
import { localized, msg } from "@lit/localize";
import { clock, day, instant, isoDay } from "@shared/format.js";
import { styles } from "@shared/styles.js";
import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { language } from "../language.js";
import type { Clip } from "../timeline/day.js";
import { type Bounds, beginAt, endAt } from "./gift.js";

const HOUR_MS = 3_600_000;
const WIDTH = 1000;

@localized()
@customElement("mt-trim-bar")
export class TrimBar extends LitElement {
  /** What may be chosen. */
  @property({ attribute: false }) bounds!: Bounds;
  /** What is chosen. */
  @property({ attribute: false }) span!: Bounds;
  @property({ attribute: false }) clips: readonly Clip[] = [];

  static override styles = [
    ...styles,
    css`
      .bar {
        position: relative;
        height: 3.5rem;
      }
      svg {
        position: absolute;
        inset: 0.35rem 0.75rem;
        width: calc(100% - 1.5rem);
        height: calc(100% - 0.7rem);
        border-radius: 8px;
        overflow: hidden;
      }
      .ground {
        fill: var(--mt-sunken);
      }
      .clip {
        fill: var(--mt-muted);
        opacity: 0.45;
      }
      .chosen {
        fill: var(--mt-primary-soft);
        stroke: var(--mt-primary);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      .clip.in {
        fill: var(--mt-mark, var(--mt-gold));
        opacity: 1;
      }
      input[type="range"] {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        min-height: 0;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        appearance: none;
        pointer-events: none;
        outline: none;
      }
      /* Where both handles meet at the right, the one that can still move lies above. */
      input.over {
        z-index: 1;
      }
      input[type="range"]::-webkit-slider-runnable-track {
        background: none;
      }
      input[type="range"]::-moz-range-track {
        background: none;
      }
      input[type="range"]::-webkit-slider-thumb {
        appearance: none;
        pointer-events: auto;
        width: 1.5rem;
        height: 3.5rem;
        border-radius: 8px;
        border: 2px solid var(--mt-surface);
        background: var(--mt-primary);
        box-shadow: var(--mt-shadow);
        cursor: ew-resize;
      }
      input[type="range"]::-moz-range-thumb {
        pointer-events: auto;
        width: 1.5rem;
        height: 3.5rem;
        border-radius: 8px;
        border: 2px solid var(--mt-surface);
        background: var(--mt-primary);
        cursor: ew-resize;
      }
      input[type="range"]:focus-visible::-webkit-slider-thumb {
        outline: 3px solid var(--mt-text);
        outline-offset: 1px;
      }
      input[type="range"]:focus-visible::-moz-range-thumb {
        outline: 3px solid var(--mt-text);
        outline-offset: 1px;
      }
      .times {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.75rem;
        margin-top: 0.6rem;
      }
      .times input {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  private choose(span: Bounds): void {
    if (span.since === this.span.since && span.until === this.span.until) return;
    this.dispatchEvent(new CustomEvent<Bounds>("trim", { detail: span }));
  }

  private move(end: "since" | "until", at: number): void {
    this.choose(end === "since" ? beginAt(this.span, at, this.bounds) : endAt(this.span, at, this.bounds));
  }

  /** An arrow moves by what can be seen: ten seconds of a short span, a minute of a long one. */
  private press(end: "since" | "until", event: KeyboardEvent): void {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!way) return;
    event.preventDefault();
    const step = this.bounds.until - this.bounds.since > HOUR_MS ? 60_000 : 10_000;
    this.move(end, this.span[end] + way * step);
  }

  private handle(end: "since" | "until", name: string) {
    const { since, until } = this.bounds;
    const over = end === "since" && this.span.since > (since + until) / 2;
    return html`<input
      type="range"
      class=${over ? "over" : ""}
      aria-label=${name}
      aria-valuetext=${clock(new Date(this.span[end]), language(), true)}
      min=${since}
      max=${until}
      step="1000"
      .value=${String(this.span[end])}
      @input=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        const at = Number(input.value);
        // A step may end short of the bound: the last one is the bound itself.
        this.move(end, until - at < 1000 ? until : at);
        input.value = String(this.span[end]);
      }}
      @keydown=${(event: KeyboardEvent) => this.press(end, event)}
    />`;
  }

  /** A typed time is that of the first day, or of the next where the span crosses midnight and it fits there alone. */
  private typed(end: "since" | "until", time: string): void {
    const { since, until } = this.bounds;
    const days = [...new Set([isoDay(since), isoDay(until)])];
    const moments = days.map((one) => instant(one, time)?.getTime()).filter((at) => at !== undefined);
    const at = moments.find((one) => since <= one && one <= until) ?? moments[0];
    if (at !== undefined) this.move(end, at);
    this.requestUpdate();
  }

  private field(end: "since" | "until", name: string) {
    const at = new Date(this.span[end]);
    const { since, until } = this.bounds;
    const days = isoDay(since) === isoDay(until) ? "" : ` (${day(at, language())})`;
    return html`<div>
      <label for=${end}>${name}${days}</label>
      <input
        id=${end}
        type="time"
        step="1"
        .value=${clock(at, language(), true)}
        @change=${(event: Event) => this.typed(end, (event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  private mark(clip: Clip) {
    const { since, until } = this.bounds;
    const place = (at: number) => (WIDTH * (Math.min(Math.max(at, since), until) - since)) / (until - since);
    const [from, to] = [place(clip.start), place(clip.end)];
    const inside = clip.end > this.span.since && clip.start < this.span.until;
    return svg`<rect class="clip ${inside ? "in" : ""}" x=${from} y="30" width=${Math.max(3, to - from)} height="40" />`;
  }

  override render() {
    if (!this.bounds || !this.span) return nothing;
    const { since, until } = this.bounds;
    const place = (at: number) => (WIDTH * (at - since)) / (until - since);
    const [from, to] = [place(this.span.since), place(this.span.until)];
    return html`<div class="bar" role="group" aria-label=${msg("Khoảng được gửi")}>
        <svg viewBox="0 0 ${WIDTH} 100" preserveAspectRatio="none" aria-hidden="true">
          <rect class="ground" width=${WIDTH} height="100" />
          ${svg`<rect class="chosen" x=${from} width=${Math.max(0, to - from)} height="100" />`}
          ${this.clips.map((clip) => this.mark(clip))}
        </svg>
        ${this.handle("since", msg("Bắt đầu từ"))} ${this.handle("until", msg("Đến hết"))}
      </div>
      <div class="times">${this.field("since", msg("Từ"))} ${this.field("until", msg("Đến"))}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-trim-bar": TrimBar;
  }
}
