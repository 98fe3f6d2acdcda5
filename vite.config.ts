import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The renderer: what the window loads, over app:// once built and from the development server under `npm run dev`. */
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: './',
  cacheDir: fileURLToPath(new URL('.cache/vite', import.meta.url)),
  plugins: [react()],
  build: {
    // Set by hand: the fallback runtime is Electron 33, which is Chromium 130.
    target: 'chrome130',
    cssTarget: 'chrome130',
    outDir: fileURLToPath(new URL('dist/renderer', import.meta.url)),
    emptyOutDir: true,
    sourcemap: true,
    modulePreload: { polyfill: false },
    // All styles are there from the start: none comes late and moves what is shown.
    cssCodeSplit: false,
    // Nothing is inlined as data: so that the content security policy can stay narrow.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    // A script with one character that is not Latin is kept with two bytes for every character of it.
    rolldownOptions: { output: { charset: 'ascii' } },
  },
  server: { host: '127.0.0.1' },
  clearScreen: false,
});
