// The panel's addresses: /mat-than/PAGE/…. Home Assistant follows them when it is told.
export const PAGES = ["today", "timeline", "zones", "storage", "sharing"] as const;
export type PageName = (typeof PAGES)[number];

export interface Place {
  page: PageName;
  path: readonly string[];
}

/** The page of an address, and what follows; Today for anything else. */
export function placeOf(path: string): Place {
  const [first = "", ...rest] = path.split("/").filter(Boolean).map(decoded);
  const page = PAGES.find((name) => name === first);
  return page ? { page, path: rest } : { page: "today", path: [] };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function addressOf(prefix: string, page: PageName, ...path: string[]): string {
  return [prefix, page, ...path.map(encodeURIComponent)].join("/");
}

/** Go there as Home Assistant's own links do. */
export function go(address: string, replace = false): void {
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace } }));
}

/** A click on a link within the panel; one that asks for another tab is the browser's. */
export function follow(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go((event.currentTarget as HTMLAnchorElement).getAttribute("href") ?? "");
}
