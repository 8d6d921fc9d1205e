// <mt-clip-view>: one clip in the browser's own player, and what can be done with it.
import { localized, msg, str } from "@lit/localize";
import {
  mdiBullhornOutline,
  mdiDeleteOutline,
  mdiDownloadOutline,
  mdiFolderZipOutline,
  mdiShieldCheckOutline,
  mdiShieldOutline,
  mdiSkipNext,
  mdiSkipPrevious,
} from "@mdi/js";
import { clock, size, span } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { House } from "../home/house.js";
import { language } from "../language.js";
import { clipAddress } from "./clip_source.js";
import type { Clip } from "./day.js";
import { keptWords } from "./kept_words.js";

export type Wish = "keep" | "free" | "export" | "delete" | "report" | "earlier" | "later";

@localized()
@customElement("mt-clip-view")
export class ClipView extends LitElement {
  @property({ attribute: false }) house!: House;
  @property({ attribute: false }) clip: Clip | null = null;
  @property() camera = "";
  /** Where in the clip to begin, in seconds. */
  @property({ type: Number }) begin = 0;
  @property({ attribute: false }) poster: string | null = null;
  @property({ type: Boolean }) busy = false;
  /** Only to be looked at: nothing can be done with the clip here. */
  @property({ type: Boolean }) bare = false;
  /** Whether there is somebody whom the clip may be reported to. */
  @property({ type: Boolean }) reportable = false;
  @state() private src = "";
  @state() private share: number | null = null;
  @state() private failed = "";
  @query("video") private readonly video!: HTMLVideoElement | null;
  private asked = 0;

