// <mt-feed-empty>: nothing to show yet, and what to do about it.
import { localized, msg } from "@lit/localize";
import { mdiMotionSensor } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { session } from "../app/session.js";

@localized()
@customElement("mt-feed-empty")
export class FeedEmpty extends LitElement {
  @property({ type: Boolean }) filtered = false;
  @property({ type: Number }) cameras = 0;

  static override styles = [
    ...styles,
    css`
      ol {
        text-align: left;
        padding-left: 1.4rem;
        display: grid;
        gap: 0.5rem;
        max-width: 34rem;
      }
    `,
  ];

  private first() {
    if (!session.may("officer")) return html`<p>${msg("Khi các hộ chia sẻ camera, chuyển động sẽ hiện ra ở đây.")}</p>`;
    return html`<ol>
        <li>${msg("Tạo một lời mời và đưa mã QR cho chủ hộ.")}</li>
        <li>${msg("Chủ hộ quét mã trong Home Assistant; hai bên đối chiếu sáu chữ số ở trang Hộ tham gia.")}</li>
        <li>${msg("Chủ hộ chọn camera và đồng ý chia sẻ. Từ lúc đó chuyển động hiện ra ở đây, trong vài giây.")}</li>
      </ol>
      <a class="button primary" href="/invite">${msg("Tạo lời mời đầu tiên")}</a>`;
  }

  private body() {
    if (this.filtered) {
      return html`<h2>${msg("Chưa có sự kiện nào ở đây")}</h2>
        <p>${msg("Camera bạn chọn chưa gửi sự kiện nào trong thời hạn lưu.")}</p>
        <a class="button" href="/feed">${msg("Xem mọi camera")}</a>`;
    }
    if (this.cameras) {
      return html`<h2>${msg("Chưa có chuyển động nào")}</h2>
        <p>${msg("Camera đã được chia sẻ và đang chờ. Sự kiện mới tự hiện ra, không cần tải lại trang.")}</p>
        <a class="button" href="/cameras">${msg("Xem tình trạng camera")}</a>`;
    }
    return html`<h2>${msg("Chưa có hộ nào chia sẻ camera")}</h2>
      ${this.first()}`;
  }

  override render() {
    return html`<div class="card empty">${icon(mdiMotionSensor, "", 52)} ${this.body()}</div>`;
  }
}
