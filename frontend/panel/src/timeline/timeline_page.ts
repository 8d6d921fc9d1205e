// <mt-day-page>: a camera's day. Choose camera and day, see what each hour holds, play, keep, take out, delete.
import { localized, msg } from "@lit/localize";
import { mdiChevronLeft, mdiChevronRight, mdiMagnifyMinusOutline, mdiMagnifyPlusOutline } from "@mdi/js";
import { isoDay } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { html, type PropertyValues } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Camera } from "../home/overview.js";
import type { Sharing } from "../sharing/sharing_facts.js";
import { addressOf, go } from "../ui/address.js";
import { Page } from "../ui/page.js";
import { clipFilters } from "./clip_filters.js";
import "./clip_list.js";
import "./clip_offer.js";
import "./clip_view.js";
import type { ClipView, Wish } from "./clip_view.js";
import "./day_bar.js";
import { cameraChoice, dayChoice, shiftedDay } from "./day_choice.js";
import "./day_peek.js";
import { ClipDeeds } from "./clip_deeds.js";
import { type Clip, clipAt, type Day, neighbour, type Window } from "./day.js";
import type { DayPeek } from "./day_peek.js";
import { EVENING, earlyDay } from "./early_day.js";
import { legend } from "./legend.js";
import { legendStyles } from "./legend_styles.js";
import { ShownDay } from "./shown_day.js";
import { Thumbnails } from "./thumbnails.js";
import { timelineStyles } from "./timeline_styles.js";

const PREFIX = "/mat-than";

@localized()
@customElement("mt-day-page")
export class TimelinePage extends Page {
  static override styles = [...Page.styles, legendStyles, timelineStyles];

  @state() private clip: Clip | null = null;
  @state() private begin = 0;
  @state() private at = 0;
  @state() private exporting: number | null = null;
  @state() private reportable = false;
  @query("mt-day-peek") private readonly bubble!: DayPeek | null;
  @query("mt-clip-view") private readonly player!: ClipView | null;
  private shown!: ShownDay;
  private thumbnails!: Thumbnails;
  private deeds!: ClipDeeds;

  override connectedCallback(): void {
    super.connectedCallback();
    this.thumbnails = new Thumbnails(this.house);
    this.shown = new ShownDay(this.house, {
      changed: () => this.requestUpdate(),
      read: (day, first) => this.read(day, first),
    });
    this.deeds = new ClipDeeds(this.house, {
      changed: () => this.shown.read(),
      exporting: (share) => {
        this.exporting = share;
      },
    });
    this.until(() => {
      this.thumbnails.clear();
      this.shown.leave();
    });
    void this.askForHubs();
    if (this.hasUpdated) this.follow(); // taken out of the page and put back
  }

