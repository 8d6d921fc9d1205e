// <mat-than-panel>: the panel's frame in Home Assistant. Its bar, its pages, and what all of them share.
import { localized, msg } from "@lit/localize";
import {
  mdiCalendarClockOutline,
  mdiEyeOutline,
  mdiHarddisk,
  mdiHome,
  mdiShareVariantOutline,
  mdiVectorPolygon,
} from "@mdi/js";
import "@shared/confirm.js";
import { useTimeZone } from "@shared/format.js";
import { icon } from "@shared/icon.js";
import { styles } from "@shared/styles.js";
import "@shared/toast.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Hass, Route } from "./home/hass.js";
import { House } from "./home/house.js";
import { speak } from "./language.js";
import "./live/live_bar.js";
import { pages } from "./pages.js";
import { theme } from "./theme.js";
import { addressOf, follow, PAGES, type PageName, placeOf } from "./ui/address.js";

const ICONS: Record<PageName, string> = {
  today: mdiHome,
  timeline: mdiCalendarClockOutline,
  zones: mdiVectorPolygon,
  storage: mdiHarddisk,
  sharing: mdiShareVariantOutline,
};

@localized()
@customElement("mat-than-panel")
export class Panel extends LitElement {
  @property({ attribute: false }) hass!: Hass;
  @property({ type: Boolean, reflect: true }) narrow = false;
  @property({ attribute: false }) route: Route = { prefix: "/mat-than", path: "" };
  @state() private ready = false;
  @state() private opened: PageName | null = null;
  private house: House | null = null;
  private spoken = "";

  static override styles = [
    ...styles,
    theme,
    css`
      :host {
        min-height: 100%;
        background: var(--mt-ground);
        --mt-foot: 0px;
      }
      header {
        position: sticky;
        top: 0;
        z-index: 5;
        display: flex;
        align-items: center;
        gap: 0.25rem;
        min-height: var(--header-height, 56px);
        padding: 0 0.75rem;
        background: var(--app-header-background-color, var(--mt-surface));
        color: var(--app-header-text-color, var(--mt-text));
        border-bottom: var(--app-header-border-bottom, 1px solid var(--mt-line));
      }
      header .title {
        font-size: 1.25rem;
        font-weight: 500;
        margin-inline-start: 0.5rem;
        white-space: nowrap;
      }
      nav {
        display: flex;
        gap: 0.15rem;
        margin-inline-start: auto;
      }
      nav a {
        display: inline-flex;
        align-items: center;
        gap: 0.45rem;
        min-height: 2.75rem;
        padding: 0 0.8rem;
        border-radius: 10px;
        color: inherit;
        text-decoration: none;
        font-weight: 500;
      }
      nav a:hover {
        background: color-mix(in srgb, currentColor 10%, transparent);
      }
      nav a[aria-current] {
        background: color-mix(in srgb, currentColor 16%, transparent);
      }
      header a:focus-visible {
        outline-color: currentColor;
      }
      main {
        padding: 1.25rem clamp(0.75rem, 2.5vw, 2rem) 3rem;
        max-width: 96rem;
        margin-inline: auto;
      }
      :host([narrow]) {
        --mt-foot: 4.25rem;
      }
      :host([narrow]) main {
        padding: 0.9rem 0.75rem calc(5.5rem + env(safe-area-inset-bottom));
      }
      :host([narrow]) nav {
        position: fixed;
        inset: auto 0 0 0;
        z-index: 6;
        margin: 0;
        display: grid;
        grid-template-columns: repeat(5, 1fr);
        gap: 0;
        background: var(--mt-surface);
        color: var(--mt-text);
        border-top: 1px solid var(--mt-line);
        padding-bottom: env(safe-area-inset-bottom);
      }
      :host([narrow]) nav a {
        flex-direction: column;
        gap: 0.1rem;
        justify-content: center;
        min-height: 3.75rem;
        padding: 0 0.1rem;
        border-radius: 0;
        font-size: 0.72rem;
        color: var(--mt-muted);
      }
      :host([narrow]) nav a[aria-current] {
        background: none;
        color: var(--mt-primary);
        font-weight: 700;
        box-shadow: inset 0 3px 0 var(--mt-primary);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.house?.enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.house?.leave();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!this.hass) return;
    if (this.house) this.house.hass = this.hass;
    else {
      this.house = new House(this.hass);
      this.house.enter();
      useTimeZone(this.hass.config.time_zone);
    }
    if (this.spoken !== this.hass.language) {
      this.spoken = this.hass.language;
      void Promise.all([speak(this.hass.language), this.house.loadWords()]).then(() => {
        this.ready = true;
        this.requestUpdate();
      });
    }
    if (changed.has("route")) void this.open(placeOf(this.route.path).page);
  }

  private async open(page: PageName): Promise<void> {
    await pages[page].load();
    this.opened = page;
  }

  private name(page: PageName): string {
    return {
      today: () => msg("Hôm nay"),
      timeline: () => msg("Dòng thời gian"),
      zones: () => msg("Vùng"),
      storage: () => msg("Lưu trữ"),
      sharing: () => msg("Chia sẻ"),
    }[page]();
  }

  private navigation(current: PageName) {
    return html`<nav aria-label="Mắt Thần">
      ${PAGES.filter((page) => this.hass.user.is_admin || !pages[page].forAdmins).map(
        (page) => html`<a
          href=${addressOf(this.route.prefix, page)}
          aria-current=${page === current ? "page" : nothing}
          @click=${follow}
          >${icon(ICONS[page], "", 22)}<span>${this.name(page)}</span></a
        >`,
      )}
    </nav>`;
  }

  override render() {
    if (!this.hass || !this.house) return nothing;
    const place = placeOf(this.route.path);
    const shown = this.ready && this.opened === place.page;
    return html`<header>
        <ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>
        <div class="title">${this.narrow ? this.name(place.page) : html`${icon(mdiEyeOutline, "", 24)} Mắt Thần`}</div>
        ${this.ready ? this.navigation(place.page) : nothing}
      </header>
      <main>
        ${this.ready ? html`<mt-live-bar .house=${this.house}></mt-live-bar>` : nothing}
        ${shown ? pages[place.page].render({ house: this.house, hass: this.hass, narrow: this.narrow, path: place.path }) : nothing}
      </main>
      <mt-confirm></mt-confirm><mt-toasts></mt-toasts>`;
  }
}
