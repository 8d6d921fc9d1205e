// <mt-day-peek>: what lies under a finger on the day's bar: its time, what that second is, and the picture of its clip.
import { localized, msg, str } from "@lit/localize";
import { clock } from "@shared/format.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { House } from "../home/house.js";
import { language } from "../language.js";
import { absenceWord } from "../today/health_words.js";
import { type Clip, type Day, type Span, spanAt } from "./day.js";
import type { Thumbnails } from "./thumbnails.js";

const STILL_FOR_MS = 60; // a finger that moves on asks for no picture
const HALF_WIDTH = 90;

@localized()
@customElement("mt-day-peek")
export class DayPeek extends LitElement {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) day!: Day;
  @state() private at: number | null = null;
  @state() private x = 0;
  @state() private picture: string | null = null;
  private clip: Clip | null = null;
  private timer = 0;

  static override styles = css`
    :host {
      display: block;
      height: 0;
    }
    .bubble {
      position: fixed;
      z-index: 8;
      width: ${HALF_WIDTH * 2}px;
      box-sizing: border-box;
      translate: 0 calc(-100% - 96px);
      display: grid;
      padding: 0.4rem 0.5rem;
      border-radius: 10px;
      background: var(--mt-raised);
      border: 1px solid var(--mt-line);
      box-shadow: var(--mt-shadow-high);
      font-size: 0.8rem;
      pointer-events: none;
    }
    img {
      width: 100%;
      aspect-ratio: 16 / 9;
      object-fit: cover;
      border-radius: 6px;
      margin-bottom: 0.25rem;
    }
  `;

  /** Show this moment, and the picture of its clip as soon as it is read; null hides it. */
  async show(at: number | null, x: number, clip: Clip | null, thumbnails: Thumbnails): Promise<void> {
    this.at = at;
    this.x = x;
    clearTimeout(this.timer);
    if (this.clip?.id === clip?.id) return;
    this.clip = clip;
    this.picture = (clip && thumbnails.known(clip.id)) ?? null;
    if (!clip?.still || this.picture) return;
    await new Promise((done) => {
      this.timer = window.setTimeout(done, STILL_FOR_MS);
    });
    const picture = await thumbnails.read(clip.id);
    if (this.clip?.id === clip.id) this.picture = picture;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private words(span: Span | null, at: number): string {
    if (!span) return at > this.day.now ? msg("Chưa đến") : "";
    const [, , kind, cause] = span;
    if (kind === "recorded") return msg("Đã ghi");
    if (kind === "watched") return msg("Đã trông, không có gì");
    if (kind === "off") return absenceWord(this.house, cause ?? "off");
    return msg(str`Thiếu: ${absenceWord(this.house, cause)}`);
  }

  override render() {
    const { at } = this;
    if (at === null) return nothing;
    const left = Math.max(4, Math.min(this.x - HALF_WIDTH, innerWidth - 2 * HALF_WIDTH - 4));
    return html`<div class="bubble" style="left:${left}px" aria-hidden="true">
      ${this.picture ? html`<img src=${this.picture} alt="" />` : nothing}
      <strong>${clock(new Date(at), language(), true)}</strong>
      <span>${this.words(spanAt(this.day.spans, at), at)}</span>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-day-peek": DayPeek;
  }
}
