// <mat-than-timeline-card>: what every dashboard loads of the card, with or without one on it. Offers the card and its
// form; what it shows is read when there is one to show.

import type { Hass } from "../home/hass.js";
import {
  CARD,
  type CardConfig,
  cardForm,
  cardName,
  cardText,
  checked,
  firstConfig,
  isMotionSensor,
} from "./card_config.js";
import type { TimelineCard } from "./timeline_card.js";

interface Offered {
  type: string;
  name: string;
  description: string;
  preview: boolean;
  documentationURL: string;
  getEntitySuggestion(hass: Hass, entityId: string): { config: object } | null;
}

declare global {
  interface Window {
    customCards?: Offered[];
  }
}

class TimelineCardShell extends HTMLElement {
  private config: CardConfig | null = null;
  private home: Hass | null = null;
  private shown: TimelineCard | null = null;

  static getConfigForm() {
    return cardForm();
  }

  static getStubConfig(hass: Hass) {
    return firstConfig(hass);
  }

  setConfig(config: Partial<CardConfig>): void {
    this.config = checked(config);
    this.give();
  }

  set hass(hass: Hass) {
    this.home = hass;
    this.give();
  }

  getCardSize(): number {
    return this.config?.clips === 0 ? 3 : 6;
  }

  getGridOptions() {
    return { columns: 12, min_columns: 6, rows: "auto" };
  }

  connectedCallback(): void {
    this.style.display = "block";
    if (!this.shown) void this.show();
  }

  private async show(): Promise<void> {
    await import("./timeline_card.js");
    this.shown = document.createElement("mt-timeline-card");
    this.give();
    this.append(this.shown);
  }

  private give(): void {
    if (!this.shown || !this.home || !this.config) return;
    this.shown.hass = this.home;
    this.shown.config = this.config;
  }
}

if (!customElements.get(CARD)) {
  customElements.define(CARD, TimelineCardShell);
  window.customCards ??= [];
  window.customCards.push({
    type: CARD,
    get name() {
      return cardName();
    },
    get description() {
      return cardText();
    },
    preview: true,
    documentationURL: "https://github.com/mat-than/mat-than/blob/main/docs/guide/home.vi.md",
    getEntitySuggestion: (hass, entityId) =>
      isMotionSensor(hass, entityId) ? { config: { type: `custom:${CARD}`, entity: entityId } } : null,
  });
}
