// A question before what cannot be undone, in the browser's own modal dialog.
import { localized, msg } from "@lit/localize";
import { css, html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { styles } from "./styles.js";

export interface Question {
  title: string;
  text: string;
  /** What the button says: the deed itself, never "OK". */
  deed: string;
  danger?: boolean;
}

let asker: Confirm | null = null;

/** Whether the person said yes. */
export async function confirmed(question: Question): Promise<boolean> {
  return (await asker?.ask(question)) ?? false;
}

@localized()
@customElement("mt-confirm")
export class Confirm extends LitElement {
  @state() private question: Question = { title: "", text: "", deed: "" };
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
        width: min(30rem, calc(100vw - 2rem));
      }
      dialog::backdrop {
        background: rgb(5 15 15 / 55%);
      }
      p {
        margin: 0.6rem 0 1.4rem;
        color: var(--mt-muted);
      }
      .row {
        justify-content: flex-end;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    asker = this;
  }

  async ask(question: Question): Promise<boolean> {
    this.question = question;
    await this.updateComplete;
    this.dialog.returnValue = "";
    this.dialog.showModal();
    await new Promise((done) => this.dialog.addEventListener("close", done, { once: true }));
    return this.dialog.returnValue === "yes";
  }

  override render() {
    const { title, text, deed, danger } = this.question;
    return html`<dialog aria-labelledby="title" aria-describedby="text">
      <form method="dialog">
        <h2 id="title">${title}</h2>
        <p id="text">${text}</p>
        <div class="row">
          <button value="no" autofocus>${msg("Thôi")}</button>
          <button value="yes" class=${danger ? "danger" : "primary"}>${deed}</button>
        </div>
      </form>
    </dialog>`;
  }
}
