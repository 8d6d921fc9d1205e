// <mt-exports>: the zips that were taken out: those being written, with how far they are, and those to fetch or delete.
import { localized, msg, str } from "@lit/localize";
import { mdiDeleteOutline, mdiDownloadOutline, mdiFolderZipOutline } from "@mdi/js";
import { moment, size } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { spanWords } from "@shared/span_words.js";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { Page } from "../ui/page.js";
import { deleteWithUndo } from "../ui/undoing.js";

interface Held {
  name: string;
  title?: string;
  cameras?: string[];
  since?: number;
  until?: number;
}

interface RunningExport extends Held {
  share: number;
}

interface KeptExport extends Held {
  path: string;
  written_at: number;
  bytes: number;
  clips?: number | null;
}

interface Exports {
  running: RunningExport[];
  kept: KeptExport[];
}

const WHILE_RUNNING_MS = 1_000;
const ELSE_MS = 10_000;

@localized()
@customElement("mt-exports")
export class ExportsCard extends Page {
  @state() private exports: Exports | null = null;
  @state() private failure: unknown = null;
  private timer = 0;

  static override styles = [
    ...Page.styles,
    css`
      section.card {
        display: grid;
        gap: 0.6rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 0.75rem;
        align-items: center;
        padding: 0.6rem 0;
        border-top: 1px solid var(--mt-line);
      }
      .what {
        flex: 1;
        min-width: min(100%, 14rem);
        display: grid;
        overflow-wrap: anywhere;
      }
      .deeds {
        display: flex;
        gap: 0.25rem;
      }
      .icon.lead {
        color: var(--mt-primary);
      }
      progress {
        width: 100%;
        height: 0.5rem;
        accent-color: var(--mt-primary);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
    this.until(() => clearTimeout(this.timer));
  }

  /** Again soon while something is being written; else now and then, as somebody else may begin it. */
  private async read(): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.exports = await this.house.ask<Exports>("panel/exports");
      this.failure = null;
    } catch (error) {
      this.failure = error;
    }
    if (!this.isConnected) return;
    this.timer = window.setTimeout(() => void this.read(), this.exports?.running.length ? WHILE_RUNNING_MS : ELSE_MS);
  }

  private async fetch({ path }: KeptExport): Promise<void> {
    const address = await this.attempt(() => this.house.signed(path));
    if (address === undefined) return;
    const link = document.createElement("a");
    link.href = address;
    link.download = "";
    link.click();
  }

  private async discard(kept: KeptExport): Promise<void> {
    await this.attempt(() =>
      deleteWithUndo(this.house, {
        command: "panel/exports/delete",
        fields: { name: kept.name },
        done: msg(str`Đã xoá bản xuất ${this.named(kept)}. Video gốc vẫn còn nguyên.`),
        gone: msg("Đã quá muộn: bản xuất này không còn nữa. Bạn có thể xuất lại từ Dòng thời gian."),
        changed: () => this.read(),
      }),
    );
  }

  /** Its title, else its cameras; its file's name where nobody wrote down what it holds. */
  private named({ title, cameras, name }: Held): string {
    return title || cameras?.join(", ") || name;
  }

  private held({ since, until }: Held): string {
    if (since === undefined || until === undefined) return msg("Không rõ trong đó có gì");
    return spanWords({ since: new Date(since), until: new Date(until) }, this.language);
  }

  private running(one: RunningExport) {
    const percent = Math.round(one.share * 100);
    return html`<li>
      ${icon(mdiFolderZipOutline, "", 24)}
      <div class="what">
        <strong>${this.named(one)}</strong>
        <span class="small muted">${this.held(one)} · ${msg(str`đang xuất, ${percent} %`)}</span>
        <progress max="1" .value=${one.share} aria-label=${msg(str`Đang xuất ${this.named(one)}`)}></progress>
      </div>
    </li>`;
  }

  private kept(one: KeptExport) {
    const facts = [
      typeof one.clips === "number" ? msg(str`${one.clips} đoạn`) : null,
      size(one.bytes, this.language),
      msg(str`xuất lúc ${moment(new Date(one.written_at), this.language)}`),
    ];
    return html`<li>
      <div class="what">
        <strong>${this.named(one)}</strong>
        <span class="small">${this.held(one)}</span>
        <span class="small muted">${facts.filter(Boolean).join(" · ")}</span>
      </div>
      <div class="deeds">
        <button class="quiet" aria-label=${msg(str`Tải về ${this.named(one)}`)} @click=${() => this.fetch(one)}>
          ${icon(mdiDownloadOutline, "", 22)}${msg("Tải về")}
        </button>
        ${
          this.hass.user.is_admin
            ? html`<button class="quiet" aria-label=${msg(str`Xoá ${this.named(one)}`)} @click=${() => this.discard(one)}>
                ${icon(mdiDeleteOutline, "", 22)}${msg("Xoá")}
              </button>`
            : nothing
        }
      </div>
    </li>`;
  }

  private list({ running, kept }: Exports) {
    const bytes = kept.reduce((sum, one) => sum + one.bytes, 0);
    return html`<p class="small muted">
        ${
          kept.length
            ? msg(
                str`${kept.length} bản, ${size(bytes, this.language)}. Mỗi bản là một tệp zip có video gốc, chữ ký và trang bìa; nằm ở đây đến khi bạn xoá.`,
              )
            : msg(
                "Chưa có bản nào. Trong Dòng thời gian, bấm Xuất để lấy video ra thành một tệp zip có chữ ký, đưa cho ai cũng kiểm tra được.",
              )
        }
      </p>
      <ul>
        ${repeat(
          running,
          ({ name }) => name,
          (one) => this.running(one),
        )}
        ${repeat(
          kept,
          ({ name }) => name,
          (one) => this.kept(one),
        )}
      </ul>`;
  }

  override render() {
    const { exports, failure } = this;
    return html`<section class="card">
      <h2>${msg("Bản đã xuất")}</h2>
      ${failure ? this.wrong(failure) : exports ? this.list(exports) : html`<div class="skeleton"></div>`}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-exports": ExportsCard;
  }
}
