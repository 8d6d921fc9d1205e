// A camera's day: which clip a finger means, what a list shows, how the strip is zoomed and squeezed into columns.
import { describe, expect, it } from "vitest";
import { markRuns, spanRuns } from "../../src/timeline/columns.js";
import {
  type Clip,
  clipAt,
  type Day,
  evening,
  isYoung,
  listed,
  moved,
  neighbour,
  opening,
  type Span,
  totals,
  zoomed,
} from "../../src/timeline/day.js";
import { ROW_HEIGHT, rowsInView, scrollTo } from "../../src/timeline/rows.js";

const clip = (id: string, start: number, end: number, more: Partial<Clip> = {}): Clip => {
  return { id, start, end, pre_roll: 0, kind: "motion", motions: 1, bytes: 1, codec: "h264", still: true, ...more };
};
const kept = { owner: "Lan", reason: "", until: null };
const clips = [
  clip("a", 100, 200),
  clip("b", 300, 400, { kept }),
  clip("c", 900, 950, { kind: "continuous", motions: 0 }),
];
const DAY_MS = 86_400_000;
const day: Day = { since: 0, until: DAY_MS, now: DAY_MS, spans: [], clips };

describe("a finger on the bar", () => {
  it.each([
    [150, 0, "a"],
    [200, 0, "a"],
    [240, 50, "a"],
    [260, 50, "b"],
    [600, 50, null],
    [0, 100, "a"],
    [5000, 100, null],
  ])("at %d, reaching %d, means %s", (at, reach, id) => expect(clipAt(clips, at, reach)?.id ?? null).toBe(id));

  it("means nothing on a day without clips", () => expect(clipAt([], 5, 100)).toBeNull());
});

describe("what a day opens with", () => {
  const minute = 60_000;
  it.each([
    [0, 1],
    [10, 1],
    [46, 2],
    [100, 4],
    [200, 8],
    [361, 24],
    [1440, 24],
    [9000, 24],
  ])("after %d minutes, %d hours", (passed, hours) => {
    const young = { ...day, now: passed * minute };
    expect(opening(young)).toEqual({ from: 0, until: hours * 60 * minute });
    expect(isYoung(young)).toBe(hours < 24);
  });

  it("never hides what was filmed until now", () => {
    for (let passed = 0; passed <= 1440; passed += 1) {
      expect(opening({ ...day, now: passed * minute }).until).toBeGreaterThanOrEqual(passed * minute);
    }
  });

  it("is its last hours where the evening is asked for", () => {
    expect(evening(day)).toEqual({ from: DAY_MS - 360 * minute, until: DAY_MS });
  });
});

describe("the list", () => {
  it("shows what touches the window and fits the filter, newest first", () => {
    const whole = { from: 0, until: 1000 };
    expect(listed(clips, "all", whole).map(({ id }) => id)).toEqual(["c", "b", "a"]);
    expect(listed(clips, "motion", whole).map(({ id }) => id)).toEqual(["b", "a"]);
    expect(listed(clips, "continuous", whole).map(({ id }) => id)).toEqual(["c"]);
    expect(listed(clips, "kept", whole).map(({ id }) => id)).toEqual(["b"]);
    expect(listed(clips, "all", { from: 200, until: 300 })).toEqual([]);
  });

  it("goes from clip to clip, and ends", () => {
    expect(neighbour(clips, clip("a", 0, 0), 1)?.id).toBe("b");
    expect(neighbour(clips, clip("a", 0, 0), -1)).toBeNull();
    expect(neighbour(clips, clip("gone", 0, 0), 1)).toBeNull();
  });

  it("draws the rows in view alone, of however many", () => {
    expect(rowsInView(0, 760, 2000)).toEqual({ first: 0, last: 14 });
    expect(rowsInView(1000 * ROW_HEIGHT, 760, 2000)).toEqual({ first: 996, last: 1014 });
    expect(rowsInView(99_999_999, 760, 3)).toEqual({ first: 3, last: 3 });
    expect(scrollTo(0, 500, 760)).toBe(0);
    expect(scrollTo(5, 0, 760)).toBeNull();
    expect(scrollTo(20, 0, 760)).toBe(21 * ROW_HEIGHT - 760);
  });
});

describe("the window", () => {
  it("zooms around a moment that stays where it is", () => {
    const half = zoomed(day, { from: 0, until: DAY_MS }, 2, DAY_MS / 4);
    expect(half).toEqual({ from: DAY_MS / 8, until: (5 * DAY_MS) / 8 });
  });

  it("never leaves the day, and never shows less than ten minutes", () => {
    expect(zoomed(day, { from: 0, until: 3_600_000 }, 0.001, 5)).toEqual({ from: 0, until: DAY_MS });
    const small = zoomed(day, { from: 0, until: 3_600_000 }, 1000, 0);
    expect(small.until - small.from).toBe(600_000);
    expect(moved(day, { from: 0, until: 1000 }, -5)).toEqual({ from: 0, until: 1000 });
    expect(moved(day, { from: 0, until: DAY_MS / 2 }, 5)).toEqual({ from: DAY_MS / 2, until: DAY_MS });
  });
});

describe("the strip", () => {
  const spans: Span[] = [
    [0, 500, "watched", null],
    [500, 501, "absent", "host"],
    [501, 900, "recorded", null],
    [900, 1000, "off", "detection_off"],
  ];

  it("never hides a gap, however short", () => {
    const runs = spanRuns(spans, { from: 0, until: 1000 }, 10);
    expect(runs.map(({ kind }) => kind)).toEqual(["watched", "absent", "recorded", "off"]);
    expect(runs[1]).toEqual({ start: 5, end: 6, kind: "absent" });
  });

  it("has no more runs than columns for two thousand clips, and shows what is kept", () => {
    const many = Array.from({ length: 2000 }, (_, i) =>
      clip(`${i}`, i * 40_000, i * 40_000 + 9000, i === 7 ? { kept } : {}),
    );
    const runs = markRuns(many, { from: 0, until: DAY_MS }, 900);
    expect(runs.length).toBeLessThanOrEqual(900);
    expect(runs.filter(({ kind }) => kind === "kept")).toHaveLength(1);
  });

  it("draws nothing outside the window", () => expect(spanRuns(spans, { from: 2000, until: 3000 }, 10)).toEqual([]));

  it("adds up how long each kind lasted", () => {
    expect(totals(spans)).toEqual({ watched: 0.5, absent: 0.001, recorded: 0.399, off: 0.1, unexplained: 0 });
  });
});
