// <mt-player>: a clip in the browser's own player (range requests, keyboard, captions menu), begun by the viewer.
import { localized, msg } from "@lit/localize";
import { mdiVideoOffOutline } from "@mdi/js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "./icon.js";

@localized()
@customElement("mt-player")
export class Player extends LitElement {
  @property() src = "";
  @property() poster: string | null = null;
  @property() label = "";
  /** Begin at once: somebody asked for just this clip. */
  @property({ type: Boolean }) autoplay = false;
  @state() private failed = false;

  static override styles = css`
    :host {
      display: block;
      position: relative;
      aspect-ratio: 16 / 9;
      background: #0a1212;
      color: #dbe6e4;
    }
    video {
      width: 100%;
      height: 100%;
      display: block;
    }
    .none {
      position: absolute;
      inset: 0;
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 0.5rem;
      padding: 1rem;
      text-align: center;
    }
  `;

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has("src")) this.failed = false;
  }

  override render() {
    if (this.failed) {
      return html`<div class="none" role="alert">
        ${icon(mdiVideoOffOutline, "", 34)}
        <span>${msg("Không phát được đoạn video. Có thể nó đã bị xoá, hoặc trình duyệt không đọc được định dạng này.")}</span>
      </div>`;
    }
    return html`<video
      src=${this.src}
      poster=${this.poster ?? nothing}
      aria-label=${this.label}
      controls
      playsinline
      ?autoplay=${this.autoplay}
      preload="metadata"
      disablepictureinpicture
      @error=${() => {
        this.failed = true;
      }}
    ></video>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-player": Player;
  }
}
