// <mt-shortcut-help>: the keys, and a switch to turn them off.
import { localized, msg } from "@lit/localize";
import { styles } from "@shared/styles.js";
import { css, html, LitElement } from "lit";
import { customElement, query } from "lit/decorators.js";
import { shortcuts } from "../ui/shortcuts.js";

@localized()
@customElement("mt-shortcut-help")
export class ShortcutHelp extends LitElement {
  @query("dialog") private readonly dialog!: HTMLDialogElement;

  static override styles = [
    ...styles,
    css`
      dialog {
        border: 1px solid var(--mt-line);
        border-radius: var(--mt-radius);
        background: var(--mt-raised);
        color: var(--mt-text);
        box-shadow: var(--mt-shadow-high);
        padding: 1.5rem;
        width: min(28rem, calc(100vw - 2rem));
      }
      dialog::backdrop {
        background: rgb(5 15 15 / 55%);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.6rem 1rem;
        margin: 1.1rem 0;
      }
      kbd {
        font: 600 0.875rem var(--mt-mono);
        padding: 0.15rem 0.5rem;
        border: 1px solid var(--mt-line-strong);
        border-bottom-width: 2px;
        border-radius: 6px;
      }
      .row {
        justify-content: space-between;
      }
      label {
        display: flex;
        gap: 0.6rem;
        align-items: center;
        margin: 0;
      }
    `,
  ];

  open(): void {
    this.dialog.showModal();
  }

  override render() {
    const keys: [string, string][] = [
      ["J", msg("Sự kiện cũ hơn")],
      ["K", msg("Sự kiện mới hơn")],
      ["Enter", msg("Mở sự kiện")],
      ["Esc", msg("Về danh sách")],
      ["P", msg("Tạm dừng, chạy tiếp")],
      ["N", msg("Hiện các sự kiện mới")],
    ];
    return html`<dialog aria-labelledby="title">
      <form method="dialog">
        <h2 id="title">${msg("Phím tắt")}</h2>
        <dl>
          ${keys.map(([key, text]) => html`<dt><kbd>${key}</kbd></dt><dd>${text}</dd>`)}
        </dl>
        <div class="row">
          <label>
            <input
              type="checkbox"
              .checked=${shortcuts.on()}
              @change=${(event: Event) => shortcuts.use((event.target as HTMLInputElement).checked)}
            />
            ${msg("Dùng phím tắt")}
          </label>
          <button class="primary" autofocus>${msg("Đóng")}</button>
        </div>
      </form>
    </dialog>`;
  }
}
