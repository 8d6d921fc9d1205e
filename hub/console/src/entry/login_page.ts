// <mt-login-page>: name and password; leads back to where one was.
import { msg } from "@lit/localize";
import { mdiClockAlertOutline } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub } from "../api/client.js";
import { session } from "../app/session.js";
import { Page } from "../ui/page.js";
import { entryStyles } from "./entry_styles.js";

@customElement("mt-login-page")
export class LoginPage extends Page {
  static override styles = [...styles, entryStyles];
  @state() private busy = false;

  private async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const form = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    this.failure = null;
    try {
      session.enter(await hub.login(String(form.get("user_name")).trim(), String(form.get("password"))));
    } catch (error) {
      this.failure = error;
      this.renderRoot.querySelector<HTMLInputElement>("#password")?.select();
    } finally {
      this.busy = false;
    }
  }

  override render() {
    return html`<div class="card entry">
      <h1>${msg("Đăng nhập")}</h1>
      <p>${msg("Dành cho cán bộ của trung tâm. Mỗi người một tài khoản, mọi lượt xem đều được ghi lại.")}</p>
      ${
        session.expired
          ? html`<div class="note" role="status">
              ${icon(mdiClockAlertOutline)}
              <span>${msg("Phiên làm việc đã hết. Đăng nhập lại để tiếp tục đúng chỗ đang làm.")}</span>
            </div>`
          : nothing
      }
      <form @submit=${this.send}>
        ${this.wrong(this.failure)}
        <div>
          <label for="user">${msg("Tên đăng nhập")}</label>
          <input id="user" name="user_name" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus />
        </div>
        <div>
          <label for="password">${msg("Mật khẩu")}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required />
        </div>
        <button class="primary" ?disabled=${this.busy}>${this.busy ? msg("Đang đăng nhập…") : msg("Đăng nhập")}</button>
      </form>
    </div>`;
  }
}
