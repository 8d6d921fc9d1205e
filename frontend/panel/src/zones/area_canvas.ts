// <mt-area-canvas>: the areas over a camera's picture, drawn with mouse, touch or keys. A corner is dragged; the middle
// of a side makes a new one; a double click or Delete takes one away. What the detector sees may lie beneath.
import { localized, msg, str } from "@lit/localize";
import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type Area, type Corner, middles, movedArea, movedCorner, withCorner, withoutCorner } from "./areas.js";
import type { Look } from "./look.js";
import { maskPicture } from "./look.js";

const STEP = 0.01;
const WIDTH = 1600;
const RETRY_MS = 1000;

interface Held {
  area: Area;
  corner: number | null;
  from: Corner;
}

@localized()
@customElement("mt-area-canvas")
export class AreaCanvas extends LitElement {
  @property({ attribute: false }) areas: readonly Area[] = [];
  @property({ type: Number }) selected = -1;
  @property() picture: string | null = null;
  @property({ attribute: false }) look: Look | null = null;
  @state() private shape = 9 / 16;
  @state() private held: Held | null = null;
  /** The area as it is being dragged. */
  @state() private drafted: Area | null = null;
  @query("svg") private readonly paper!: SVGSVGElement;
  private mask: { of: Look; url: string } | null = null;
  /** How often the picture was asked for in vain. */
  @state() private tries = 0;
  @state() private there = false;
  private again = 0;

  static override styles = css`
    :host {
      display: block;
      position: relative;
      background: #0a1212;
      overflow: hidden;
      border-radius: var(--mt-radius);
      user-select: none;
    }
    img {
      display: block;
      width: 100%;
      min-height: 10rem;
    }
    img.hidden {
      display: none;
    }
    .none {
      aspect-ratio: 16 / 9;
      display: grid;
      place-content: center;
      color: #b7c7c5;
      font-size: 0.9rem;
    }
    img.seen,
    svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
    }
    img.seen {
      image-rendering: pixelated;
      opacity: 0.55;
      min-height: 0;
    }
    svg {
      touch-action: none;
    }
    polygon {
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
      cursor: grab;
      outline: none;
    }
    .include polygon {
      fill: rgb(67 190 120 / 22%);
      stroke: #4fd18b;
    }
    .exclude polygon {
      fill: rgb(255 166 0 / 24%);
      stroke: #ffb83d;
    }
    .privacy polygon {
      fill: rgb(10 18 18 / 82%);
      stroke: #ff8d84;
    }
    polygon:focus-visible,
    .selected polygon {
      stroke-width: 5;
    }
    polygon:focus-visible,
    circle:focus-visible {
      stroke: #fff;
      outline: none;
    }
    circle.corner {
      fill: #fff;
      stroke: #0a1212;
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
      cursor: move;
    }
    circle.corner:focus-visible {
      fill: #ffd166;
    }
    circle.middle {
      fill: rgb(255 255 255 / 55%);
      stroke: #0a1212;
      stroke-width: 2;
      vector-effect: non-scaling-stroke;
      cursor: copy;
    }
    circle.reach {
      fill: transparent;
      pointer-events: all;
    }
    .box {
      fill: none;
      stroke: #ffd166;
      stroke-width: 3;
      vector-effect: non-scaling-stroke;
    }
  `;

  private tell(area: Area): void {
    this.dispatchEvent(new CustomEvent<Area>("area", { detail: area }));
  }

  private choose(id: number): void {
    this.dispatchEvent(new CustomEvent<number>("choose", { detail: id }));
  }

  private place(event: PointerEvent | MouseEvent): Corner {
    const box = this.paper.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }

  private grab(event: PointerEvent, area: Area, corner: number | null): void {
    event.stopPropagation();
    this.choose(area.id);
    this.paper.setPointerCapture(event.pointerId);
    this.held = { area, corner, from: this.place(event) };
    this.drafted = area;
  }

  private readonly drag = (event: PointerEvent) => {
    if (!this.held) return;
    const { area, corner, from } = this.held;
    const [x, y] = this.place(event);
    this.drafted = corner === null ? movedArea(area, x - from[0], y - from[1]) : movedCorner(area, corner, [x, y]);
  };

  private readonly drop = () => {
    if (this.held && this.drafted && this.drafted !== this.held.area) this.tell(this.drafted);
    this.held = null;
    this.drafted = null;
  };

  /** A new corner, held at once. */
  private addAt(event: PointerEvent, area: Area, after: number): void {
    const wider = withCorner(area, after, this.place(event));
    if (wider === area) return;
    this.tell(wider);
    this.grab(event, wider, after);
  }

