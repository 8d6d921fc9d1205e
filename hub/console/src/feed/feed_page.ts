// <mt-feed-page>: what moves in the commune, newest first, as it comes.
import { msg, str } from "@lit/localize";
import { mdiArrowUp, mdiKeyboardOutline, mdiPause, mdiPlay } from "@mdi/js";
import { clock, day, longDay } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import "@shared/timeline.js";
import { styles } from "@shared/styles.js";
import type { TimelineMark } from "@shared/timeline.js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { hub, query as queryText } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { Camera, HubEvent } from "../api/types.js";
import { go } from "../app/router.js";
import { eventType } from "../app/words.js";
import { Page } from "../ui/page.js";
import { onKey } from "../ui/shortcuts.js";
import { cardStyles, eventCard } from "./event_card.js";
import { length, MOTION } from "./event_words.js";
import "./feed_empty.js";
import { belongs, EMPTY_FEED, type FeedState, type FeedStep, feed } from "./feed_state.js";
import { feedStyles } from "./feed_styles.js";
import "./shortcut_help.js";
import type { ShortcutHelp } from "./shortcut_help.js";

const DAY_MS = 86_400_000;
const PAGE_EVENTS = 48;
const REREAD_EVENTS = 200;
/** Further down than this someone is reading: new ones wait behind the button. */
const READING_PX = 320;

@customElement("mt-feed-page")
export class FeedPage extends Page {
  @state() private feed: FeedState = EMPTY_FEED;
  @state() private cameras: readonly Camera[] = [];
  @state() private news = "";
  @state() private reading = false;

  static override styles = [...styles, cardStyles, feedStyles];

  private get filter() {
    const camera = this.query.get("camera");
    const household = this.query.get("household");
    return { ...(camera ? { camera } : {}), ...(household ? { household } : {}) };
  }

  private step(step: FeedStep): void {
    this.feed = feed(this.feed, step);
  }

