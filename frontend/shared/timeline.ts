// <mt-timeline>: when something moved, on a strip of hours. Each mark is a link; the list beside it says the same in
// words. Drawn in SVG, since the page's policy allows no inline styles.
import { localized, msg, str } from "@lit/localize";
import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { clock } from "./format.js";
import type { Language } from "./language.js";

export interface TimelineMark {
  id: string;
  href: string;
  startedAt: number;
  endedAt: number;
  label: string;
  night: boolean;
  clip: boolean;
}

const HOUR_MS = 3_600_000;
/** A mark is never narrower than this part of the strip. */
const LEAST_PERCENT = 0.7;

@localized()
@customElement("mt-timeline")
export class Timeline extends LitElement {
  @property({ attribute: false }) marks: readonly TimelineMark[] = [];
  /** The span shown, in milliseconds of the epoch. */
  @property({ type: Number }) from = 0;
  @property({ type: Number }) until = 0;
  @property() current = "";
  @property() language: Language = "vi";

  static override styles = css`
    :host {
      display: block;
      font-size: 0.75rem;
      color: var(--mt-muted);
    }
    svg {
      display: block;
      width: 100%;
      overflow: visible;
    }
    .ground {
      fill: var(--mt-sunken);
    }
    .tick {
      stroke: var(--mt-line);
    }
    text {
      fill: var(--mt-muted);
      font: 0.75rem var(--mt-font);
      font-variant-numeric: tabular-nums;
      text-anchor: middle;
    }
    a {
      outline: none;
    }
    a rect {
      fill: var(--mt-primary);
    }
    a.night rect {
      fill: var(--mt-night);
    }
    a[aria-current] rect {
      fill: var(--mt-gold);
      stroke: var(--mt-gold);
      stroke-width: 3;
    }
    a:hover rect {
      filter: brightness(1.15);
    }
    a:focus-visible rect {
      stroke: var(--mt-text);
      stroke-width: 3;
    }
  `;

  private place(at: number): string {
    return `${(100 * (at - this.from)) / (this.until - this.from)}%`;
  }

  /** Whole hours within the span, few enough to be read. */
  private hours(): number[] {
    const step = [1, 2, 3, 6, 12].find((hours) => (this.until - this.from) / (hours * HOUR_MS) <= 8) ?? 24;
    const first = new Date(this.from);
    first.setMinutes(0, 0, 0);
    const hours: number[] = [];
    for (let at = first.getTime(); at < this.until; at += HOUR_MS) {
      if (new Date(at).getHours() % step === 0 && (at - this.from) / (this.until - this.from) > 0.05) hours.push(at);
    }
    return hours.filter((at) => (at - this.from) / (this.until - this.from) < 0.95);
  }

  /** A mark with a clip is tall, one without is low: the difference is not only a colour. */
  private mark(mark: TimelineMark) {
    const [y, height] = mark.clip ? [5, 26] : [13, 10];
    const width = Math.max(LEAST_PERCENT, (100 * (mark.endedAt - mark.startedAt)) / (this.until - this.from));
    const left = Math.min(100 - width, Math.max(0, (100 * (mark.startedAt - this.from)) / (this.until - this.from)));
    return svg`<a
      class=${mark.night ? "night" : ""}
      href=${mark.href}
      aria-label=${mark.label}
      aria-current=${mark.id === this.current ? "true" : nothing}
      ><title>${mark.label}</title><rect x="${left}%" y=${y} width="${width}%" height=${height} rx="3"
    /></a>`;
  }

  override render() {
    if (this.until <= this.from) return nothing;
    const shown = this.marks.filter((mark) => mark.startedAt >= this.from && mark.startedAt < this.until);
    const hours = this.hours();
    return html`<div role="group" aria-label=${msg(str`Dòng thời gian, ${shown.length} sự kiện`)}>
      <svg height="56" role="presentation">
        <rect class="ground" width="100%" height="36" rx="9" />
        ${hours.map((at) => svg`<line class="tick" x1=${this.place(at)} x2=${this.place(at)} y1="0" y2="36" />`)}
        ${shown.map((mark) => this.mark(mark))}
        <g aria-hidden="true">
          ${hours.map((at) => svg`<text x=${this.place(at)} y="52">${clock(new Date(at), this.language)}</text>`)}
        </g>
      </svg>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-timeline": Timeline;
  }
}
