// <mt-timeline-card>: one camera's day on a dashboard: the panel's own bar, the newest clips, and one that plays. What can
// be done with clips is done in the panel, a tap away.
import { localized, msg, str } from "@lit/localize";
import { mdiChevronLeft, mdiChevronRight, mdiClose, mdiOpenInNew } from "@mdi/js";
import { day as dayText, isoDay } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Hass } from "../home/hass.js";
import type { House } from "../home/house.js";
import type { Camera } from "../home/overview.js";
import { language, speak } from "../language.js";
import { theme } from "../theme.js";
import "../timeline/clip_view.js";
import type { ClipView, Wish } from "../timeline/clip_view.js";
import { type Clip, type Day, neighbour, type Window } from "../timeline/day.js";
import "../timeline/day_bar.js";
import { shiftedDay } from "../timeline/day_choice.js";
import "../timeline/day_peek.js";
import type { DayPeek } from "../timeline/day_peek.js";
import { legend } from "../timeline/legend.js";
import { legendStyles } from "../timeline/legend_styles.js";
import { ShownDay } from "../timeline/shown_day.js";
import { Thumbnails } from "../timeline/thumbnails.js";
import { addressOf, follow } from "../ui/address.js";
import type { CardConfig } from "./card_config.js";
import { cardStyles } from "./card_styles.js";
import "./clip_strip.js";
import { cameraOf, enterHouse, leaveHouse } from "./shared_house.js";

@localized()
@customElement("mt-timeline-card")
export class TimelineCard extends LitElement {
  static override styles = [...styles, theme, legendStyles, cardStyles];

