// Why a clip is kept: our own reasons as the reader's language has them, people's and old ones as they were written.
import { describe, expect, it } from "vitest";
import { keptWords } from "../../src/timeline/kept_words.js";

const kept = { owner: "Lan", reason: "mt:…", until: null };

describe("why a clip is kept", () => {
  it("is said for a request by its case, not by who stored it", () => {
    expect(keptWords({ ...kept, why: "kept_for_request", case_number: "12/2026" })).toBe(
      "Được giữ để chờ bạn trả lời yêu cầu 12/2026",
    );
    expect(keptWords({ ...kept, why: "kept_for_sending", case_number: "12/2026" })).toContain("gửi xong");
  });

  it("names who kept it from the timeline", () => {
    expect(keptWords({ ...kept, why: "kept_from_timeline", case_number: "" })).toBe("Được Lan giữ từ dòng thời gian");
  });

  it("is a person's own words, or an earlier version's sentence", () => {
    expect(keptWords({ ...kept, reason: "trộm" })).toBe("Được Lan giữ: trộm");
  });
});
