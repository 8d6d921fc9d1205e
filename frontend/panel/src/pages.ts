// The pages: how each is loaded, drawn, and for whom it is.
import { html, type TemplateResult } from "lit";
import type { Hass } from "./home/hass.js";
import type { House } from "./home/house.js";
import type { PageName } from "./ui/address.js";

export interface Scene {
  house: House;
  hass: Hass;
  narrow: boolean;
  path: readonly string[];
}

interface PageKind {
  forAdmins?: boolean;
  load(): Promise<unknown>;
  render(scene: Scene): TemplateResult;
}

export const pages: Record<PageName, PageKind> = {
  today: {
    load: () => import("./today/today_page.js"),
    render: ({ house, hass, narrow, path }) =>
      html`<mt-today .house=${house} .hass=${hass} ?narrow=${narrow} .path=${path}></mt-today>`,
  },
  timeline: {
    load: () => import("./timeline/timeline_page.js"),
    render: ({ house, hass, narrow, path }) =>
      html`<mt-day-page .house=${house} .hass=${hass} ?narrow=${narrow} .path=${path}></mt-day-page>`,
  },
  zones: {
    forAdmins: true,
    load: () => import("./zones/zones_page.js"),
    render: ({ house, hass, narrow, path }) =>
      html`<mt-zones .house=${house} .hass=${hass} ?narrow=${narrow} .path=${path}></mt-zones>`,
  },
  storage: {
    load: () => import("./storage/storage_page.js"),
    render: ({ house, hass, narrow, path }) =>
      html`<mt-storage .house=${house} .hass=${hass} ?narrow=${narrow} .path=${path}></mt-storage>`,
  },
  sharing: {
    load: () => import("./sharing/sharing_page.js"),
    render: ({ house, hass, narrow, path }) =>
      html`<mt-sharing .house=${house} .hass=${hass} ?narrow=${narrow} .path=${path}></mt-sharing>`,
  },
};
