// <mt-tuning>: what the detector sees now: the score of the last minute, its verdict in words, and what it dismissed.
import { localized, msg, str } from "@lit/localize";
import { styles } from "@shared/styles.js";
import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { House } from "../home/house.js";
import type { Look } from "./look.js";
import { reasonWord } from "./zone_words.js";

const FIRES_AT = 0.5;
export const LOOKS_SHOWN = 120;

@localized()
@customElement("mt-tuning")
export class TuningView extends LitElement {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) looks: readonly Look[] = [];

  static override styles = [
    ...styles,
    css`
      svg {
        display: block;
        width: 100%;
        height: 5rem;
        background: var(--mt-sunken);
        border-radius: 8px;
      }
      polyline {
        fill: none;
        stroke: var(--mt-primary);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      line {
        stroke: var(--mt-danger);
        stroke-dasharray: 4 4;
        vector-effect: non-scaling-stroke;
      }
      .now {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        margin-bottom: 0.5rem;
      }
      .now strong {
        font-size: 1.5rem;
        font-variant-numeric: tabular-nums;
        min-width: 3.2rem;
      }
    `,
  ];

  private curve() {
    const start = LOOKS_SHOWN - this.looks.length;
    const points = this.looks.map(({ score }, index) => `${start + index},${100 - 100 * score}`).join(" ");
    return html`<svg viewBox="0 0 ${LOOKS_SHOWN - 1} 100" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<line x1="0" x2=${LOOKS_SHOWN} y1=${100 - 100 * FIRES_AT} y2=${100 - 100 * FIRES_AT} /><polyline points=${points} />`}
    </svg>`;
  }

  override render() {
    const look = this.looks.at(-1);
    if (!look) return html`<p class="muted" role="status">${msg("Đang chờ hình…")}</p>`;
    const dismissed = [...new Set(look.dismissed)].map((reason) => reasonWord(this.house, reason));
    return html`<div class="now">
        <strong>${Math.round(look.score * 100)} %</strong>
        <span class="chip ${look.on ? "wait" : ""}">${look.on ? msg("Đang báo chuyển động") : msg("Không báo")}</span>
        <span class="small">${reasonWord(this.house, look.reason)}</span>
      </div>
      ${this.curve()}
      <p class="small muted">
        ${msg("Vượt đường gạch đứt (50 %) là báo. Màu hồng trên hình: chỗ khác với cảnh nền.")}
        ${dismissed.length ? msg(str`Vừa bỏ qua: ${dismissed.join(", ")}.`) : nothing}
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-tuning": TuningView;
  }
}
