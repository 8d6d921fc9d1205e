// <mt-clip-offer>: before anybody chose a clip, the newest one with its picture; a tap plays it.
import { localized, msg, str } from "@lit/localize";
import { mdiPlayCircle } from "@mdi/js";
import { clock } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { language } from "../language.js";
import type { Clip } from "./day.js";
import type { Thumbnails } from "./thumbnails.js";

@localized()
@customElement("mt-clip-offer")
export class ClipOffer extends LitElement {
  @property({ attribute: false }) clip!: Clip;
  @property({ attribute: false }) thumbnails!: Thumbnails;
  @state() private picture: string | null = null;

  static override styles = css`
    :host {
      display: block;
    }
    button {
      position: relative;
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 0.35rem;
      width: 100%;
      aspect-ratio: 16 / 9;
      padding: 0;
      border: 0;
      background: #0a1212;
      color: #fff;
      font: inherit;
      font-weight: 600;
      cursor: pointer;
    }
    button:focus-visible {
      outline: 3px solid #fff;
      outline-offset: -6px;
    }
    img {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      object-fit: cover;
      opacity: 0.55;
    }
    button:hover img {
      opacity: 0.7;
    }
    svg,
    span {
      position: relative;
    }
    span {
      padding: 0.1rem 0.7rem;
      border-radius: 99px;
      background: rgb(8 18 18 / 78%);
      font-variant-numeric: tabular-nums;
    }
  `;

  override willUpdate(changed: PropertyValues<this>): void {
    const { clip } = this;
    if (!changed.has("clip") || changed.get("clip")?.id === clip.id) return;
    this.picture = this.thumbnails.known(clip.id) ?? null;
    if (!clip.still || this.picture) return;
    void this.thumbnails.read(clip.id).then((picture) => {
      if (this.clip.id === clip.id) this.picture = picture;
    });
  }

  override render() {
    return html`<button @click=${() => this.dispatchEvent(new CustomEvent<Clip>("clip", { detail: this.clip }))}>
      ${this.picture ? html`<img src=${this.picture} alt="" />` : nothing} ${icon(mdiPlayCircle, "", 56)}
      <span>${msg(str`Xem đoạn mới nhất, ${clock(new Date(this.clip.start), language(), true)}`)}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-clip-offer": ClipOffer;
  }
}
