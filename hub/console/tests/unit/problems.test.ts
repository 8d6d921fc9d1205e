// Every problem that the hub may answer with has a sentence of its own.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Problem } from "../../src/api/client.js";
import { KNOWN_PROBLEMS, sentence } from "../../src/api/problems.js";

/** What only homes meet, or only a program that is not this console. */
const NOT_FOR_PEOPLE = [
  "signature-invalid",
  "clock-skew",
  "unknown-key",
  "not-confirmed",
  "codec",
  "digest-mismatch",
  "method-not-allowed",
  "media-type",
  "range",
  "mismatching-upload-offset",
];

function words(file: string): string[] {
  const text = readFileSync(fileURLToPath(new URL(`../../../src/mat_than_hub/${file}`, import.meta.url)), "utf8");
  return [...text.matchAll(/^ {4}[A-Z_]+ = "([a-z-]+)"/gm)].map(([, word = ""]) => word);
}

describe("problems", () => {
  it("have a sentence for each word of the hub", () => {
    const all = [...words("errors.py"), ...words("protocol/problems.py")];
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((word) => !KNOWN_PROBLEMS.includes(word) && !NOT_FOR_PEOPLE.includes(word))).toEqual([]);
  });

  it("say how long to wait, what field is wrong, and something for the unknown", () => {
    expect(sentence(new Problem("quota", 429, 41.2))).toContain("42 giây");
    expect(sentence(new Problem("validation", 422, null, ["/password"]))).toContain("Mật khẩu");
    expect(sentence(new Problem("of-tomorrow", 410))).toContain("rút lại");
    expect(sentence(new Problem("of-tomorrow", 418))).toContain("418");
    expect(sentence(new TypeError("x"))).toContain("tải lại");
  });
});
