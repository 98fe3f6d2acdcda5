import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The preload script: a sandboxed one can require nothing but `electron`, so all else is in its one CommonJS file. */
export default defineConfig({
  root: here('.'),
  cacheDir: here('.cache/vite'),
  publicDir: false,
  build: {
    ssr: true,
    target: 'chrome130',
    outDir: here('dist/preload'),
    emptyOutDir: true,
    sourcemap: true,
    minify: true,
    rolldownOptions: {
      input: here('electron/preload/preload.ts'),
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false, charset: 'ascii' },
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
  clearScreen: false,
});
