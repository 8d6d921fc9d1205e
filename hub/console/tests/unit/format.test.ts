// Dates, spans and sizes as they are written in Vietnam, on a 24-hour clock, and in English.
import { ago, clock, day, minuteOfDay, moment, size, span } from "@shared/format.js";
import { describe, expect, it } from "vitest";

process.env.TZ = "Asia/Ho_Chi_Minh";
const AT = "2026-11-05T17:04:09Z";

describe("format", () => {
  it("writes a moment as dd/MM/yyyy HH:mm in both languages, past midnight too", () => {
    expect(moment(AT, "vi")).toBe("06/11/2026 00:04");
    expect(moment(AT, "en", true)).toBe("06/11/2026 00:04:09");
    expect(day(AT, "vi")).toBe("06/11/2026");
    expect(clock(AT, "vi")).toBe("00:04");
  });

  it("says how long something lasted", () => {
    expect(span(0.2, "vi")).toBe("1 giây");
    expect(span(8.4, "vi")).toBe("8 giây");
    expect(span(120, "vi")).toBe("2 phút");
    expect(span(125, "vi")).toBe("2 phút 5 giây");
    expect(span(7_380, "vi")).toBe("2 giờ 3 phút");
    expect(span(8, "en")).toBe("8 secs");
  });

  it("says how long ago something was", () => {
    const now = new Date("2026-11-05T17:10:00Z");
    expect(ago(AT, now, "vi")).toBe("5 phút trước");
    expect(ago(AT, now, "en")).toBe("5 minutes ago");
    expect(ago("2026-11-06T18:10:00Z", now, "vi")).toBe("ngày mai");
    expect(ago("2026-11-07T17:09:00Z", now, "vi")).toBe("ngày kia"); // 47 hours, and two midnights
    expect(ago("2026-11-05T17:09:40Z", now, "vi")).toBe("vừa xong");
  });

  it("writes sizes and minutes of the day", () => {
    expect(size(1_930_000, "vi")).toBe("1,9 MB");
    expect(size(446_800, "en")).toBe("446.8 kB");
    expect(minuteOfDay(1_320)).toBe("22:00");
  });
});
