// What every page of the panel is: it has the house, follows its changes and the language, and says what went wrong.
import { msg, updateWhenLocaleChanges } from "@lit/localize";
import { mdiAlertCircleOutline } from "@mdi/js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import { toast } from "@shared/toast.js";
import { css, html, LitElement, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { Hass } from "../home/hass.js";
import type { House } from "../home/house.js";
import { language } from "../language.js";

const TICK_MS = 20_000;

export class Page extends LitElement {
  static override styles = [
    ...styles,
    css`
      /* On a phone the bar above has the page's name already. */
      :host([narrow]) .named h1 {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
      :host([narrow]) .named {
        margin-bottom: 0.75rem;
      }
      :host([narrow]) .named:has(> h1:only-child) {
        margin-bottom: 0;
      }
    `,
  ];

  @property({ attribute: false }) house!: House;
  /** Given anew by Home Assistant whenever any state changes. */
  @property({ attribute: false }) hass!: Hass;
  /** What of the address is the page's own. */
  @property({ attribute: false }) path: readonly string[] = [];
  @property({ type: Boolean, reflect: true }) narrow = false;
  @state() protected now = new Date();
  private endings: (() => void)[] = [];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  get language() {
    return language();
  }

  /** Ends with the page. */
  protected until(ending: () => void): void {
    this.endings.push(ending);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const timer = setInterval(() => {
      this.now = new Date();
    }, TICK_MS);
    const changed = () => this.houseChanged();
    const asked = () => this.requestUpdate();
    this.house.addEventListener("change", changed);
    this.house.requests.addEventListener("change", asked);
    this.until(() => {
      clearInterval(timer);
      this.house.removeEventListener("change", changed);
      this.house.requests.removeEventListener("change", asked);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.endings.splice(0)) end();
  }

  protected houseChanged(): void {
    this.requestUpdate();
  }

  /** Home Assistant gives its object anew many times a second; a page that shows none of its states need not look. */
  protected override shouldUpdate(changed: Map<PropertyKey, unknown>): boolean {
    return changed.size !== 1 || !changed.has("hass") || this.hassMatters(changed.get("hass") as Hass | undefined);
  }

  protected hassMatters(_before: Hass | undefined): boolean {
    return false;
  }

  /** Does something that may be refused; a refusal is told, and the answer is undefined. */
  protected async attempt<T>(deed: () => Promise<T>): Promise<T | undefined> {
    try {
      return await deed();
    } catch (error) {
      toast(this.house.sentence(error), { bad: true });
      return undefined;
    }
  }

  protected wrong(error: unknown): TemplateResult {
    return html`<div class="wrong" role="alert">${icon(mdiAlertCircleOutline)}<span>${this.house.sentence(error)}</span></div>`;
  }

  protected waiting(count = 2): TemplateResult {
    return html`<div class="stack" aria-busy="true">
      <span class="unseen" role="status">${msg("Đang tải…")}</span>
      ${Array.from({ length: count }, () => html`<div class="skeleton"></div>`)}
    </div>`;
  }
}
