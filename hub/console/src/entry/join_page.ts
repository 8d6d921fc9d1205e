// <mt-join-page>: what a householder sees who opens an invitation in a browser. Public; the code after # stays here.
import { msg, str } from "@lit/localize";
import { mdiContentCopy, mdiLinkOff, mdiShieldLockOutline } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { copied } from "../ui/clipboard.js";
import { Page } from "../ui/page.js";
import { entryStyles } from "./entry_styles.js";

/** Home Assistant's own menu has this sign; the catalogue's tool would write it as an entity. */
const AND = "&";

/** `CODE.THUMBPRINT`, as an invitation's link carries it after the #. */
const FRAGMENT = /^#[0-9A-Za-z]{26}\.[\w-]{43}$/;

@customElement("mt-join-page")
export class JoinPage extends Page {
  @state() private link = location.href;

  static override styles = [
    ...styles,
    entryStyles,
    css`
      ol {
        display: grid;
        gap: 1.1rem;
        list-style: none;
        counter-reset: step;
      }
      li {
        display: grid;
        grid-template-columns: 2.2rem 1fr;
        gap: 0.9rem;
        counter-increment: step;
      }
      li::before {
        content: counter(step);
        display: grid;
        place-content: center;
        width: 2.2rem;
        height: 2.2rem;
        border-radius: 50%;
        background: var(--mt-primary-soft);
        color: var(--mt-on-primary-soft);
        font-weight: 700;
      }
      .link {
        display: block;
        margin: 0.6rem 0;
        padding: 0.7rem 0.9rem;
        border-radius: 10px;
        background: var(--mt-sunken);
        font-size: 0.85rem;
      }
      .note {
        margin: 1.75rem 0 0;
      }
    `,
  ];

  protected override listen(): void {
    const read = () => {
      this.link = location.href;
    };
    window.addEventListener("hashchange", read);
    this.until(() => window.removeEventListener("hashchange", read));
  }

  private steps() {
    return html`<ol class="plain">
      <li>
        <div>
          <h2>${msg("Chép đường dẫn này")}</h2>
          <code class="link mono">${this.link}</code>
          <button class="primary" @click=${() => copied(this.link)}>${icon(mdiContentCopy)}${msg("Chép đường dẫn")}</button>
        </div>
      </li>
      <li>
        <div>
          <h2>${msg("Mở Home Assistant nhà bạn")}</h2>
          <p class="muted">${msg(str`Vào Cài đặt → Thiết bị ${AND} dịch vụ → Mắt Thần → Thêm trung tâm.`)}</p>
        </div>
      </li>
      <li>
        <div>
          <h2>${msg("Dán đường dẫn và đọc bản thông báo")}</h2>
          <p class="muted">
            ${msg("Bạn sẽ thấy ai quản lý trung tâm, dùng vào việc gì, lưu bao lâu. Chưa có gì rời khỏi nhà bạn.")}
          </p>
        </div>
      </li>
      <li>
        <div>
          <h2>${msg("Đối chiếu sáu chữ số với cán bộ")}</h2>
          <p class="muted">
            ${msg("Hai bên đọc cùng một mã thì đúng là trung tâm này. Sau đó bạn tự chọn chia sẻ camera nào, lúc nào.")}
          </p>
        </div>
      </li>
    </ol>`;
  }

  private broken() {
    return html`<div class="empty">
      ${icon(mdiLinkOff, "", 48)}
      <h2>${msg("Đường dẫn bị thiếu")}</h2>
      <p>${msg("Phần sau dấu # là mã mời và đã bị cắt mất. Hãy chép lại trọn vẹn đường dẫn, hoặc quét mã QR bằng điện thoại.")}</p>
    </div>`;
  }

  override render() {
    const whole = FRAGMENT.test(new URL(this.link).hash);
    return html`<div class="card entry wide">
      <h1>${msg("Bạn được mời tham gia")}</h1>
      <p>${msg("Trung tâm của xã, phường mời bạn cùng giữ an ninh khu dân cư bằng camera của chính nhà bạn.")}</p>
      ${whole ? this.steps() : this.broken()}
      <div class="note">
        ${icon(mdiShieldLockOutline)}
        <span>
          ${msg("Trang này không gửi gì về trung tâm, kể cả mã mời. Không có sự đồng ý của bạn, không hình ảnh nào rời khỏi nhà.")}
        </span>
      </div>
    </div>`;
  }
}