  protected override listen(): void {
    this.until(stream.on("event", (event) => this.arrived(event)));
    this.until(stream.on("camera", (camera) => this.changed(camera)));
    this.until(stream.on("line", (standing) => standing && this.feed.loaded && void this.read()));
    this.until(onKey((key) => this.pressed(key)));
    const scrolled = () => {
      const reading = window.scrollY > READING_PX;
      if (!reading && this.reading && !this.feed.paused && this.feed.held.length) this.step({ kind: "show" });
      this.reading = reading;
    };
    window.addEventListener("scroll", scrolled, { passive: true });
    this.until(() => window.removeEventListener("scroll", scrolled));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("query") || changed.get("query") === undefined || !this.hasUpdated) return;
    this.feed = { ...EMPTY_FEED, paused: this.feed.paused };
    void this.read();
  }

  protected override async load(): Promise<void> {
    const limit = Math.min(REREAD_EVENTS, Math.max(PAGE_EVENTS, this.feed.events.length));
    const filter = this.filter;
    const [page, cameras] = await Promise.all([hub.events(filter, undefined, limit), hub.cameras()]);
    this.cameras = cameras;
    this.step({ kind: "page", ...page });
  }

  private async older(): Promise<void> {
    const before = Math.min(...this.feed.events.map((event) => event.seq));
    await this.attempt(async () =>
      this.step({ kind: "older", ...(await hub.events(this.filter, before, PAGE_EVENTS)) }),
    );
  }

  private arrived(event: HubEvent): void {
    if (!this.feed.loaded || !belongs(event, this.filter)) return;
    const known = this.feed.events.some((shown) => shown.id === event.id);
    this.now = new Date();
    this.step({ kind: "arrived", event, hold: this.reading });
    if (!known && !this.feed.paused) {
      this.news = `${eventType(event.type)}: ${event.camera.name}, ${event.household.name}, ${clock(event.started_at, this.language)}`;
    }
  }

  /** A camera whose consents changed may have lost its events: what was withdrawn must not stay on the screen. */
  private changed(camera: Camera): void {
    const known = this.cameras.find((one) => one.id === camera.id && one.household.id === camera.household.id);
    if (!known || known.consents.join() !== camera.consents.join()) void this.read();
  }

  private pressed(key: string): void {
    if (key === "j" || key === "k") this.move(key === "j" ? 1 : -1);
    if (key === "p") this.step({ kind: "pause", paused: !this.feed.paused });
    if (key === "n" && this.feed.held.length) this.show();
    if (key === "?") this.help();
  }

  private move(by: number): void {
    const links = [...this.renderRoot.querySelectorAll<HTMLAnchorElement>("a.event")];
    const here = links.indexOf(this.shadowRoot?.activeElement as HTMLAnchorElement);
    const next = links[here < 0 ? 0 : Math.min(links.length - 1, Math.max(0, here + by))];
    next?.focus();
    next?.scrollIntoView({ block: "center" });
  }

  private show(): void {
    this.step({ kind: "show" });
    window.scrollTo({ top: 0 });
  }

  private help(): void {
    this.renderRoot.querySelector<ShortcutHelp>("mt-shortcut-help")?.open();
  }

  private choose(event: Event): void {
    const [household, camera] = (event.target as HTMLSelectElement).value.split("|");
    go(`/feed${queryText({ household, camera })}`);
  }

  private head(): TemplateResult {
    const { household = "", camera = "" } = this.filter;
    const here = household || camera ? `${household}|${camera}` : "";
    const homes = Map.groupBy(this.cameras, (one) => one.household.id);
    const option = (value: string, text: string) =>
      html`<option value=${value} ?selected=${value === here}>${text}</option>`;
    return html`<div class="head">
      <h1>${msg("Sự kiện")}</h1>
      <div class="row tools">
        <label class="unseen" for="filter">${msg("Lọc theo camera")}</label>
        <select id="filter" @change=${this.choose}>
          ${option("", msg("Mọi camera"))}
          ${[...homes].map(
            ([id, cameras]) => html`<optgroup label=${cameras[0]?.household.name ?? ""}>
              ${option(`${id}|`, msg(str`Cả hộ ${cameras[0]?.household.name ?? ""}`))}
              ${cameras.map((one) => option(`${id}|${one.id}`, one.name))}
            </optgroup>`,
          )}
        </select>
        <button
          aria-pressed=${this.feed.paused}
          @click=${() => this.step({ kind: "pause", paused: !this.feed.paused })}
          title=${this.feed.paused ? msg("Sự kiện mới đang được giữ lại") : msg("Giữ yên màn hình để xem")}
        >
          ${icon(this.feed.paused ? mdiPlay : mdiPause)}${this.feed.paused ? msg("Chạy tiếp") : msg("Tạm dừng")}
        </button>
        <button class="quiet keys" @click=${this.help} aria-label=${msg("Phím tắt")} title=${msg("Phím tắt")}>
          ${icon(mdiKeyboardOutline)}
        </button>
      </div>
    </div>`;
  }

  private strip(): TemplateResult {
    const until = this.now.getTime();
    const oldest = Date.parse(this.feed.events.at(-1)?.started_at ?? "");
    const from = this.feed.more ? Math.max(until - DAY_MS, oldest) : until - DAY_MS;
    const marks: TimelineMark[] = this.feed.events
      .filter((event) => event.type === MOTION)
      .map((event) => ({
        id: event.id,
        href: `/events/${event.id}`,
        startedAt: Date.parse(event.started_at),
        endedAt: Date.parse(event.ended_at ?? event.started_at),
        label: `${clock(event.started_at, this.language, true)} · ${event.camera.name} · ${length(event, this.now, this.language)}`,
        night: event.night,
        clip: event.clip?.state === "stored",
      }));
    return html`<mt-timeline class="strip" .marks=${marks} from=${from} until=${until} .language=${this.language}></mt-timeline>`;
  }

  private heading(at: string): string {
    const [today, yesterday] = [this.now, new Date(this.now.getTime() - DAY_MS)].map((date) =>
      day(date, this.language),
    );
    const that = day(at, this.language);
    if (that === today) return msg("Hôm nay");
    return that === yesterday ? msg("Hôm qua") : longDay(at, this.language);
  }

  private days(): TemplateResult {
    const days = Map.groupBy(this.feed.events, (event) => day(event.started_at, this.language));
    return html`${repeat(
      days,
      ([name]) => name,
      ([name, events]) => html`<section aria-labelledby="day-${name}">
        <h2 class="day" id="day-${name}">
          ${this.heading(events[0]?.started_at ?? "")}
          <span class="muted small">${name} · ${msg(str`${events.length} sự kiện`)}</span>
        </h2>
        <ul class="cards">
          ${repeat(
            events,
            (event) => event.id,
            (event) => html`<li class=${this.feed.fresh.has(event.id) ? "fresh" : ""}>
              ${eventCard(event, this.now, this.language)}
            </li>`,
          )}
        </ul>
      </section>`,
    )}`;
  }

  private list(): TemplateResult {
    if (!this.feed.loaded) {
      if (this.failure) return this.failed();
      return html`<div class="cards" aria-busy="true">
        <span class="unseen" role="status">${msg("Đang tải…")}</span>
        ${Array.from({ length: 8 }, () => html`<div class="skeleton tall"></div>`)}
      </div>`;
    }
    if (!this.feed.events.length) {
      const filtered = Object.keys(this.filter).length > 0;
      return html`<mt-feed-empty ?filtered=${filtered} .cameras=${this.cameras.length}></mt-feed-empty>`;
    }
    return html`${this.strip()}${this.days()}
    ${
      this.feed.more
        ? html`<div class="more"><button @click=${this.older}>${msg("Xem cũ hơn")}</button></div>`
        : html`<p class="more muted small">${msg("Hết: không còn sự kiện cũ hơn.")}</p>`
    }`;
  }

  override render() {
    const held = this.feed.held.length;
    return html`${this.head()}
      <div class="unseen" role="status" aria-live="polite">${this.news}</div>
      ${
        held
          ? html`<div class="held">
              <button class="primary" @click=${this.show}>${icon(mdiArrowUp)}${msg(str`${held} sự kiện mới`)}</button>
            </div>`
          : nothing
      }
      ${this.list()}
      <mt-shortcut-help></mt-shortcut-help>`;
  }
}
