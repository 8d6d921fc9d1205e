// <mt-cameras-page>: every shared camera, whether it lives, and the last picture of it.
import { msg, str } from "@lit/localize";
import {
  mdiCctv,
  mdiCctvOff,
  mdiCheckCircle,
  mdiFileSign,
  mdiHelpCircleOutline,
  mdiMotionSensor,
  mdiRecordCircleOutline,
  mdiVideoOutline,
} from "@mdi/js";
import { ago, moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import "@shared/still.js";
import { styles } from "@shared/styles.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { hub } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { Camera, LiveView } from "../api/types.js";
import { session } from "../app/session.js";
import { position } from "../app/words.js";
import { Page } from "../ui/page.js";

/** The broken ones first, then by household and name. */
function order(cameras: readonly Camera[]): Camera[] {
  const rank = (camera: Camera) => (camera.live === false ? 0 : 1);
  const name = (camera: Camera) => `${camera.household.name} ${camera.name}`;
  return [...cameras].sort((a, b) => rank(a) - rank(b) || name(a).localeCompare(name(b), "vi"));
}

@customElement("mt-cameras-page")
export class CamerasPage extends Page {
  @state() private cameras: readonly Camera[] | null = null;
  /** The live views that wait or run. */
  @state() private views: readonly LiveView[] = [];

  static override styles = [
    ...styles,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr));
        gap: 1rem;
      }
      .camera {
        padding: 0;
        overflow: hidden;
        height: 100%;
        display: flex;
        flex-direction: column;
      }
      .camera.off {
        border-color: var(--mt-danger);
      }
      .body {
        padding: 0.9rem 1.1rem 1rem;
        display: grid;
        gap: 0.65rem;
        flex: 1;
        align-content: start;
      }
      .picture {
        position: relative;
      }
      .picture .chip {
        position: absolute;
        left: 0.7rem;
        bottom: 0.7rem;
      }
      .links {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 1.2rem;
        margin-top: auto;
      }
      .links a {
        display: inline-flex;
        gap: 0.4rem;
        align-items: center;
        min-height: 2rem;
        font-weight: 600;
        font-size: 0.9rem;
      }
      .links a.now {
        color: var(--mt-danger);
      }
    `,
  ];

  protected override listen(): void {
    this.until(stream.on("camera", (camera) => this.take(camera)));
    this.until(stream.on("line", (standing) => standing && void this.read()));
    this.until(stream.on("event", () => void this.read()));
    this.until(stream.on("live", () => void this.read()));
  }

  protected override async load(): Promise<void> {
    const [cameras, { views }] = await Promise.all([
      hub.cameras(),
      session.may("officer") ? hub.liveViews() : { views: [] },
    ]);
    this.cameras = order(cameras);
    this.views = views;
  }

  private take(camera: Camera): void {
    const rest = (this.cameras ?? []).filter((one) => one.id !== camera.id || one.household.id !== camera.household.id);
    this.cameras = order([...rest, camera]);
  }

  private health(camera: Camera): TemplateResult {
    const since = camera.since ? ago(camera.since, this.now, this.language) : "";
    const title = camera.since ? moment(camera.since, this.language) : nothing;
    if (camera.live === null) {
      return html`<span class="chip">${icon(mdiHelpCircleOutline, "", 16)}${msg("Chưa rõ")}</span>`;
    }
    return camera.live
      ? html`<span class="chip live" title=${title}>${icon(mdiCheckCircle, "", 16)}${msg("Hoạt động")}</span>`
      : html`<span class="chip bad" title=${title}>${icon(mdiCctvOff, "", 16)}${msg(str`Mất tín hiệu ${since}`)}</span>`;
  }

  /** To the view that waits or runs; or to where it is asked for. */
  private live(camera: Camera): TemplateResult | typeof nothing {
    const view = this.views.find((one) => one.camera.id === camera.id && one.household.id === camera.household.id);
    if (view) {
      const words = view.state === "running" ? msg("Đang xem trực tiếp") : msg("Đang chờ chủ hộ");
      return html`<a class="now" href="/live/${view.id}">${icon(mdiRecordCircleOutline, "", 18)}${words}</a>`;
    }
    if (!camera.live_askable || !session.may("officer")) return nothing;
    return html`<a href="/live?household=${camera.household.id}&camera=${camera.id}">
      ${icon(mdiVideoOutline, "", 18)}${msg("Xin xem trực tiếp")}
    </a>`;
  }

  private seen({ consents, last_event_at }: Camera): string {
    if (!consents.length) return msg("Chủ hộ hiện không chia sẻ gì từ camera này.");
    if (!last_event_at) return msg("Chưa có chuyển động nào");
    return msg(str`Chuyển động gần nhất: ${ago(last_event_at, this.now, this.language)}`);
  }

  private card(camera: Camera): TemplateResult {
    return html`<article class="card camera ${camera.live === false ? "off" : ""}">
      <div class="picture">
        <mt-still src=${camera.last_still_url ?? nothing} alt=${msg(str`Ảnh gần nhất từ camera ${camera.name}`)}></mt-still>
        ${this.health(camera)}
      </div>
      <div class="body">
        <div>
          <h2>${camera.name}</h2>
          <p class="muted small">${camera.household.name} · ${position(camera.position)}</p>
        </div>
        <p class="small">${this.seen(camera)}</p>
        <div class="links">
          <a href="/feed?household=${camera.household.id}&camera=${camera.id}">${icon(mdiMotionSensor, "", 18)}${msg("Sự kiện")}</a>
          ${
            session.may("officer")
              ? html`<a href="/consents?household=${camera.household.id}&camera=${camera.id}">
                  ${icon(mdiFileSign, "", 18)}${msg(str`${camera.consents.length} sự đồng ý`)}
                </a>`
              : nothing
          }
          ${this.live(camera)}
        </div>
      </div>
    </article>`;
  }

  private list(): TemplateResult {
    if (!this.cameras) return this.failure ? this.failed() : this.skeletons(3);
    if (!this.cameras.length) {
      return html`<div class="card empty">
        ${icon(mdiCctv, "", 52)}
        <h2>${msg("Chưa có camera nào được chia sẻ")}</h2>
        <p>${msg("Camera hiện ra khi một hộ đã tham gia và đồng ý chia sẻ nó.")}</p>
        ${session.may("officer") ? html`<a class="button primary" href="/invite">${msg("Mời một hộ")}</a>` : nothing}
      </div>`;
    }
    return html`<ul class="grid">
      ${repeat(
        this.cameras,
        (camera) => `${camera.household.id} ${camera.id}`,
        (camera) => html`<li>${this.card(camera)}</li>`,
      )}
    </ul>`;
  }

  private summary(): string {
    const cameras = this.cameras ?? [];
    if (!cameras.length) return "";
    const count = (live: boolean | null) => cameras.filter((camera) => camera.live === live).length;
    const [dead, unknown] = [count(false), count(null)];
    if (dead) return msg(str`${cameras.length} camera, ${dead} đang mất tín hiệu. Hãy báo cho chủ hộ.`);
    if (unknown) return msg(str`${cameras.length} camera, ${unknown} chưa rõ tình trạng vì nhà chưa liên lạc.`);
    return msg(str`${cameras.length} camera, không camera nào mất tín hiệu.`);
  }

  override render() {
    return html`<div class="head">
        <div>
          <h1>${msg("Camera")}</h1>
          <p role="status">
            ${this.summary()}
          </p>
        </div>
      </div>
      ${this.list()}`;
  }
}
