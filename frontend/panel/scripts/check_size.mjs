// Fails the build when the panel's scripts outgrow their budget: an old phone on a village line loads this.
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET_BYTES = 150 * 1024;
const folder = new URL("../../../custom_components/mat_than/panel_files/", import.meta.url);
const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));
const size = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, folder))).length, 0);
console.log(`${scripts.length} scripts, ${(size / 1024).toFixed(1)} KiB gzipped (budget ${BUDGET_BYTES / 1024})`);
if (size > BUDGET_BYTES) process.exit(1);
