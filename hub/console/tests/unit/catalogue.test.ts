// Both languages are whole: every sentence of the sources stands in the catalogue, with an English one beside it.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { SHEET_WORDS } from "../../src/invitations/sheet.js";
import { templates } from "../../src/locales/en.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const catalogue = readFileSync(join(root, "locales/en.xlf"), "utf8");

interface Unit {
  id: string;
  source: string;
  target: string;
}

function units(text: string): Unit[] {
  return [...text.matchAll(/<trans-unit id="([^"]+)">(.*?)<\/trans-unit>/gs)].map(([, id = "", body = ""]) => ({
    id,
    source: /<source>(.*?)<\/source>/s.exec(body)?.[1] ?? "",
    target: /<target>(.*?)<\/target>/s.exec(body)?.[1] ?? "",
  }));
}

const holes = (text: string) => [...text.matchAll(/<x id="(\d+)"/g)].map(([, id]) => id).sort();

describe("the catalogue", () => {
  it("has an English sentence with the same holes for every Vietnamese one", () => {
    const broken = units(catalogue).filter(
      (unit) => !unit.target || String(holes(unit.source)) !== String(holes(unit.target)),
    );
    expect(broken).toEqual([]);
  });

  it("holds exactly the sentences of the sources", () => {
    const folder = mkdtempSync(join(tmpdir(), "catalogue-"));
    try {
      const config = JSON.parse(readFileSync(join(root, "lit-localize.json"), "utf8"));
      config.interchange.xliffDir = folder;
      config.tsConfig = join(root, "tsconfig.json");
      config.output.outputDir = join(folder, "out");
      cpSync(join(root, "locales/en.xlf"), join(folder, "en.xlf"));
      writeFileSync(join(folder, "lit-localize.json"), JSON.stringify(config));
      const tool = join(root, "node_modules/.bin/lit-localize");
      execFileSync(tool, ["extract", "--config", join(folder, "lit-localize.json")], { cwd: root, stdio: "pipe" });
      const ids = (text: string) =>
        units(text)
          .map((unit) => unit.id)
          .sort();
      expect(ids(readFileSync(join(folder, "en.xlf"), "utf8"))).toEqual(ids(catalogue));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it("is what the built console carries", () => {
    expect(Object.keys(templates).sort()).toEqual(
      units(catalogue)
        .map((unit) => unit.id)
        .sort(),
    );
  });

  it("gives the printed sheet the same parts in both languages", () => {
    expect(SHEET_WORDS.en.steps).toHaveLength(SHEET_WORDS.vi.steps.length);
    expect(Object.keys(SHEET_WORDS.en)).toEqual(Object.keys(SHEET_WORDS.vi));
  });
});
