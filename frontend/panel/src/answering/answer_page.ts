// <mt-answer>: one footage request. The owner looks at his own clips, chooses cameras and span, reads what he is about to
// give, and says yes; or no. Nothing leaves before the last yes.
import { localized, msg, str } from "@lit/localize";
import { mdiArrowLeft } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { toast } from "@shared/toast.js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { AskedCamera, FootageRequest } from "../home/requests.js";
import type { Clip } from "../timeline/day.js";
import "../timeline/clip_view.js";
import { Thumbnails } from "../timeline/thumbnails.js";
import { addressOf, follow, go } from "../ui/address.js";
import { Page } from "../ui/page.js";
import { answeringStyles } from "./answering_styles.js";
import { askedCamera } from "./asked_camera.js";
import { decline } from "./decline.js";
import { footage } from "./footage.js";
import { type Bounds, inSpan, seconds } from "./gift.js";
import { giftSummary } from "./gift_summary.js";
import { givingSentence } from "./gift_words.js";
import { boundsOf, requestFacts, STATE_CHIPS, stateWord } from "./request_facts.js";
import "./trim_bar.js";

const SHARING = addressOf("/mat-than", "sharing");
const RETENTIONS_DAYS = [7, 30, 90, 180] as const;

@localized()
@customElement("mt-answer")
export class AnswerPage extends Page {
  @state() private clips: ReadonlyMap<string, readonly Clip[]> | null = null;
  @state() private failure: unknown = null;
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private span: Bounds = { since: 0, until: 0 };
  @state() private audio = false;
  @state() private retentionDays = 0;
  @state() private playing: { clip: Clip; camera: string } | null = null;
  @state() private reading = false;
  @state() private busy = false;
  private begunWith = "";
  private thumbnails!: Thumbnails;

  static override styles = [...Page.styles, answeringStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.thumbnails = new Thumbnails(this.house);
    this.until(() => this.thumbnails.clear());
    if (!this.house.requests.known) void this.house.requests.read();
  }

  private get request(): FootageRequest | undefined {
    return this.house.requests.get(this.path[1] ?? "");
  }

  override willUpdate(_changed: PropertyValues<this>): void {
    const { request } = this;
    if (!request || !this.house.known || this.begunWith === request.request_id) return;
    this.begunWith = request.request_id;
    this.span = boundsOf(request);
    this.retentionDays = request.retention_days;
    this.playing = null;
    this.reading = false;
    void this.look(request);
  }

  /** Read the clips; every camera that has some is chosen, since all of them are asked for. */
  private async look(request: FootageRequest): Promise<void> {
    try {
      const ids = request.cameras.map(({ camera_id }) => camera_id);
      const clips = await footage(this.house, ids, boundsOf(request));
      if (this.begunWith !== request.request_id) return;
      this.clips = clips;
      this.chosen = new Set(ids.filter((id) => clips.get(id)?.length));
    } catch (error) {
      this.failure = error;
    }
  }

  private get given(): Clip[] {
    return [...this.chosen].flatMap((id) => inSpan(this.clips?.get(id) ?? [], this.span));
  }

  // -- what the owner decides

  private async decline(request: FootageRequest): Promise<void> {
    this.busy = true;
    const said = await this.attempt(() => decline(this.house, request));
    this.busy = false;
    if (said) go(SHARING);
  }

  private async approve({ request_id }: FootageRequest): Promise<void> {
    const clips = this.given.length;
    const given = {
      request_id,
      cameras: [...this.chosen],
      since: new Date(this.span.since).toISOString(),
      until: new Date(this.span.until).toISOString(),
      audio: this.audio,
      retention_days: this.retentionDays,
    };
    this.busy = true;
    const done = await this.attempt(() => this.house.ask<object>("requests/approve", given));
    this.busy = false;
    await this.house.requests.read();
    if (done === undefined) return;
    toast(msg(str`Đã đồng ý. ${clips} đoạn đang được gửi.`));
    go(SHARING);
  }

  private async show(reading: boolean): Promise<void> {
    this.reading = reading;
    await this.updateComplete;
    window.scrollTo(0, 0);
    this.renderRoot.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }

  /** Where the player stands above the list, as on a phone, it comes into view. */
  private async play(clip: Clip, camera: string): Promise<void> {
    this.playing = { clip, camera };
    await this.updateComplete;
    this.renderRoot.querySelector(".player")?.scrollIntoView({ block: "nearest" });
  }

  private choose(cameraId: string, on: boolean): void {
    const next = new Set(this.chosen);
    if (on) next.add(cameraId);
    else next.delete(cameraId);
    this.chosen = next;
  }

  // -- how it looks

  private camera(asked: AskedCamera): TemplateResult {
    return askedCamera(asked, {
      clips: this.clips?.get(asked.camera_id) ?? [],
      span: this.span,
      chosen: this.chosen.has(asked.camera_id),
      playing: this.playing?.clip.id ?? "",
      thumbnails: this.thumbnails,
      choose: (on) => this.choose(asked.camera_id, on),
      play: (clip) => void this.play(clip, asked.name),
    });
  }

