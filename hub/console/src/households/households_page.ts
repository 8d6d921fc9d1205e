// <mt-households-page>: who joined, and who waits for an officer to compare the six digits.
import { msg, str } from "@lit/localize";
import { mdiAccountGroupOutline, mdiCheck, mdiClose } from "@mdi/js";
import { confirmed } from "@shared/confirm.js";
import { ago, moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { toast } from "@shared/toast.js";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { hub } from "../api/client.js";
import { stream } from "../api/stream.js";
import type { Household } from "../api/types.js";
import { Page } from "../ui/page.js";
import { householdStyles } from "./household_styles.js";

/** A household that said nothing for this long is silent: it says something once a minute. */
const SILENT_MS = 5 * 60_000;

@customElement("mt-households-page")
export class HouseholdsPage extends Page {
  @state() private households: readonly Household[] | null = null;
  @state() private busy = "";

  static override styles = [...styles, householdStyles];

  protected override listen(): void {
    this.until(stream.on("household", (household) => this.take(household)));
    this.until(stream.on("line", (standing) => standing && void this.read()));
  }

  protected override async load(): Promise<void> {
    this.households = await hub.households();
  }

  private take(household: Household): void {
    const rest = (this.households ?? []).filter((one) => one.id !== household.id);
    this.households = [household, ...rest];
  }

  private async decide(household: Household, deed: () => Promise<unknown>, done: string): Promise<void> {
    this.busy = household.id;
    if (await this.attempt(deed)) toast(done);
    this.busy = "";
    await this.read();
    window.dispatchEvent(new Event("mt-households"));
  }

  private confirm(household: Household): void {
    const done = msg(str`Đã xác nhận ${household.name}. Chủ hộ giờ có thể chọn camera để chia sẻ.`);
    void this.decide(household, () => hub.confirm(household.id), done);
  }

  private async refuse(household: Household): Promise<void> {
    const sure = await confirmed({
      title: msg(str`Từ chối ${household.name}?`),
      text: msg("Hộ này sẽ không gửi được gì. Muốn tham gia lại phải có lời mời mới."),
      deed: msg("Từ chối"),
      danger: true,
    });
    if (sure) await this.decide(household, () => hub.refuse(household.id), msg(str`Đã từ chối ${household.name}.`));
  }

  private waiting(household: Household): TemplateResult {
    const digits = household.comparison_code ?? "";
    const busy = this.busy === household.id;
    return html`<article class="card waiting" aria-labelledby="name-${household.id}">
      <div>
        <span class="chip wait">${msg("Chờ đối chiếu")}</span>
        <h2 id="name-${household.id}">${household.name}</h2>
        <p class="muted small">${msg(str`Gửi lời xin tham gia ${ago(household.paired_at, this.now, this.language)}`)}</p>
      </div>
      <div class="code">
        <p class="label">${msg("Mã đối chiếu")}</p>
        <p class="digits" aria-label=${[...digits].join(" ")}><span>${digits.slice(0, 3)}</span><span>${digits.slice(3)}</span></p>
      </div>
      <p class="explain">
        ${msg("Gọi cho chủ hộ, hoặc gặp trực tiếp, và cùng đọc sáu chữ số đang hiện trong Home Assistant của họ. Giống hệt thì xác nhận; khác dù một số thì từ chối, vì có người đang đứng giữa.")}
      </p>
      <div class="row">
        <button class="primary" ?disabled=${busy} @click=${() => this.confirm(household)}>
          ${icon(mdiCheck)}${msg("Mã giống nhau, xác nhận")}
        </button>
        <button ?disabled=${busy} @click=${() => this.refuse(household)}>${icon(mdiClose)}${msg("Từ chối")}</button>
      </div>
    </article>`;
  }

  private contact(household: Household): TemplateResult {
    if (household.state === "refused") return html`<span class="chip bad">${msg("Đã từ chối")}</span>`;
    const last = household.last_heartbeat_at;
    if (!last) return html`<span class="chip">${msg("Chưa liên lạc")}</span>`;
    const silent = this.now.getTime() - Date.parse(last) > SILENT_MS;
    const text = ago(last, this.now, this.language);
    return html`<span class="chip ${silent ? "bad" : "live"}" title=${moment(last, this.language, true)}>
      ${silent ? msg(str`Im lặng từ ${text}`) : msg("Đang liên lạc")}
    </span>`;
  }

  private row(household: Household): TemplateResult {
    return html`<tr>
      <td>
        <b>${household.name}</b>
        <div class="muted small">${household.software}</div>
      </td>
      <td>${this.contact(household)}</td>
      <td class="numbers">
        ${
          household.state === "confirmed"
            ? html`<a href="/feed?household=${household.id}">${msg(str`${household.cameras} camera`)}</a>`
            : nothing
        }
      </td>
      <td class="numbers">${household.queue_length ? msg(str`${household.queue_length} mục đang chờ gửi`) : nothing}</td>
      <td class="numbers muted">${msg(str`Tham gia ${moment(household.paired_at, this.language)}`)}</td>
    </tr>`;
  }

  private list(): TemplateResult {
    if (!this.households) return this.failure ? this.failed() : this.skeletons(3);
    if (!this.households.length) {
      return html`<div class="card empty">
        ${icon(mdiAccountGroupOutline, "", 52)}
        <h2>${msg("Chưa có hộ nào tham gia")}</h2>
        <p>${msg("Tạo một lời mời, đưa mã QR cho chủ hộ. Khi họ quét, hộ đó hiện ra ở đây để bạn đối chiếu mã.")}</p>
        <a class="button primary" href="/invite">${msg("Tạo lời mời")}</a>
      </div>`;
    }
    const waiting = this.households.filter((household) => household.state === "waiting");
    const rest = this.households
      .filter((household) => household.state !== "waiting")
      .sort((a, b) => a.name.localeCompare(b.name, "vi"));
    return html`<div class="stack">
      ${repeat(
        waiting,
        (household) => household.id,
        (household) => this.waiting(household),
      )}
      ${
        rest.length
          ? html`<div class="card table">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${msg("Hộ")}</th>
                    <th scope="col">${msg("Liên lạc")}</th>
                    <th scope="col">${msg("Camera chia sẻ")}</th>
                    <th scope="col">${msg("Hàng chờ")}</th>
                    <th scope="col">${msg("Từ khi nào")}</th>
                  </tr>
                </thead>
                <tbody>
                  ${rest.map((household) => this.row(household))}
                </tbody>
              </table>
            </div>`
          : nothing
      }
    </div>`;
  }

  override render() {
    return html`<div class="head">
        <div>
          <h1>${msg("Hộ tham gia")}</h1>
          <p>${msg("Chỉ hộ đã đối chiếu mã mới gửi được hình, và chỉ những gì họ đồng ý.")}</p>
        </div>
        <a class="button" href="/invite">${msg("Mời thêm hộ")}</a>
      </div>
      ${this.list()}`;
  }
}
