// Calls to the hub. Whatever goes wrong is a `Problem` with a type; the sentence for people is made in problems.ts.
import type {
  AccessEntry,
  Camera,
  Consent,
  EventPage,
  FootageRequest,
  Hold,
  HoldDetail,
  HoldPage,
  Household,
  Hub,
  HubChange,
  HubEvent,
  Invitation,
  LivePage,
  LiveView,
  Me,
  Member,
  NewHold,
  NewInvitation,
  NewLive,
  NewMember,
  NewRequest,
  ReportDetail,
  ReportPage,
  RequestDetail,
  RequestPage,
  RequestState,
  Setup,
  SetupForm,
} from "./types.js";

/** An RFC 9457 answer, or the lack of one (`offline`). */
export class Problem extends Error {
  constructor(
    /** The word after `urn:mt:problem:`, or `offline`, or `unknown`. */
    readonly kind: string,
    readonly status: number,
    readonly retryAfterS: number | null = null,
    /** JSON pointers of the fields that were refused. */
    readonly pointers: readonly string[] = [],
  ) {
    super(kind);
  }
}

/** Told when an answer says that nobody is logged in. */
export const expiry = new EventTarget();

interface Refusal {
  type?: string;
  retry_after_s?: number;
  errors?: { pointer?: string }[];
}

async function problemOf(answer: Response): Promise<Problem> {
  const retry = Number(answer.headers.get("Retry-After")) || null;
  try {
    const body = (await answer.json()) as Refusal;
    const kind = (body.type ?? "").replace(/^urn:mt:problem:/, "") || "unknown";
    const pointers = (body.errors ?? []).map((error) => error.pointer ?? "");
    return new Problem(kind, answer.status, body.retry_after_s ?? retry, pointers);
  } catch {
    return new Problem("unknown", answer.status, retry);
  }
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/api${path}`, {
      method,
      credentials: "same-origin",
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
  } catch {
    throw new Problem("offline", 0);
  }
  if (!answer.ok) {
    const problem = await problemOf(answer);
    if (answer.status === 401 && path !== "/login") expiry.dispatchEvent(new Event("expired"));
    throw problem;
  }
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

/** `?a=1&b=2` of what is set. */
export function query(values: Record<string, string | number | undefined>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return set.length ? `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}` : "";
}

const at = encodeURIComponent;

export interface EventFilter {
  household?: string;
  camera?: string;
}

export const hub = {
  setup: () => call<Setup>("GET", "/setup"),
  setUp: (form: SetupForm) => call<Me>("POST", "/setup", form),
  login: (user_name: string, password: string) => call<Me>("POST", "/login", { user_name, password }),
  logout: () => call<void>("POST", "/logout", {}),
  me: () => call<Me>("GET", "/me"),
  describe: () => call<Hub>("GET", "/hub"),
  change: (form: HubChange) => call<Hub>("PUT", "/hub", form),
  members: () => call<Member[]>("GET", "/members"),
  addMember: (form: NewMember) => call<Member>("POST", "/members", form),
  removeMember: (id: string) => call<void>("DELETE", `/members/${at(id)}`),
  events: (filter: EventFilter, before?: number, limit = 50) =>
    call<EventPage>("GET", `/events${query({ ...filter, before, limit })}`),
  event: (id: string) => call<HubEvent>("GET", `/events/${at(id)}`),
  households: () => call<Household[]>("GET", "/households"),
  confirm: (id: string) => call<unknown>("POST", `/households/${at(id)}/confirm`, {}),
  refuse: (id: string) => call<unknown>("POST", `/households/${at(id)}/refuse`, {}),
  cameras: () => call<Camera[]>("GET", "/cameras"),
  consents: () => call<Consent[]>("GET", "/consents"),
  invitations: () => call<Invitation[]>("GET", "/invitations"),
  invite: (note: string) => call<NewInvitation>("POST", "/invitations", { note }),
  revoke: (id: string) => call<void>("DELETE", `/invitations/${at(id)}`),
  accessLog: (household?: string, before?: number, limit = 100) =>
    call<AccessEntry[]>("GET", `/access-log${query({ household, before, limit })}`),
  looksAt: (event_id: string) => call<AccessEntry[]>("GET", `/access-log${query({ event_id, limit: 100 })}`),
  requests: (state?: RequestState, before?: number, limit = 50) =>
    call<RequestPage>("GET", `/requests${query({ state, before, limit })}`),
  request: (id: string) => call<RequestDetail>("GET", `/requests/${at(id)}`),
  ask: (request: NewRequest) => call<FootageRequest>("POST", "/requests", request),
  moderate: (id: string, approved: boolean, note: string) =>
    call<FootageRequest>("POST", `/requests/${at(id)}/moderation`, { approved, note }),
  cancel: (id: string) => call<FootageRequest>("POST", `/requests/${at(id)}/cancellation`, {}),
  holds: (before?: number, limit = 50) => call<HoldPage>("GET", `/holds${query({ before, limit })}`),
  hold: (id: string) => call<HoldDetail>("GET", `/holds/${at(id)}`),
  askHold: (wish: NewHold) => call<Hold>("POST", "/holds", wish),
  decideHold: (id: string, approved: boolean, note: string) =>
    call<Hold>("POST", `/holds/${at(id)}/decision`, { approved, note }),
  liftHold: (id: string) => call<Hold>("POST", `/holds/${at(id)}/lifting`, {}),
  sayWhy: (id: string, reason: string) => call<{ until: string }>("POST", `/holds/${at(id)}/looks`, { reason }),
  waitingHolds: () => call<{ count: number }>("GET", "/holds/waiting"),
  waitingRequests: () => call<{ count: number }>("GET", "/requests/waiting"),
  liveViews: () => call<LivePage>("GET", "/live"),
  liveView: (id: string) => call<LiveView>("GET", `/live/${at(id)}`),
  askLive: (wanted: NewLive) => call<LiveView>("POST", "/live", wanted),
  endLive: (id: string) => call<LiveView>("POST", `/live/${at(id)}/end`, {}),
  reports: (before?: number, limit = 50) => call<ReportPage>("GET", `/reports${query({ before, limit })}`),
  report: (id: string) => call<ReportDetail>("GET", `/reports/${at(id)}`),
};
