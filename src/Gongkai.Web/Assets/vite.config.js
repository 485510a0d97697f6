// 编辑器: one module for the editor page; the rest of the site has no build.
import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  build: {
    outDir: "../wwwroot/lib",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: { input: "editor.js", output: { entryFileNames: "editor.js" } },
  },
});
