// What the feed shows, as a pure state: pages read from the hub, and what arrives while someone is looking.
import type { HubEvent } from "../api/types.js";

/** More than this is not kept in the page; older ones are read again when asked for. */
export const KEPT_EVENTS = 600;

export interface FeedState {
  /** Newest first, by start. */
  readonly events: readonly HubEvent[];
  /** New ones that came while the feed was paused; newest first. */
  readonly held: readonly HubEvent[];
  readonly paused: boolean;
  readonly more: boolean;
  readonly loaded: boolean;
  /** Ids that came live in the last step: they slide in. */
  readonly fresh: ReadonlySet<string>;
}

export type FeedStep =
  | { kind: "page"; events: readonly HubEvent[]; more: boolean }
  | { kind: "older"; events: readonly HubEvent[]; more: boolean }
  /** `hold`: someone reads further down, so nothing may move. */
  | { kind: "arrived"; event: HubEvent; hold?: boolean }
  | { kind: "pause"; paused: boolean }
  | { kind: "show" };

export const EMPTY_FEED: FeedState = {
  events: [],
  held: [],
  paused: false,
  more: false,
  loaded: false,
  fresh: new Set(),
};

function merged(...lists: (readonly HubEvent[])[]): HubEvent[] {
  const byId = new Map<string, HubEvent>();
  for (const event of lists.flat()) {
    const known = byId.get(event.id);
    if (!known || known.seq <= event.seq) byId.set(event.id, event);
  }
  return [...byId.values()]
    .sort((a, b) => Date.parse(b.started_at) - Date.parse(a.started_at) || (a.id < b.id ? 1 : -1))
    .slice(0, KEPT_EVENTS);
}

function shown(state: FeedState): FeedState {
  return {
    ...state,
    events: merged(state.events, state.held),
    held: [],
    paused: false,
    fresh: new Set(state.held.map((event) => event.id)),
  };
}

/** The first page read anew: while paused, what is unknown waits with the rest of the new ones. */
function page(state: FeedState, events: readonly HubEvent[], more: boolean): FeedState {
  const base = { ...state, more, loaded: true, fresh: new Set<string>() };
  if (!state.paused || !state.loaded) return { ...base, events: merged(events), held: [] };
  const known = new Set(state.events.map((event) => event.id));
  return {
    ...base,
    events: merged(events.filter((event) => known.has(event.id))),
    held: merged(events.filter((event) => !known.has(event.id))),
  };
}

function arrived(state: FeedState, event: HubEvent, hold: boolean): FeedState {
  // An update of what is shown already changes in place, paused or not: nothing moves under the reader.
  if (state.events.some((known) => known.id === event.id)) {
    return { ...state, events: merged(state.events, [event]) };
  }
  if (state.paused || hold) return { ...state, held: merged(state.held, [event]) };
  return { ...state, events: merged(state.events, [event]), fresh: new Set([event.id]) };
}

/** The next state. */
export function feed(state: FeedState, step: FeedStep): FeedState {
  switch (step.kind) {
    case "page":
      return page(state, step.events, step.more);
    case "older":
      return { ...state, events: merged(state.events, step.events), more: step.more, fresh: new Set() };
    case "arrived":
      return arrived(state, step.event, step.hold ?? false);
    case "pause":
      return step.paused ? { ...state, paused: true, fresh: new Set() } : shown(state);
    case "show":
      return { ...shown(state), paused: state.paused };
  }
}

/** Whether a live event belongs into a feed that shows only one camera or household. */
export function belongs(event: HubEvent, filter: { camera?: string; household?: string }): boolean {
  return (
    (!filter.camera || filter.camera === event.camera.id) &&
    (!filter.household || filter.household === event.household.id)
  );
}
