// <mt-storage>: how much is used and by which camera, how long it will do, what is kept for how long, what is protected.
import { localized, msg, str } from "@lit/localize";
import { mdiAlertCircleOutline, mdiCheckCircleOutline, mdiShieldCheckOutline } from "@mdi/js";
import { isoDay, moment, size, span } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { toast } from "@shared/toast.js";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { StorageFigures } from "../home/overview.js";
import type { Clip } from "../timeline/day.js";
import { keptWords } from "../timeline/kept_words.js";
import { storageWord } from "../today/health_words.js";
import { addressOf, go } from "../ui/address.js";
import { Page } from "../ui/page.js";
import "./exports_card.js";

interface Retention {
  days: number;
  continuous_days: number;
  gigabytes: number;
  free_percent: number;
  protected_gigabytes: number;
}

interface Storage {
  folder: string | null;
  figures: StorageFigures | null;
  retention: Retention;
  cameras: { camera_id: string; name: string; clips: number; bytes: number }[];
  protected: (Clip & { camera_id: string })[];
}

const SETTINGS = "/config/integrations/integration/mat_than";
const GIGABYTE = 1e9;

/** The figures are told every now and then; the cameras' own are of this moment and may be ahead of them. */
function upToDate(storage: Storage): Storage {
  const { figures, cameras, protected: kept } = storage;
  if (!figures) return storage;
  const sum = (of: (camera: Storage["cameras"][number]) => number) => cameras.reduce((all, one) => all + of(one), 0);
  const used_bytes = Math.max(
    figures.used_bytes,
    sum(({ bytes }) => bytes),
  );
  const clips = Math.max(
    figures.clips,
    sum(({ clips }) => clips),
  );
  const protected_bytes = Math.max(
    figures.protected_bytes,
    kept.reduce((all, { bytes }) => all + bytes, 0),
  );
  return { ...storage, figures: { ...figures, used_bytes, clips, protected_bytes } };
}

@localized()
@customElement("mt-storage")
export class StoragePage extends Page {
  @state() private storage: Storage | null = null;
  @state() private failure: unknown = null;

