// <mt-sharing>: who gets what. What is asked of the owner, each hub and its line, each consent in plain words, who looked,
// and withdrawal in two taps. One request, and a report, have their pages under it.
import { localized, msg, str } from "@lit/localize";
import { mdiBullhornOutline, mdiPrinterOutline, mdiSignText } from "@mdi/js";
import { confirmed } from "@shared/confirm.js";
import { icon } from "@shared/icon.js";
import { toast } from "@shared/toast.js";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import "../answering/answer_page.js";
import { decline } from "../answering/decline.js";
import "../answering/report_page.js";
import type { FootageRequest } from "../home/requests.js";
import { addressOf, follow } from "../ui/address.js";
import { Page } from "../ui/page.js";
import { consentFacts, consentState } from "./consent_facts.js";
import { hubCard } from "./hub_card.js";
import { looksCard } from "./looks.js";
import { openPaper, saveCode } from "./paper.js";
import { queueStyles } from "./queue_list.js";
import { refusedReports } from "./refused_reports.js";
import { answeredCard, requestCardStyles, waitingCard } from "./request_cards.js";
import type { Consent, Hub, Sharing } from "./sharing_facts.js";
import "./sign_page.js";
import { withdrawnCard, withdrawnStyles } from "./withdrawn.js";

const SETTINGS = "/config/integrations/integration/mat_than";
const REPORT = addressOf("/mat-than", "sharing", "report");
const SIGN = "/mat-than/sharing/sign";
const READ_AGAIN_MS = 2_000;

@localized()
@customElement("mt-sharing")
export class SharingPage extends Page {
  @state() private sharing: Sharing | null = null;
  @state() private failure: unknown = null;
  private timer = 0;

