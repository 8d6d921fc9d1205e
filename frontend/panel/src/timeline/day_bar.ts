// <mt-day-bar>: a camera's day on a strip. Below, what each second is; above, where something moved. Drawn on a canvas,
// since a day may have thousands of marks; for hands without a pointer it is a slider over the clips.
import { localized, msg } from "@lit/localize";
import { clock } from "@shared/format.js";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { language } from "../language.js";
import { type Day, type Filter, matches, type SpanKind, type Window, zoomed } from "./day.js";
import { BAR_HEIGHT, drawDay, type Palette, TRACK_HEIGHT } from "./day_drawing.js";

@localized()
@customElement("mt-day-bar")
export class DayBar extends LitElement {
  @property({ attribute: false }) day!: Day;
  @property({ attribute: false }) window!: Window;
  @property() filter: Filter = "all";
  /** Where the picture is now. */
  @property({ type: Number }) at = 0;
  /** The theme: the drawing's colours are read again when it changes. */
  @property({ type: Boolean }) dark = false;
  @state() private hover: number | null = null;
  @query("canvas") private readonly canvas!: HTMLCanvasElement;
  private palette: (Palette & { dark: boolean }) | null = null;
  private drawing = 0;
  private readonly sized = new ResizeObserver(() => this.draw());
  private readonly touches = new Map<number, number>();
  private pinch = 0;

  static override styles = css`
    :host {
      display: block;
      position: relative;
      touch-action: pan-y;
      user-select: none;
    }
    canvas {
      display: block;
      width: 100%;
      height: ${BAR_HEIGHT}px;
      cursor: crosshair;
      border-radius: 8px;
    }
    canvas:focus-visible {
      outline: 3px solid var(--mt-primary);
      outline-offset: 2px;
    }
    .cursor,
    .hover {
      position: absolute;
      top: 0;
      left: 0;
      width: 2px;
      margin-inline-start: -1px;
      height: ${TRACK_HEIGHT}px;
      background: var(--mt-text);
      pointer-events: none;
    }
    .cursor::before {
      content: "";
      position: absolute;
      left: -5px;
      border: 6px solid transparent;
      border-top: 8px solid var(--mt-text);
      border-bottom: 0;
    }
    .hover {
      opacity: 0.5;
      width: 1px;
    }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.sized.observe(this));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sized.disconnect();
    cancelAnimationFrame(this.drawing);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("day") || changed.has("window") || changed.has("filter") || changed.has("dark")) this.draw();
  }

  private draw(): void {
    cancelAnimationFrame(this.drawing);
    this.drawing = requestAnimationFrame(() => {
      if (!this.canvas || !this.day) return;
      if (this.palette?.dark !== this.dark) this.palette = { ...this.colours(), dark: this.dark };
      const marks = this.day.clips.filter((clip) => clip.motions > 0 && matches(clip, this.filter));
      const { day, window } = this;
      const font = getComputedStyle(this).fontFamily;
      drawDay(this.canvas, this.palette, { day, window, marks, language: language(), font });
    });
  }

  private colours(): Palette {
    const probe = document.createElement("span");
    this.renderRoot.append(probe);
    const read = (name: string) => {
      probe.style.color = `var(${name})`;
      return getComputedStyle(probe).color;
    };
    const kinds: Record<SpanKind, string> = {
      recorded: read("--mt-primary"),
      watched: read("--mt-live-soft"),
      absent: read("--mt-danger-soft"),
      off: read("--mt-sunken"),
      unexplained: read("--mt-danger"),
    };
    const palette = {
      kinds,
      hatch: read("--mt-danger"),
      mark: read("--mt-mark"),
      kept: read("--mt-night"),
      line: read("--mt-line"),
      text: read("--mt-muted"),
      ground: read("--mt-sunken"),
    };
    probe.remove();
    return palette;
  }

  private moment(event: PointerEvent | WheelEvent): number {
    const box = this.canvas.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return this.window.from + share * (this.window.until - this.window.from);
  }

  private tell(name: "peek" | "scrub" | "pick", at: number | null, x = 0): void {
    this.dispatchEvent(new CustomEvent(name, { detail: { at, x } }));
  }

  private show(window: Window): void {
    this.dispatchEvent(new CustomEvent<Window>("window", { detail: window }));
  }

  private readonly down = (event: PointerEvent) => {
    this.canvas.setPointerCapture(event.pointerId);
    this.touches.set(event.pointerId, event.clientX);
    this.pinch = this.spread();
    if (this.touches.size === 1) this.tell("scrub", this.moment(event), event.clientX);
  };

  private readonly move = (event: PointerEvent) => {
    const at = this.moment(event);
    if (this.touches.has(event.pointerId)) this.touches.set(event.pointerId, event.clientX);
    if (this.touches.size === 2) {
      const spread = this.spread();
      if (this.pinch > 0 && spread > 0) this.show(zoomed(this.day, this.window, spread / this.pinch, at));
      this.pinch = spread;
      return;
    }
    this.hover = at;
    this.tell(this.touches.size === 1 ? "scrub" : "peek", at, event.clientX);
  };

  private readonly up = (event: PointerEvent) => {
    const alone = this.touches.size === 1;
    this.touches.delete(event.pointerId);
    if (alone && event.type === "pointerup") this.tell("pick", this.moment(event), event.clientX);
    if (event.pointerType !== "mouse") this.leave();
  };

  private readonly leave = () => {
    this.hover = null;
    this.tell("peek", null);
  };

  private spread(): number {
    const [first, second] = [...this.touches.values()];
    return first === undefined || second === undefined ? 0 : Math.abs(first - second);
  }

  private readonly wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.shiftKey) return;
    event.preventDefault();
    this.show(zoomed(this.day, this.window, event.deltaY < 0 ? 1.25 : 0.8, this.moment(event)));
  };

  private readonly press = (event: KeyboardEvent) => {
    const steps: Record<string, string> = {
      ArrowLeft: "earlier",
      ArrowRight: "later",
      "+": "in",
      "-": "out",
      Enter: "play",
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("step", { detail: step }));
  };

  override render() {
    if (!this.day) return nothing;
    return html`<canvas
      height=${BAR_HEIGHT}
      tabindex="0"
      role="slider"
      aria-label=${msg("Thời điểm trong ngày")}
      aria-valuemin="0"
      aria-valuemax=${Math.round((this.day.until - this.day.since) / 60_000)}
      aria-valuenow=${Math.round((this.at - this.day.since) / 60_000)}
      aria-valuetext=${clock(new Date(this.at), language(), true)}
      @pointerdown=${this.down}
      @pointermove=${this.move}
      @pointerup=${this.up}
      @pointercancel=${this.up}
      @pointerleave=${this.leave}
      @wheel=${this.wheel}
      @keydown=${this.press}
    ></canvas>
      ${this.line("cursor", this.at)}${this.line("hover", this.hover)}`;
  }

  private line(name: string, at: number | null) {
    if (at === null || at < this.window.from || at > this.window.until) return nothing;
    const share = (at - this.window.from) / (this.window.until - this.window.from);
    return html`<div class=${name} style="left:${100 * share}%"></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-day-bar": DayBar;
  }
}
