// What the pages of one case are: one thing that officers decide about, read by the address and again whenever somebody
// else changed it; two columns, the second officer's word, the facts.
import { msg } from "@lit/localize";
import { mdiArrowLeft, mdiCheck, mdiClose } from "@mdi/js";
import { moment } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { toast } from "@shared/toast.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { stream } from "../api/stream.js";
import { Page } from "./page.js";

const NOTE_CHARS = 1000;

/** What the second officer is asked, and what his yes is called. */
export interface Asking {
  ask: string;
  hint: string;
  yes: string;
}

type Deciding = (approved: boolean, note: string) => Promise<void>;

export abstract class CasePage<T> extends Page {
  /** What the page is about; null until it was read. */
  @state() protected shown: T | null = null;
  @state() protected busy = false;
  @state() private noteMissing = false;

  static override styles = [
    ...styles,
    css`
      .back {
        margin: -0.4rem 0 0.6rem -0.7rem;
      }
      .layout {
        display: grid;
        grid-template-columns: minmax(0, 1.7fr) minmax(21rem, 1fr);
        gap: 1.25rem;
        align-items: start;
      }
      .stack {
        grid-template-columns: minmax(0, 1fr);
      }
      .card h2 {
        margin-bottom: 0.9rem;
      }
      dl.facts {
        grid-template-columns: minmax(6rem, max-content) 1fr;
        font-size: 0.95rem;
      }
      .reason {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .under {
        margin-top: 1rem;
      }
      .decide {
        border: 2px solid var(--mt-gold);
      }
      .decide > h2 + p {
        margin-bottom: 1rem;
      }
      .decide .row {
        margin-top: 1rem;
      }
      .missing {
        color: var(--mt-danger);
        font-weight: 600;
        font-size: 0.875rem;
        margin-top: 0.3rem;
      }
      @media (max-width: 1080px) {
        .layout {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 640px) {
        dl.facts {
          grid-template-columns: minmax(0, 1fr);
        }
        .row > button {
          width: 100%;
        }
      }
    `,
  ];

  /** The news that tells of a change. */
  protected abstract readonly news: "request" | "hold" | "report";

  /** Asks the hub for the thing of this id. */
  protected abstract find(id: string): Promise<T>;

  protected override listen(): void {
    this.until(stream.on(this.news, (changed) => changed.id === this.subject && void this.read()));
    // A consent that was withdrawn takes its footage along: it leaves the screen at once.
    this.until(stream.on("camera", () => void this.read()));
    this.until(stream.on("line", (standing) => standing && void this.read()));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("subject") || !this.hasUpdated) return;
    this.shown = null;
    void this.read();
  }

  protected override async load(): Promise<void> {
    const id = this.subject;
    const found = await this.find(id);
    if (id === this.subject) this.shown = found;
  }

  /** Does it, says so, and shows what became of it. */
  protected async deed(deed: () => Promise<unknown>, done: string): Promise<void> {
    this.busy = true;
    if (await this.attempt(deed)) toast(done);
    this.busy = false;
    await this.read();
  }

  /** What was typed into a field of the page. */
  protected typed(id: string): string {
    return this.field(id)?.value.trim() ?? "";
  }

  /** The same; where nothing was typed, the field is where to go on. */
  protected required(id: string): string {
    const text = this.typed(id);
    if (!text) this.field(id)?.focus();
    return text;
  }

  private field(id: string): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector(`#${id}`);
  }

  private answer(approved: boolean, decide: Deciding): void {
    const note = approved ? this.typed("note") : this.required("note");
    this.noteMissing = !approved && !note;
    if (!this.noteMissing) void decide(approved, note);
  }

  // -- how it looks

  protected back(href: string, name: string): TemplateResult {
    return html`<a class="button quiet back" href=${href}>${icon(mdiArrowLeft)}${name}</a>`;
  }

  protected fact(name: string, value: unknown): TemplateResult {
    return html`<dt>${name}</dt><dd>${value}</dd>`;
  }

  /** Who did something, and when; nothing where nobody did. */
  protected by(name: string, who: string | null, at: string | null): TemplateResult | typeof nothing {
    return at ? this.fact(name, html`<b>${who ?? ""}</b>${who ? ", " : ""}${moment(at, this.language)}`) : nothing;
  }

  /** The second officer's card: a no says why, a yes may. */
  protected decision({ ask, hint, yes }: Asking, decide: Deciding): TemplateResult {
    return html`<section class="card decide" aria-labelledby="decide">
      <h2 id="decide">${msg("Chờ bạn duyệt")}</h2>
      <p>${ask}</p>
      <label for="note">${msg("Ghi chú")}</label>
      <textarea
        id="note"
        maxlength=${NOTE_CHARS}
        aria-invalid=${this.noteMissing ? "true" : nothing}
        aria-describedby="note-hint"
      ></textarea>
      <p class=${this.noteMissing ? "missing" : "hint"} id="note-hint">${hint}</p>
      <div class="row">
        <button class="primary" ?disabled=${this.busy} @click=${() => this.answer(true, decide)}>${icon(mdiCheck)}${yes}</button>
        <button ?disabled=${this.busy} @click=${() => this.answer(false, decide)}>${icon(mdiClose)}${msg("Từ chối")}</button>
      </div>
    </section>`;
  }
}