  static override styles = [
    ...Page.styles,
    requestCardStyles,
    withdrawnStyles,
    queueStyles,
    css`
      .hub,
      .consent {
        display: grid;
        gap: 0.6rem;
      }
      .consents {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr));
        gap: 1rem;
        margin-top: 0.75rem;
      }
      .title {
        display: flex;
        gap: 0.6rem;
        align-items: center;
        justify-content: space-between;
      }
      .title h3 {
        min-width: 0;
      }
      .deeds {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-self: end;
      }
      section {
        margin-bottom: 1.5rem;
      }
      :host([narrow]) .report {
        width: 100%;
        margin-bottom: 1.5rem;
      }
      .consent ul {
        list-style: disc;
        padding-inline-start: 1.2rem;
      }
      .gone h2 {
        margin-bottom: 0.6rem;
      }
      .gone li {
        padding: 0.6rem 0;
        border-top: 1px solid var(--mt-line);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
    this.until(() => clearTimeout(this.timer));
  }

  protected override houseChanged(): void {
    super.houseChanged();
    if (this.timer) return;
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      void this.read();
    }, READ_AGAIN_MS);
  }

  private async read(): Promise<void> {
    try {
      this.sharing = await this.house.ask<Sharing>("panel/sharing");
      this.failure = null;
    } catch (error) {
      this.failure = error;
    }
  }

  private name(cameraId: string): string {
    return this.house.camera(cameraId)?.name ?? msg("Camera đã bỏ");
  }

  // -- what the owner decides

  private async withdraw(consent: Consent): Promise<void> {
    const camera = this.name(consent.camera_id);
    const sure = await confirmed({
      title: msg(str`Rút lại sự đồng ý cho ${camera}?`),
      text: msg(
        str`Từ lúc này không còn gì của ${camera} đến ${consent.hub}. Trung tâm phải xoá những gì đã nhận và gửi lại biên nhận.`,
      ),
      deed: msg("Rút lại"),
      danger: true,
    });
    if (!sure) return;
    const done = await this.attempt(() => this.house.ask("panel/sharing/withdraw", { consent_id: consent.consent_id }));
    if (done === undefined) return;
    toast(msg(str`Đã rút lại. Không còn gì của ${camera} đến ${consent.hub}.`));
    await this.read();
  }

  private async switch(cameraId: string, on: boolean): Promise<void> {
    await this.attempt(() => this.house.ask("panel/sharing/switch", { camera_id: cameraId, on }));
    await this.read();
  }

  private async decline(request: FootageRequest): Promise<void> {
    await this.attempt(() => decline(this.house, request));
  }

  /** Everything that was given for one request, taken back at once. */
  private async withdrawGift({ unit, case_number, consent_ids }: FootageRequest): Promise<void> {
    const sure = await confirmed({
      title: msg(str`Rút lại hình đã gửi cho ${unit}?`),
      text: msg(str`Hình cho vụ việc ${case_number} không xem được nữa; trung tâm phải xoá và gửi lại biên nhận.`),
      deed: msg("Rút lại"),
      danger: true,
    });
    if (!sure) return;
    const done = await this.attempt(async () => {
      for (const consent_id of consent_ids.filter((id) => this.stands(id))) {
        await this.house.ask("panel/sharing/withdraw", { consent_id });
      }
      return true;
    });
    if (done) toast(msg("Đã rút lại. Trung tâm phải xoá những gì đã nhận."));
    await Promise.all([this.read(), this.house.requests.read()]);
  }

  private stands(consentId: string): boolean {
    return this.sharing?.consents.some(({ consent_id }) => consent_id === consentId) ?? false;
  }

  private print(what: "consent" | "deletion", consentId: string): void {
    void this.attempt(() => openPaper(this.house, what, consentId));
  }

  // -- how it looks

  private hub(hub: Hub) {
    return hubCard(hub, {
      now: this.now,
      language: this.language,
      problem: (key, name) =>
        this.hass.localize(`component.mat_than.issues.${key}.title`, { name, hub: name }) ||
        msg("Trung tâm chưa trả lời. Nhà bạn tự thử lại."),
    });
  }

  private consent(consent: Consent) {
    const camera = this.sharing?.cameras[consent.camera_id];
    const on = camera?.on ?? false;
    return html`<article class="card consent">
      <div class="title">
        <h3>${this.name(consent.camera_id)} → ${consent.hub}</h3>
        ${consentState(consent, on)}
      </div>
      ${consentFacts(consent, this.language)}
      ${camera?.waiting ? html`<p class="small muted">${msg(str`${camera.waiting} mục của camera này đang chờ gửi.`)}</p>` : nothing}
      <div class="deeds">
        <button @click=${() => this.print("consent", consent.consent_id)}>${icon(mdiPrinterOutline)}${msg("In bản đồng ý")}</button>
        ${consent.live ? html`<button @click=${() => this.switch(consent.camera_id, !on)}>${on ? msg("Tạm dừng") : msg("Chia sẻ tiếp")}</button>` : nothing}
        ${this.hass.user.is_admin ? html`<button class="danger outline" @click=${() => this.withdraw(consent)}>${msg("Rút lại…")}</button>` : nothing}
      </div>
    </article>`;
  }

  private asked() {
    const { waiting } = this.house.requests;
    if (!waiting.length) return nothing;
    const telling = { now: this.now, language: this.language };
    return html`<section aria-label=${msg("Đang chờ bạn trả lời")}>
      ${waiting.map((request) => waitingCard(request, telling, (one) => void this.decline(one)))}
    </section>`;
  }

  private answered() {
    const answered = this.house.requests.list.filter(({ state }) => state !== "waiting");
    const withdraw = this.hass.user.is_admin ? (one: FootageRequest) => void this.withdrawGift(one) : null;
    const standing = (one: FootageRequest) => one.consent_ids.some((id) => this.stands(id));
    return answeredCard(answered, this.language, standing, withdraw);
  }

  private overview(sharing: Sharing) {
    // What was given for a request stands with that request, where it is still known.
    const consents = sharing.consents.filter(({ request_id }) => !request_id || !this.house.requests.get(request_id));
    const name = (id: string) => this.name(id);
    return html`<div class="head named">
        <h1>${msg("Chia sẻ")}</h1>
        ${this.narrow ? nothing : this.reportLink()}
      </div>
      ${this.asked()} ${refusedReports(sharing.refused_reports, this.language)}
      ${this.narrow ? this.reportLink() : nothing} ${sharing.hubs.map((hub) => this.hub(hub))}
      <section>
        <h2>${msg("Bạn đã đồng ý")}</h2>
        ${consents.length ? html`<div class="consents">${consents.map((consent) => this.consent(consent))}</div>` : html`<p class="muted">${msg("Chưa đồng ý điều gì: không có gì rời nhà bạn.")}</p>`}
      </section>
      ${this.answered()} ${looksCard(sharing.looks, name, this.language)} ${this.takenBack(sharing)}
      ${this.signCard()}`;
  }

  /** On a phone it stands below what waits for an answer. */
  private reportLink() {
    if (!this.hass.user.is_admin) return nothing;
    return html`<a class="button report" href=${REPORT} @click=${follow}>${icon(mdiBullhornOutline)}${msg("Báo một việc")}</a>`;
  }

  private takenBack({ withdrawn }: Sharing) {
    const telling = { now: this.now, language: this.language };
    return withdrawnCard(withdrawn, telling, {
      print: (one) => this.print("deletion", one.consent_id),
      save: (one) => void this.attempt(() => saveCode(this.house, "deletion", one.consent_id)),
    });
  }

  private signCard() {
    return html`<section class="card hub">
      <h2>${msg("Biển báo ở cổng")}</h2>
      <p>${msg("Người đi qua cần biết ai ghi hình, để làm gì và giữ bao lâu. In một tờ A4 dán ở lối vào.")}</p>
      <div class="deeds">
        <a class="button" href=${SIGN} @click=${follow}>${icon(mdiSignText)}${msg("Làm biển báo")}</a>
      </div>
    </section>`;
  }

  private page(name: "request" | "report") {
    const { house, hass, narrow, path } = this;
    return name === "request"
      ? html`<mt-answer .house=${house} .hass=${hass} ?narrow=${narrow} .path=${path}></mt-answer>`
      : html`<mt-report .house=${house} .hass=${hass} ?narrow=${narrow} .path=${path}></mt-report>`;
  }

  override render() {
    const { sharing } = this;
    const [name] = this.path;
    if (name === "sign")
      return html`<mt-sign .house=${this.house} .hass=${this.hass} ?narrow=${this.narrow}></mt-sign>`;
    if (name === "request" || name === "report") return this.page(name);
    if (this.failure) return this.wrong(this.failure);
    if (!sharing) return this.waiting(2);
    if (sharing.hubs.length === 0) {
      return html`<section class="empty card">
        <h2>${msg("Bạn không chia sẻ gì")}</h2>
        <p>${msg("Mọi video ở lại nhà bạn. Nếu phường, xã mời, bạn có thể vào trung tâm bằng mã mời, rồi chọn từng camera, từng mục đích.")}</p>
        ${this.hass.user.is_admin ? html`<a class="button" href=${SETTINGS} @click=${follow}>${msg("Vào một trung tâm")}</a>` : nothing}
      </section>
      ${this.takenBack(sharing)} ${this.signCard()}`;
    }
    return this.overview(sharing);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-sharing": SharingPage;
  }
}
