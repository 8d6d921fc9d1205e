// <mt-event-page>: one event whole: the clip, the picture, the facts, the consent it came under, who looked.
import { msg, str } from "@lit/localize";
import { mdiArrowLeft, mdiChevronLeft, mdiChevronRight, mdiDownload, mdiGavel, mdiWeatherNight } from "@mdi/js";
import { clock, moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import "@shared/player.js";
import "@shared/still.js";
import "@shared/timeline.js";
import { styles } from "@shared/styles.js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub, Problem } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { AccessEntry, Consent, HubEvent } from "../api/types.js";
import { go } from "../app/router.js";
import { session } from "../app/session.js";
import { eventType } from "../app/words.js";
import { pictureText } from "../feed/event_card.js";
import { length, MOTION } from "../feed/event_words.js";
import { Page } from "../ui/page.js";
import { onKey } from "../ui/shortcuts.js";
import { consentFacts, eventFacts, lookers } from "./event_facts.js";
import { eventStyles } from "./event_styles.js";

const AROUND_MS = 6 * 3_600_000;

@customElement("mt-event-page")
export class EventPage extends Page {
  @state() private event: HubEvent | null = null;
  @state() private consent: Consent | null = null;
  @state() private looks: readonly AccessEntry[] | null = null;
  /** The same camera's events, newest first. */
  @state() private around: readonly HubEvent[] = [];
  @state() private view: "clip" | "still" = "clip";
  @state() private framed = true;

  static override styles = [...styles, eventStyles];

  protected override listen(): void {
    this.until(stream.on("event", (event) => this.news(event)));
    this.until(stream.on("camera", (camera) => camera.id === this.event?.camera.id && void this.recheck()));
    this.until(stream.on("line", (standing) => standing && void this.recheck()));
    this.until(onKey((key) => this.pressed(key)));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("subject") || !this.hasUpdated) return;
    this.event = null;
    this.consent = null;
    this.looks = null;
    void this.read();
  }

  protected override async load(): Promise<void> {
    const id = this.subject;
    const event = await hub.event(id);
    if (id !== this.subject) return;
    this.event = event;
    this.view = event.clip ? "clip" : "still";
    this.around = (await hub.events({ camera: event.camera.id, household: event.household.id }, undefined, 200)).events;
    await this.background(event);
  }

  /** What stands beside the event, as far as one may see it; the page is whole without. */
  private async background(event: HubEvent): Promise<void> {
    const consents = session.may("officer") ? await hub.consents() : [];
    const looks = session.may("admin") ? await hub.looksAt(event.id) : null;
    if (event.id !== this.subject) return;
    this.consent = consents.find((consent) => consent.id === event.consent_id) ?? null;
    this.looks = looks;
  }

  private news(event: HubEvent): void {
    if (event.id === this.subject) this.event = event;
    if (event.camera.id === this.event?.camera.id && event.household.id === this.event.household.id) {
      this.around = [event, ...this.around.filter((known) => known.id !== event.id)].sort(
        (a, b) => Date.parse(b.started_at) - Date.parse(a.started_at),
      );
    }
  }

  /** The camera's consents may have changed: a withdrawn event leaves the screen at once. Asks the feed, because
   * reading the event itself is a look, which its owner is told of. */
  private async recheck(): Promise<void> {
    const shown = this.event;
    if (!shown) return;
    const filter = { camera: shown.camera.id, household: shown.household.id };
    const [found] = (await hub.events(filter, shown.seq + 1, 1)).events;
    if (found?.id === shown.id || this.event?.id !== shown.id) return;
    this.event = null;
    this.failure = new Problem("gone", 410);
  }

  private neighbour(by: number): HubEvent | undefined {
    const here = this.around.findIndex((event) => event.id === this.subject);
    return here < 0 ? undefined : this.around[here + by];
  }

  private pressed(key: string): void {
    if (key === "escape") go("/feed");
    const next = key === "j" ? this.neighbour(1) : key === "k" ? this.neighbour(-1) : undefined;
    if (next) go(`/events/${next.id}`);
  }

  private media(event: HubEvent): TemplateResult {
    const still = html`<mt-still
      eager
      src=${event.still_url ?? nothing}
      alt=${pictureText(event, this.language)}
      .boxes=${this.framed ? event.boxes : []}
    ></mt-still>`;
    if (this.view === "still" || event.clip?.state !== "stored") return still;
    return html`<mt-player
      src=${event.clip.url}
      poster=${event.still_url ?? nothing}
      label=${msg(str`Đoạn video từ camera ${event.camera.name}, ${moment(event.started_at, this.language)}`)}
    ></mt-player>`;
  }

  private controls(event: HubEvent): TemplateResult {
    const stored = event.clip?.state === "stored";
    const showsStill = this.view === "still" || !stored;
    const choice = (view: "clip" | "still", text: string) =>
      html`<button
        aria-pressed=${this.view === view}
        @click=${() => {
          this.view = view;
        }}
      >
        ${text}
      </button>`;
    return html`<div class="controls">
      ${stored ? html`<div class="views" role="group" aria-label=${msg("Cách xem")}>${choice("clip", msg("Đoạn video"))}${choice("still", msg("Ảnh"))}</div>` : nothing}
      ${event.clip && !stored ? html`<p class="chip wait">${msg("Đoạn video đang được gửi tới…")}</p>` : nothing}
      ${
        showsStill && event.boxes.length && event.still_url
          ? html`<label class="frames">
              <input
                type="checkbox"
                .checked=${this.framed}
                @change=${(change: Event) => {
                  this.framed = (change.target as HTMLInputElement).checked;
                }}
              />
              ${msg("Khung vùng chuyển động")}
            </label>`
          : nothing
      }
      ${
        stored && event.clip
          ? html`<a class="button" href=${event.clip.url} download=${this.fileName(event)}>${icon(mdiDownload)}${msg("Tải về")}</a>`
          : nothing
      }
      ${session.may("officer") ? html`<a class="button" href="/holds/new?events=${event.id}">${icon(mdiGavel)}${msg("Giữ cho vụ việc…")}</a>` : nothing}
    </div>`;
  }

  private fileName(event: HubEvent): string {
    const at = event.started_at.replace(/[:.]/g, "-").slice(0, 19);
    return `${event.camera.name}_${at}Z.mp4`.replace(/[\\/\s]+/g, "_");
  }

  private strip(event: HubEvent): TemplateResult {
    const middle = Date.parse(event.started_at);
    const until = Math.min(middle + AROUND_MS, this.now.getTime());
    const marks = this.around
      .filter((one) => one.type === MOTION)
      .map((one) => ({
        id: one.id,
        href: `/events/${one.id}`,
        startedAt: Date.parse(one.started_at),
        endedAt: Date.parse(one.ended_at ?? one.started_at),
        label: `${clock(one.started_at, this.language, true)} · ${length(one, this.now, this.language)}`,
        night: one.night,
        clip: one.clip?.state === "stored",
      }));
    const [newer, older] = [this.neighbour(-1), this.neighbour(1)];
    const step = (to: HubEvent | undefined, name: string, path: string) =>
      to
        ? html`<a class="button" href="/events/${to.id}" aria-label=${name} title=${name}>${icon(path)}</a>`
        : html`<span class="button off">${icon(path)}</span>`;
    return html`<section class="card around" aria-labelledby="around">
      <div class="row">
        <h2 id="around">${msg("Cùng camera, trước và sau đó")}</h2>
        <div class="row steps">
          ${step(older, msg("Sự kiện trước"), mdiChevronLeft)} ${step(newer, msg("Sự kiện sau"), mdiChevronRight)}
        </div>
      </div>
      <mt-timeline
        .marks=${marks}
        from=${middle - AROUND_MS}
        until=${until}
        current=${event.id}
        .language=${this.language}
      ></mt-timeline>
    </section>`;
  }

  private back(): TemplateResult {
    return html`<a class="button quiet back" href="/feed">${icon(mdiArrowLeft)}${msg("Mọi sự kiện")}</a>`;
  }

  override render() {
    const { event } = this;
    if (!event) {
      return html`${this.back()}${this.failure ? this.failed() : html`<div class="layout">${this.skeletons(2)}</div>`}`;
    }
    return html`${this.back()}
      <div class="head">
        <div>
          <h1>${event.camera.name}</h1>
          <p>${event.household.name} · ${moment(event.started_at, this.language, true)}</p>
        </div>
        <div class="row">
          <span class="chip main">${eventType(event.type)}</span>
          ${event.night ? html`<span class="chip night">${icon(mdiWeatherNight, "", 16)}${msg("Đêm")}</span>` : nothing}
        </div>
      </div>
      <div class="layout">
        <div class="stack">
          ${event.type === MOTION ? html`<div class="media">${this.media(event)}</div>${this.controls(event)}` : nothing}
          ${this.strip(event)}
        </div>
        <div class="stack">
          ${eventFacts(event, this.now, this.language)}
          ${consentFacts(this.consent, this.language)}
          ${lookers(this.looks, this.language)}
        </div>
      </div>`;
  }
}
