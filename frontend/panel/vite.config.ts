// The panel and the dashboard card are built into the integration's own folder and committed, so that nobody needs Node at home. The shared
// components live in frontend/shared, which has no packages of its own: they are taken from here.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  base: "./",
  resolve: {
    alias: [
      { find: /^@shared\//, replacement: `${here("../shared")}/` },
      { find: /^lit\/decorators\.js$/, replacement: here("src/ui/decorators.ts") },
      { find: /^lit$/, replacement: here("node_modules/lit/index.js") },
      { find: /^lit\//, replacement: `${here("node_modules/lit")}/` },
      { find: /^@lit\/localize$/, replacement: here("node_modules/@lit/localize/lit-localize.js") },
      { find: /^@mdi\/js$/, replacement: here("node_modules/@mdi/js/mdi.js") },
    ],
  },
  build: {
    outDir: here("../../custom_components/mat_than/panel_files"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { panel: here("src/main.ts"), card: here("src/card/main.ts") },
      output: { entryFileNames: "[name]-[hash].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
  test: { include: ["tests/unit/**/*.test.ts"], environment: "node" },
});
