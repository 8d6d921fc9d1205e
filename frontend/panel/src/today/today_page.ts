// <mt-today>: what needs somebody, then every camera.
import { localized, msg, str } from "@lit/localize";
import {
  mdiAlertCircleOutline,
  mdiCheckCircleOutline,
  mdiChevronRight,
  mdiFileSearchOutline,
  mdiLightbulbOnOutline,
} from "@mdi/js";
import { longDay, moment, span } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Camera } from "../home/overview.js";
import { addressOf, follow, go } from "../ui/address.js";
import { Page } from "../ui/page.js";
import "./camera_card.js";
import { type Concern, concerns } from "./health.js";
import { absenceWord, causeWord, findingWord, storageWord, tamperWord } from "./health_words.js";

const PREFIX = "/mat-than";
const SETTINGS = "/config/integrations/integration/mat_than";

@localized()
@customElement("mt-today")
export class TodayPage extends Page {
  static override styles = [
    ...Page.styles,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
        gap: 1rem;
      }
      .concerns {
        display: grid;
        gap: 0.6rem;
        margin-bottom: 1.25rem;
      }
      .concern,
      .fine {
        display: flex;
        gap: 0.75rem;
        align-items: center;
        padding: 0.7rem 0.95rem;
        border-radius: var(--mt-radius);
        color: var(--mt-text);
        text-decoration: none;
      }
      .concern {
        background: var(--mt-danger-soft);
      }
      .concern.mild {
        background: var(--mt-gold-soft);
      }
      .concern > .icon:first-child {
        color: var(--mt-danger);
      }
      .concern.mild > .icon:first-child {
        color: var(--mt-gold);
      }
      .concern div {
        flex: 1;
      }
      .concern:hover {
        filter: brightness(0.97);
      }
      .fine {
        background: var(--mt-live-soft);
      }
      .fine .icon {
        color: var(--mt-live);
      }
      .advice {
        margin-top: 1.5rem;
      }
      .advice summary {
        cursor: pointer;
        font-weight: 600;
        display: flex;
        gap: 0.5rem;
        align-items: center;
        min-height: 2.75rem;
      }
      .advice li {
        padding: 0.45rem 0;
        border-top: 1px solid var(--mt-line);
      }
    `,
  ];

  protected override hassMatters(before: typeof this.hass | undefined): boolean {
    const shown = this.house.overview.cameras.flatMap(({ entities }) => [entities.camera, entities.picture]);
    return shown.some((id) => id !== undefined && before?.states[id] !== this.hass.states[id]);
  }

  private dayOf(camera: Camera): string {
    return addressOf(PREFIX, "timeline", camera.camera_id);
  }

  private words(concern: Concern): { title: string; text: string; href: string; mild?: boolean } {
    switch (concern.kind) {
      case "engine":
        return {
          title: msg("Mắt Thần đang không trông camera nào"),
          text: msg("Bộ máy đang khởi động lại. Nếu sau một phút vẫn vậy, hãy xem nhật ký của Home Assistant."),
          href: SETTINGS,
        };
      case "storage":
        return {
          title: msg(str`Nơi lưu video: ${storageWord(this.house, concern.trouble)}`),
          text: msg("Video mới có thể không giữ được. Hãy kiểm tra ổ đĩa."),
          href: addressOf(PREFIX, "storage"),
        };
      case "forecast":
        return {
          title: msg("Ổ đĩa sắp không đủ chỗ"),
          text: msg("Video sẽ bị xoá sớm hơn bạn muốn. Hãy xem mục Lưu trữ."),
          href: addressOf(PREFIX, "storage"),
          mild: true,
        };
      case "trouble":
        return {
          title: msg(str`${concern.camera.name}: không có hình`),
          text: causeWord(this.house, concern.cause),
          href: SETTINGS,
        };
      case "tamper":
        return {
          title: msg(str`${concern.camera.name}: hãy xem lại camera`),
          text: tamperWord(this.house, concern.what),
          href: this.dayOf(concern.camera),
        };
      case "gap":
        return {
          title: msg(str`${concern.camera.name}: hôm nay thiếu ${span(concern.seconds, this.language)}`),
          text: absenceWord(this.house, concern.cause),
          href: this.dayOf(concern.camera),
          mild: true,
        };
    }
  }

  /** Somebody asks for footage: the first thing to be seen. */
  private asked(): TemplateResult | typeof nothing {
    const { waiting } = this.house.requests;
    const [first] = waiting;
    if (!first) return nothing;
    const href =
      waiting.length === 1 ? addressOf(PREFIX, "sharing", "request", first.request_id) : addressOf(PREFIX, "sharing");
    return html`<a class="concern mild" href=${href} @click=${follow}>
      ${icon(mdiFileSearchOutline, "", 22)}
      <div>
        <strong>${msg(str`${waiting.length} yêu cầu đang chờ bạn`)}</strong><br />
        <span class="small">${msg(str`${first.unit} xin hình, trả lời trước ${moment(first.deadline, this.language)}`)}</span>
      </div>
      ${icon(mdiChevronRight)}
    </a>`;
  }

  private concerns(): TemplateResult {
    const found = concerns(this.house.overview);
    if (found.length === 0) {
      return html`<p class="fine">${icon(mdiCheckCircleOutline, "", 22)}<span>${msg("Mọi camera đều đang hoạt động tốt.")}</span></p>`;
    }
    return html`<h2>${msg("Cần bạn xem")}</h2>
      ${found.map((concern) => {
        const { title, text, href, mild } = this.words(concern);
        return html`<a class="concern ${mild ? "mild" : ""}" href=${href} @click=${follow}>
          ${icon(mdiAlertCircleOutline, "", 22)}
          <div><strong>${title}</strong><br /><span class="small">${text}</span></div>
          ${icon(mdiChevronRight)}
        </a>`;
      })}`;
  }

  private advice() {
    const advised = this.house.overview.cameras.filter((camera) => camera.findings.length > 0);
    if (advised.length === 0) return nothing;
    const count = advised.reduce((sum, camera) => sum + camera.findings.length, 0);
    return html`<details class="advice">
      <summary>${icon(mdiLightbulbOnOutline)}${msg(str`${count} điều có thể làm cho camera tốt hơn`)}</summary>
      <ul>
        ${advised.flatMap((camera) =>
          camera.findings.map(
            (finding) => html`<li><strong>${camera.name}.</strong> ${findingWord(this.house, finding.kind)}</li>`,
          ),
        )}
      </ul>
    </details>`;
  }

  override render() {
    const { overview, known } = this.house;
    if (!known) return this.waiting(3);
    if (!overview.loaded) {
      return html`<div class="empty card"><h2>${msg("Mắt Thần đang không chạy")}</h2>
        <p>${msg("Tích hợp đang được nạp, hoặc không khởi động được. Trang này tự hiện lại khi nó chạy.")}</p>
        <a class="button" href=${SETTINGS} @click=${follow}>${msg("Mở phần cài đặt")}</a></div>`;
    }
    if (overview.cameras.length === 0) {
      return html`<div class="empty card"><h2>${msg("Chưa có camera nào")}</h2>
        <p>${msg("Thêm camera đầu tiên trong phần cài đặt của Mắt Thần: bằng địa chỉ, hoặc chọn camera đã có trong Home Assistant.")}</p>
        <a class="button primary" href=${SETTINGS} @click=${follow}>${msg("Thêm camera")}</a></div>`;
    }
    return html`<div class="head"><h1>${longDay(this.now, this.language)}</h1></div>
      <section class="concerns" aria-label=${msg("Tình trạng")}>${this.asked()} ${this.concerns()}</section>
      <section class="grid" aria-label=${msg("Camera")} @go=${(event: CustomEvent<string>) => go(event.detail)}>
        <h2 class="unseen">${msg("Camera")}</h2>
        ${repeat(
          overview.cameras,
          (camera) => camera.camera_id,
          (camera) => html`<mt-camera-card
            .house=${this.house}
            .hass=${this.hass}
            .camera=${camera}
            .now=${this.now}
            href=${this.dayOf(camera)}
          ></mt-camera-card>`,
        )}
      </section>
      ${this.advice()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-today": TodayPage;
  }
}
