// <mt-day-page>: a camera's day. Choose camera and day, see what each hour holds, play, keep, take out, delete.
import { localized, msg, str } from "@lit/localize";
import {
  mdiChevronLeft,
  mdiChevronRight,
  mdiFolderZipOutline,
  mdiMagnifyMinusOutline,
  mdiMagnifyPlusOutline,
} from "@mdi/js";
import { isoDay, longDay, span } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { html, nothing, type PropertyValues } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Camera } from "../home/overview.js";
import { addressOf, go } from "../ui/address.js";
import { Page } from "../ui/page.js";
import "./clip_list.js";
import "./clip_view.js";
import type { ClipView, Wish } from "./clip_view.js";
import "./day_bar.js";
import "./day_peek.js";
import { ClipDeeds } from "./clip_deeds.js";
import {
  type Clip,
  clipAt,
  type Day,
  type Filter,
  listed,
  moved,
  neighbour,
  totals,
  type Window,
  zoomed,
} from "./day.js";
import type { DayPeek } from "./day_peek.js";
import { Thumbnails } from "./thumbnails.js";
import { timelineStyles } from "./timeline_styles.js";

const PREFIX = "/mat-than";
const DAY_MS = 86_400_000;
const READ_AGAIN_MS = 3_000;
const REACH_SHARE = 0.02; // of the window: a clip this near to a finger is meant

@localized()
@customElement("mt-day-page")
export class TimelinePage extends Page {
  static override styles = [...Page.styles, timelineStyles];

  @state() private day: Day | null = null;
  @state() private failure: unknown = null;
  @state() private window: Window = { from: 0, until: 1 };
  @state() private filter: Filter = "all";
  @state() private clip: Clip | null = null;
  @state() private begin = 0;
  @state() private at = 0;
  @state() private exporting: number | null = null;
  @query("mt-day-peek") private readonly bubble!: DayPeek | null;
  @query("mt-clip-view") private readonly player!: ClipView | null;
  private thumbnails!: Thumbnails;
  private deeds!: ClipDeeds;
  private shown: readonly Clip[] = [];
  private shownOf: unknown[] = [];
  private readAt = "";
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.thumbnails = new Thumbnails(this.house);
    this.deeds = new ClipDeeds(this.house, {
      changed: () => this.read(),
      exporting: (share) => {
        this.exporting = share;
      },
    });
    this.until(() => {
      this.thumbnails.clear();
      clearTimeout(this.timer);
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("path") && this.key() !== this.readAt) void this.read(true);
  }

  protected override hassMatters(before: typeof this.hass | undefined): boolean {
    return before?.themes.darkMode !== this.hass.themes.darkMode;
  }

  // -- what is shown

  private get camera(): Camera | undefined {
    return this.house.camera(this.path[0] ?? "") ?? this.house.overview.cameras[0];
  }

  private get date(): string {
    return /^\d{4}-\d\d-\d\d$/.test(this.path[1] ?? "") ? (this.path[1] ?? "") : isoDay(this.now);
  }

  private key(): string {
    return `${this.camera?.camera_id} ${this.date}`;
  }

  protected override houseChanged(): void {
    super.houseChanged();
    if (this.key() !== this.readAt) void this.read(true);
    else if (this.date === isoDay(new Date()) && this.camera && this.news() !== this.told) this.readSoon();
  }

  private told = "";

  private news(): string {
    return `${this.camera?.last_clip_at} ${this.camera?.live} ${this.camera?.clips_today}`;
  }

