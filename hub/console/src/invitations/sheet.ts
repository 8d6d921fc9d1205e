// The printed sheet for a householder. Vietnamese and English stand on one sheet, whatever the officer's own language,
// so these words do not go through the page's catalogue.
import { moment } from "@shared/format.js";
import type { Language } from "@shared/language.js";
import { mark } from "@shared/mark.js";
import { css, html, type TemplateResult } from "lit";
import type { NewInvitation } from "../api/types.js";
import { qr } from "./qr.js";

interface SheetWords {
  title: string;
  lead: string;
  steps: string[];
  promise: string;
  until: string;
}

export const SHEET_WORDS: Record<Language, SheetWords> = {
  vi: {
    title: "Giấy mời tham gia camera an ninh",
    lead: "Mời gia đình cùng giữ an ninh khu dân cư bằng camera của chính nhà mình.",
    steps: [
      "Mở Home Assistant của gia đình: Cài đặt → Thiết bị & dịch vụ → Mắt Thần → Thêm trung tâm.",
      "Quét mã QR này, hoặc gõ đường dẫn bên dưới.",
      "Đọc bản thông báo: ai quản lý, dùng vào việc gì, lưu bao lâu.",
      "Đối chiếu sáu chữ số với cán bộ, rồi tự chọn camera muốn chia sẻ.",
    ],
    promise:
      "Không có sự đồng ý của gia đình, không hình ảnh nào rời khỏi nhà. Rút lại lúc nào cũng được; trung tâm xoá và gửi biên nhận.",
    until: "Có giá trị đến",
  },
  en: {
    title: "Invitation to share a security camera",
    lead: "Please help to keep the neighbourhood safe with your own camera.",
    steps: [
      "Open your Home Assistant: Settings → Devices & services → Mắt Thần → Add hub.",
      "Scan this QR code, or type the link below.",
      "Read the statement: who runs the hub, what for, how long footage is kept.",
      "Compare the six digits with the officer, then choose the cameras you want to share.",
    ],
    promise:
      "Without your consent no picture leaves your home. You may withdraw at any time; the hub deletes and sends a receipt.",
    until: "Valid until",
  },
};

export const sheetStyles = css`
  .sheet {
    display: none;
  }
  @media print {
    :host > :not(.sheet) {
      display: none !important;
    }
    .sheet {
      display: block;
      color: #000;
      font-size: 11pt;
    }
    .sheet header {
      display: flex;
      align-items: center;
      gap: 12pt;
      border-bottom: 1pt solid #000;
      padding-bottom: 10pt;
      margin-bottom: 14pt;
    }
    .sheet .code {
      text-align: center;
      margin: 14pt 0;
    }
    .sheet .qr {
      width: 6.2cm;
      height: 6.2cm;
    }
    .sheet .mono {
      font-size: 8.5pt;
    }
    .sheet .both {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 18pt;
    }
    .sheet ol {
      padding-left: 14pt;
      margin: 8pt 0;
    }
    .sheet li {
      margin-bottom: 4pt;
    }
    .sheet strong {
      display: block;
      margin-top: 8pt;
    }
  }
`;

export function sheet(invitation: NewInvitation, hub: { name: string; commune: string }): TemplateResult {
  return html`<section class="sheet" aria-hidden="true">
    <header>
      ${mark(52)}
      <div><h2>${hub.name}</h2><p>${hub.commune}</p></div>
    </header>
    <div class="code">
      ${qr(invitation.qr_svg, "QR")}
      <p class="mono">${invitation.link}</p>
      <p>${SHEET_WORDS.vi.until} · ${SHEET_WORDS.en.until}: <b>${moment(invitation.expires_at, "vi")}</b></p>
    </div>
    <div class="both">
      ${Object.entries(SHEET_WORDS).map(
        ([language, words]) => html`<div lang=${language}>
          <h2>${words.title}</h2>
          <p>${words.lead}</p>
          <ol>
            ${words.steps.map((step) => html`<li>${step}</li>`)}
          </ol>
          <strong>${words.promise}</strong>
        </div>`,
      )}
    </div>
  </section>`;
}