  static override styles = [
    ...styles,
    css`
      .frame {
        position: relative;
        aspect-ratio: 16 / 9;
        background: #0a1212;
        color: #dbe6e4;
        border-radius: var(--mt-radius) var(--mt-radius) 0 0;
        overflow: hidden;
      }
      video,
      .frame > img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
        display: block;
      }
      .say {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.6rem;
        text-align: center;
        padding: 1rem;
        background: rgb(8 18 18 / 62%);
      }
      progress {
        width: 12rem;
        accent-color: #ffd166;
      }
      .facts {
        padding: 0.7rem 1rem 0.2rem;
      }
      .facts strong {
        font-size: 1.1rem;
        font-variant-numeric: tabular-nums;
      }
      .deeds {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
        padding: 0.25rem 0.5rem 0.6rem;
      }
      .deeds button,
      .deeds a {
        padding-inline: 0.6rem;
      }
      .note {
        padding: 0 1rem 0.8rem;
      }
      @media (max-width: 500px) {
        .deeds {
          display: grid;
          grid-template-columns: repeat(6, 1fr);
          gap: 0;
        }
        .deeds.many {
          grid-template-columns: repeat(4, 1fr);
        }
        .deeds button,
        .deeds a {
          flex-direction: column;
          gap: 0.1rem;
          font-size: 0.75rem;
          padding: 0.3rem 0;
          font-weight: 500;
        }
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("clip");
    if (changed.has("clip") && before?.id !== this.clip?.id) void this.load();
    else if (changed.has("begin") && this.video) this.video.currentTime = this.begin;
  }

  private async load(): Promise<void> {
    this.asked += 1;
    const { asked, clip } = this;
    this.src = "";
    this.failed = "";
    this.share = null;
    if (!clip) return;
    try {
      const src = await clipAddress(this.house, clip, (share) => {
        if (this.asked === asked) this.share = share;
      });
      if (this.asked === asked) this.src = src;
    } catch (error) {
      if (this.asked === asked) this.failed = this.why(error);
    }
    if (this.asked === asked) this.share = null;
  }

  private why(error: unknown): string {
    return error instanceof Error ? this.house.reason(error.message) : this.house.sentence(error);
  }

  /** Play from a moment of the clip, in seconds. */
  seek(seconds: number): void {
    this.begin = seconds;
    if (this.video) {
      this.video.currentTime = seconds;
      void this.video.play().catch(() => undefined);
    }
  }

  private wish(what: Wish): void {
    this.dispatchEvent(new CustomEvent<Wish>("wish", { detail: what }));
  }

  private readonly tick = () => {
    if (!this.clip || !this.video) return;
    this.dispatchEvent(new CustomEvent("at", { detail: this.clip.start + this.video.currentTime * 1000 }));
  };

  private frame(clip: Clip) {
    if (this.failed) return html`<div class="say" role="alert">${this.failed}</div>`;
    if (!this.src) {
      return html`${this.poster ? html`<img src=${this.poster} alt="" />` : nothing}
        <div class="say" role="status">
          ${
            this.share === null
              ? msg("Đang mở…")
              : html`<span>${msg("Đang chuyển video sang dạng xem được")}</span>
            <progress max="1" .value=${this.share} aria-label=${msg("Đã chuyển")}></progress>`
          }
        </div>`;
    }
    return html`<video
      src=${this.src}
      poster=${this.poster ?? nothing}
      aria-label=${msg(str`Video của ${this.camera} lúc ${clock(new Date(clip.start), language(), true)}`)}
      controls
      playsinline
      autoplay
      .muted=${true}
      @loadedmetadata=${() => {
        if (this.video && this.begin > 0) this.video.currentTime = this.begin;
      }}
      @timeupdate=${this.tick}
      @ended=${() => this.wish("later")}
      @error=${() => {
        this.failed = msg("Không phát được đoạn video này. Hãy tải về, hoặc thử lại sau.");
      }}
    ></video>`;
  }

  private deed(what: Wish, path: string, text: string, off = false) {
    return html`<button class="quiet" ?disabled=${off || this.busy} @click=${() => this.wish(what)}>
      ${icon(path, "", 22)}<span>${text}</span>
    </button>`;
  }

  private deeds(clip: Clip) {
    const admin = this.house.hass.user.is_admin;
    return html`<div class="deeds ${this.reportable ? "many" : ""}">
      ${this.deed("earlier", mdiSkipPrevious, msg("Trước"))} ${this.deed("later", mdiSkipNext, msg("Sau"))}
      ${
        clip.kept
          ? this.deed("free", mdiShieldCheckOutline, msg("Thôi giữ"), !admin)
          : this.deed("keep", mdiShieldOutline, msg("Giữ lại"))
      }
      ${this.deed("export", mdiFolderZipOutline, msg("Xuất"))}
      <button class="quiet" @click=${this.download}>${icon(mdiDownloadOutline, "", 22)}<span>${msg("Tải về")}</span></button>
      ${this.reportable ? this.deed("report", mdiBullhornOutline, msg("Báo cho phường")) : nothing}
      ${admin ? this.deed("delete", mdiDeleteOutline, msg("Xoá"), clip.kept !== undefined) : nothing}
    </div>
    ${admin && clip.kept ? html`<p class="small muted note">${msg("Đang giữ nên không xoá được. Muốn xoá, hãy bấm Thôi giữ trước.")}</p>` : nothing}`;
  }

  private readonly download = async () => {
    if (!this.clip) return;
    const link = document.createElement("a");
    link.href = `${await this.house.signed(`/api/mat_than/clips/${encodeURIComponent(this.clip.id)}.mp4?download=1`)}`;
    link.download = "";
    link.click();
  };

  override render() {
    const { clip } = this;
    if (!clip) return nothing;
    const seconds = (clip.end - clip.start) / 1000;
    return html`<div class="frame">${this.frame(clip)}</div>
      <div class="facts">
        <strong>${clock(new Date(clip.start), language(), true)} – ${clock(new Date(clip.end), language(), true)}</strong>
        <span class="muted small">${span(seconds, language())} · ${size(clip.bytes, language())}</span>
        ${
          clip.kept
            ? html`<p class="small">${icon(mdiShieldCheckOutline, "", 18)} ${keptWords(clip.kept)}</p>`
            : nothing
        }
      </div>
      ${this.bare ? nothing : this.deeds(clip)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-clip-view": ClipView;
  }
}
