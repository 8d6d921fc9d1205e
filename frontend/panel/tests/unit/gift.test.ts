// What an owner gives: a span that stays within what was asked, and the clips of it, cut exactly.
import { useTimeZone } from "@shared/format.js";
import { beforeAll, describe, expect, it } from "vitest";
import { beginAt, cutTo, daysOf, endAt, inSpan, LEAST_MS, seconds } from "../../src/answering/gift.js";
import { givingSentence } from "../../src/answering/gift_words.js";
import { boundsOf } from "../../src/answering/request_facts.js";
import type { Clip } from "../../src/timeline/day.js";

const clip = (id: string, start: number, end: number): Clip => {
  return { id, start, end, pre_roll: 0, kind: "motion", motions: 1, bytes: 1, codec: "h264", still: true };
};
const bounds = { since: 100_000, until: 200_000 };
const clips = [clip("a", 90_000, 110_000), clip("b", 120_000, 130_000), clip("c", 195_000, 230_000)];

describe("the handles", () => {
  it("never leave what was asked", () => {
    expect(beginAt(bounds, 0, bounds)).toEqual(bounds);
    expect(endAt(bounds, 999_999, bounds)).toEqual(bounds);
  });

  it("never pass one another", () => {
    expect(beginAt(bounds, 250_000, bounds)).toEqual({ since: 200_000 - LEAST_MS, until: 200_000 });
    expect(endAt(bounds, 50_000, bounds)).toEqual({ since: 100_000, until: 100_000 + LEAST_MS });
  });
});

describe("the bounds", () => {
  it("are the whole seconds within what is asked", () => {
    const at = Date.parse("2026-11-22T07:05:00Z");
    expect(boundsOf({ since: "2026-11-22T07:05:00Z", until: "2026-11-22T07:06:00.9Z" })).toEqual({
      since: at,
      until: at + 60_000,
    });
    expect(boundsOf({ since: "2026-11-22T07:05:00.000001Z", until: "2026-11-22T07:06:00Z" }).since).toBe(at + 1000);
  });
});

describe("what is given", () => {
  it("is what touches the span, cut to it", () => {
    expect(inSpan(clips, { since: 110_000, until: 196_000 }).map(({ id }) => id)).toEqual(["b", "c"]);
    expect(cutTo(clip("a", 90_000, 110_000), bounds)).toEqual({ since: 100_000, until: 110_000 });
    expect(seconds(clips, bounds)).toBe(10 + 10 + 5);
    expect(seconds(clips, { since: 131_000, until: 132_000 })).toBe(0);
  });

  it("is looked for on both days of a span over midnight", () => {
    const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);
    expect(daysOf({ since: 0, until: 10 }, isoDay)).toEqual(["1970-01-01"]);
    expect(daysOf({ since: 86_399_000, until: 86_401_000 }, isoDay)).toEqual(["1970-01-01", "1970-01-02"]);
  });
});

describe("the sentence before the yes", () => {
  beforeAll(() => useTimeZone("Asia/Ho_Chi_Minh"));

  it("names how much, when, of which cameras and for whom", () => {
    const since = Date.parse("2026-11-22T07:05:00Z");
    const giving = {
      clips: 3,
      seconds: 125,
      span: { since, until: since + 15 * 60_000 },
      cameras: ["Cổng", "Sân"],
      recipient: "Công an phường Đông Ngạc",
    };
    const sentence = givingSentence(giving, "vi").replaceAll("\u2060", "");
    expect(sentence).toBe(
      "Bạn sẽ gửi 3 đoạn (2 phút 5 giây), 14:05–14:20, 22/11/2026, camera Cổng, Sân, cho Công an phường Đông Ngạc.",
    );
  });
});
