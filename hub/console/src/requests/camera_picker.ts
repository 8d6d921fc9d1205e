// <mt-camera-picker>: which cameras to ask for, grouped by household, found by typing.
import { localized, msg, str } from "@lit/localize";
import { styles } from "@shared/styles.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Camera } from "../api/types.js";
import { position } from "../app/words.js";
import { askable, cameraKey, type HouseholdCameras } from "./request_draft.js";

@localized()
@customElement("mt-camera-picker")
export class CameraPicker extends LitElement {
  @property({ attribute: false }) cameras: readonly Camera[] = [];
  @property({ attribute: false }) chosen: ReadonlySet<string> = new Set();
  @state() private search = "";

  static override styles = [
    ...styles,
    css`
      .households {
        display: grid;
        gap: 1rem;
        margin-top: 0.9rem;
        max-height: min(56vh, 34rem);
        overflow-y: auto;
        padding: 3px;
      }
      fieldset {
        border: 1px solid var(--mt-line);
        border-radius: 10px;
        margin: 0;
        padding: 0.4rem 0.9rem 0.6rem;
        min-width: 0;
      }
      legend {
        font-weight: 600;
        padding-inline: 0.35rem;
      }
      label.one {
        display: flex;
        align-items: center;
        gap: 0.7rem;
        min-height: 2.75rem;
        margin: 0;
        font-weight: 400;
        cursor: pointer;
      }
      label.one input {
        flex: none;
      }
      .count {
        margin-top: 0.7rem;
      }
    `,
  ];

  private choose(keys: readonly string[], chosen: boolean): void {
    const next = new Set(this.chosen);
    for (const key of keys) {
      if (chosen) next.add(key);
      else next.delete(key);
    }
    this.dispatchEvent(new CustomEvent<ReadonlySet<string>>("choose", { detail: next }));
  }

  private box(keys: readonly string[], text: TemplateResult | string): TemplateResult {
    const chosen = keys.filter((key) => this.chosen.has(key)).length;
    return html`<label class="one">
      <input
        type="checkbox"
        .checked=${chosen === keys.length}
        .indeterminate=${chosen > 0 && chosen < keys.length}
        @change=${(event: Event) => this.choose(keys, (event.target as HTMLInputElement).checked)}
      />
      <span>${text}</span>
    </label>`;
  }

  private household(household: HouseholdCameras): TemplateResult {
    const keys = household.cameras.map(cameraKey);
    return html`<fieldset>
      <legend>${household.name}</legend>
      ${keys.length > 1 ? this.box(keys, html`<b>${msg(str`Cả ${keys.length} camera`)}</b>`) : nothing}
      ${household.cameras.map((camera) =>
        this.box(
          [cameraKey(camera)],
          html`${camera.name} <span class="muted small">· ${position(camera.position)}</span>`,
        ),
      )}
    </fieldset>`;
  }

  override render() {
    const found = askable(this.cameras, this.search);
    return html`<label for="search">${msg("Tìm theo tên hộ hoặc tên camera")}</label>
      <input
        id="search"
        type="search"
        autocomplete="off"
        .value=${this.search}
        @input=${(event: Event) => {
          this.search = (event.target as HTMLInputElement).value;
        }}
      />
      <p class="count" role="status">
        <b>${msg(str`Đã chọn ${this.chosen.size} camera`)}</b>
        ${found.length ? nothing : html`<br />${this.none()}`}
      </p>
      <div class="households">
        ${repeat(
          found,
          (household) => household.id,
          (household) => this.household(household),
        )}
      </div>`;
  }

  private none(): string {
    return this.search.trim()
      ? msg("Không có hộ hay camera nào như vậy.")
      : msg("Chưa có camera nào đang được chia sẻ, nên chưa hỏi được hộ nào.");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-camera-picker": CameraPicker;
  }
}
