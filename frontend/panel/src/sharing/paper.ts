// Opens a paper to print in a tab of its own: a consent, a proof of deletion, the sign for the gate; and keeps the code
// that a signed one is checked by as a file.
import type { House } from "../home/house.js";
import { language } from "../language.js";

export type PaperKind = "consent" | "deletion" | "sign";

/** The address of a paper, which opens by itself for two hours. */
export async function paperAddress(house: House, what: PaperKind, subject: string): Promise<string> {
  const told = await house.ask<{ url: string }>("panel/print", { what, subject, language: language() });
  return told.url;
}

/** The code of a signed paper, saved by the browser: `mat-than-verify` reads the file. */
export async function saveCode(house: House, what: PaperKind, subject: string): Promise<void> {
  const wish = { what, subject, language: language(), as_code: true };
  const { url } = await house.ask<{ url: string }>("panel/print", wish);
  const link = document.createElement("a");
  link.href = house.hass.hassUrl(url);
  link.download = "";
  link.click();
}

/** In a new tab; in Home Assistant's app, which has none, in the place of this page. The tab opens with the tap itself,
 * or the browser would keep it shut. */
export async function openPaper(house: House, what: PaperKind, subject: string): Promise<void> {
  const tab = window.open("", "_blank");
  try {
    const address = await paperAddress(house, what, subject);
    if (tab) tab.location.href = address;
    else window.location.href = address;
  } catch (error) {
    tab?.close();
    throw error;
  }
}