  private readonly press = (event: KeyboardEvent, area: Area, corner: number | null) => {
    const steps: Record<string, Corner> = {
      ArrowLeft: [-STEP, 0],
      ArrowRight: [STEP, 0],
      ArrowUp: [0, -STEP],
      ArrowDown: [0, STEP],
    };
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      const at = corner === null ? null : area.corners[corner];
      if (at && corner !== null) this.tell(movedCorner(area, corner, [at[0] + step[0], at[1] + step[1]]));
      else this.tell(movedArea(area, step[0], step[1]));
    } else if ((event.key === "Delete" || event.key === "Backspace") && corner !== null) {
      event.preventDefault();
      this.tell(withoutCorner(area, corner));
    } else if (event.key === "Enter" && corner === null) {
      event.preventDefault();
      this.choose(area.id);
    }
  };

  private area(given: Area) {
    const area = this.drafted?.id === given.id ? this.drafted : given;
    const height = WIDTH * this.shape;
    const points = area.corners.map(([x, y]) => `${x * WIDTH},${y * height}`).join(" ");
    const selected = area.id === this.selected;
    return svg`<g class="${area.kind} ${selected ? "selected" : ""}">
      <polygon
        points=${points}
        tabindex="0"
        role="button"
        aria-pressed=${selected}
        aria-label=${area.name || msg("Vùng che riêng tư")}
        @pointerdown=${(event: PointerEvent) => this.grab(event, area, null)}
        @focus=${() => this.choose(area.id)}
        @keydown=${(event: KeyboardEvent) => this.press(event, area, null)}
      />
      ${selected ? this.handles(area, height) : nothing}
    </g>`;
  }

  private handles(area: Area, height: number) {
    const radius = WIDTH / 75;
    return svg`${middles(area.corners).map(
      ({ after, at }) => svg`<g @pointerdown=${(event: PointerEvent) => this.addAt(event, area, after)}>
        <circle class="reach" cx=${at[0] * WIDTH} cy=${at[1] * height} r=${radius * 1.6} />
        <circle class="middle" cx=${at[0] * WIDTH} cy=${at[1] * height} r=${radius * 0.6} />
      </g>`,
    )}
    ${area.corners.map(
      ([x, y], index) => svg`<g
        @pointerdown=${(event: PointerEvent) => this.grab(event, area, index)}
        @dblclick=${() => this.tell(withoutCorner(area, index))}
      >
        <circle class="reach" cx=${x * WIDTH} cy=${y * height} r=${radius * 2.2} />
        <circle
          class="corner"
          cx=${x * WIDTH}
          cy=${y * height}
          r=${radius}
          tabindex="0"
          role="button"
          aria-label=${msg(str`Góc ${index + 1}`)}
          @keydown=${(event: KeyboardEvent) => this.press(event, area, index)}
        />
      </g>`,
    )}`;
  }

  private seen() {
    if (!this.look) return nothing;
    if (this.mask?.of !== this.look) this.mask = { of: this.look, url: maskPicture(this.look) };
    return html`<img class="seen" src=${this.mask.url} alt="" />`;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("picture")) return;
    this.tries = 0;
    // The same camera's address changes too, with its token.
    const before = changed.get("picture") as string | null | undefined;
    if (before?.split("?")[0] !== this.picture?.split("?")[0]) this.there = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.again);
  }

  /** The picture; asked for until there is one, as the first key frame may be still to come. */
  private background() {
    if (!this.picture) return html`<div class="none">${msg("Chưa có ảnh")}</div>`;
    const { picture, tries } = this;
    return html`${this.there ? nothing : html`<div class="none">${msg("Đang lấy hình…")}</div>`}
      <img
        class=${this.there ? "" : "hidden"}
        src=${tries ? `${picture}${picture.includes("?") ? "&" : "?"}t=${tries}` : picture}
        alt=${msg("Hình của camera")}
        @load=${(event: Event) => {
          const image = event.target as HTMLImageElement;
          this.shape = image.naturalHeight / image.naturalWidth || 9 / 16;
          this.there = true;
        }}
        @error=${() => {
          clearTimeout(this.again);
          this.again = window.setTimeout(() => {
            this.tries = tries + 1;
          }, RETRY_MS);
        }}
      />`;
  }

  override render() {
    const height = WIDTH * this.shape;
    return html`${this.background()}
    ${this.seen()}
    <svg
      viewBox="0 0 ${WIDTH} ${height}"
      preserveAspectRatio="none"
      @pointermove=${this.drag}
      @pointerup=${this.drop}
      @pointercancel=${this.drop}
    >
      ${this.areas.map((area) => this.area(area))}
      ${(this.look?.boxes ?? []).map(
        ([x, y, w, h]) =>
          svg`<rect class="box" x=${x * WIDTH} y=${y * height} width=${w * WIDTH} height=${h * height} rx="8" />`,
      )}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-area-canvas": AreaCanvas;
  }
}
