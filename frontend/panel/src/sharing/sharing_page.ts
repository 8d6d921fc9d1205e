// <mt-sharing>: who gets what. Each hub and its line, each consent in plain words, withdrawn in two taps.
import { localized, msg, str } from "@lit/localize";
import { mdiCloudCheckOutline, mdiCloudOffOutline, mdiFileCertificateOutline, mdiShieldLockOutline } from "@mdi/js";
import { confirmed } from "@shared/confirm.js";
import { ago, day, minuteOfDay, moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { toast } from "@shared/toast.js";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { go } from "../ui/address.js";
import { Page } from "../ui/page.js";
import { daysWord, kindWords, lookWord, purposeWord } from "./consent_words.js";

interface Line {
  connected: boolean;
  last_contact_at?: string;
  queue_length: number;
  oldest_waiting_at?: string;
  dropped: number;
  problem?: string;
  idle: boolean;
}

interface Hub {
  hub_id: string;
  name: string;
  commune: string;
  line: Line;
}

interface Consent {
  consent_id: string;
  camera_id: string;
  hub: string;
  purpose: string;
  kinds: string[];
  hours: { days: string[]; from_minute: number; to_minute: number };
  valid_from: string;
  valid_until: string;
  retention_days: number;
  parents: boolean;
  audio: boolean;
  masked: boolean;
  live: boolean;
}

interface Withdrawn {
  consent_id: string;
  camera: string | null;
  hub: string;
  withdrawn_at: string;
  proved: boolean;
  pending: boolean;
}

/** An officer of a hub looked at something; the unit is told, not the person. */
interface SharedLook {
  at: string;
  hub: string;
  unit: string;
  action: string;
  camera_id: string;
}

interface Sharing {
  looks: SharedLook[];
  hubs: Hub[];
  cameras: Record<string, { allowed: boolean; on: boolean; hubs: string[]; waiting: number }>;
  consents: Consent[];
  withdrawn: Withdrawn[];
}

const SETTINGS = "/config/integrations/integration/mat_than";
const READ_AGAIN_MS = 2_000;
const MINUTE_MS = 60_000;

@localized()
@customElement("mt-sharing")
export class SharingPage extends Page {
  @state() private sharing: Sharing | null = null;
  @state() private failure: unknown = null;
  private timer = 0;

  static override styles = [
    ...Page.styles,
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
      .consent ul {
        list-style: disc;
        padding-inline-start: 1.2rem;
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

  private readonly follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go((event.currentTarget as HTMLAnchorElement).getAttribute("href") ?? "");
  };

  // -- how it looks

  private hub({ name, commune, line }: Hub) {
    const problem =
      line.problem &&
      (this.hass.localize(`component.mat_than.issues.${line.problem}.title`, { name, hub: name }) || line.problem);
    return html`<section class="card hub">
      <div class="title">
        <h2>${name}</h2>
        ${
          line.connected
            ? html`<span class="chip live">${icon(mdiCloudCheckOutline, "", 16)}${msg("Đang nối")}</span>`
            : html`<span class="chip ${line.idle ? "" : "wait"}">${icon(mdiCloudOffOutline, "", 16)}${line.idle ? msg("Không gửi gì") : msg("Chưa nối được")}</span>`
        }
      </div>
      ${commune && commune !== name ? html`<p class="muted small">${commune}</p>` : nothing}
      ${problem ? html`<p class="wrong">${problem}</p>` : nothing}
      <p>
        ${line.idle ? msg("Không có sự đồng ý nào đang hiệu lực, nên nhà bạn không nói gì với trung tâm này.") : this.queue(line)}
        ${this.contact(line.last_contact_at)}
      </p>
      ${line.dropped ? html`<p class="small muted">${msg(str`${line.dropped} mục đã bỏ vì chờ quá lâu hoặc hết chỗ.`)}</p>` : nothing}
    </section>`;
  }

  private isPast(at: string | undefined): boolean {
    return at !== undefined && this.now.getTime() - Date.parse(at) >= MINUTE_MS;
  }

  private contact(at: string | undefined) {
    if (at === undefined) return nothing;
    return this.isPast(at)
      ? msg(str`Liên lạc gần nhất ${ago(at, this.now, this.language)}.`)
      : msg("Vừa liên lạc xong.");
  }

  private queue(line: Line): string {
    if (line.queue_length === 0) return msg("Không có gì đang chờ gửi.");
    if (!this.isPast(line.oldest_waiting_at)) return msg(str`${line.queue_length} mục đang chờ gửi.`);
    const since = ago(line.oldest_waiting_at ?? "", this.now, this.language);
    return msg(str`${line.queue_length} mục đang chờ gửi, lâu nhất từ ${since}.`);
  }

  private hours({ days, from_minute, to_minute }: Consent["hours"]): string {
    const whole = from_minute === 0 && to_minute === 1440;
    const when = whole ? msg("cả ngày") : msg(str`từ ${minuteOfDay(from_minute)} đến ${minuteOfDay(to_minute % 1440)}`);
    return `${daysWord(days)}, ${when}`;
  }

  /** A consent ends with the first moment that it does not hold any more. */
  private lastMoment({ valid_until }: Consent): Date {
    return new Date(Date.parse(valid_until) - 1);
  }

  private state(consent: Consent, on: boolean) {
    if (!consent.live) return html`<span class="chip">${msg("Ngoài thời hạn")}</span>`;
    return on
      ? html`<span class="chip live">${msg("Đang chia sẻ")}</span>`
      : html`<span class="chip wait">${msg("Đang tạm dừng")}</span>`;
  }

  private consent(consent: Consent) {
    const camera = this.sharing?.cameras[consent.camera_id];
    const on = camera?.on ?? false;
    return html`<article class="card consent">
      <div class="title">
        <h3>${this.name(consent.camera_id)} → ${consent.hub}</h3>
        ${this.state(consent, on)}
      </div>
      <ul>
        <li>${msg(str`Để: ${purposeWord(consent.purpose)}.`)}</li>
        <li>${msg(str`Gửi: ${kindWords(consent.kinds)}.`)} ${consent.audio ? msg("Có tiếng.") : msg("Không có tiếng.")}</li>
        <li>${msg(str`Khi: ${this.hours(consent.hours)}.`)}</li>
        <li>${msg(str`Đến hết ${day(this.lastMoment(consent), this.language)}; trung tâm giữ ${consent.retention_days} ngày rồi xoá.`)}</li>
        <li>${consent.parents ? msg("Trung tâm cấp trên cũng được xem.") : msg("Không chuyển lên cấp trên.")}</li>
        ${consent.masked ? html`<li>${icon(mdiShieldLockOutline, "", 18)} ${msg("Các vùng riêng tư bị che đen.")}</li>` : nothing}
      </ul>
      ${camera?.waiting ? html`<p class="small muted">${msg(str`${camera.waiting} mục của camera này đang chờ gửi.`)}</p>` : nothing}
      <div class="deeds">
        ${consent.live ? html`<button @click=${() => this.switch(consent.camera_id, !on)}>${on ? msg("Tạm dừng") : msg("Chia sẻ tiếp")}</button>` : nothing}
        ${this.hass.user.is_admin ? html`<button class="danger" @click=${() => this.withdraw(consent)}>${msg("Rút lại…")}</button>` : nothing}
      </div>
    </article>`;
  }

  private looks(looks: readonly SharedLook[]) {
    return html`<section class="card gone">
      <h2>${msg("Ai đã xem")}</h2>
      ${looks.length === 0 ? html`<p class="muted">${msg("Chưa ai ở trung tâm mở thứ gì của nhà bạn.")}</p>` : nothing}
      <ul>
        ${looks.map(
          (look) => html`<li>
            <strong>${moment(look.at, this.language)}</strong> · ${look.unit}, ${look.hub}<br />
            <span class="small">${lookWord(look.action)} · ${this.name(look.camera_id)}</span>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private gone(withdrawn: readonly Withdrawn[]) {
    if (withdrawn.length === 0) return nothing;
    return html`<section class="card gone">
      <h2>${msg("Đã rút lại")}</h2>
      <ul>
        ${withdrawn.map(
          (one) => html`<li>
            <strong>${one.camera ?? msg("Camera đã bỏ")} → ${one.hub}</strong>, ${moment(one.withdrawn_at, this.language)}<br />
            <span class="small">${icon(mdiFileCertificateOutline, "", 18)} ${
              one.proved
                ? msg("Trung tâm đã gửi biên nhận có chữ ký: mọi thứ đã xoá.")
                : one.pending
                  ? msg("Đang chờ biên nhận xoá của trung tâm.")
                  : msg("Trung tâm không giữ gì để xoá.")
            }</span>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  override render() {
    const { sharing } = this;
    if (this.failure) return this.wrong(this.failure);
    if (!sharing) return this.waiting(2);
    if (sharing.hubs.length === 0) {
      return html`<div class="empty card">
        <h2>${msg("Bạn không chia sẻ gì")}</h2>
        <p>${msg("Mọi video ở lại nhà bạn. Nếu phường, xã mời, bạn có thể vào trung tâm bằng mã mời, rồi chọn từng camera, từng mục đích.")}</p>
        ${this.hass.user.is_admin ? html`<a class="button" href=${SETTINGS} @click=${this.follow}>${msg("Vào một trung tâm")}</a>` : nothing}
      </div>
      ${this.gone(sharing.withdrawn)}`;
    }
    return html`<div class="head"><h1>${msg("Chia sẻ")}</h1></div>
      ${sharing.hubs.map((hub) => this.hub(hub))}
      <section>
        <h2>${msg("Bạn đã đồng ý")}</h2>
        ${sharing.consents.length ? html`<div class="consents">${sharing.consents.map((consent) => this.consent(consent))}</div>` : html`<p class="muted">${msg("Chưa đồng ý điều gì: không có gì rời nhà bạn.")}</p>`}
      </section>
      ${this.looks(sharing.looks)} ${this.gone(sharing.withdrawn)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mt-sharing": SharingPage;
  }
}
