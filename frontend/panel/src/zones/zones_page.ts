// <mt-zones>: where a camera looks for motion, what it ignores, what never leaves home. Drawn, tried, then saved.
import { localized, msg, str } from "@lit/localize";
import { mdiContentSaveOutline, mdiDeleteOutline, mdiPlus, mdiRedo, mdiUndo } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { toast } from "@shared/toast.js";
import { html, nothing, type PropertyValues } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Camera } from "../home/overview.js";
import { addressOf, go } from "../ui/address.js";
import { Page } from "../ui/page.js";
import "./area_canvas.js";
import {
  type Area,
  type AreaKind,
  areasOf,
  MOST_AREAS,
  newArea,
  type Saved,
  Steps,
  savedOf,
  type Zone,
} from "./areas.js";
import type { Look } from "./look.js";
import "./rehearsal.js";
import "./tuning_view.js";
import { LOOKS_SHOWN } from "./tuning_view.js";
import { kindMeaning, kindWord } from "./zone_words.js";
import { zonesStyles } from "./zones_styles.js";

const PICTURE_PIXELS = 1280;

interface Watch {
  sensitivity: number;
  minimum_s: number;
  zones: Zone[];
  [more: string]: unknown;
}

interface Told {
  watch: Watch;
  privacy_masks: Saved["privacy_masks"];
}

interface Draft {
  areas: readonly Area[];
  sensitivity: number;
  minimum_s: number;
}

@localized()
@customElement("mt-zones")
export class ZonesPage extends Page {
  static override styles = [...Page.styles, zonesStyles];

