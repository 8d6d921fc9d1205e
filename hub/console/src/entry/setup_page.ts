// <mt-setup-page>: the first run. Whoever can read the server's output becomes the administrator.
import { msg } from "@lit/localize";
import { styles } from "@shared/styles.js";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub } from "../api/client.js";
import { go } from "../app/router.js";
import { session } from "../app/session.js";
import { Page } from "../ui/page.js";
import { entryStyles } from "./entry_styles.js";

export const PASSWORD_CHARS = 12;

@customElement("mt-setup-page")
export class SetupPage extends Page {
  static override styles = [
    ...styles,
    entryStyles,
    css`
      #code {
        font-family: var(--mt-mono);
        letter-spacing: 0.08em;
      }
      form {
        gap: 2rem;
      }
    `,
  ];
  @state() private busy = false;
  @state() private differ = false;

  private async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const password = String(form.get("password"));
    this.differ = password !== form.get("again");
    if (this.differ) return;
    this.busy = true;
    this.failure = null;
    const names = { name: text("hub_name"), commune: text("commune") };
    try {
      const me = await hub.setUp({
        code: text("code"),
        hub_name: names.name,
        commune: names.commune,
        user_name: text("user_name"),
        password,
      });
      session.hub = names;
      session.enter(me);
      go("/invite", true);
    } catch (error) {
      this.failure = error;
    } finally {
      this.busy = false;
    }
  }

  override render() {
    return html`<div class="card entry wide">
      <h1>${msg("Thiết lập trung tâm")}</h1>
      <p>
        ${msg("Chỉ làm một lần. Sau bước này bạn là quản trị viên đầu tiên; không có mật khẩu mặc định nào.")}
      </p>
      <form @submit=${this.send}>
        <fieldset>
          <legend>${msg("1. Chứng minh bạn quản lý máy chủ")}</legend>
          <div>
            <label for="code">${msg("Mã thiết lập")}</label>
            <input id="code" name="code" autocomplete="off" autocapitalize="none" spellcheck="false" required aria-describedby="code-hint" />
            <p class="hint" id="code-hint">
              ${msg("Máy chủ in mã này ra khi khởi động lần đầu và ghi vào thư mục dữ liệu.")}
            </p>
          </div>
        </fieldset>
        <fieldset>
          <legend>${msg("2. Trung tâm này là của ai")}</legend>
          <div>
            <label for="hub">${msg("Tên trung tâm")}</label>
            <input id="hub" name="hub_name" maxlength="80" required placeholder=${msg("Ví dụ: Công an phường Đông Ngạc")} />
          </div>
          <div>
            <label for="commune">${msg("Xã, phường")}</label>
            <input id="commune" name="commune" maxlength="80" required placeholder=${msg("Ví dụ: Phường Đông Ngạc, Hà Nội")} />
          </div>
        </fieldset>
        <fieldset>
          <legend>${msg("3. Tài khoản quản trị của bạn")}</legend>
          <div>
            <label for="user">${msg("Tên đăng nhập")}</label>
            <input id="user" name="user_name" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required />
          </div>
          <div>
            <label for="password">${msg("Mật khẩu")}</label>
            <input
              id="password"
              name="password"
              type="password"
              autocomplete="new-password"
              minlength=${PASSWORD_CHARS}
              required
              aria-describedby="password-hint"
            />
            <p class="hint" id="password-hint">
              ${msg("Ít nhất 12 ký tự. Một câu dễ nhớ tốt hơn một từ khó gõ.")}
            </p>
          </div>
          <div>
            <label for="again">${msg("Nhập lại mật khẩu")}</label>
            <input
              id="again"
              name="again"
              type="password"
              autocomplete="new-password"
              required
              aria-invalid=${this.differ ? "true" : nothing}
              aria-describedby="again-hint"
            />
            <p class="hint" id="again-hint" role="alert">${this.differ ? msg("Hai lần nhập không giống nhau.") : ""}</p>
          </div>
        </fieldset>
        ${this.wrong(this.failure)}
        <button class="primary" ?disabled=${this.busy}>${this.busy ? msg("Đang thiết lập…") : msg("Bắt đầu dùng")}</button>
      </form>
    </div>`;
  }
}
