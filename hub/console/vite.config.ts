// The console is built into the hub's package, so that a hub runs without Node. The shared components live in
// frontend/shared, which has no packages of its own: they are taken from here.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@shared\//, replacement: `${here("../../frontend/shared")}/` },
      { find: /^lit$/, replacement: here("node_modules/lit/index.js") },
      { find: /^lit\//, replacement: `${here("node_modules/lit")}/` },
      { find: /^@lit\/localize$/, replacement: here("node_modules/@lit/localize/lit-localize.js") },
      { find: /^@mdi\/js$/, replacement: here("node_modules/@mdi/js/mdi.js") },
    ],
  },
  build: {
    outDir: here("../src/mat_than_hub/console_files"),
    emptyOutDir: true,
    target: "es2023",
    // Everything stays a file: the page's policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    fs: { allow: [here("../..")] },
    proxy: { "/api": process.env.MAT_THAN_HUB ?? "http://127.0.0.1:8480" },
  },
  test: { include: ["tests/unit/**/*.test.ts"], environment: "node" },
});
