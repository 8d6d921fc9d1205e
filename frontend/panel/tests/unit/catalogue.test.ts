// Both languages are whole: every sentence of the sources stands in the catalogue, with an English one beside it.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { templates } from "../../src/locales/en.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const catalogue = readFileSync(join(root, "locales/en.xlf"), "utf8");

const units = (text: string) =>
  [...text.matchAll(/<trans-unit id="([^"]+)">(.*?)<\/trans-unit>/gs)].map(([, id = "", body = ""]) => ({
    id,
    source: /<source>(.*?)<\/source>/s.exec(body)?.[1] ?? "",
    target: /<target>(.*?)<\/target>/s.exec(body)?.[1] ?? "",
  }));
const ids = (text: string) =>
  units(text)
    .map(({ id }) => id)
    .sort();
const holes = (text: string) => [...text.matchAll(/<x id="(\d+)"/g)].map(([, id]) => id).sort();

describe("the catalogue", () => {
  it("has an English sentence with the same holes for every Vietnamese one", () => {
    const broken = units(catalogue).filter(
      ({ source, target }) => !target || String(holes(source)) !== String(holes(target)),
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
      expect(ids(readFileSync(join(folder, "en.xlf"), "utf8"))).toEqual(ids(catalogue));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 180_000);

  it("is what the built panel carries", () => {
    expect(Object.keys(templates).sort()).toEqual(ids(catalogue));
  });
});
