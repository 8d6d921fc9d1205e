// The feed as a state: what arrives, what is held back, what never moves under a reader.
import { describe, expect, it } from "vitest";
import type { HubEvent } from "../../src/api/types.js";
import { belongs, EMPTY_FEED, type FeedState, feed, KEPT_EVENTS } from "../../src/feed/feed_state.js";

const START = Date.parse("2026-11-22T00:00:00Z");

function event(id: string, minute: number, more: Partial<HubEvent> = {}): HubEvent {
  return {
    id,
    seq: minute + 1,
    type: "vn.matthan.motion.v1",
    household: { id: "h", name: "Nhà ông Tư" },
    camera: { id: "gate", name: "Cổng", position: "gate" },
    started_at: new Date(START + minute * 60_000).toISOString(),
    ended_at: null,
    received_at: new Date(START + minute * 60_000 + 900).toISOString(),
    score: 0.8,
    night: false,
    zones: [],
    boxes: [],
    still_url: null,
    clip: null,
    consent_id: "k",
    ...more,
  };
}

const ids = (state: FeedState) => state.events.map((one) => one.id);
const loaded = feed(EMPTY_FEED, { kind: "page", events: [event("b", 2), event("a", 1)], more: true });

describe("the feed", () => {
  it("puts what arrives on top and marks it as fresh", () => {
    const next = feed(loaded, { kind: "arrived", event: event("c", 3) });
    expect(ids(next)).toEqual(["c", "b", "a"]);
    expect([...next.fresh]).toEqual(["c"]);
  });

  it("puts a late event at its own time", () => {
    expect(ids(feed(loaded, { kind: "arrived", event: event("x", 1.5) }))).toEqual(["b", "x", "a"]);
  });

  it("changes a known event in place, also while paused", () => {
    const paused = feed(loaded, { kind: "pause", paused: true });
    const ended = event("b", 2, { seq: 9, ended_at: "2026-11-22T00:02:08Z" });
    const next = feed(paused, { kind: "arrived", event: ended });
    expect(ids(next)).toEqual(["b", "a"]);
    expect(next.events[0]?.ended_at).toBe("2026-11-22T00:02:08Z");
    expect(next.held).toEqual([]);
  });

  it("ignores an older version that comes late", () => {
    const next = feed(loaded, { kind: "arrived", event: event("b", 2, { seq: 1, score: 0.1 }) });
    expect(next.events[0]?.score).toBe(0.8);
  });

  it("holds new ones back while paused or while someone reads, and shows them when asked", () => {
    const paused = feed(loaded, { kind: "pause", paused: true });
    const held = feed(feed(paused, { kind: "arrived", event: event("c", 3) }), {
      kind: "arrived",
      event: event("c", 3),
    });
    expect(ids(held)).toEqual(["b", "a"]);
    expect(held.held).toHaveLength(1);
    const shown = feed(held, { kind: "show" });
    expect(ids(shown)).toEqual(["c", "b", "a"]);
    expect(shown.paused).toBe(true);
    const reading = feed(loaded, { kind: "arrived", event: event("c", 3), hold: true });
    expect(ids(reading)).toEqual(["b", "a"]);
    expect(ids(feed(held, { kind: "pause", paused: false }))).toEqual(["c", "b", "a"]);
  });

  it("forgets what a page read anew no longer has, and keeps a paused screen still", () => {
    const again = [event("c", 3), event("a", 1)];
    expect(ids(feed(loaded, { kind: "page", events: again, more: false }))).toEqual(["c", "a"]);
    const paused = feed(loaded, { kind: "pause", paused: true });
    const next = feed(paused, { kind: "page", events: again, more: false });
    expect(ids(next)).toEqual(["a"]);
    expect(next.held.map((one) => one.id)).toEqual(["c"]);
  });

  it("is bounded", () => {
    const many = Array.from({ length: KEPT_EVENTS + 50 }, (_, index) => event(`e${index}`, index));
    const full = feed(EMPTY_FEED, { kind: "page", events: many, more: true });
    expect(full.events).toHaveLength(KEPT_EVENTS);
    expect(full.events[0]?.id).toBe(`e${KEPT_EVENTS + 49}`);
  });

  it("takes in only the camera and household that are shown", () => {
    expect(belongs(event("a", 1), {})).toBe(true);
    expect(belongs(event("a", 1), { camera: "gate", household: "h" })).toBe(true);
    expect(belongs(event("a", 1), { camera: "yard" })).toBe(false);
    expect(belongs(event("a", 1), { household: "other" })).toBe(false);
  });
});