  /** Given anew by Home Assistant whenever any state changes. */
  @property({ attribute: false }) hass!: Hass;
  @property({ attribute: false }) config!: CardConfig;
  @state() private ready = false;
  /** The day that is shown, as 2026-11-22; null for today, whichever that is. */
  @state() private date: string | null = null;
  @state() private clip: Clip | null = null;
  @state() private begin = 0;
  @state() private at = 0;
  @query("mt-day-peek") private readonly bubble!: DayPeek | null;
  @query("mt-clip-view") private readonly player!: ClipView | null;
  private house: House | null = null;
  private shown: ShownDay | null = null;
  private thumbnails: Thumbnails | null = null;
  private spoken = "";

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.house?.removeEventListener("change", this.news);
    if (this.house) leaveHouse(this.house);
    this.shown?.leave();
    this.thumbnails?.clear();
    this.house = null;
    this.clip = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate(); // taken out of the page and put back, it enters again
  }

  private enter(): House {
    const house = enterHouse(this.hass);
    house.addEventListener("change", this.news);
    this.thumbnails = new Thumbnails(house);
    this.shown = new ShownDay(house, {
      changed: () => this.requestUpdate(),
      read: (day, first) => this.read(day, first),
    });
    return house;
  }

  private readonly news = () => this.requestUpdate();

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const before = changed.get("hass");
    if (changed.size !== 1 || !before || !this.house) return true;
    this.house.hass = this.hass;
    return before.themes.darkMode !== this.hass.themes.darkMode || before.language !== this.hass.language;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hass || !this.config || !this.isConnected) return;
    this.house ??= this.enter();
    this.house.hass = this.hass;
    if (changed.has("config")) this.clip = null;
    if (this.spoken !== this.hass.language) {
      this.spoken = this.hass.language;
      void Promise.all([speak(this.hass.language), this.house.loadWords()]).then(() => {
        this.ready = true;
        this.requestUpdate();
      });
    }
    if (this.shown?.follow(this.camera, this.day)) this.clip = null;
  }

  // -- what is shown

  private get camera(): Camera | undefined {
    return this.house ? cameraOf(this.house, this.config.entity) : undefined;
  }

  private get today(): string {
    return isoDay(Date.now());
  }

  private get day(): string {
    return this.date ?? this.today;
  }

  private read(day: Day, first: boolean): void {
    if (first) this.at = Math.min(day.now, day.until);
    else if (this.clip) this.clip = day.clips.find((one) => one.id === this.clip?.id) ?? null;
  }

  // -- what somebody does

  private to(by: number): void {
    const date = shiftedDay(this.day, by);
    this.date = date >= this.today ? null : date;
  }

  private play(clip: Clip, seconds: number): void {
    this.begin = seconds;
    this.at = clip.start + seconds * 1000;
    if (this.clip?.id === clip.id) this.player?.seek(seconds);
    else this.clip = clip;
  }

  private readonly peekAt = (event: CustomEvent<{ at: number | null; x: number }>) => {
    const { at, x } = event.detail;
    if (event.type === "scrub" && at !== null) this.at = at;
    if (!this.shown || !this.thumbnails) return;
    void this.bubble?.show(at, x, at === null ? null : this.shown.find(at), this.thumbnails);
  };

  private readonly pickAt = (event: CustomEvent<{ at: number }>) => {
    const { at } = event.detail;
    this.at = at;
    const clip = this.shown?.find(at);
    if (clip) this.play(clip, Math.max(0, Math.min(at, clip.end) - clip.start) / 1000);
  };

  private readonly stepTo = (event: CustomEvent<string>) => {
    if (event.detail === "earlier") this.step(-1);
    else if (event.detail === "later" || event.detail === "play") this.step(1);
    else this.shown?.zoom(event.detail === "in" ? 2 : 0.5, this.at);
  };

  /** To the clip before or after; without one, to the newest. The list has the newest first. */
  private step(by: 1 | -1): void {
    const clips = this.shown?.clips ?? [];
    const next = this.clip ? neighbour(clips, this.clip, by === 1 ? -1 : 1) : clips[0];
    if (next) this.play(next, 0);
  }

  private readonly wish = (event: CustomEvent<Wish>) => {
    if (event.detail === "later") this.step(1);
  };

  private readonly close = () => {
    this.clip = null;
  };

  // -- how it looks

  private dayWord(): string {
    if (this.day === this.today) return msg("Hôm nay");
    if (this.day === shiftedDay(this.today, -1)) return msg("Hôm qua");
    return dayText(`${this.day}T12:00:00Z`, language());
  }

  private head(camera: Camera) {
    const href = addressOf("/mat-than", "timeline", camera.camera_id, this.day, ...(this.clip ? [this.clip.id] : []));
    return html`<div class="top">
      <h2>${this.config.name || camera.name}</h2>
      <div class="days" role="group" aria-label=${msg("Ngày")}>
        <button class="quiet" aria-label=${msg("Ngày trước")} @click=${() => this.to(-1)}>${icon(mdiChevronLeft)}</button>
        <span aria-live="polite">${this.dayWord()}</span>
        <button
          class="quiet"
          aria-label=${msg("Ngày sau")}
          ?disabled=${this.date === null}
          @click=${() => this.to(1)}
        >
          ${icon(mdiChevronRight)}
        </button>
      </div>
      <a class="button quiet" href=${href} aria-label=${msg(str`Mở ${camera.name} trong Mắt Thần`)} @click=${follow}
        >${icon(mdiOpenInNew)}</a
      >
    </div>`;
  }

  private playing(camera: Camera, clip: Clip) {
    return html`<div class="player">
      <mt-clip-view
        bare
        .house=${this.house}
        .clip=${clip}
        .begin=${this.begin}
        .poster=${this.thumbnails?.known(clip.id) ?? null}
        camera=${camera.name}
        @wish=${this.wish}
        @at=${(event: CustomEvent<number>) => {
          this.at = event.detail;
        }}
      ></mt-clip-view>
      <button class="close" aria-label=${msg("Đóng đoạn video")} @click=${this.close}>${icon(mdiClose)}</button>
    </div>`;
  }

  private content(day: Day, shown: ShownDay) {
    const newest = shown.clips.slice(0, this.config.clips);
    return html`<div class="strip">
        <mt-day-bar
          .day=${day}
          .window=${shown.window}
          .at=${this.at}
          ?dark=${this.hass.themes.darkMode}
          @peek=${this.peekAt}
          @scrub=${this.peekAt}
          @pick=${this.pickAt}
          @step=${this.stepTo}
          @window=${(event: CustomEvent<Window>) => {
            shown.window = event.detail;
          }}
        ></mt-day-bar>
        <mt-day-peek .house=${this.house} .day=${day}></mt-day-peek>
      </div>
      ${this.config.legend === false ? nothing : legend(shown.sums(day), language())}
      ${
        newest.length
          ? html`<mt-clip-strip
              .clips=${newest}
              .thumbnails=${this.thumbnails}
              current=${this.clip?.id ?? ""}
              @clip=${(event: CustomEvent<Clip>) => this.play(event.detail, 0)}
            ></mt-clip-strip>`
          : this.config.clips
            ? html`<p class="muted small">${msg("Chưa có đoạn video nào.")}</p>`
            : nothing
      }`;
  }

  private said(text: string) {
    return html`<p class="said muted">${text}</p>`;
  }

  private body(house: House, shown: ShownDay) {
    if (!this.ready || !house.known) return html`<div class="skeleton" aria-busy="true"></div>`;
    if (!house.overview.loaded) return this.said(msg("Mắt Thần đang không chạy"));
    const { camera } = this;
    if (!camera) return this.said(msg("Không có camera này, hoặc bạn không được xem nó."));
    return html`${this.head(camera)} ${this.clip ? this.playing(camera, this.clip) : nothing}
    ${
      shown.failure
        ? this.said(house.sentence(shown.failure))
        : shown.day
          ? this.content(shown.day, shown)
          : html`<div class="skeleton" aria-busy="true"></div>`
    }`;
  }

  override render() {
    const { house, shown } = this;
    return html`<ha-card>${house && shown ? this.body(house, shown) : nothing}</ha-card>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-timeline-card": TimelineCard;
  }
}