  /** A clip is reported to a hub that the home is in, by those who may give consents. */
  private async askForHubs(): Promise<void> {
    if (!this.hass.user.is_admin) return;
    const { hubs } = await this.house.ask<Pick<Sharing, "hubs">>("panel/sharing").catch(() => ({ hubs: [] }));
    this.reportable = hubs.length > 0;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("path")) this.follow();
  }

  protected override hassMatters(before: typeof this.hass | undefined): boolean {
    return before?.themes.darkMode !== this.hass.themes.darkMode;
  }

  protected override houseChanged(): void {
    super.houseChanged();
    this.follow();
  }

  // -- what is shown

  private get camera(): Camera | undefined {
    return this.house.camera(this.path[0] ?? "") ?? this.house.overview.cameras[0];
  }

  private get date(): string {
    return /^\d{4}-\d\d-\d\d$/.test(this.path[1] ?? "") ? (this.path[1] ?? "") : isoDay(this.now);
  }

  private follow(): void {
    if (this.shown.follow(this.camera, this.date, this.path[2] === EVENING)) this.clip = null;
  }

  /** At first the whole day, and the clip that the address names; later, what is played as it is now. */
  private read(day: Day, first: boolean): void {
    if (first) {
      const wanted = day.clips.find((one) => one.id === this.path[2]);
      this.at = wanted?.start ?? Math.min(day.now, day.until);
      if (wanted) this.play(wanted, 0);
    } else if (this.clip) this.clip = day.clips.find((one) => one.id === this.clip?.id) ?? null;
  }

  // -- what somebody does

  private open(cameraId: string, date: string): void {
    go(addressOf(PREFIX, "timeline", cameraId, date), true);
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
    void this.bubble?.show(at, x, at === null ? null : this.shown.find(at), this.thumbnails);
  };

  private readonly pickAt = (event: CustomEvent<{ at: number }>) => {
    const { at } = event.detail;
    this.at = at;
    const clip = this.shown.find(at);
    if (clip) this.play(clip, Math.max(0, Math.min(at, clip.end) - clip.start) / 1000);
  };

  private readonly stepTo = (event: CustomEvent<string>) => {
    if (event.detail === "earlier") this.go(-1);
    else if (event.detail === "later" || event.detail === "play") this.go(1);
    else this.shown.zoom(event.detail === "in" ? 2 : 0.5, this.at);
  };

  /** To the clip before or after, of those that the filter shows. */
  private go(step: 1 | -1): void {
    const { clips } = this.shown;
    const next = this.clip
      ? neighbour(clips, this.clip, step === 1 ? -1 : 1)
      : clipAt([...clips].reverse(), this.at, Number.POSITIVE_INFINITY);
    if (next) this.play(next, 0);
  }

  private readonly wish = async (event: CustomEvent<Wish>) => {
    const { clip, camera } = this;
    if (!clip || !camera) return;
    switch (event.detail) {
      case "earlier":
        return this.go(-1);
      case "later":
        return this.go(1);
      case "keep":
        return void (await this.attempt(() => this.deeds.keep(clip)));
      case "free":
        return void (await this.attempt(() => this.deeds.free(clip)));
      case "report":
        return go(addressOf(PREFIX, "sharing", "report", camera.camera_id, `${clip.start}`, `${clip.end}`));
      case "export":
        return void (await this.attempt(() => this.deeds.export(camera, clip.start, clip.end, [clip])));
      case "delete": {
        const next = neighbour(this.shown.clips, clip, 1) ?? neighbour(this.shown.clips, clip, -1);
        if ((await this.attempt(() => this.deeds.delete(clip))) && next) this.play(next, 0);
        else if (!next) this.clip = null;
      }
    }
  };

  private readonly exportWindow = () => {
    const { camera } = this;
    const { from, until } = this.shown.window;
    if (camera) void this.attempt(() => this.deeds.export(camera, Math.round(from), Math.round(until), []));
  };

  private readonly reportWindow = () => {
    const { camera } = this;
    const { from, until } = this.shown.window;
    const end = Math.min(until, this.shown.day?.now ?? until);
    if (camera)
      go(addressOf(PREFIX, "sharing", "report", camera.camera_id, `${Math.round(from)}`, `${Math.round(end)}`));
  };

  // -- how it looks

  private tools(day: Day) {
    const { window } = this.shown;
    const whole = window.until - window.from >= day.until - day.since;
    const pan = (share: number) => this.shown.pan(share);
    const zoom = (factor: number) => this.shown.zoom(factor, this.at);
    return html`<div class="tools">
      <button class="quiet" aria-label=${msg("Sớm hơn")} ?disabled=${whole} @click=${() => pan(-0.5)}>${icon(mdiChevronLeft)}</button>
      <button class="quiet" aria-label=${msg("Thu nhỏ")} ?disabled=${whole} @click=${() => zoom(0.5)}>${icon(mdiMagnifyMinusOutline)}</button>
      <button class="quiet" aria-label=${msg("Phóng to")} @click=${() => zoom(2)}>${icon(mdiMagnifyPlusOutline)}</button>
      <button class="quiet" aria-label=${msg("Muộn hơn")} ?disabled=${whole} @click=${() => pan(0.5)}>${icon(mdiChevronRight)}</button>
      ${legend(this.shown.sums(day), this.language)}
    </div>`;
  }

  private filters(day: Day) {
    return clipFilters(day, {
      filter: this.shown.filter,
      count: this.shown.clips.length,
      exporting: this.exporting,
      choose: (filter) => {
        this.shown.filter = filter;
      },
      exportAll: this.exportWindow,
      reportAll: this.reportable ? this.reportWindow : null,
    });
  }

  /** Before anything is chosen, the newest of the list. */
  private offer([newest]: readonly Clip[]) {
    if (!newest) return html`<p class="hint muted">${msg("Không có đoạn video nào trong khoảng này.")}</p>`;
    return html`<mt-clip-offer .clip=${newest} .thumbnails=${this.thumbnails} @clip=${this.picked}></mt-clip-offer>`;
  }

  private readonly picked = (event: CustomEvent<Clip>) => this.play(event.detail, 0);

  private content(day: Day, camera: Camera) {
    const { clips } = this.shown;
    const evening = addressOf(PREFIX, "timeline", camera.camera_id, shiftedDay(this.date, -1), EVENING);
    return html`<div class="strip card">
        <mt-day-bar
          .day=${day}
          .window=${this.shown.window}
          .at=${this.at}
          filter=${this.shown.filter}
          ?dark=${this.hass.themes.darkMode}
          @peek=${this.peekAt}
          @scrub=${this.peekAt}
          @pick=${this.pickAt}
          @step=${this.stepTo}
          @window=${(event: CustomEvent<Window>) => {
            this.shown.window = event.detail;
          }}
        ></mt-day-bar>
        <mt-day-peek .house=${this.house} .day=${day}></mt-day-peek>
        ${this.tools(day)} ${earlyDay(day, this.shown.window, this.language, evening)}
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
                  ?reportable=${this.reportable}
                  camera=${camera.name}
                  @wish=${this.wish}
                  @at=${(event: CustomEvent<number>) => {
                    this.at = event.detail;
                  }}
                ></mt-clip-view>`
              : this.offer(clips)
          }
        </section>
        <section class="card clips" aria-label=${msg("Các đoạn video")}>
          ${this.filters(day)}
          <mt-clip-list
            .clips=${clips}
            .thumbnails=${this.thumbnails}
            current=${this.clip?.id ?? ""}
            @clip=${this.picked}
          ></mt-clip-list>
        </section>
      </div>`;
  }

  override render() {
    const { camera } = this;
    const { day, failure } = this.shown;
    if (!this.house.known) return this.waiting(2);
    if (!camera) return html`<div class="empty card"><h2>${msg("Chưa có camera nào")}</h2></div>`;
    const chosen = { camera_id: camera.camera_id, date: this.date, today: isoDay(this.now) };
    const open = (cameraId: string, date: string) => this.open(cameraId, date);
    return html`${cameraChoice(this.house.overview.cameras, chosen, open)} ${dayChoice(chosen, this.language, open)}
    ${failure ? this.wrong(failure) : day ? this.content(day, camera) : this.waiting(2)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-day-page": TimelinePage;
  }
}
