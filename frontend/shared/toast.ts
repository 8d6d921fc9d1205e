// Short notes at the foot of the page, read out politely.
import { localized, msg } from "@lit/localize";
import { mdiAlertCircleOutline, mdiCheckCircleOutline, mdiClose } from "@mdi/js";
import { icon } from "./icon.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { styles } from "./styles.js";

/** What can be done about what the note says, while it is shown. */
export interface Deed {
  name: string;
  run(): void;
}

interface Note {
  id: number;
  text: string;
  bad: boolean;
  deed: Deed | null;
}

const notes = new EventTarget();
const SHOWN_MS = 8_000;
let last = 0;

export function toast(text: string, { bad = false, deed }: { bad?: boolean; deed?: Deed } = {}): void {
  last += 1;
  notes.dispatchEvent(new CustomEvent<Note>("note", { detail: { id: last, text, bad, deed: deed ?? null } }));
}

@localized()
@customElement("mt-toasts")
export class Toasts extends LitElement {
  @state() private notes: readonly Note[] = [];

  static override styles = [
    ...styles,
    css`
      .notes {
        position: fixed;
        inset: auto 0 calc(1rem + env(safe-area-inset-bottom) + var(--mt-foot, 0px)) 0;
        display: grid;
        justify-items: center;
        gap: 0.5rem;
        pointer-events: none;
        z-index: 30;
        padding-inline: 1rem;
      }
      .note {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 0.7rem;
        max-width: 34rem;
        padding: 0.35rem 0.4rem 0.35rem 1rem;
        border-radius: 12px;
        background: light-dark(#10201f, #e6f0ee);
        color: light-dark(#ffffff, #10201f);
        box-shadow: var(--mt-shadow-high);
      }
      .note.bad .icon:first-child {
        color: light-dark(#ff9d94, #a8231b);
      }
      .note button {
        border: 0;
        background: none;
        color: inherit;
        padding: 0;
        min-width: 2.75rem;
      }
      .note button:hover {
        background: rgb(128 128 128 / 25%);
      }
      .note button.deed {
        white-space: nowrap;
        padding-inline: 0.7rem;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
    `,
  ];

  private readonly take = (event: Event) => {
    const note = (event as CustomEvent<Note>).detail;
    this.notes = [...this.notes.slice(-2), note];
    setTimeout(() => this.drop(note.id), SHOWN_MS);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    notes.addEventListener("note", this.take);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    notes.removeEventListener("note", this.take);
  }

  private drop(id: number): void {
    this.notes = this.notes.filter((note) => note.id !== id);
  }

  private deed(note: Note, deed: Deed) {
    return html`<button
      class="deed"
      @click=${() => {
        this.drop(note.id);
        deed.run();
      }}
    >
      ${deed.name}
    </button>`;
  }

  override render() {
    return html`<div class="notes" role="status" aria-live="polite">
      ${repeat(
        this.notes,
        (note) => note.id,
        (note) => html`<div class="note ${note.bad ? "bad" : ""}">
          ${icon(note.bad ? mdiAlertCircleOutline : mdiCheckCircleOutline)}<span>${note.text}</span>
          ${note.deed ? this.deed(note, note.deed) : nothing}
          <button aria-label=${msg("Đóng")} @click=${() => this.drop(note.id)}>${icon(mdiClose)}</button>
        </div>`,
      )}
    </div>`;
  }
}
