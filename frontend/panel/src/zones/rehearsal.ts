// <mt-rehearsal>: last night's clips under the settings as they are drawn, before they are saved: what would change.
import { localized, msg, str } from "@lit/localize";
import { mdiBellOffOutline, mdiBellPlusOutline, mdiHelpCircleOutline, mdiPlayCircleOutline } from "@mdi/js";
import { clock, isoDay, span } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { House } from "../home/house.js";
import { language } from "../language.js";
import type { Clip, Day } from "../timeline/day.js";
import { Thumbnails } from "../timeline/thumbnails.js";
import { addressOf } from "../ui/address.js";
import { type Compared, compared, counted, lastNight, type Replayed } from "./night.js";
import { reasonWord } from "./zone_words.js";

const DAY_MS = 86_400_000;

@localized()
@customElement("mt-rehearsal")
export class Rehearsal extends LitElement {
  @property({ attribute: false }) house!: House;
  @property() cameraId = "";
  /** The settings that are tried. */
  @property({ attribute: false }) watch: object = {};
  @property({ type: Boolean }) disabled = false;
  @state() private found: readonly Compared[] = [];
  @state() private total = 0;
  @state() private running = false;
  @state() private failure = "";
  @state() private pictures = 0;
  private thumbnails: Thumbnails | null = null;
  private stop: (() => void) | null = null;

  static override styles = [
    ...styles,
    css`
      progress {
        width: 100%;
        accent-color: var(--mt-primary);
      }
      .counts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin: 0.6rem 0;
      }
      li {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        padding: 0.45rem 0;
        border-top: 1px solid var(--mt-line);
      }
      li img,
      li .none {
        width: 6rem;
        aspect-ratio: 16 / 9;
        object-fit: cover;
        border-radius: 6px;
        background: #0a1212;
        flex: none;
      }
      li div {
        flex: 1;
        min-width: 0;
      }
      .quiet .icon {
        color: var(--mt-muted);
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end();
    this.thumbnails?.clear();
  }

  private end(): void {
    this.stop?.();
    this.stop = null;
    this.running = false;
  }

  /** The clips of yesterday and today, oldest first. */
  private async clips(): Promise<Clip[]> {
    const now = Date.now();
    const days = await Promise.all(
      [now - DAY_MS, now].map((at) => this.house.ask<Day>("panel/day", { camera_id: this.cameraId, day: isoDay(at) })),
    );
    return lastNight(
      days.flatMap(({ clips }) => clips),
      now,
    );
  }

  private readonly begin = async () => {
    this.end();
    this.thumbnails ??= new Thumbnails(this.house);
    this.found = [];
    this.failure = "";
    this.running = true;
    try {
      const clips = await this.clips();
      this.total = clips.length;
      if (clips.length === 0) this.running = false;
      else await this.listen(clips);
    } catch (error) {
      this.failure = this.house.sentence(error);
      this.running = false;
    }
  };

  private async listen(clips: readonly Clip[]): Promise<void> {
    const fields = { clip_ids: clips.map(({ id }) => id), watch: this.watch };
    const stop = await this.house.listen<Replayed>("replay", fields, (replayed) => {
      const clip = clips.find(({ id }) => id === replayed.clip_id);
      if (clip) this.take(compared(clip, replayed));
      else if (replayed.error) this.failure = this.house.reason(replayed.error);
      if (replayed.last) this.end();
    });
    if (!this.running) void stop().catch(() => undefined);
    else this.stop = () => void stop().catch(() => undefined);
  }

  private take(one: Compared): void {
    this.found = [...this.found, one];
    if (one.verdict === "same") return;
    void this.thumbnails?.read(one.clip.id).then(() => {
      this.pictures += 1;
    });
  }

  private result() {
    const counts = counted(this.found);
    return html`<div class="counts" role="status">
      <span class="chip">${msg(str`Như cũ: ${counts.same}`)}</span>
      <span class="chip ${counts.quiet ? "wait" : ""}">${msg(str`Không báo nữa: ${counts.quiet}`)}</span>
      <span class="chip ${counts.new ? "main" : ""}">${msg(str`Báo thêm: ${counts.new}`)}</span>
      ${counts.unknown ? html`<span class="chip bad">${msg(str`Không xem được: ${counts.unknown}`)}</span>` : nothing}
    </div>`;
  }

  private row({ clip, verdict, reason }: Compared) {
    const picture = this.thumbnails?.known(clip.id);
    const texts = {
      quiet: () => (reason ? msg(str`Không báo nữa: ${reasonWord(this.house, reason)}`) : msg("Không báo nữa")),
      new: () => msg("Sẽ báo thêm"),
      unknown: () => msg("Không xem được đoạn này"),
      same: () => "",
    };
    const icons = { quiet: mdiBellOffOutline, new: mdiBellPlusOutline, unknown: mdiHelpCircleOutline, same: "" };
    const href = addressOf("/mat-than", "timeline", this.cameraId, isoDay(clip.start), clip.id);
    return html`<li class=${verdict}>
      ${picture ? html`<img src=${picture} alt="" />` : html`<span class="none"></span>`}
      <div>
        <a href=${href} target="_blank">${clock(new Date(clip.start), language(), true)}</a>
        <span class="muted small"> · ${span((clip.end - clip.start) / 1000, language())}</span><br />
        <span class="small">${texts[verdict]()}</span>
      </div>
      ${icon(icons[verdict])}
    </li>`;
  }

  override render() {
    void this.pictures;
    const changed = this.found.filter(({ verdict }) => verdict !== "same");
    const over = !this.running && this.found.length > 0;
    return html`<button ?disabled=${this.disabled} @click=${this.running ? this.end : this.begin}>
        ${icon(mdiPlayCircleOutline)}${this.running ? msg("Dừng thử") : msg("Thử với các đoạn đêm qua")}
      </button>
      ${this.running ? html`<p><progress max=${this.total || 1} .value=${this.found.length} aria-label=${msg("Đã xem lại")}></progress></p>` : nothing}
      ${this.failure ? html`<p class="wrong" role="alert">${this.failure}</p>` : nothing}
      ${this.found.length ? this.result() : nothing}
      ${over && changed.length === 0 ? html`<p>${msg("Không có gì thay đổi so với đêm qua.")}</p>` : nothing}
      <ul>
        ${changed.map((one) => this.row(one))}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-rehearsal": Rehearsal;
  }
}