  @state() private told: Told | null = null;
  @state() private failure: unknown = null;
  @state() private selected = -1;
  @state() private looks: readonly Look[] = [];
  @state() private watching = false;
  @state() private saving = false;
  private steps: Steps<Draft> | null = null;
  private saved: Draft | null = null;
  private readOf = "";
  private stopLooking: (() => void) | null = null;
  private nextId = 1000;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endLooking();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("path") && this.camera && this.camera.camera_id !== this.readOf) void this.read();
  }

  protected override houseChanged(): void {
    super.houseChanged();
    if (this.camera && this.camera.camera_id !== this.readOf) void this.read();
  }

  private get camera(): Camera | undefined {
    return this.house.camera(this.path[0] ?? "") ?? this.house.overview.cameras[0];
  }

  private get draft(): Draft | null {
    return this.steps?.now ?? null;
  }

  private async read(): Promise<void> {
    const camera = this.camera;
    if (!camera) return;
    this.endLooking();
    this.readOf = camera.camera_id;
    this.told = null;
    this.selected = -1;
    try {
      const told = await this.house.ask<Told>("panel/zones", { camera_id: camera.camera_id });
      if (this.readOf !== camera.camera_id) return;
      const { sensitivity, minimum_s, zones } = told.watch;
      this.saved = { areas: areasOf({ zones, privacy_masks: told.privacy_masks }), sensitivity, minimum_s };
      this.steps = new Steps(this.saved);
      this.failure = null;
      this.told = told;
    } catch (error) {
      this.failure = error;
    }
  }

  // -- what somebody does

  private do(change: Partial<Draft>): void {
    if (!this.steps) return;
    this.steps.do({ ...this.steps.now, ...change });
    this.requestUpdate();
  }

  private change(area: Area): void {
    const areas = this.draft?.areas.map((one) => (one.id === area.id ? area : one)) ?? [];
    this.do({ areas });
  }

  private add(kind: AreaKind): void {
    if (!this.draft || this.draft.areas.length >= MOST_AREAS) return;
    this.nextId += 1;
    const number = this.draft.areas.filter((area) => area.kind === kind).length + 1;
    const area = newArea(this.nextId, kind, kind === "privacy" ? "" : `${kindWord(kind)} ${number}`);
    this.do({ areas: [...this.draft.areas, area] });
    this.selected = area.id;
  }

  private removeChosen(): void {
    this.do({ areas: this.draft?.areas.filter(({ id }) => id !== this.selected) ?? [] });
    this.selected = -1;
  }

  private get changed(): boolean {
    return this.draft !== null && JSON.stringify(this.draft) !== JSON.stringify(this.saved);
  }

  private readonly save = async () => {
    const { camera, draft } = this;
    if (!camera || !draft) return;
    this.saving = true;
    const done = await this.attempt(() => {
      const { sensitivity, minimum_s } = draft;
      const areas = savedOf(draft.areas);
      return this.house.ask("panel/zones/save", { camera_id: camera.camera_id, ...areas, sensitivity, minimum_s });
    });
    this.saving = false;
    if (done === undefined) return;
    this.saved = draft;
    toast(msg(str`Đã lưu. ${camera.name} dùng ngay các vùng này.`));
    this.requestUpdate();
  };

  private readonly toggleLooking = async () => {
    if (this.watching) return this.endLooking();
    const camera = this.camera;
    if (!camera) return;
    this.watching = true;
    const stop = await this.attempt(() =>
      this.house.listen<Look>("tuning/subscribe", { camera_id: camera.camera_id }, (look) => {
        this.looks = [...this.looks.slice(1 - LOOKS_SHOWN), look];
      }),
    );
    if (!stop) this.watching = false;
    else if (!this.watching) void stop().catch(() => undefined);
    else this.stopLooking = () => void stop().catch(() => undefined);
  };

  private endLooking(): void {
    this.stopLooking?.();
    this.stopLooking = null;
    this.watching = false;
    this.looks = [];
  }

  private readonly press = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    if (event.shiftKey) this.steps?.redo();
    else this.steps?.undo();
    this.requestUpdate();
  };

  // -- how it looks

  private choices(current: Camera) {
    return html`<div class="cameras" role="group" aria-label=${msg("Camera")}>
      ${this.house.overview.cameras.map(
        (camera) => html`<button
          class="choice"
          aria-pressed=${camera.camera_id === current.camera_id}
          @click=${() => go(addressOf("/mat-than", "zones", camera.camera_id), true)}
        >
          ${camera.name}
        </button>`,
      )}
    </div>`;
  }

  private tools() {
    const kinds: AreaKind[] = ["include", "exclude", "privacy"];
    return html`<div class="tools">
      ${kinds.map(
        (kind) => html`<button title=${kindMeaning(kind)} @click=${() => this.add(kind)}>
          ${icon(mdiPlus, "", 18)}<i class=${kind}></i>${kindWord(kind)}
        </button>`,
      )}
      <span class="gap"></span>
      <button class="quiet" aria-label=${msg("Hoàn tác")} ?disabled=${!this.steps?.canUndo} @click=${() => this.step("undo")}>${icon(mdiUndo)}</button>
      <button class="quiet" aria-label=${msg("Làm lại")} ?disabled=${!this.steps?.canRedo} @click=${() => this.step("redo")}>${icon(mdiRedo)}</button>
    </div>`;
  }

  private step(what: "undo" | "redo"): void {
    this.steps?.[what]();
    this.requestUpdate();
  }

  private chosen(draft: Draft) {
    const area = draft.areas.find(({ id }) => id === this.selected);
    if (!area) {
      return html`<p class="muted small">
        ${draft.areas.length ? msg("Chạm vào một vùng để sửa. Kéo góc để dời, kéo chấm giữa cạnh để thêm góc, chạm đúp vào góc để bỏ.") : msg("Chưa có vùng nào: cả hình được theo dõi.")}
      </p>`;
    }
    return html`<div class="chosen">
      <p><strong>${kindWord(area.kind)}</strong><br /><span class="small muted">${kindMeaning(area.kind)}</span></p>
      ${
        area.kind === "privacy"
          ? nothing
          : html`<label>
              ${msg("Tên")}
              <input
                maxlength="60"
                .value=${area.name}
                @change=${(event: Event) => this.change({ ...area, name: (event.target as HTMLInputElement).value.trim() || kindWord(area.kind) })}
              />
            </label>`
      }
      <button class="quiet" @click=${() => this.removeChosen()}>${icon(mdiDeleteOutline)}${msg("Xoá vùng này")}</button>
    </div>`;
  }

  private sliders(draft: Draft) {
    return html`<div class="sliders">
      <label>
        ${msg("Độ nhạy")} <output class="muted">${draft.sensitivity}</output>
        <input
          type="range"
          min="1"
          max="100"
          .value=${String(draft.sensitivity)}
          @change=${(event: Event) => this.do({ sensitivity: Number((event.target as HTMLInputElement).value) })}
        />
        <span class="hint">${msg("Thấp: chỉ vật to, rõ. Cao: mọi thứ chuyển động.")}</span>
      </label>
      <label>
        ${msg("Kéo dài ít nhất")} <output class="muted">${draft.minimum_s.toLocaleString(this.language)} ${msg("giây")}</output>
        <input
          type="range"
          min="0"
          max="5"
          step="0.1"
          .value=${String(draft.minimum_s)}
          @change=${(event: Event) => this.do({ minimum_s: Number((event.target as HTMLInputElement).value) })}
        />
        <span class="hint">${msg("Chuyển động ngắn hơn thế thì không báo.")}</span>
      </label>
    </div>`;
  }

  private content(camera: Camera, told: Told, draft: Draft) {
    const look = this.looks.at(-1) ?? null;
    const now = this.house.picture(camera.entities.camera, PICTURE_PIXELS);
    const last = this.house.picture(camera.entities.picture);
    const picture = camera.live ? (now ?? last) : (last ?? now);
    const watch = {
      ...told.watch,
      sensitivity: draft.sensitivity,
      minimum_s: draft.minimum_s,
      zones: savedOf(draft.areas).zones,
    };
    return html`<div class="parts" @keydown=${this.press}>
      <section class="drawing" aria-label=${msg("Vẽ vùng")}>
        ${this.tools()}
        <mt-area-canvas
          .areas=${draft.areas}
          selected=${this.selected}
          .picture=${picture ?? (look ? `data:image/jpeg;base64,${look.picture_jpeg}` : null)}
          .look=${look}
          @area=${(event: CustomEvent<Area>) => this.change(event.detail)}
          @choose=${(event: CustomEvent<number>) => {
            this.selected = event.detail;
          }}
        ></mt-area-canvas>
        ${this.chosen(draft)}
      </section>
      <div class="stack">
        <section class="card">
          <h2>${msg("Phát hiện")}</h2>
          ${this.sliders(draft)}
        </section>
        <section class="card">
          <h2>${msg("Máy đang thấy gì")}</h2>
          <p class="small muted">${msg("Từng hình được chấm từ 0 đến 100 %: quá 50 % là có chuyển động. Xem trực tiếp máy chấm gì và vì sao.")}</p>
          <button @click=${this.toggleLooking} ?disabled=${!camera.live}>${this.watching ? msg("Thôi xem") : msg("Xem trực tiếp")}</button>
          ${this.watching ? html`<p class="small muted">${msg("Theo các vùng đã lưu.")}</p><mt-tuning .house=${this.house} .looks=${this.looks}></mt-tuning>` : nothing}
        </section>
        <section class="card">
          <h2>${msg("Thử trước khi lưu")}</h2>
          <p class="small muted">${msg("Xem lại các đoạn đêm qua theo những gì bạn vừa vẽ: đoạn nào sẽ không báo nữa, đoạn nào báo thêm.")}</p>
          <mt-rehearsal .house=${this.house} .cameraId=${camera.camera_id} .watch=${watch}></mt-rehearsal>
        </section>
      </div>
    </div>
    <div class="save" ?hidden=${!this.changed}>
      <span>${msg("Có thay đổi chưa lưu")}</span>
      <button class="quiet" @click=${() => this.discard()}>${msg("Bỏ")}</button>
      <button class="primary" ?disabled=${this.saving} @click=${this.save}>${icon(mdiContentSaveOutline)}${msg("Lưu")}</button>
    </div>`;
  }

  private discard(): void {
    if (this.saved) this.do(this.saved);
    this.selected = -1;
  }

  override render() {
    const { camera, draft, told } = this;
    if (!this.house.known) return this.waiting(2);
    if (!camera) return html`<div class="empty card"><h2>${msg("Chưa có camera nào")}</h2></div>`;
    return html`${this.choices(camera)}
    ${this.failure ? this.wrong(this.failure) : told && draft ? this.content(camera, told, draft) : this.waiting(2)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-zones": ZonesPage;
  }
}
