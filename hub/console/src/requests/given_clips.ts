// <mt-given-clips>: the footage that households gave, by household and camera. A clip is read only when somebody plays
// it: each look is told to its owner, and a list is no look.
import { localized, msg, str } from "@lit/localize";
import { mdiDownload, mdiGavel, mdiPlay, mdiProgressUpload, mdiShieldLockOutline } from "@mdi/js";
import { clock, moment, size, span } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import type { Language } from "@shared/language.js";
import "@shared/player.js";
import { styles } from "@shared/styles.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { GivenClip } from "../api/types.js";

const MOST_HELD = 50; // of one hold, as the hub takes it

/** By household, then camera, then time: as somebody would lay them side by side. */
export function inOrder(clips: readonly GivenClip[]): GivenClip[] {
  return [...clips].sort(
    (a, b) =>
      a.household.name.localeCompare(b.household.name, "vi") ||
      a.camera.name.localeCompare(b.camera.name, "vi") ||
      Date.parse(a.started_at) - Date.parse(b.started_at),
  );
}

/** To ask that these clips are held, also if their owner takes them back. */
export function holdLink(clips: readonly GivenClip[]): TemplateResult | typeof nothing {
  const here = clips.filter(({ state }) => state === "stored").map(({ id }) => id);
  if (!here.length) return nothing;
  const address = `/holds/new?clips=${here.slice(0, MOST_HELD).join(",")}`;
  return html`<p class="under"><a class="button" href=${address}>${icon(mdiGavel)}${msg("Giữ cho vụ việc…")}</a></p>`;
}

@localized()
@customElement("mt-given-clips")
export class GivenClips extends LitElement {
  @property({ attribute: false }) clips: readonly GivenClip[] = [];
  @property() language: Language = "vi";
  @state() private playing: ReadonlySet<string> = new Set();

  static override styles = [
    ...styles,
    css`
      section + section {
        margin-top: 1.75rem;
      }
      h3 {
        margin-bottom: 0.7rem;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
        gap: 1rem;
      }
      .clip {
        padding: 0;
        overflow: hidden;
      }
      .play {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.5rem;
        width: 100%;
        aspect-ratio: 16 / 9;
        border: 0;
        border-radius: 0;
        background: #0a1212;
        color: #dbe6e4;
      }
      .play:hover {
        background: #14302f;
      }
      .play:focus-visible {
        outline-offset: -4px;
        outline-color: #ffd166;
      }
      .play .icon {
        padding: 0.55rem;
        border-radius: 99px;
        background: #ffd166;
        color: #2b1f00;
        box-sizing: content-box;
      }
      .coming {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.5rem;
        aspect-ratio: 16 / 9;
        background: var(--mt-sunken);
        color: var(--mt-muted);
      }
      .words {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 0.75rem;
        padding: 0.6rem 0.6rem 0.6rem 1rem;
      }
      .words .icon {
        margin-right: 0.2rem;
      }
      b {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  private name(clip: GivenClip): string {
    return msg(str`${clip.camera.name}, ${moment(clip.started_at, this.language, true)}`);
  }

  private picture(clip: GivenClip): TemplateResult {
    if (clip.state !== "stored") {
      return html`<div class="coming">${icon(mdiProgressUpload, "", 30)}<span>${msg("Đang được gửi tới…")}</span></div>`;
    }
    if (this.playing.has(clip.id)) {
      return html`<mt-player src=${clip.url} label=${msg(str`Đoạn video từ camera ${this.name(clip)}`)} autoplay></mt-player>`;
    }
    return html`<button
      class="play"
      @click=${() => {
        this.playing = new Set([...this.playing, clip.id]);
      }}
    >
      ${icon(mdiPlay, "", 28)}
      <span>
        <span class="unseen">${msg(str`Phát đoạn video từ camera ${this.name(clip)},`)}</span>
        ${span(clip.duration_s, this.language)}
      </span>
    </button>`;
  }

  private card(clip: GivenClip): TemplateResult {
    const file = `${clip.household.name}_${clip.camera.name}_${clip.started_at.replace(/[:.]/g, "-").slice(0, 19)}Z.mp4`;
    return html`<article class="card clip">
      ${this.picture(clip)}
      <div class="words">
        <div>
          <b>${moment(clip.started_at, this.language, true)}</b>
          <p class="muted small">
            ${span(clip.duration_s, this.language)} · ${size(clip.size_bytes, this.language)} ·
            ${clip.masked ? html`${icon(mdiShieldLockOutline, "", 16)}${msg("có vùng đã che")}` : msg("không che")}
          </p>
        </div>
        ${
          clip.state === "stored"
            ? html`<a
                class="button quiet"
                href="${clip.url}?download=1"
                download=${file.replace(/[\\/\s]+/g, "_")}
                aria-label=${msg(str`Tải đoạn lúc ${clock(clip.started_at, this.language, true)} từ camera ${clip.camera.name}`)}
                title=${msg("Tải về")}
                >${icon(mdiDownload, "", 22)}</a
              >`
            : nothing
        }
      </div>
    </article>`;
  }

  override render() {
    const groups = Map.groupBy(inOrder(this.clips), (clip) => `${clip.household.id} ${clip.camera.id}`);
    return html`${[...groups.values()].map(
      (clips) => html`<section>
        <h3>${clips[0]?.household.name} · ${clips[0]?.camera.name}</h3>
        <ul class="grid">
          ${repeat(
            clips,
            (clip) => clip.id,
            (clip) => html`<li>${this.card(clip)}</li>`,
          )}
        </ul>
      </section>`,
    )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-given-clips": GivenClips;
  }
}
