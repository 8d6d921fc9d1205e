// Paths to pages. Links are plain <a href>; this catches their clicks, so that a page also opens in a new tab.

export type PageName =
  | "feed"
  | "event"
  | "cameras"
  | "ask_live"
  | "live"
  | "households"
  | "invite"
  | "consents"
  | "access"
  | "requests"
  | "request"
  | "new_request"
  | "holds"
  | "hold"
  | "new_hold"
  | "reports"
  | "report"
  | "settings"
  | "login"
  | "setup"
  | "join"
  | "missing";

export interface Route {
  page: PageName;
  /** The id of the one thing that the page is about. */
  id: string;
  query: URLSearchParams;
}

const PAGES = new Map<string, PageName>([
  ["/", "feed"],
  ["/feed", "feed"],
  ["/cameras", "cameras"],
  ["/live", "ask_live"],
  ["/households", "households"],
  ["/invite", "invite"],
  ["/consents", "consents"],
  ["/access", "access"],
  ["/requests", "requests"],
  ["/requests/new", "new_request"],
  ["/holds", "holds"],
  ["/holds/new", "new_hold"],
  ["/reports", "reports"],
  ["/settings", "settings"],
  ["/login", "login"],
  ["/setup", "setup"],
  ["/join", "join"],
]);

/** Pages about one thing of many. */
const SINGLE: Record<string, PageName> = {
  events: "event",
  live: "live",
  requests: "request",
  reports: "report",
  holds: "hold",
};

/** The route of a path with its query. */
export function routeOf(pathname: string, search = ""): Route {
  const query = new URLSearchParams(search);
  const page = PAGES.get(pathname.replace(/(.)\/$/, "$1"));
  if (page) return { page, id: "", query };
  const [, folder = "", written = ""] = /^\/(events|live|requests|reports|holds)\/([^/]+)$/.exec(pathname) ?? [];
  const single = SINGLE[folder];
  const id = idOf(written);
  return single && id ? { page: single, id, query } : { page: "missing", id: "", query };
}

/** What an address means by an id; nothing where it was cut in the middle of a letter. */
function idOf(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return "";
  }
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
