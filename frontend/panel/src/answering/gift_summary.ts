// What is about to leave, read over once more; the last yes is here and nowhere else.
import { msg } from "@lit/localize";
import { mdiCheck } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { html, type TemplateResult } from "lit";

interface Ending {
  busy: boolean;
  back(): void;
  send(): void;
}

export function giftSummary(
  sentence: string,
  lines: readonly (string | TemplateResult)[],
  { busy, back, send }: Ending,
): TemplateResult {
  return html`<section class="card summary">
    <p class="sentence">${sentence}</p>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
      <li>${msg("Mỗi lần có người xem, bạn thấy ở mục Chia sẻ.")}</li>
      <li>${msg("Bạn rút lại được bất cứ lúc nào; họ phải xoá và gửi biên nhận.")}</li>
    </ul>
    <div class="deeds">
      <button ?disabled=${busy} @click=${back}>${msg("Quay lại sửa")}</button>
      <button class="primary" ?disabled=${busy} @click=${send}>
        ${icon(mdiCheck)}${busy ? msg("Đang gửi…") : msg("Đồng ý và gửi")}
      </button>
    </div>
  </section>`;
}