  static override styles = [
    ...Page.styles,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
        gap: 1rem;
      }
      section.card {
        display: grid;
        gap: 0.7rem;
        align-content: start;
      }
      .parts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 1rem;
      }
      .parts i {
        display: inline-block;
        width: 0.8rem;
        height: 0.8rem;
        border-radius: 3px;
        margin-inline-end: 0.35rem;
        vertical-align: -0.08em;
        background: var(--mt-primary);
      }
      .forecast {
        display: flex;
        gap: 0.5rem;
        align-items: flex-start;
        padding: 0.55rem 0.75rem;
        border-radius: 10px;
        background: var(--mt-live-soft);
      }
      .forecast .icon {
        color: var(--mt-live);
      }
      .forecast.soon {
        background: var(--mt-gold-soft);
      }
      .forecast.soon .icon {
        color: var(--mt-gold);
      }
      .figure {
        font-size: 1.6rem;
        font-weight: 700;
      }
      .bar {
        display: flex;
        height: 1rem;
        border-radius: 99px;
        overflow: hidden;
        background: var(--mt-sunken);
      }
      .bar i {
        background: var(--mt-primary);
      }
      .bar i.kept,
      .parts i.kept {
        background: repeating-linear-gradient(135deg, var(--mt-night) 0 3px, var(--mt-night-soft) 3px 6px);
      }
      .share {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0.2rem 0.75rem;
        padding: 0.4rem 0;
      }
      .share .bar {
        grid-column: 1 / -1;
        height: 0.5rem;
      }
      .kept-clips li {
        display: flex;
        gap: 0.75rem;
        align-items: center;
        padding: 0.5rem 0;
        border-top: 1px solid var(--mt-line);
      }
      .kept-clips div {
        flex: 1;
        min-width: 0;
      }
      .kept-clips .icon {
        color: var(--mt-night);
      }
      .wide {
        margin-top: 1rem;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private figuresAt = "";

  protected override houseChanged(): void {
    super.houseChanged();
    const at = JSON.stringify(this.house.overview.storage);
    if (at !== this.figuresAt) void this.read();
    this.figuresAt = at;
  }

  private async read(): Promise<void> {
    try {
      this.storage = upToDate(await this.house.ask<Storage>("panel/storage"));
      this.failure = null;
    } catch (error) {
      this.failure = error;
    }
  }

  private async free(clip: Clip): Promise<void> {
    const done = await this.attempt(() => this.house.ask("panel/unprotect", { clip_ids: [clip.id] }));
    if (done === undefined) return;
    toast(msg("Đoạn này sẽ được xoá khi hết hạn lưu."));
    await this.read();
  }

  private readonly follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go((event.currentTarget as HTMLAnchorElement).getAttribute("href") ?? "");
  };

  private size(bytes: number): string {
    return size(bytes, this.language);
  }

  /** What may be used at most: the owner's limit, or what the disk gives. */
  private room({ used_bytes, free_bytes }: StorageFigures, { gigabytes }: Retention): number {
    const disk = used_bytes + free_bytes;
    return gigabytes > 0 ? Math.max(used_bytes, Math.min(disk, gigabytes * GIGABYTE)) : disk;
  }

  private used(figures: StorageFigures, retention: Retention) {
    const room = this.room(figures, retention);
    const width = (bytes: number) => `width:${room ? Math.max(bytes ? 0.6 : 0, (100 * bytes) / room) : 0}%`;
    const rest = figures.used_bytes - figures.protected_bytes;
    const limited = retention.gigabytes > 0 && room < figures.used_bytes + figures.free_bytes;
    return html`<section class="card" aria-label=${msg("Đang dùng")}>
      <h2>${msg("Đang dùng")}</h2>
      <p>
        <span class="figure">${this.size(figures.used_bytes)}</span><br />
        <span class="muted small">
          ${limited ? msg(str`trong ${this.size(room)} bạn dành cho Mắt Thần`) : msg(str`trong ${this.size(room)} của ổ đĩa`)}
        </span>
      </p>
      <div class="bar" aria-hidden="true">
        <i style=${width(rest)}></i><i class="kept" style=${width(figures.protected_bytes)}></i>
      </div>
      <ul class="parts small">
        <li><i></i>${msg(str`Tự xoá khi hết hạn: ${this.size(rest)}`)}</li>
        <li><i class="kept"></i>${msg(str`Được giữ: ${this.size(figures.protected_bytes)}`)}</li>
      </ul>
      <p class="small muted">${msg(str`${figures.clips} đoạn video. Ổ đĩa còn trống ${this.size(figures.free_bytes)}.`)}</p>
      ${figures.trouble ? html`<p class="wrong">${storageWord(this.house, figures.trouble)}</p>` : this.forecast(figures)}
      ${figures.backlog ? html`<p class="small muted">${msg(str`${figures.backlog} đoạn đang được ghi nốt.`)}</p>` : nothing}
      ${this.storage?.folder ? html`<p class="small muted">${msg("Thư mục:")} <span class="mono">${this.storage.folder}</span></p>` : nothing}
    </section>`;
  }

  private forecast({ days_left: days }: StorageFigures) {
    if (days === undefined) {
      return html`<p class="forecast">${icon(mdiCheckCircleOutline, "", 20)}<span>${msg("Đủ chỗ để giữ video lâu như bạn muốn.")}</span></p>`;
    }
    return html`<p class="forecast soon">${icon(mdiAlertCircleOutline, "", 20)}<span>${msg(
      str`Khoảng ${span(days * 86_400, this.language)} nữa sẽ phải xoá sớm hơn bạn muốn. Hãy giảm thời hạn lưu, hoặc dùng ổ đĩa lớn hơn.`,
    )}</span></p>`;
  }

  private retention(retention: Retention) {
    const days = (count: number) => (count > 0 ? msg(str`${count} ngày`) : msg("không giới hạn"));
    return html`<section class="card">
      <h2>${msg("Thời hạn lưu")}</h2>
      <dl class="facts">
        <dt>${msg("Khi có chuyển động")}</dt>
        <dd>${days(retention.days)}</dd>
        <dt>${msg("Video liên tục")}</dt>
        <dd>${days(retention.continuous_days)}</dd>
        <dt>${msg("Chừa lại trên ổ đĩa")}</dt>
        <dd>${retention.free_percent.toLocaleString(this.language)} %</dd>
      </dl>
      ${this.hass.user.is_admin ? html`<p><a class="button" href=${SETTINGS} @click=${this.follow}>${msg("Đổi thời hạn")}</a></p>` : nothing}
    </section>`;
  }

  private shares({ cameras }: Storage) {
    const most = Math.max(1, ...cameras.map(({ bytes }) => bytes));
    return html`<section class="card">
      <h2>${msg("Từng camera")}</h2>
      <div>
        ${cameras.map(
          (camera) => html`<div class="share">
            <a href=${addressOf("/mat-than", "timeline", camera.camera_id)} @click=${this.follow}>${camera.name}</a>
            <span>${this.size(camera.bytes)} <span class="muted small">${msg(str`${camera.clips} đoạn`)}</span></span>
            <div class="bar" aria-hidden="true"><i style="width:${(100 * camera.bytes) / most}%"></i></div>
          </div>`,
        )}
      </div>
    </section>`;
  }

  private kept({ protected: clips, retention }: Storage) {
    const bytes = clips.reduce((sum, clip) => sum + clip.bytes, 0);
    return html`<section class="card wide">
      <h2>${msg("Các đoạn được giữ")}</h2>
      <p class="small muted">
        ${
          clips.length
            ? msg(
                str`${clips.length} đoạn, ${this.size(bytes)} trong ${this.size(retention.protected_gigabytes * GIGABYTE)} dành cho chúng. Không bao giờ tự xoá.`,
              )
            : msg("Chưa giữ đoạn nào. Trong Dòng thời gian, bấm Giữ lại để một đoạn không bị xoá khi hết hạn.")
        }
      </p>
      <ul class="kept-clips">
        ${clips.map((clip) => {
          const href = addressOf("/mat-than", "timeline", clip.camera_id, isoDay(clip.start), clip.id);
          return html`<li>
            ${icon(mdiShieldCheckOutline)}
            <div>
              <a href=${href} @click=${this.follow}>${this.house.camera(clip.camera_id)?.name ?? ""} · ${moment(new Date(clip.start), this.language)}</a>
              <br /><span class="small muted">${clip.kept ? keptWords(clip.kept) : ""} · ${this.size(clip.bytes)}</span>
            </div>
            ${this.hass.user.is_admin ? html`<button class="quiet" @click=${() => this.free(clip)}>${msg("Thôi giữ")}</button>` : nothing}
          </li>`;
        })}
      </ul>
    </section>`;
  }

  override render() {
    const { storage } = this;
    if (this.failure) return this.wrong(this.failure);
    if (!storage) return this.waiting(3);
    const { figures, retention } = storage;
    return html`<div class="head named"><h1>${msg("Lưu trữ")}</h1></div>
      <div class="grid">
        ${figures ? this.used(figures, retention) : nothing} ${this.shares(storage)} ${this.retention(retention)}
      </div>
      ${this.kept(storage)}
      <mt-exports class="wide" .house=${this.house} .hass=${this.hass} ?narrow=${this.narrow}></mt-exports>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-storage": StoragePage;
  }
}
