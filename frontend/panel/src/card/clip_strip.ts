// <mt-clip-strip>: the newest clips side by side, as pictures with their time. A finger or the keys scroll it.
import { localized, msg, str } from "@lit/localize";
import { mdiCctv, mdiShieldCheckOutline } from "@mdi/js";
import { clock } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { language } from "../language.js";
import type { Clip } from "../timeline/day.js";
import type { Thumbnails } from "../timeline/thumbnails.js";

@localized()
@customElement("mt-clip-strip")
export class ClipStrip extends LitElement {
  @property({ attribute: false }) clips: readonly Clip[] = [];
  @property({ attribute: false }) thumbnails!: Thumbnails;
  @property() current = "";
  @state() private pictures = 0;

  static override styles = css`
    :host {
      display: block;
    }
    ul {
      display: flex;
      gap: 0.5rem;
      margin: 0;
      padding: 3px;
      list-style: none;
      overflow-x: auto;
      scrollbar-width: thin;
      scroll-snap-type: x proximity;
    }
    li {
      flex: none;
      scroll-snap-align: start;
    }
    button {
      display: grid;
      gap: 0.15rem;
      width: 7.25rem;
      padding: 0;
      border: 0;
      border-radius: 8px;
      background: none;
      color: var(--mt-text);
      font: inherit;
      font-size: 0.85rem;
      cursor: pointer;
    }
    button:focus-visible {
      outline: 3px solid var(--mt-primary);
      outline-offset: 0;
    }
    .picture {
      display: grid;
      place-content: center;
      aspect-ratio: 16 / 9;
      border-radius: 8px;
      overflow: hidden;
      background: #0a1212;
      color: #b7c7c5;
    }
    button[aria-current] .picture {
      outline: 3px solid var(--mt-primary);
      outline-offset: -3px;
    }
    img {
      width: 100%;
      height: 100%;
      object-fit: cover;
      display: block;
    }
    .time {
      display: flex;
      gap: 0.25rem;
      align-items: center;
      justify-content: center;
      min-height: 1.5rem;
      font-variant-numeric: tabular-nums;
    }
    .kept {
      color: var(--mt-night);
      display: inline-flex;
    }
  `;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("clips")) this.readPictures();
  }

  private readPictures(): void {
    // The last that is asked for is read first: that is the newest, at the left.
    for (const clip of [...this.clips].reverse()) {
      if (!clip.still || this.thumbnails.known(clip.id) !== undefined) continue;
      void this.thumbnails.read(clip.id).then(() => {
        this.pictures += 1;
      });
    }
  }

  private clip(clip: Clip) {
    const picture = this.thumbnails.known(clip.id);
    const time = clock(new Date(clip.start), language(), true);
    return html`<li>
      <button
        aria-label=${msg(str`Xem đoạn lúc ${time}`)}
        aria-current=${clip.id === this.current ? "true" : nothing}
        @click=${() => this.dispatchEvent(new CustomEvent<Clip>("clip", { detail: clip }))}
      >
        <span class="picture">${picture ? html`<img src=${picture} alt="" decoding="async" />` : icon(mdiCctv, "", 24)}</span>
        <span class="time">
          ${clip.kept ? html`<span class="kept">${icon(mdiShieldCheckOutline, msg("Được giữ"), 16)}</span>` : nothing}${time}
        </span>
      </button>
    </li>`;
  }

  override render() {
    void this.pictures;
    return html`<ul aria-label=${msg("Các đoạn video mới nhất")}>
      ${repeat(
        this.clips,
        (clip) => clip.id,
        (clip) => this.clip(clip),
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-clip-strip": ClipStrip;
  }
}
