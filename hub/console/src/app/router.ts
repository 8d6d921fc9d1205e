// Paths to pages. Links are plain <a href>; this catches their clicks, so that a page also opens in a new tab.

export type PageName =
  | "feed"
  | "event"
  | "cameras"
  | "households"
  | "invite"
  | "consents"
  | "access"
  | "settings"
  | "login"
  | "setup"
  | "join"
  | "missing";

export interface Route {
  page: PageName;
  /** The event's id on an event page. */
  id: string;
  query: URLSearchParams;
}

const PAGES = new Map<string, PageName>([
  ["/", "feed"],
  ["/feed", "feed"],
  ["/cameras", "cameras"],
  ["/households", "households"],
  ["/invite", "invite"],
  ["/consents", "consents"],
  ["/access", "access"],
  ["/settings", "settings"],
  ["/login", "login"],
  ["/setup", "setup"],
  ["/join", "join"],
]);

/** The route of a path with its query. */
export function routeOf(pathname: string, search = ""): Route {
  const query = new URLSearchParams(search);
  const event = /^\/events\/([^/]+)$/.exec(pathname);
  if (event?.[1]) return { page: "event", id: decodeURIComponent(event[1]), query };
  return { page: PAGES.get(pathname.replace(/(.)\/$/, "$1")) ?? "missing", id: "", query };
}

/** Where a login leads back to: a path of this site, never another's address. */
export function safeReturn(next: string | null): string {
  if (!next?.startsWith("/") || next.startsWith("//") || next.includes("\\")) return "/feed";
  const { page } = routeOf(next.split("?")[0] ?? "");
  return page === "login" || page === "setup" || page === "missing" ? "/feed" : next;
}

/** Told after each change of the address. */
export const routing = new EventTarget();

export function go(path: string, replace = false): void {
  if (replace) history.replaceState(null, "", path);
  else history.pushState(null, "", path);
  routing.dispatchEvent(new Event("route"));
}

function linkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return undefined;
  }
  return event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
}

/** Catches clicks on inner links and the browser's back and forward. */
export function startRouting(): void {
  window.addEventListener("popstate", () => routing.dispatchEvent(new Event("route")));
  document.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    if (link.pathname + link.search !== location.pathname + location.search) go(link.pathname + link.search);
  });
}
