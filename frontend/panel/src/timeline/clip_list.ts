// <mt-clip-list>: the clips of the window, newest first. Only the rows in view are drawn, so that thousands scroll well.
import { localized, msg, str } from "@lit/localize";
import { mdiShieldCheckOutline } from "@mdi/js";
import { clock, size, span } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { language } from "../language.js";
import type { Clip } from "./day.js";
import { ROW_HEIGHT, type Rows, rowsInView, scrollTo } from "./rows.js";
import type { Thumbnails } from "./thumbnails.js";

const SETTLED_MS = 90;

@localized()
@customElement("mt-clip-list")
export class ClipList extends LitElement {
  @property({ attribute: false }) clips: readonly Clip[] = [];
  @property({ attribute: false }) thumbnails!: Thumbnails;
  @property() current = "";
  @state() private rows: Rows = { first: 0, last: 0 };
  @state() private pictures = 0;
  @query(".view") private readonly view!: HTMLElement;
  private settled = 0;
  private readonly sized = new ResizeObserver(() => this.look());

  static override styles = [
    ...styles,
    css`
      :host {
        display: flex;
        min-height: 0;
      }
      .view {
        overflow-y: auto;
        flex: 1;
        overscroll-behavior: contain;
        outline-offset: -3px;
      }
      .all {
        position: relative;
      }
      .row {
        position: absolute;
        inset-inline: 0;
        height: ${ROW_HEIGHT}px;
        display: flex;
        flex-wrap: nowrap;
        gap: 0.8rem;
        align-items: center;
        justify-content: flex-start;
        padding: 0.4rem 0.75rem;
        border: 0;
        border-bottom: 1px solid var(--mt-line);
        border-radius: 0;
        background: none;
        font-weight: 400;
        text-align: start;
        contain: strict;
        width: 100%;
      }
      .row:focus-visible {
        outline-offset: -3px;
      }
      .row[aria-current] {
        background: var(--mt-primary-soft);
      }
      .thumb {
        width: 6.7rem;
        aspect-ratio: 16 / 9;
        border-radius: 6px;
        background: #0a1212;
        flex: none;
        overflow: hidden;
        display: block;
      }
      .thumb img {
        width: 100%;
        height: 100%;
        object-fit: cover;
        display: block;
      }
      .words {
        min-width: 0;
        flex: 1;
        display: grid;
      }
      .words strong {
        font-variant-numeric: tabular-nums;
      }
      .words span {
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .kept {
        color: var(--mt-night);
      }
    `,
  ];

  override firstUpdated(): void {
    this.sized.observe(this.view);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sized.disconnect();
    clearTimeout(this.settled);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("clips")) this.look();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("current") && this.current) this.reveal();
  }

  private look(): void {
    const height = this.view?.clientHeight ?? 600;
    const rows = rowsInView(this.view?.scrollTop ?? 0, height, this.clips.length);
    if (rows.first !== this.rows.first || rows.last !== this.rows.last) this.rows = rows;
    clearTimeout(this.settled);
    this.settled = window.setTimeout(() => this.readPictures(), SETTLED_MS);
  }

  /** The pictures of what is in view, once the list stands still. */
  private readPictures(): void {
    for (const clip of this.clips.slice(this.rows.first, this.rows.last)) {
      if (!clip.still || this.thumbnails.known(clip.id) !== undefined) continue;
      void this.thumbnails.read(clip.id).then(() => {
        this.pictures += 1;
      });
    }
  }

  private reveal(): void {
    const row = this.clips.findIndex((clip) => clip.id === this.current);
    const top = row < 0 ? null : scrollTo(row, this.view.scrollTop, this.view.clientHeight);
    if (top !== null) this.view.scrollTop = top;
  }

  private pick(clip: Clip): void {
    this.dispatchEvent(new CustomEvent<Clip>("clip", { detail: clip }));
  }

  /** Arrow keys go from row to row, also to those that are not drawn yet. */
  private readonly press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = Number((event.target as HTMLElement).dataset.row ?? -1);
    if (!step || row < 0) return;
    event.preventDefault();
    const next = Math.min(this.clips.length - 1, Math.max(0, row + step));
    const top = scrollTo(next, this.view.scrollTop, this.view.clientHeight);
    if (top !== null) this.view.scrollTop = top;
    this.look();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus());
  };

  private row(clip: Clip, index: number) {
    const picture = this.thumbnails.known(clip.id);
    const seconds = (clip.end - clip.start) / 1000;
    return html`<button
      class="row"
      data-row=${index}
      style="top:${index * ROW_HEIGHT}px"
      aria-current=${clip.id === this.current ? "true" : nothing}
      @click=${() => this.pick(clip)}
    >
      <span class="thumb">${picture ? html`<img src=${picture} alt="" decoding="async" />` : nothing}</span>
      <span class="words">
        <strong>${clock(new Date(clip.start), language(), true)}</strong>
        <span class="small muted">${this.kind(clip)} · ${span(seconds, language())} · ${size(clip.bytes, language())}</span>
      </span>
      ${clip.kept ? html`<span class="kept">${icon(mdiShieldCheckOutline, msg("Được giữ"))}</span>` : nothing}
    </button>`;
  }

  private kind(clip: Clip): string {
    if (clip.kind === "asked") return msg("Bạn bảo ghi");
    if (clip.motions > 1) return msg(str`${clip.motions} chuyển động`);
    return clip.motions === 1 ? msg("Chuyển động") : msg("Ghi liên tục");
  }

  override render() {
    void this.pictures;
    const { first, last } = this.rows;
    const shown = this.clips.slice(first, last);
    return html`<div class="view" @scroll=${this.look} @keydown=${this.press}>
      <div class="all" style="height:${this.clips.length * ROW_HEIGHT}px">
        ${repeat(
          shown,
          (clip) => clip.id,
          (clip, index) => this.row(clip, first + index),
        )}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-clip-list": ClipList;
  }
}
