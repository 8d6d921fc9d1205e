// Writes src/api/schema.d.ts from the hub's own OpenAPI document: `node scripts/schema.mjs [mat-than-hub]`.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const hub = process.argv[2] ?? here("../../.venv/bin/mat-than-hub");
const folder = mkdtempSync(join(tmpdir(), "hub-schema-"));
try {
  const document = execFileSync(hub, ["openapi", "--data", folder], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const head = "// Made by scripts/schema.mjs from the hub's OpenAPI document; not written by hand.\n";
  writeFileSync(here("../src/api/schema.d.ts"), head + astToString(await openapiTS(JSON.parse(document))));
} finally {
  rmSync(folder, { recursive: true });
}
