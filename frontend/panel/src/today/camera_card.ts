// <mt-camera-card>: one camera today. A still that is drawn anew now and then; live on tap, by Home Assistant's own card.
import { localized, msg, str } from "@lit/localize";
import { mdiMotionSensor, mdiPlay, mdiStop, mdiWeatherNight } from "@mdi/js";
import { ago, span } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import "@shared/still.js";
import { styles } from "@shared/styles.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Hass } from "../home/hass.js";
import type { House } from "../home/house.js";
import { liveCard, moreInfo } from "../home/live_card.js";
import type { Camera } from "../home/overview.js";
import { language } from "../language.js";
import { causeWord, conditionWords } from "./health_words.js";

const REFRESH_MS = 10_000;
const RETRY_MS = 1000;

@localized()
@customElement("mt-camera-card")
export class CameraCard extends LitElement {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) hass!: Hass;
  @property({ attribute: false }) camera!: Camera;
  @property({ attribute: false }) now = new Date();
  /** Where the camera's day is. */
  @property() href = "";
  @state() private live: (HTMLElement & { hass?: unknown }) | null = null;
  /** The still that was read last; the last motion's picture until there is one. */
  @state() private still: string | null = null;
  @state() private visible = true;
  private timer = 0;
  private again = 0;
  private watcher: IntersectionObserver | null = null;

  static override styles = [
    ...styles,
    css`
      article.card {
        padding: 0;
        overflow: hidden;
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      .picture {
        position: relative;
        aspect-ratio: 16 / 9;
        background: #0a1212;
        overflow: hidden;
      }
      .picture > .live {
        position: absolute;
        inset: 0;
        display: grid;
        align-items: center;
        --ha-card-border-width: 0px;
        --ha-card-border-radius: 0px;
        --ha-card-box-shadow: none;
        --ha-card-background: transparent;
      }
      .play {
        position: absolute;
        inset: 0;
        width: 100%;
        min-height: 0;
        border: 0;
        border-radius: 0;
        background: none;
        align-items: flex-end;
        justify-content: flex-end;
        padding: 0.6rem;
      }
      .play:hover,
      .play:focus-visible {
        background: rgb(0 0 0 / 12%);
      }
      .play:focus-visible {
        outline: 3px solid #fff;
        outline-offset: -5px;
        border-radius: 0;
      }
      .play span,
      .stop {
        display: inline-flex;
        align-items: center;
        gap: 0.25rem;
        min-height: 2rem;
        padding: 0 0.75rem 0 0.5rem;
        border: 0;
        border-radius: 99px;
        background: rgb(8 18 18 / 78%);
        color: #fff;
        font-size: 0.85rem;
        font-weight: 600;
      }
      .stop {
        position: absolute;
        right: 0.6rem;
        bottom: 0.6rem;
        z-index: 2;
      }
      .stop:hover {
        background: #000;
      }
      .over {
        position: absolute;
        left: 0.6rem;
        bottom: 0.6rem;
        display: flex;
        gap: 0.4rem;
        z-index: 1;
        pointer-events: none;
      }
      .body {
        padding: 0.8rem 1rem 0.9rem;
        display: grid;
        gap: 0.35rem;
        flex: 1;
        align-content: start;
      }
      .title {
        display: flex;
        gap: 0.6rem;
        align-items: center;
        justify-content: space-between;
      }
      .title a {
        color: inherit;
        text-decoration: none;
      }
      .title a:hover {
        text-decoration: underline;
      }
      .moving {
        background: #ffd166;
        color: #221a00;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => {
      if (this.visible && !this.live && !document.hidden) this.refresh();
    }, REFRESH_MS);
    void this.updateComplete.then(() => this.refresh());
    this.watcher = new IntersectionObserver(([entry]) => {
      this.visible = entry?.isIntersecting ?? true;
    });
    this.watcher.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
    clearTimeout(this.again);
    this.watcher?.disconnect();
    this.live = null;
  }

  override willUpdate(): void {
    if (this.live) this.live.hass = this.hass;
  }

  override updated(changed: Map<string, unknown>): void {
    const before = changed.get("camera") as Camera | undefined;
    if (before && !before.live && this.camera.live) this.refresh();
  }

  private async play(): Promise<void> {
    const entity = this.camera.entities.camera;
    if (!entity) return;
    try {
      const card = await liveCard(entity);
      card.hass = this.hass;
      this.live = card;
    } catch {
      moreInfo(this, entity);
    }
  }

  /** Shows a new still when it is there, so that the old one stays until then. */
  private refresh(): void {
    const pixels = this.clientWidth * window.devicePixelRatio;
    const address = this.camera.live ? this.house.picture(this.camera.entities.camera, pixels) : null;
    if (!address) return;
    const image = new Image();
    image.onload = () => {
      this.still = image.src;
    };
    image.onerror = () => {
      // Its first key frame is still to come, or the camera of another integration takes its time.
      clearTimeout(this.again);
      if (!this.still && this.isConnected) this.again = window.setTimeout(() => this.refresh(), RETRY_MS);
    };
    image.src = `${address}${address.includes("?") ? "&" : "?"}t=${Date.now()}`;
  }

  private picture() {
    const { camera } = this;
    const src = this.still ?? this.house.picture(camera.entities.picture);
    const absent = camera.live ? msg("Đang lấy hình…") : msg("Chưa có ảnh");
    const still = html`<mt-still .src=${src} .absent=${absent} alt=${msg(str`Hình của ${camera.name}`)} eager></mt-still>`;
    if (this.live) {
      return html`${still}
        <div class="live">${this.live}</div>
        <button
          class="stop"
          @click=${() => {
            this.live = null;
          }}
        >
          ${icon(mdiStop, "", 18)}${msg("Dừng")}
        </button>`;
    }
    return html`${still}${
      camera.live && camera.entities.camera
        ? html`<button class="play" aria-label=${msg(str`Xem trực tiếp ${camera.name}`)} @click=${() => this.play()}>
            <span>${icon(mdiPlay, "", 18)}${msg("Trực tiếp")}</span>
          </button>`
        : nothing
    }`;
  }

  private state() {
    const { camera } = this;
    if (camera.live) return html`<span class="chip live">${msg("Có hình")}</span>`;
    if (camera.state === "off") return html`<span class="chip">${msg("Đã tắt")}</span>`;
    if (camera.trouble) return html`<span class="chip bad">${msg("Mất hình")}</span>`;
    return html`<span class="chip wait">${msg("Đang kết nối")}</span>`;
  }

  private lastMotion() {
    const { camera } = this;
    if (!camera.detect) return msg("Không tìm chuyển động (bạn đã tắt)");
    if (camera.moving) return msg("Đang có chuyển động");
    if (!camera.last_motion_at) return msg("Chưa thấy chuyển động nào");
    if (this.now.getTime() - Date.parse(camera.last_motion_at) < 60_000) return msg("Vừa có chuyển động");
    return msg(str`Chuyển động gần nhất: ${ago(camera.last_motion_at, this.now, language())}`);
  }

  override render() {
    const { camera } = this;
    const lasting = (this.now.getTime() - Date.parse(camera.since)) / 1000;
    return html`<article class="card">
      <div class="picture">
        <div class="over">
          ${camera.moving ? html`<span class="chip moving">${icon(mdiMotionSensor, "", 16)}${msg("Chuyển động")}</span>` : nothing}
          ${camera.night && camera.live ? html`<span class="chip night">${icon(mdiWeatherNight, "", 16)}${msg("Ban đêm")}</span>` : nothing}
        </div>
        ${this.picture()}
      </div>
      <div class="body">
        <div class="title">
          <h3><a href=${this.href} @click=${this.follow}>${camera.name}</a></h3>
          ${this.state()}
        </div>
        <p>${this.lastMotion()}</p>
        <p class="muted small">
          ${
            camera.trouble
              ? msg(str`${causeWord(this.house, camera.trouble)}, đã ${span(lasting, language())}`)
              : conditionWords(camera, language()).join(" · ")
          }
        </p>
      </div>
    </article>`;
  }

  private readonly follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("go", { detail: this.href, bubbles: true, composed: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-camera-card": CameraCard;
  }
}
