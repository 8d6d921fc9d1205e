// <mt-settings-page>: the hub's name, what it says of itself to householders, and its members.
import { msg, str } from "@lit/localize";
import { LANGUAGES, type Language } from "@shared/language.js";
import { styles } from "@shared/styles.js";
import { toast } from "@shared/toast.js";
import { css, html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { hub } from "../api/client.js";
import type { Hub, Statement } from "../api/types.js";
import { session } from "../app/session.js";
import { Page } from "../ui/page.js";
import "./members.js";

const PARTS = ["controller", "purposes", "retention", "contact", "withdrawal"] as const;

@customElement("mt-settings-page")
export class SettingsPage extends Page {
  @state() private hub: Hub | null = null;
  @state() private busy = false;
  @state() private refusal: unknown = null;

  static override styles = [
    ...styles,
    css`
      form {
        display: grid;
        gap: 1.25rem;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
        gap: 1.25rem;
      }
      fieldset {
        border: 0;
        padding: 0;
        margin: 0;
        min-width: 0;
        display: grid;
        gap: 1rem;
      }
      legend {
        font-weight: 700;
        padding: 0;
        margin-bottom: 0.9rem;
      }
      .stack {
        gap: 1.5rem;
      }
    `,
  ];

  protected override async load(): Promise<void> {
    this.hub = await hub.describe();
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const statement = (language: Language): Statement => ({
      language,
      controller: text(`${language}-controller`),
      purposes: text(`${language}-purposes`),
      retention: text(`${language}-retention`),
      contact: text(`${language}-contact`),
      withdrawal: text(`${language}-withdrawal`),
    });
    const names = { name: text("name"), commune: text("commune") };
    this.busy = true;
    this.refusal = null;
    try {
      await hub.change({
        ...names,
        statements: LANGUAGES.map(statement),
      });
      session.rename(names);
      toast(msg("Đã lưu."));
    } catch (error) {
      this.refusal = error;
    } finally {
      this.busy = false;
    }
  }

  private statement(of: Hub, language: Language): TemplateResult {
    const names: Record<(typeof PARTS)[number], string> = {
      controller: msg("Ai chịu trách nhiệm"),
      purposes: msg("Dùng vào việc gì"),
      retention: msg("Lưu bao lâu"),
      contact: msg("Liên hệ"),
      withdrawal: msg("Rút lại thế nào"),
    };
    const now = of.statements.find((statement) => statement.language === language);
    return html`<fieldset>
      <legend>${language === "vi" ? msg("Bằng tiếng Việt") : msg("Bằng tiếng Anh")}</legend>
      ${PARTS.map(
        (part) => html`<div>
          <label for="${language}-${part}">${names[part]}</label>
          <textarea id="${language}-${part}" name="${language}-${part}" lang=${language} required maxlength="4000" .value=${now?.[part] ?? ""}></textarea>
        </div>`,
      )}
    </fieldset>`;
  }

  private form(of: Hub): TemplateResult {
    return html`<form @submit=${this.save}>
      <section class="card stack" aria-labelledby="who">
        <h2 id="who">${msg("Trung tâm")}</h2>
        <div class="pair">
          <div>
            <label for="name">${msg("Tên trung tâm")}</label>
            <input id="name" name="name" required maxlength="80" .value=${of.name} />
          </div>
          <div>
            <label for="commune">${msg("Xã, phường")}</label>
            <input id="commune" name="commune" required maxlength="80" .value=${of.commune} />
          </div>
        </div>
        <dl class="facts">
          <dt>${msg("Lưu tối đa")}</dt>
          <dd>${msg(str`${of.retention_days} ngày. Sự đồng ý của hộ có thể ngắn hơn, không bao giờ dài hơn.`)}</dd>
          <dt>${msg("Địa chỉ công khai")}</dt>
          <dd class="mono">${of.public_url}</dd>
          <dt>${msg("Dấu khoá của trung tâm")}</dt>
          <dd class="mono">${of.thumbprint}</dd>
        </dl>
      </section>
      <section class="card" aria-labelledby="statement">
        <h2 id="statement">${msg("Bản thông báo cho chủ hộ")}</h2>
        <p class="muted small">${msg("Chủ hộ đọc bản này trước khi gửi bất cứ điều gì. Viết như nói với hàng xóm.")}</p>
        <br />
        <div class="pair">${LANGUAGES.map((language) => this.statement(of, language))}</div>
      </section>
      ${this.wrong(this.refusal)}
      <div>
        <button class="primary" ?disabled=${this.busy}>${this.busy ? msg("Đang lưu…") : msg("Lưu thay đổi")}</button>
      </div>
    </form>`;
  }

  override render() {
    return html`<div class="head"><h1>${msg("Thiết lập")}</h1></div>
      ${
        this.hub
          ? html`<div class="stack">${this.form(this.hub)}<mt-members></mt-members></div>`
          : this.failure
            ? this.failed()
            : this.skeletons(3)
      }`;
  }
}
