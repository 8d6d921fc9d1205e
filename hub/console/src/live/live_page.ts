// <mt-live-page>: one live view: waiting for the household's word, running under a red mark, over.
import { msg, str } from "@lit/localize";
import { mdiArrowLeft, mdiStop, mdiTimerSandEmpty, mdiVideoOffOutline } from "@mdi/js";
import { moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { LiveView } from "../api/types.js";
import { Page } from "../ui/page.js";
import { LiveFilm } from "./live_film.js";
import { endingWords, left, minutes } from "./live_words.js";

const SECOND_MS = 1_000;
/** A delay beyond this is two clocks that differ, and tells nobody anything. */
const MOST_DELAY_S = 30;
const SILENT_S = 6;
/** How many look is told by nobody. */
const LOOK_EVERY_S = 5;

@customElement("mt-live-page")
export class LivePage extends Page {
  @state() private view: LiveView | null = null;
  @state() private second = new Date();
  @state() private busy = false;
  @state() private film: LiveFilm | null = null;
  private again = 0;
  private ticks = 0;

  static override styles = [
    ...styles,
    css`
      .back {
        margin: -0.4rem 0 0.6rem -0.7rem;
      }
      .layout {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(17rem, 1fr);
        gap: 1.25rem;
        align-items: start;
      }
      .screen {
        padding: 0;
        overflow: hidden;
      }
      .screen.on {
        border: 3px solid var(--mt-danger-fill);
      }
      .mark {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem 0.8rem;
        padding: 0.6rem 0.9rem;
        background: var(--mt-danger-fill);
        color: #fff;
        font-weight: 700;
      }
      .mark .dot {
        width: 0.8rem;
        height: 0.8rem;
        border-radius: 50%;
        background: #fff;
        animation: blink 1.2s steps(2, jump-none) infinite;
      }
      .mark .left {
        margin-inline-start: auto;
        font-size: 1.1rem;
      }
      @keyframes blink {
        to {
          opacity: 0.25;
        }
      }
      .picture {
        position: relative;
        aspect-ratio: 16 / 9;
        background: #0a1212;
        color: #dbe6e4;
      }
      video {
        width: 100%;
        height: 100%;
        display: block;
        object-fit: contain;
      }
      .none {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.6rem;
        padding: 1.5rem;
        text-align: center;
      }
      .none p {
        max-width: 34ch;
      }
      .none .big {
        font-size: 2.2rem;
        font-weight: 700;
      }
      .under {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.8rem 0.9rem;
      }
      .reason {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      dl.facts {
        grid-template-columns: minmax(5.5rem, max-content) 1fr;
        font-size: 0.95rem;
      }
      .card h2 {
        margin-bottom: 0.8rem;
      }
      .card .hint {
        margin-top: 0.9rem;
      }
      @media (max-width: 640px) {
        .picture:not(:has(video)) {
          aspect-ratio: auto;
          min-height: 17rem;
        }
      }
      @media (max-width: 960px) {
        .layout {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  protected override listen(): void {
    this.until(stream.on("live", (view) => view.id === this.subject && this.take(view)));
    this.until(stream.on("line", (standing) => standing && void this.read()));
    const timer = setInterval(() => this.tick(), SECOND_MS);
    this.until(() => {
      clearInterval(timer);
      clearTimeout(this.again);
      this.stop();
    });
  }

  protected override async load(): Promise<void> {
    this.take(await hub.liveView(this.subject));
  }

  private take(view: LiveView): void {
    this.view = view;
    if (view.state !== "running") this.stop();
  }

  /** The hub says nothing when a time is over: the page looks by itself. */
  private tick(): void {
    this.second = new Date();
    const { view } = this;
    const until = view?.state === "waiting" ? view.answer_by : view?.state === "running" ? view.until : null;
    const over = until !== null && Date.parse(until) + SECOND_MS < this.second.getTime();
    this.ticks += 1;
    if (over || (view?.state === "running" && this.ticks % LOOK_EVERY_S === 0)) void this.read();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const video = this.renderRoot.querySelector("video");
    if (!video || this.film || this.view?.state !== "running") return;
    const film = new LiveFilm(video, `/api/live/${encodeURIComponent(this.subject)}/film`);
    this.film = film;
    film.play().then(
      () => this.broke(film),
      () => this.broke(film),
    );
  }

  /** The film ended or broke off: the view tells whether it goes on. */
  private broke(film: LiveFilm): void {
    if (this.film !== film) return;
    clearTimeout(this.again);
    this.again = window.setTimeout(() => {
      if (this.film !== film) return;
      this.stop();
      void this.read();
    }, SECOND_MS);
  }

  private stop(): void {
    this.film?.stop();
    this.film = null;
  }

  private async end(): Promise<void> {
    this.busy = true;
    this.stop();
    await this.attempt(async () => this.take(await hub.endLive(this.subject)));
    this.busy = false;
  }

  private mark(view: LiveView): TemplateResult {
    return html`<div class="mark" role="status">
      <span class="dot" aria-hidden="true"></span>
      <span>${msg(str`Đang xem trực tiếp · ${view.camera.name}`)} · ${view.asked_by}</span>
      <span class="left numbers" aria-hidden="true">${msg(str`còn ${left(view.until ?? "", this.second)}`)}</span>
    </div>`;
  }

  private delay(): string {
    const delay = this.film?.delay ?? null;
    if (delay === null || delay < 0 || delay > MOST_DELAY_S) return "";
    if (delay > SILENT_S) return msg("Hình đang đứng: chưa có gì mới từ nhà.");
    return msg(str`Trễ khoảng ${Math.max(1, Math.round(delay))} giây`);
  }

  private running(view: LiveView): TemplateResult {
    const waits = !this.film || this.film.delay === null;
    return html`<section class="card screen on" aria-label=${msg("Hình trực tiếp")}>
      ${this.mark(view)}
      <div class="picture">
        <video playsinline muted aria-label=${msg(str`Hình trực tiếp từ ${view.camera.name}`)}></video>
        ${waits ? html`<div class="none"><p role="status">${msg("Chủ hộ đã đồng ý. Hình hiện ra sau vài giây…")}</p></div>` : nothing}
      </div>
      <div class="under">
        <span class="small muted">${this.delay()}</span>
        ${
          view.may_end
            ? html`<button class="danger" ?disabled=${this.busy} @click=${() => this.end()}>${icon(mdiStop)}${msg("Dừng xem")}</button>`
            : nothing
        }
      </div>
    </section>`;
  }

  private still(symbol: string, text: TemplateResult, deed: TemplateResult | typeof nothing): TemplateResult {
    return html`<section class="card screen">
      <div class="picture"><div class="none">${icon(symbol, "", 46)}${text}</div></div>
      <div class="under">${deed}</div>
    </section>`;
  }

  private screen(view: LiveView): TemplateResult {
    switch (view.state) {
      case "running":
        return this.running(view);
      case "waiting":
        return this.still(
          mdiTimerSandEmpty,
          html`<p class="big numbers">${left(view.answer_by, this.second)}</p>
            <p role="status">${msg("Đang chờ chủ hộ trả lời. Bạn có thể để trang này mở; hình tự hiện ra khi họ đồng ý.")}</p>`,
          view.may_end
            ? html`<button ?disabled=${this.busy} @click=${() => this.end()}>${msg("Thôi, không cần nữa")}</button>`
            : nothing,
        );
      default:
        return this.still(
          mdiVideoOffOutline,
          html`<p role="status">${endingWords(view)}</p>`,
          html`<a class="button" href="/live?household=${view.household.id}&camera=${view.camera.id}">${msg("Xin xem lại")}</a>`,
        );
    }
  }

  private facts(view: LiveView): TemplateResult {
    const fact = (name: string, value: unknown) => html`<dt>${name}</dt><dd>${value}</dd>`;
    return html`<section class="card" aria-labelledby="facts">
      <h2 id="facts">${msg("Lần xem này")}</h2>
      <dl class="facts">
        ${fact(msg("Hộ"), html`<b>${view.household.name}</b>`)} ${fact(msg("Camera", { id: "one-camera" }), view.camera.name)}
        ${fact(msg("Lý do"), html`<span class="reason">${view.reason}</span>`)}
        ${view.case_number ? fact(msg("Vụ việc"), view.case_number) : nothing}
        ${fact(msg("Người xin"), html`<b>${view.asked_by}</b>, ${moment(view.asked_at, this.language)}`)}
        ${fact(msg("Nhiều nhất"), minutes(view.longest_s))}
        ${view.unasked ? fact(msg("Trả lời"), msg("Trong giờ chủ hộ cho xem mà không cần hỏi")) : nothing}
        ${view.state === "running" && view.watching ? fact(msg("Đang xem"), msg(str`${view.watching} người`)) : nothing}
      </dl>
      <p class="hint">${msg("Mỗi người xem được ghi lại cho chủ hộ. Trung tâm không lưu hình trực tiếp.")}</p>
    </section>`;
  }

  override render() {
    const { view } = this;
    const back = html`<a class="button quiet back" href="/cameras">${icon(mdiArrowLeft)}${msg("Mọi camera")}</a>`;
    if (!view) return html`${back}${this.failure ? this.failed() : this.skeletons(2)}`;
    return html`${back}
      <div class="head"><h1>${view.camera.name} · ${view.household.name}</h1></div>
      <div class="layout">${this.screen(view)} ${this.facts(view)}</div>`;
  }
}
