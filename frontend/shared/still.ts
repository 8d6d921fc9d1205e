// <mt-still>: a picture of 16:9 with the moving parts framed; says so where there is no picture.
import { localized, msg } from "@lit/localize";
import { mdiCctv, mdiImageOffOutline } from "@mdi/js";
import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "./icon.js";

type Box = readonly [number, number, number, number];

@localized()
@customElement("mt-still")
export class Still extends LitElement {
  @property() src: string | null = null;
  @property() alt = "";
  @property({ attribute: false }) boxes: readonly Box[] = [];
  @property({ type: Boolean }) eager = false;
  /** What is said where there is no picture yet. */
  @property() absent = "";
  @state() private failed = false;
  @state() private shape = 16 / 9;

  static override styles = css`
    :host {
      display: block;
      position: relative;
      aspect-ratio: 16 / 9;
      overflow: hidden;
      background: #0a1212;
      color: #b7c7c5;
    }
    img,
    svg.boxes {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: contain;
    }
    .none {
      position: absolute;
      inset: 0;
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 0.4rem;
      font-size: 0.85rem;
      text-align: center;
      padding: 1rem;
    }
    rect {
      fill: none;
      vector-effect: non-scaling-stroke;
    }
    .under {
      stroke: rgb(0 0 0 / 65%);
      stroke-width: 4.5;
    }
    .over {
      stroke: #ffd166;
      stroke-width: 2;
    }
  `;

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has("src")) this.failed = false;
  }

  private frames() {
    const width = 1000 * this.shape;
    return svg`<svg class="boxes" viewBox="0 0 ${width} 1000" aria-hidden="true">
      ${this.boxes.flatMap(([x, y, w, h]) =>
        ["under", "over"].map(
          (name) =>
            svg`<rect class=${name} x=${x * width} y=${y * 1000} width=${w * width} height=${h * 1000} rx="12" />`,
        ),
      )}
    </svg>`;
  }

  override render() {
    if (!this.src || this.failed) {
      const text = this.failed ? msg("Ảnh không còn nữa") : this.absent || msg("Chưa có ảnh");
      return html`<div class="none">${icon(this.failed ? mdiImageOffOutline : mdiCctv, "", 30)}<span>${text}</span></div>`;
    }
    return html`<img
        src=${this.src}
        alt=${this.alt}
        loading=${this.eager ? "eager" : "lazy"}
        decoding="async"
        @load=${(event: Event) => {
          const image = event.target as HTMLImageElement;
          this.shape = image.naturalWidth / image.naturalHeight || 16 / 9;
        }}
        @error=${() => {
          this.failed = true;
        }}
      />${this.boxes.length ? this.frames() : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-still": Still;
  }
}
