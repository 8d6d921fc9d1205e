// <mt-span-choice>: of which camera, and from when till when: where nobody came from a clip. Tells what was chosen.
import { localized, msg } from "@lit/localize";
import { overMidnight, type SpanFields, spanFault, spanOf } from "@shared/footage_span.js";
import { isoDay } from "@shared/format.js";
import { spanFaultWords } from "@shared/span_words.js";
import { styles } from "@shared/styles.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Camera } from "../home/overview.js";
import type { Bounds } from "./gift.js";

export interface ChosenSpan extends Bounds {
  camera_id: string;
}

@localized()
@customElement("mt-span-choice")
export class SpanChoice extends LitElement {
  @property({ attribute: false }) cameras: readonly Camera[] = [];
  /** The camera that is chosen at first. */
  @property() camera = "";
  /** The day that is chosen at first, as 2026-11-22. */
  @property() day = "";
  @state() private fields: SpanFields | null = null;
  @state() private cameraId = "";
  @state() private tried = false;

  static override styles = [
    ...styles,
    css`
      form {
        display: grid;
        gap: 1rem;
        max-width: 34rem;
      }
      .times {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.75rem;
      }
      .wrong {
        font-weight: 500;
      }
    `,
  ];

  private get typed(): SpanFields {
    return this.fields ?? { day: this.day || isoDay(Date.now()), from: "", to: "" };
  }

  private readonly choose = (event: SubmitEvent) => {
    event.preventDefault();
    this.tried = true;
    const span = spanOf(this.typed);
    const camera_id = this.cameraId || this.camera || this.cameras[0]?.camera_id;
    if (!span || spanFault(span, new Date()) || !camera_id) return;
    const detail = { camera_id, since: span.since.getTime(), until: span.until.getTime() };
    this.dispatchEvent(new CustomEvent<ChosenSpan>("chosen", { detail }));
  };

  private field(name: keyof SpanFields, type: "date" | "time", text: string) {
    return html`<div>
      <label for=${name}>${text}</label>
      <input
        id=${name}
        type=${type}
        max=${type === "date" ? isoDay(Date.now()) : nothing}
        aria-describedby=${this.tried ? "fault" : nothing}
        .value=${this.typed[name]}
        @change=${(event: Event) => {
          this.fields = { ...this.typed, [name]: (event.target as HTMLInputElement).value };
        }}
      />
    </div>`;
  }

  private fault() {
    const fault = this.tried ? spanFault(spanOf(this.typed), new Date()) : null;
    return html`<div id="fault" role="alert">${fault ? html`<p class="wrong">${spanFaultWords(fault)}</p>` : nothing}</div>`;
  }

  override render() {
    return html`<form class="card" novalidate @submit=${this.choose}>
      <p>${msg("Hình của camera nào, từ lúc nào đến lúc nào?")}</p>
      <div>
        <label for="camera">${msg("Camera", { id: "one-camera" })}</label>
        <select
          id="camera"
          @change=${(event: Event) => {
            this.cameraId = (event.target as HTMLSelectElement).value;
          }}
        >
          ${this.cameras.map(({ camera_id, name }) => html`<option value=${camera_id} ?selected=${camera_id === this.camera}>${name}</option>`)}
        </select>
      </div>
      ${this.field("day", "date", msg("Ngày"))}
      <div class="times">${this.field("from", "time", msg("Từ"))} ${this.field("to", "time", msg("Đến"))}</div>
      ${overMidnight(this.typed) ? html`<p class="small muted">${msg("Giờ kết thúc là của ngày hôm sau.")}</p>` : nothing}
      ${this.fault()}
      <button class="primary">${msg("Xem hình của khoảng này")}</button>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-span-choice": SpanChoice;
  }
}
