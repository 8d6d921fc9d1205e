// Opens a paper to print in a tab of its own: a consent, a proof of deletion, the sign for the gate.
import type { House } from "../home/house.js";
import { language } from "../language.js";

export type PaperKind = "consent" | "deletion" | "sign";

/** The address of a paper, which opens by itself for two hours. */
export async function paperAddress(house: House, what: PaperKind, subject: string): Promise<string> {
  const told = await house.ask<{ url: string }>("panel/print", { what, subject, language: language() });
  return told.url;
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
