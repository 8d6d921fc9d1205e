// What every page is: follows the language, tells the time, reads its data once, and says what went wrong.
import { msg, updateWhenLocaleChanges } from "@lit/localize";
import { mdiAlertCircleOutline } from "@mdi/js";
import { icon } from "@shared/icon.js";
import type { Language } from "@shared/language.js";
import { styles } from "@shared/styles.js";
import { toast } from "@shared/toast.js";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { sentence } from "../api/problems.js";
import { languages } from "../app/language.js";

const TICK_MS = 20_000;

export class Page extends LitElement {
  static override styles = styles;

  /** The part of the address that names one thing, and its query. */
  @property() subject = "";
  @property({ attribute: false }) query = new URLSearchParams();
  @state() protected now = new Date();
  @state() protected failure: unknown = null;
  private endings: (() => void)[] = [];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  get language(): Language {
    return languages.language();
  }

  /** Ends with the page: the answer of a subscription. */
  protected until(ending: () => void): void {
    this.endings.push(ending);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const timer = setInterval(() => {
      this.now = new Date();
    }, TICK_MS);
    this.until(() => clearInterval(timer));
    this.listen();
    void this.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.endings.splice(0)) end();
  }

  /** Where a page subscribes to news. */
  protected listen(): void {}

  /** Where a page reads its data. */
  protected async load(): Promise<void> {}

  protected async read(): Promise<void> {
    this.failure = null; // before, not after: what the page was told meanwhile stands
    try {
      await this.load();
    } catch (error) {
      this.failure = error;
    }
  }

  /** Does something that may be refused; a refusal is told, and the answer is false. */
  protected async attempt(deed: () => Promise<unknown>): Promise<boolean> {
    try {
      await deed();
      return true;
    } catch (error) {
      toast(sentence(error), { bad: true });
      return false;
    }
  }

  protected wrong(error: unknown): TemplateResult | typeof nothing {
    if (!error) return nothing;
    return html`<div class="wrong" role="alert">${icon(mdiAlertCircleOutline)}<span>${sentence(error)}</span></div>`;
  }

  /** What is shown instead of data that could not be read. */
  protected failed(): TemplateResult {
    return html`<div class="stack">
      ${this.wrong(this.failure)}
      <div>
        <button @click=${() => this.read()}>${msg("Thử lại")}</button>
      </div>
    </div>`;
  }

  protected skeletons(count: number): TemplateResult {
    return html`<div class="stack" aria-busy="true">
      <span class="unseen" role="status">${msg("Đang tải…")}</span>
      ${Array.from({ length: count }, () => html`<div class="skeleton"></div>`)}
    </div>`;
  }
}