  private preview(): TemplateResult {
    const { playing } = this;
    return html`<section class="card player" aria-label=${msg("Xem hình của bạn")}>
      ${
        playing
          ? html`<mt-clip-view
              bare
              .house=${this.house}
              .clip=${playing.clip}
              .poster=${this.thumbnails.known(playing.clip.id) ?? null}
              camera=${playing.camera}
            ></mt-clip-view>`
          : html`<p class="empty muted">${msg("Chạm vào một đoạn để xem. Chỉ bạn thấy: chưa có gì rời nhà.")}</p>`
      }
    </section>`;
  }

  private options(request: FootageRequest): TemplateResult {
    const days = [...RETENTIONS_DAYS.filter((one) => one < request.retention_days), request.retention_days];
    return html`<label class="box">
        <input
          type="checkbox"
          .checked=${this.audio}
          @change=${(event: Event) => {
            this.audio = (event.target as HTMLInputElement).checked;
          }}
        />
        ${msg("Gửi cả tiếng")}
      </label>
      <div>
        <label for="retention">${msg("Cho họ giữ bao lâu")}</label>
        <select
          id="retention"
          @change=${(event: Event) => {
            this.retentionDays = Number((event.target as HTMLSelectElement).value);
          }}
        >
          ${days.map((one) => html`<option value=${one} ?selected=${one === this.retentionDays}>${msg(str`${one} ngày`)}</option>`)}
        </select>
      </div>`;
  }

  private form(request: FootageRequest): TemplateResult {
    if (!this.clips) return this.failure ? this.wrong(this.failure) : this.waiting(2);
    const some = [...this.clips.values()].some((clips) => clips.length > 0);
    const clips = [...this.chosen].flatMap((id) => this.clips?.get(id) ?? []);
    return html`<div class="parts">
      <div class="column">
        <section class="card">${requestFacts(request, this.now, this.language)}</section>
        ${some ? this.preview() : nothing}
      </div>
      <section class="card choices" aria-labelledby="choices">
        <h2 id="choices">${msg("Bạn gửi gì?")}</h2>
        ${request.cameras.map((camera) => this.camera(camera))}
        ${
          some
            ? html`<div>
                <h3>${msg("Từ lúc nào đến lúc nào")}</h3>
                <p class="small muted">${msg("Kéo hai đầu, hoặc gõ giờ. Mỗi đoạn được cắt đúng theo khoảng này.")}</p>
              </div>
              <mt-trim-bar
                .bounds=${boundsOf(request)}
                .span=${this.span}
                .clips=${clips}
                @trim=${(event: CustomEvent<Bounds>) => {
                  this.span = event.detail;
                }}
              ></mt-trim-bar>
              ${this.options(request)}`
            : html`<p>${msg("Nhà bạn không có hình nào trong khoảng được hỏi. Bạn có thể từ chối, hoặc không làm gì.")}</p>`
        }
        <div class="deeds">
          <button ?disabled=${this.busy} @click=${() => this.decline(request)}>${msg("Từ chối…")}</button>
          ${
            some
              ? html`<button class="primary" ?disabled=${this.busy || !this.given.length} @click=${() => this.show(true)}>
                  ${msg("Đọc lại trước khi gửi")}
                </button>`
              : nothing
          }
        </div>
      </section>
    </div>`;
  }

  private summary(request: FootageRequest): TemplateResult {
    const names = request.cameras.filter(({ camera_id }) => this.chosen.has(camera_id));
    const { given } = this;
    const giving = {
      clips: given.length,
      seconds: seconds(given, this.span),
      span: this.span,
      cameras: names.map(({ name }) => name),
      recipient: request.unit,
    };
    const lines = [
      msg(str`Cho vụ việc ${request.case_number}.`),
      this.audio ? msg("Gửi cả tiếng.") : msg("Không gửi tiếng."),
      msg(str`Họ giữ ${this.retentionDays} ngày rồi phải xoá.`),
    ];
    if (names.some(({ masked }) => masked)) lines.push(msg("Các vùng riêng tư được che đen trước khi rời nhà."));
    return giftSummary(givingSentence(giving, this.language), lines, {
      busy: this.busy,
      back: () => void this.show(false),
      send: () => void this.approve(request),
    });
  }

  private closed(request: FootageRequest): TemplateResult {
    return html`<section class="card column">
      <p>
        <span class="chip ${STATE_CHIPS[request.state]}">${stateWord(request.state)}</span>
      </p>
      ${
        request.state === "waiting"
          ? html`<p>${msg("Chỉ người quản trị nhà mới trả lời được yêu cầu này.")}</p>`
          : nothing
      }
      ${requestFacts(request, this.now, this.language)}
    </section>`;
  }

  override render() {
    const { request } = this;
    const { known, failure } = this.house.requests;
    const back = html`<a class="button quiet back" href=${SHARING} @click=${follow}>${icon(mdiArrowLeft)}${msg("Chia sẻ")}</a>`;
    if (!request) {
      if (failure) return html`${back}${this.wrong(failure)}`;
      return known ? html`${back}<p class="card">${msg("Yêu cầu này không còn nữa.")}</p>` : this.waiting(2);
    }
    const open = request.state === "waiting" && request.may_decide;
    return html`${back}
      <div class="head">
        <h1 tabindex="-1">${this.reading ? msg("Đọc lại trước khi gửi") : msg(str`${request.unit} xin hình của bạn`)}</h1>
      </div>
      ${open ? (this.reading ? this.summary(request) : this.form(request)) : this.closed(request)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-answer": AnswerPage;
  }
}