  private readSoon(): void {
    this.told = this.news();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.read(), READ_AGAIN_MS);
  }

  private async read(anew = false): Promise<void> {
    const camera = this.camera;
    if (!camera) return;
    const key = this.key();
    this.readAt = key;
    this.told = this.news();
    if (anew) {
      this.day = null;
      this.clip = null;
    }
    try {
      const day = await this.house.ask<Day>("panel/day", { camera_id: camera.camera_id, day: this.date });
      if (this.readAt !== key) return;
      this.failure = null;
      const before = this.day;
      this.day = day;
      if (!before) this.begun(day);
      if (this.clip) this.clip = day.clips.find((one) => one.id === this.clip?.id) ?? null;
    } catch (error) {
      if (this.readAt === key) this.failure = error;
    }
  }

  /** The whole day, and the newest clip ready to be played. */
  private begun(day: Day): void {
    this.window = { from: day.since, until: day.until };
    const wanted = day.clips.find((one) => one.id === this.path[2]);
    this.at = wanted?.start ?? Math.min(day.now, day.until);
    if (wanted) this.play(wanted, 0);
  }

  private list(day: Day): readonly Clip[] {
    const of = [day, this.filter, this.window.from, this.window.until];
    if (of.some((value, index) => value !== this.shownOf[index])) {
      this.shown = listed(day.clips, this.filter, this.window);
      this.shownOf = of;
    }
    return this.shown;
  }

  // -- what somebody does

  private open(cameraId: string, date: string): void {
    go(addressOf(PREFIX, "timeline", cameraId, date), true);
  }

  private shiftDay(by: number): void {
    const noon = Date.parse(`${this.date}T12:00:00Z`) + by * DAY_MS;
    this.open(this.camera?.camera_id ?? "", new Date(noon).toISOString().slice(0, 10));
  }

  private play(clip: Clip, seconds: number): void {
    this.begin = seconds;
    this.at = clip.start + seconds * 1000;
    if (this.clip?.id === clip.id) this.player?.seek(seconds);
    else this.clip = clip;
  }

  private find(at: number): Clip | null {
    if (!this.day) return null;
    return clipAt(this.day.clips, at, (this.window.until - this.window.from) * REACH_SHARE);
  }

  private readonly peekAt = (event: CustomEvent<{ at: number | null; x: number }>) => {
    const { at, x } = event.detail;
    if (event.type === "scrub" && at !== null) this.at = at;
    void this.bubble?.show(at, x, at === null ? null : this.find(at), this.thumbnails);
  };

  private readonly pickAt = (event: CustomEvent<{ at: number }>) => {
    const { at } = event.detail;
    this.at = at;
    const clip = this.find(at);
    if (clip) this.play(clip, Math.max(0, Math.min(at, clip.end) - clip.start) / 1000);
  };

  private readonly stepTo = (event: CustomEvent<string>) => {
    if (event.detail === "earlier") this.go(-1);
    else if (event.detail === "later" || event.detail === "play") this.go(1);
    else if (this.day) this.window = zoomed(this.day, this.window, event.detail === "in" ? 2 : 0.5, this.at);
  };

  /** To the clip before or after, of those that the filter shows. */
  private go(step: 1 | -1): void {
    if (!this.day) return;
    const clips = this.list(this.day);
    const next = this.clip
      ? neighbour(clips, this.clip, step === 1 ? -1 : 1)
      : clipAt([...clips].reverse(), this.at, Number.POSITIVE_INFINITY);
    if (next) this.play(next, 0);
  }

  private readonly wish = async (event: CustomEvent<Wish>) => {
    const { clip, day, camera } = this;
    if (!clip || !day || !camera) return;
    switch (event.detail) {
      case "earlier":
        return this.go(-1);
      case "later":
        return this.go(1);
      case "keep":
        return void (await this.attempt(() => this.deeds.keep(clip)));
      case "free":
        return void (await this.attempt(() => this.deeds.free(clip)));
      case "export":
        return void (await this.attempt(() => this.deeds.export(camera, clip.start, clip.end, [clip])));
      case "delete": {
        const next = neighbour(this.list(day), clip, 1) ?? neighbour(this.list(day), clip, -1);
        if ((await this.attempt(() => this.deeds.delete(clip))) && next) this.play(next, 0);
        else if (!next) this.clip = null;
      }
    }
  };

  private readonly exportWindow = () => {
    const { camera } = this;
    if (camera)
      void this.attempt(() =>
        this.deeds.export(camera, Math.round(this.window.from), Math.round(this.window.until), []),
      );
  };

  // -- how it looks

  private choices() {
    const { cameras } = this.house.overview;
    const current = this.camera?.camera_id;
    return html`<div class="cameras" role="group" aria-label=${msg("Camera")}>
      ${cameras.map(
        (camera) => html`<button
          class="choice"
          aria-pressed=${camera.camera_id === current}
          @click=${() => this.open(camera.camera_id, this.date)}
        >
          ${camera.name}
        </button>`,
      )}
    </div>`;
  }

  private days() {
    const today = this.date >= isoDay(this.now);
    return html`<div class="days">
      <button class="quiet" aria-label=${msg("Ngày trước")} @click=${() => this.shiftDay(-1)}>${icon(mdiChevronLeft)}</button>
      <h1>${longDay(`${this.date}T12:00:00Z`, this.language)}</h1>
      <button class="quiet" aria-label=${msg("Ngày sau")} ?disabled=${today} @click=${() => this.shiftDay(1)}>
        ${icon(mdiChevronRight)}
      </button>
      <input
        type="date"
        aria-label=${msg("Chọn ngày")}
        .value=${this.date}
        max=${isoDay(this.now)}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLInputElement;
          if (value) this.open(this.camera?.camera_id ?? "", value);
        }}
      />
    </div>`;
  }

  private tools(day: Day) {
    const whole = this.window.until - this.window.from >= day.until - day.since;
    const pan = (share: number) => {
      this.window = moved(day, this.window, share);
    };
    const zoom = (factor: number) => {
      this.window = zoomed(day, this.window, factor, this.at);
    };
    return html`<div class="tools">
      <button class="quiet" aria-label=${msg("Sớm hơn")} ?disabled=${whole} @click=${() => pan(-0.5)}>${icon(mdiChevronLeft)}</button>
      <button class="quiet" aria-label=${msg("Thu nhỏ")} ?disabled=${whole} @click=${() => zoom(0.5)}>${icon(mdiMagnifyMinusOutline)}</button>
      <button class="quiet" aria-label=${msg("Phóng to")} @click=${() => zoom(2)}>${icon(mdiMagnifyPlusOutline)}</button>
      <button class="quiet" aria-label=${msg("Muộn hơn")} ?disabled=${whole} @click=${() => pan(0.5)}>${icon(mdiChevronRight)}</button>
      ${this.legend(day)}
    </div>`;
  }

  private summed: [Day, ReturnType<typeof totals>] | null = null;

  private sums(day: Day): ReturnType<typeof totals> {
    if (this.summed?.[0] !== day) this.summed = [day, totals(day.spans)];
    return this.summed[1];
  }

  private legend(day: Day) {
    const sums = this.sums(day);
    const missing = sums.absent + sums.unexplained;
    const parts: [string, string, number][] = [
      ["recorded", msg("Đã ghi"), sums.recorded],
      ["watched", msg("Đã trông"), sums.watched],
      ["absent", msg("Thiếu"), missing],
      ["off", msg("Tắt"), sums.off],
    ];
    return html`<ul class="legend">
      <li><i class="mark"></i>${msg("Chuyển động")}</li>
      ${parts.map(([kind, name, seconds]) =>
        seconds >= 1
          ? html`<li><i class=${kind}></i>${name} <span class="muted">${span(seconds, this.language)}</span></li>`
          : nothing,
      )}
    </ul>`;
  }

  private filters(day: Day) {
    const names: [Filter, string][] = [
      ["all", msg("Tất cả")],
      ["motion", msg("Chuyển động")],
      ["continuous", msg("Liên tục")],
      ["kept", msg("Được giữ")],
    ];
    const present = names.filter(
      ([name]) => name !== "continuous" || day.clips.some((clip) => clip.kind === "continuous"),
    );
    return html`<div class="filters" role="group" aria-label=${msg("Lọc")}>
      ${present.map(
        ([name, text]) => html`<button
          class="choice small"
          aria-pressed=${this.filter === name}
          @click=${() => {
            this.filter = name;
          }}
        >
          ${text}
        </button>`,
      )}
      <span class="muted small count" role="status">${msg(str`${this.list(day).length} đoạn`)}</span>
      <button class="quiet small" ?disabled=${this.exporting !== null} @click=${this.exportWindow}>
        ${icon(mdiFolderZipOutline, "", 18)}${this.exporting === null ? msg("Xuất khoảng này") : msg(str`Đang xuất ${Math.round(this.exporting * 100)} %`)}
      </button>
    </div>`;
  }

  private content(day: Day, camera: Camera) {
    const clips = this.list(day);
    return html`<div class="strip card">
        <mt-day-bar
          .day=${day}
          .window=${this.window}
          .at=${this.at}
          filter=${this.filter}
          ?dark=${this.hass.themes.darkMode}
          @peek=${this.peekAt}
          @scrub=${this.peekAt}
          @pick=${this.pickAt}
          @step=${this.stepTo}
          @window=${(event: CustomEvent<Window>) => {
            this.window = event.detail;
          }}
        ></mt-day-bar>
        <mt-day-peek .house=${this.house} .day=${day}></mt-day-peek>
        ${this.tools(day)}
      </div>
      <div class="parts">
        <section class="card player" aria-label=${msg("Đoạn video")}>
          ${
            this.clip
              ? html`<mt-clip-view
                  .house=${this.house}
                  .clip=${this.clip}
                  .begin=${this.begin}
                  .poster=${this.thumbnails.known(this.clip.id) ?? null}
                  ?busy=${this.exporting !== null}
                  camera=${camera.name}
                  @wish=${this.wish}
                  @at=${(event: CustomEvent<number>) => {
                    this.at = event.detail;
                  }}
                ></mt-clip-view>`
              : html`<p class="hint muted">${
                  clips.length
                    ? msg("Chạm vào một đoạn trong danh sách, hoặc vào thanh thời gian, để xem.")
                    : msg("Không có đoạn video nào trong khoảng này.")
                }</p>`
          }
        </section>
        <section class="card clips" aria-label=${msg("Các đoạn video")}>
          ${this.filters(day)}
          <mt-clip-list
            .clips=${clips}
            .thumbnails=${this.thumbnails}
            current=${this.clip?.id ?? ""}
            @clip=${(event: CustomEvent<Clip>) => this.play(event.detail, 0)}
          ></mt-clip-list>
        </section>
      </div>`;
  }

  override render() {
    const { camera } = this;
    if (!this.house.known) return this.waiting(2);
    if (!camera) return html`<div class="empty card"><h2>${msg("Chưa có camera nào")}</h2></div>`;
    return html`${this.choices()} ${this.days()}
    ${this.failure ? this.wrong(this.failure) : this.day ? this.content(this.day, camera) : this.waiting(2)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-day-page": TimelinePage;
  }
}
