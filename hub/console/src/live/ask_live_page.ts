// <mt-ask-live-page>: ask one household to let officers look through one camera now.
import { msg, str } from "@lit/localize";
import { mdiArrowLeft, mdiVideoOutline } from "@mdi/js";
import { icon } from "@shared/icon.js";
import "@shared/still.js";
import { styles } from "@shared/styles.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub, Problem } from "../api/client.js";
import type { Camera } from "../api/types.js";
import { go } from "../app/router.js";
import { Page } from "../ui/page.js";
import { LENGTHS_MIN } from "./live_words.js";

const REASON_CHARS = 1000;
const CASE_CHARS = 40;

@customElement("mt-ask-live-page")
export class AskLivePage extends Page {
  @state() private camera: Camera | null = null;
  @state() private missing = false;
  @state() private busy = false;
  @state() private refusal: unknown = null;

  static override styles = [
    ...styles,
    css`
      :host {
        max-width: 46rem;
        margin-inline: auto;
      }
      .back {
        margin: -0.4rem 0 0.6rem -0.7rem;
      }
      form {
        display: grid;
        gap: 1.1rem;
        padding: clamp(1.1rem, 4vw, 2rem);
      }
      .camera {
        display: grid;
        grid-template-columns: 11rem minmax(0, 1fr);
        gap: 1rem;
        align-items: center;
      }
      mt-still {
        border-radius: 10px;
        overflow: hidden;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
        gap: 1rem;
      }
      .says {
        padding: 0.75rem 0.9rem;
        border-radius: 10px;
        background: var(--mt-primary-soft);
        color: var(--mt-on-primary-soft);
      }
      .missing {
        color: var(--mt-danger);
        font-weight: 600;
        font-size: 0.875rem;
        margin-top: 0.3rem;
      }
      .deeds {
        justify-content: flex-end;
      }
      @media (max-width: 560px) {
        .camera {
          grid-template-columns: minmax(0, 1fr);
        }
        .deeds > * {
          width: 100%;
        }
      }
    `,
  ];

  protected override async load(): Promise<void> {
    const [household, id] = [this.query.get("household"), this.query.get("camera")];
    const [cameras, { views }] = await Promise.all([hub.cameras(), hub.liveViews()]);
    const open = views.find((view) => view.household.id === household && view.camera.id === id);
    if (open) return go(`/live/${open.id}`, true);
    this.camera = cameras.find((camera) => camera.household.id === household && camera.id === id) ?? null;
    if (!this.camera) throw new Problem("not-found", 404);
  }

  private readonly ask = async (event: SubmitEvent) => {
    event.preventDefault();
    const { camera } = this;
    if (!camera || this.busy) return;
    const form = new FormData(event.target as HTMLFormElement);
    const reason = String(form.get("reason")).trim();
    this.missing = !reason;
    if (this.missing) {
      this.renderRoot.querySelector<HTMLElement>("#reason")?.focus();
      return;
    }
    this.busy = true;
    this.refusal = null;
    try {
      const view = await hub.askLive({
        household_id: camera.household.id,
        camera_id: camera.id,
        reason,
        longest_s: Number(form.get("minutes")) * 60,
        case_number: String(form.get("case_number")).trim() || null,
      });
      go(`/live/${view.id}`, true);
    } catch (error) {
      this.refusal = error;
    } finally {
      this.busy = false;
    }
  };

  private refused(): TemplateResult | typeof nothing {
    const { refusal } = this;
    if (!(refusal instanceof Problem)) return this.wrong(refusal);
    const say: Record<string, () => string> = {
      conflict: () => msg("Camera này đang có người xin xem hoặc đang xem. Hãy mở lại trang Camera."),
      validation: () => msg("Lúc này hộ không cho xin xem camera này: ngoài giờ đã đồng ý, hoặc vừa tạm dừng chia sẻ."),
      quota: () => msg(str`Đã xin quá nhiều lần. Hãy đợi ${Math.ceil((refusal.retryAfterS ?? 60) / 60)} phút nữa.`),
    };
    const text = say[refusal.kind]?.();
    return text ? html`<div class="wrong" role="alert">${text}</div>` : this.wrong(refusal);
  }

  private fields(camera: Camera): TemplateResult {
    return html`<div class="camera">
        <mt-still src=${camera.last_still_url ?? nothing} alt=""></mt-still>
        <div>
          <h2>${camera.name}</h2>
          <p class="muted">${camera.household.name}</p>
        </div>
      </div>
      <div>
        <label for="reason">${msg("Vì sao cần xem ngay, nói cho chủ hộ hiểu")}</label>
        <textarea
          id="reason"
          name="reason"
          maxlength=${REASON_CHARS}
          aria-invalid=${this.missing ? "true" : nothing}
          aria-describedby="reason-hint reason-missing"
        ></textarea>
        <p class="hint" id="reason-hint">${msg("Chủ hộ đọc nguyên văn trước khi trả lời. Đừng ghi tên người bị nghi.")}</p>
        ${this.missing ? html`<p class="missing" id="reason-missing">${msg("Hãy viết vì sao cần xem.")}</p>` : nothing}
      </div>
      <div class="pair">
        <div>
          <label for="minutes">${msg("Xem nhiều nhất")}</label>
          <select id="minutes" name="minutes">
            ${LENGTHS_MIN.map((many) => html`<option value=${many} ?selected=${many === 5}>${msg(str`${many} phút`)}</option>`)}
          </select>
        </div>
        <div>
          <label for="case_number">${msg("Số vụ việc (nếu có)")}</label>
          <input id="case_number" name="case_number" maxlength=${CASE_CHARS} autocomplete="off" />
        </div>
      </div>
      <p class="says">
        ${msg("Chủ hộ có 2 phút để trả lời; không trả lời nghĩa là không. Trong khi xem, nhà họ thấy dấu đỏ và dừng được ngay. Trung tâm không lưu lại hình, chỉ ghi ai đã xem và vì sao.")}
      </p>`;
  }

  override render() {
    return html`<a class="button quiet back" href="/cameras">${icon(mdiArrowLeft)}${msg("Mọi camera")}</a>
      <form class="card" novalidate @submit=${this.ask}>
        <h1>${msg("Xin xem trực tiếp")}</h1>
        ${this.camera ? this.fields(this.camera) : this.failure ? this.failed() : this.skeletons(2)} ${this.refused()}
        <div class="row deeds">
          <button class="primary" ?disabled=${this.busy || !this.camera}>
            ${icon(mdiVideoOutline)}${this.busy ? msg("Đang gửi…") : msg("Xin chủ hộ")}
          </button>
        </div>
      </form>`;
  }
}
