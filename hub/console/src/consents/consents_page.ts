// <mt-consents-page>: the register of consents: what each household allows, and the proof of what was withdrawn.
import { msg, str } from "@lit/localize";
import { mdiCheckDecagramOutline, mdiContentCopy, mdiDownload, mdiFileSign, mdiProgressClock } from "@mdi/js";
import { day, moment, size } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { spanWords } from "@shared/span_words.js";
import { styles } from "@shared/styles.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { hub } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { Consent, Deleted } from "../api/types.js";
import { consentState, hours, kind, purpose } from "../app/words.js";
import { copied } from "../ui/clipboard.js";
import { Page } from "../ui/page.js";
import { saved } from "../ui/saving.js";

const STATE_CHIPS: Record<Consent["state"], string> = { live: "live", not_yet: "wait", expired: "", withdrawn: "bad" };
const ORDER: Consent["state"][] = ["live", "not_yet", "expired", "withdrawn"];

@customElement("mt-consents-page")
export class ConsentsPage extends Page {
  @state() private consents: readonly Consent[] | null = null;

  static override styles = [
    ...styles,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr));
        gap: 1rem;
        align-items: start;
      }
      .top {
        display: flex;
        justify-content: space-between;
        align-items: flex-start;
        gap: 0.75rem;
        margin-bottom: 1rem;
      }
      dl.facts {
        font-size: 0.95rem;
        grid-template-columns: minmax(6.5rem, max-content) 1fr;
      }
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem;
      }
      .chosen {
        border: 2px solid var(--mt-primary);
      }
      .deleted {
        margin-top: 1rem;
        padding: 0.9rem 1rem;
        border-radius: 10px;
        background: var(--mt-sunken);
        display: grid;
        gap: 0.5rem;
        font-size: 0.925rem;
      }
      .deleted b .icon {
        margin-right: 0.35rem;
      }
      details summary {
        cursor: pointer;
        font-weight: 600;
        min-height: 2rem;
      }
      .receipt {
        max-height: 9rem;
        overflow: auto;
        font-size: 0.78rem;
        margin: 0.5rem 0;
        display: block;
      }
      h2.group {
        margin: 1.75rem 0 0.75rem;
      }
      h2.group:first-child {
        margin-top: 0;
      }
    `,
  ];

  protected override listen(): void {
    this.until(stream.on("camera", () => void this.read()));
    this.until(stream.on("line", (standing) => standing && void this.read()));
  }

  protected override async load(): Promise<void> {
    this.consents = await hub.consents();
  }

  /** What the address asks for: one consent, one camera, or all. */
  private asked(consents: readonly Consent[]): readonly Consent[] {
    const [id, household, camera] = ["id", "household", "camera"].map((name) => this.query.get(name));
    return consents.filter(
      (consent) =>
        (!id || consent.id === id) &&
        (!household || consent.household.id === household) &&
        (!camera || consent.camera.id === camera),
    );
  }

  private deleted(deletion: Deleted, id: string): TemplateResult {
    if (!deletion.done) {
      return html`<div class="deleted" role="status">
        <b>${icon(mdiProgressClock)}${msg("Đang xoá dữ liệu đã nhận…")}</b>
        <span>${msg("Từ lúc rút lại không ai xem được nữa.")}</span>
      </div>`;
    }
    const { events, stills, clips, size_bytes, receipt } = deletion;
    return html`<div class="deleted">
      <b>${icon(mdiCheckDecagramOutline)}${msg("Đã xoá khỏi trung tâm")}</b>
      <span>${msg(str`${events} sự kiện, ${stills} ảnh, ${clips} đoạn video (${size(size_bytes, this.language)})`)}</span>
      ${
        receipt
          ? html`<details>
              <summary>${msg("Biên nhận có chữ ký của trung tâm")}</summary>
              <code class="receipt mono" tabindex="0">${receipt}</code>
              <div class="row">
                <button @click=${() => saved(`${id}.jws`, receipt)}>${icon(mdiDownload)}${msg("Tải biên nhận")}</button>
                <button @click=${() => copied(receipt)}>${icon(mdiContentCopy)}${msg("Chép biên nhận")}</button>
              </div>
            </details>`
          : nothing
      }
    </div>`;
  }

  /** The hours of a standing consent; of one for a case, the span that it is about. */
  private when({ footage, hours: of }: Consent): string {
    if (!footage) return hours(of);
    return spanWords({ since: new Date(footage.since), until: new Date(footage.until) }, this.language);
  }

  private card(consent: Consent): TemplateResult {
    const fact = (name: string, value: unknown) => html`<dt>${name}</dt><dd>${value}</dd>`;
    return html`<article class="card ${this.query.get("id") === consent.id ? "chosen" : ""}">
      <div class="top">
        <div>
          <h3>${consent.camera.name}</h3>
          <p class="muted small">${consent.household.name}</p>
        </div>
        <span class="chip ${STATE_CHIPS[consent.state]}">${consentState(consent.state)}</span>
      </div>
      <dl class="facts">
        ${fact(msg("Mục đích"), purpose(consent.purpose))}
        ${fact(msg("Gồm"), html`<span class="kinds">${consent.kinds.map((name) => html`<span class="chip main">${kind(name)}</span>`)}</span>`)}
        ${fact(msg("Giờ"), this.when(consent))}
        ${fact(msg("Thời hạn"), `${day(consent.valid_from, this.language)} – ${day(consent.valid_until, this.language)}`)}
        ${fact(msg("Lưu tối đa"), msg(str`${consent.retention_days} ngày`))}
        ${fact(msg("Cấp trên"), consent.parents ? msg("Được chuyển lên") : msg("Không được chuyển lên"))}
        ${consent.masks_required ? fact(msg("Che hình"), msg("Bắt buộc che trước khi gửi")) : nothing}
        ${fact(msg("Đồng ý lúc"), msg(str`${moment(consent.given_at, this.language)} (bản ${consent.version})`))}
        ${consent.withdrawn_at ? fact(msg("Rút lại lúc"), moment(consent.withdrawn_at, this.language)) : nothing}
      </dl>
      ${consent.deletion ? this.deleted(consent.deletion, consent.id) : nothing}
    </article>`;
  }

  private list(): TemplateResult {
    if (!this.consents) return this.failure ? this.failed() : this.skeletons(3);
    const asked = this.asked(this.consents);
    if (!asked.length) {
      return html`<div class="card empty">
        ${icon(mdiFileSign, "", 52)}
        <h2>${msg("Chưa có sự đồng ý nào")}</h2>
        <p>${msg("Chủ hộ đồng ý trong Home Assistant của họ: camera nào, việc gì, giờ nào, đến khi nào. Bản ký hiện ra ở đây.")}</p>
      </div>`;
    }
    const groups = Map.groupBy(asked, (consent) => consent.state);
    return html`${ORDER.filter((name) => groups.has(name)).map(
      (name) => html`<h2 class="group">${consentState(name)} (${groups.get(name)?.length})</h2>
        <ul class="grid">
          ${repeat(
            groups.get(name) ?? [],
            (consent) => consent.id,
            (consent) => html`<li>${this.card(consent)}</li>`,
          )}
        </ul>`,
    )}`;
  }

  override render() {
    return html`<div class="head">
        <div>
          <h1>${msg("Sổ đồng ý")}</h1>
          <p>${msg("Mỗi dòng là một bản đồng ý do chủ hộ ký. Chủ hộ rút lại lúc nào cũng được, và có hiệu lực ngay.")}</p>
        </div>
        ${this.query.size ? html`<a class="button" href="/consents">${msg("Xem tất cả")}</a>` : nothing}
      </div>
      ${this.list()}`;
  }
}
