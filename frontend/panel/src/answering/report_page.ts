// <mt-report>: the owner brings footage to the ward himself: of a clip, or of a camera and a time that he chooses first;
// what it is about, a note, the span, read over before it goes.
import { localized, msg, str } from "@lit/localize";
import { mdiArrowLeft } from "@mdi/js";
import { LONGEST_HOURS, spanFault } from "@shared/footage_span.js";
import { isoDay } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { OFFENCES, type Offence, offenceWord } from "@shared/offence.js";
import { toast } from "@shared/toast.js";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Camera } from "../home/overview.js";
import type { Hub } from "../sharing/sharing_facts.js";
import type { Clip } from "../timeline/day.js";
import "../timeline/clip_view.js";
import { addressOf, follow, go } from "../ui/address.js";
import { Page } from "../ui/page.js";
import { answeringStyles } from "./answering_styles.js";
import { footage } from "./footage.js";
import { type Bounds, inSpan, seconds } from "./gift.js";
import { giftSummary } from "./gift_summary.js";
import { givingSentence } from "./gift_words.js";
import type { ChosenSpan } from "./span_choice.js";
import "./span_choice.js";
import "./trim_bar.js";

const SHARING = addressOf("/mat-than", "sharing");
/** How far beyond the clip the handles go: as far as it is long, and this at least. */
const AROUND_MS = 60_000;
/** What the handles can span altogether: more is never given at once. */
const LONGEST_MS = LONGEST_HOURS * 3_600_000;
const NOTE_CHARS = 1000;

@localized()
@customElement("mt-report")
export class ReportPage extends Page {
  @state() private hubs: readonly Hub[] | null = null;
  @state() private clips: readonly Clip[] | null = null;
  @state() private failure: unknown = null;
  @state() private bounds: Bounds = { since: 0, until: 0 };
  @state() private span: Bounds = { since: 0, until: 0 };
  @state() private hubId = "";
  @state() private offence: Offence | "" = "";
  @state() private note = "";
  @state() private tried = false;
  @state() private reading = false;
  @state() private busy = false;
  private begunWith = "";

  static override styles = [
    ...Page.styles,
    answeringStyles,
    css`
      .missing {
        color: var(--mt-danger);
        font-weight: 600;
        font-size: 0.875rem;
        margin-top: 0.3rem;
      }
    `,
  ];

  private get camera(): Camera | undefined {
    return this.house.camera(this.path[1] ?? "");
  }

  override willUpdate(_changed: PropertyValues<this>): void {
    const key = this.path.join("/");
    if (!this.house.known || this.begunWith === key) return;
    this.begunWith = key;
    const named = this.named;
    if (!named) return;
    const now = Math.floor(Date.now() / 1000) * 1000;
    this.span = named;
    const length = this.span.until - this.span.since;
    const around = Math.min(Math.max(AROUND_MS, length), Math.floor((LONGEST_MS - length) / 2000) * 1000);
    this.clips = null;
    this.reading = false;
    this.bounds = {
      since: this.span.since - around,
      until: Math.max(this.span.until, Math.min(this.span.until + around, now)),
    };
    void this.look();
  }

  /** The span that the address names, in whole seconds, as they can be typed; null where none or too much is named. */
  private get named(): Bounds | null {
    const [since = Number.NaN, until = Number.NaN] = this.path.slice(2, 4).map(Number);
    if (!(until > since)) return null;
    const span = { since: Math.floor(since / 1000) * 1000, until: Math.ceil(until / 1000) * 1000 };
    const fault = spanFault({ since: new Date(span.since), until: new Date(span.until) }, new Date());
    return fault === null || fault === "future" ? span : null;
  }

  private readonly chosen = ({ detail: { camera_id, since, until } }: CustomEvent<ChosenSpan>) =>
    go(addressOf("/mat-than", "sharing", "report", camera_id, `${since}`, `${until}`));

  private choice() {
    const since = Number(this.path[2]);
    return html`<mt-span-choice
      .cameras=${this.house.overview.cameras}
      camera=${this.path[1] ?? ""}
      day=${since ? isoDay(since) : nothing}
      @chosen=${this.chosen}
    ></mt-span-choice>`;
  }

  private async look(): Promise<void> {
    try {
      const { camera_id = "" } = this.camera ?? {};
      const [{ hubs }, clips] = await Promise.all([
        this.house.ask<{ hubs: Hub[] }>("panel/sharing"),
        footage(this.house, [camera_id], this.bounds),
      ]);
      this.hubs = hubs;
      this.hubId = hubs[0]?.hub_id ?? "";
      this.clips = clips.get(camera_id) ?? [];
    } catch (error) {
      this.failure = error;
    }
  }

  private get hub(): Hub | undefined {
    return this.hubs?.find(({ hub_id }) => hub_id === this.hubId);
  }

  private get given(): Clip[] {
    return inSpan(this.clips ?? [], this.span);
  }

  private async show(reading: boolean): Promise<void> {
    this.reading = reading;
    await this.updateComplete;
    window.scrollTo(0, 0);
    this.renderRoot.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }

  private readonly next = async (event: SubmitEvent) => {
    event.preventDefault();
    this.tried = true;
    if (this.offence && this.note.trim()) {
      await this.show(true);
      return;
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };

  private async send(): Promise<void> {
    const report = {
      hub_id: this.hubId,
      camera_id: this.camera?.camera_id,
      since: new Date(this.span.since).toISOString(),
      until: new Date(this.span.until).toISOString(),
      offence: this.offence,
      note: this.note.trim(),
    };
    this.busy = true;
    const sent = await this.attempt(() => this.house.ask<{ report_id: string }>("report", report));
    this.busy = false;
    if (!sent) return;
    toast(msg(str`Đã báo cho ${this.hub?.name ?? ""}. Hình đang được gửi.`));
    go(SHARING);
  }

  private choices(): TemplateResult {
    const bad = (missing: boolean) => (this.tried && missing ? "true" : nothing);
    return html`<form class="card choices" novalidate @submit=${this.next}>
      ${
        (this.hubs?.length ?? 0) > 1
          ? html`<div>
              <label for="hub">${msg("Báo cho")}</label>
              <select
                id="hub"
                @change=${(event: Event) => {
                  this.hubId = (event.target as HTMLSelectElement).value;
                }}
              >
                ${this.hubs?.map((hub) => html`<option value=${hub.hub_id} ?selected=${hub.hub_id === this.hubId}>${hub.name}</option>`)}
              </select>
            </div>`
          : html`<p>${msg("Báo cho")} <b>${this.hub?.name}</b></p>`
      }
      <div>
        <label for="offence">${msg("Việc gì")}</label>
        <select
          id="offence"
          aria-invalid=${bad(!this.offence)}
          @change=${(event: Event) => {
            this.offence = (event.target as HTMLSelectElement).value as Offence | "";
          }}
        >
          <option value="" ?selected=${!this.offence}>${msg("Hãy chọn…")}</option>
          ${OFFENCES.map((name) => html`<option value=${name} ?selected=${name === this.offence}>${offenceWord(name)}</option>`)}
        </select>
        ${bad(!this.offence) === "true" ? html`<p class="missing">${msg("Hãy chọn việc gì.")}</p>` : nothing}
      </div>
      <div>
        <label for="note">${msg("Lời nhắn: bạn thấy gì, ở đâu")}</label>
        <textarea
          id="note"
          maxlength=${NOTE_CHARS}
          aria-invalid=${bad(!this.note.trim())}
          .value=${this.note}
          @input=${(event: Event) => {
            this.note = (event.target as HTMLTextAreaElement).value;
          }}
        ></textarea>
        ${bad(!this.note.trim()) === "true" ? html`<p class="missing">${msg("Hãy viết một câu.")}</p>` : nothing}
      </div>
      <div>
        <h2>${msg("Từ lúc nào đến lúc nào")}</h2>
        <p class="small muted">${msg("Kéo hai đầu, hoặc gõ giờ. Mỗi đoạn được cắt đúng theo khoảng này.")}</p>
      </div>
      <mt-trim-bar
        .bounds=${this.bounds}
        .span=${this.span}
        .clips=${this.clips ?? []}
        @trim=${(event: CustomEvent<Bounds>) => {
          this.span = event.detail;
        }}
      ></mt-trim-bar>
      <button class="primary" ?disabled=${!this.given.length}>${msg("Đọc lại trước khi gửi")}</button>
    </form>`;
  }

  private summary(camera: Camera): TemplateResult {
    const { given } = this;
    const giving = {
      clips: given.length,
      seconds: seconds(given, this.span),
      span: this.span,
      cameras: [camera.name],
      recipient: this.hub?.name ?? "",
    };
    const lines = [
      html`${msg(str`Báo việc: ${offenceWord(this.offence)}.`)} “${this.note.trim()}”`,
      msg("Không gửi tiếng. Các vùng riêng tư, nếu có, được che đen trước khi rời nhà."),
    ];
    return giftSummary(givingSentence(giving, this.language), lines, {
      busy: this.busy,
      back: () => void this.show(false),
      send: () => void this.send(),
    });
  }

  private content(camera: Camera): TemplateResult {
    if (this.failure) return this.wrong(this.failure);
    if (!this.clips || !this.hubs) return this.waiting(2);
    if (!this.hubs.length)
      return html`<p class="card">${msg("Bạn chưa vào trung tâm nào nên chưa báo được cho ai.")}</p>`;
    if (!this.clips.length) {
      return html`<p class="card">${msg("Không có đoạn video nào trong khoảng này.")}</p>
        ${this.choice()}`;
    }
    if (this.reading) return this.summary(camera);
    const shown = this.given[0];
    return html`<div class="parts">
      <section class="card player" aria-label=${msg("Xem hình của bạn")}>
        ${
          shown
            ? html`<mt-clip-view bare .house=${this.house} .clip=${shown} camera=${camera.name}></mt-clip-view>`
            : html`<p class="empty muted">${msg("Không có đoạn video nào trong khoảng này.")}</p>`
        }
      </section>
      ${this.choices()}
    </div>`;
  }

  private body() {
    const { camera } = this;
    if (this.path[1] && !camera) return html`<p class="card">${msg("Camera này không còn nữa.")}</p>`;
    return camera && this.named ? this.content(camera) : this.choice();
  }

  override render() {
    if (!this.house.known) return this.waiting(2);
    return html`<a class="button quiet back" href=${SHARING} @click=${follow}>${icon(mdiArrowLeft)}${msg("Chia sẻ")}</a>
      <div class="head">
        <h1 tabindex="-1">${this.reading ? msg("Đọc lại trước khi gửi") : msg("Báo cho phường")}</h1>
      </div>
      ${this.body()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-report": ReportPage;
  }
}
