// A footage request while it is written: each step says what it lacks, the hours are bounded, and what is sent is whole.
import { spanFault, spanOf } from "@shared/footage_span.js";
import { instant, useTimeZone } from "@shared/format.js";
import { spanWords } from "@shared/span_words.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { Camera } from "../../src/api/types.js";
import {
  askable,
  cameraKey,
  type Draft,
  EMPTY_DRAFT,
  firstOpen,
  folded,
  lacks,
  request,
  retentions,
  stepOf,
  usualRetention,
} from "../../src/requests/request_draft.js";

const NOW = new Date("2026-11-22T05:00:00Z"); // noon in Hà Nội
const camera = (home: string, id: string, name: string, asks = true): Camera => ({
  id,
  household: { id: folded(home).replaceAll(" ", "-"), name: home },
  name,
  position: "gate",
  latitude: null,
  longitude: null,
  live: true,
  since: null,
  last_event_at: null,
  last_still_url: null,
  consents: [],
  askable: asks,
  live_askable: false,
});
const GATE = camera("Nhà ông Tư", "gate", "Cổng trước");
const STREET = camera("Tạp hoá Hương", "street", "Đường Xuân Đỉnh");
const WHOLE: Draft = {
  ...EMPTY_DRAFT,
  case_number: " 12/2026 ",
  offence: "theft",
  reason: "Mất xe máy trước cổng.",
  contact: "024 3838 0000",
  cameras: new Set(["h-1 gate"]),
  day: "2026-11-22",
  from: "08:00",
  to: "09:30",
};

beforeAll(() => useTimeZone("Asia/Ho_Chi_Minh"));

describe("the time that is typed", () => {
  const fault = (day: string, from: string, to: string) => spanFault(spanOf({ day, from, to }), NOW);

  it.each([
    ["2026-11-22", "08:00", "09:30", null],
    ["2026-11-21", "22:00", "02:00", null], // over midnight
    ["2026-11-21", "23:00", "11:00", null], // twelve hours
    ["2026-11-21", "22:59", "11:00", "long"],
    ["2026-11-22", "09:00", "09:00", "long"], // a day and a night
    ["2026-11-22", "11:00", "12:01", "future"],
    ["2026-10-22", "08:00", "09:00", "old"],
    ["", "08:00", "09:00", "incomplete"],
    ["2026-11-22", "", "09:00", "incomplete"],
  ])("of %s from %s to %s is %s", (day, from, to, wanted) => expect(fault(day, from, to)).toBe(wanted));

  it("is that of the clocks of the zone, also where they change", () => {
    expect(instant("2026-11-22", "08:00")?.toISOString()).toBe("2026-11-22T01:00:00.000Z");
    useTimeZone("Europe/Paris");
    expect(instant("2026-10-25", "01:30:05")?.toISOString()).toBe("2026-10-24T23:30:05.000Z");
    expect(instant("2026-10-25", "04:00")?.toISOString()).toBe("2026-10-25T03:00:00.000Z");
    useTimeZone("Asia/Ho_Chi_Minh");
    expect(instant("", "08:00")).toBeNull();
  });

  it("is told with one day, or with both", () => {
    const told = (day: string, from: string, to: string) => {
      const span = spanOf({ day, from, to });
      return span && spanWords(span, "vi").replaceAll("\u2060", "");
    };
    expect(told("2026-11-22", "08:00", "09:30")).toBe("08:00–09:30, 22/11/2026");
    expect(told("2026-11-21", "22:00", "02:00")).toBe("21/11/2026 22:00 – 22/11/2026 02:00");
  });
});

describe("the steps", () => {
  it("say what is missing, and lead on when nothing is", () => {
    expect(lacks(EMPTY_DRAFT, "case", NOW)).toEqual(["case_number", "offence", "reason", "contact"]);
    expect(lacks({ ...WHOLE, reason: "  " }, "case", NOW)).toEqual(["reason"]);
    expect(lacks(EMPTY_DRAFT, "cameras", NOW)).toEqual(["cameras"]);
    expect(firstOpen({ ...WHOLE, to: "22:00" }, NOW)).toBe("time");
    expect(firstOpen(WHOLE, NOW)).toBe("summary");
  });

  it("end in a request with moments in UTC and a deadline that the hub takes", () => {
    const made = request({ ...WHOLE, deadline_days: 30 }, NOW);
    expect(made.case_number).toBe("12/2026");
    expect(made.cameras).toEqual([{ household_id: "h-1", camera_id: "gate" }]);
    expect([made.since, made.until]).toEqual(["2026-11-22T01:00:00.000Z", "2026-11-22T02:30:00.000Z"]);
    expect(Date.parse(made.deadline) - NOW.getTime()).toBeLessThan(30 * 86_400_000);
    expect(() => request(EMPTY_DRAFT, NOW)).toThrow();
  });
});

describe("what the hub refuses", () => {
  it("leads back to the step that asked for it", () => {
    const steps = ["/reason", "/cameras/0", "/until", "/retention_days", "", "/whatever"].map(stepOf);
    expect(steps).toEqual(["case", "cameras", "time", "terms", "summary", "summary"]);
  });

  it("is not offered: no footage is kept longer than the hub keeps anything", () => {
    expect(retentions(30)).toEqual([7, 30]);
    expect(retentions(100)).toEqual([7, 30, 90, 100]);
    expect(usualRetention(5)).toBe(5);
  });
});

describe("the cameras", () => {
  it("are those with a live consent, by household, found without marks", () => {
    const all = [STREET, GATE, camera("Nhà bà Sáu", "yard", "Sân", false)];
    expect(askable(all, "").map(({ name }) => name)).toEqual(["Nhà ông Tư", "Tạp hoá Hương"]);
    expect(askable(all, "duong xuan")[0]?.cameras).toEqual([STREET]);
    expect(askable(all, "ông tư")[0]?.cameras).toEqual([GATE]);
    expect(askable(all, "sân")).toEqual([]);
    expect(folded("ĐƯỜNG Đỗ")).toBe("duong do");
    expect(cameraKey(GATE)).toBe("nha-ong-tu gate");
  });
});
