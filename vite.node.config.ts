import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import manifest from './package.json' with { type: 'json' };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A worker thread is started by the path of its file, so each is an entry of its own. */
const workers = readdirSync(here('electron/engine')).filter((name) => name.endsWith('-worker.ts'));

/** PDFium's compiled code lies beside the engine, which reads it when the first PDF is drawn. */
const pdfium: Plugin = {
  name: 'pdfium',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'engine/pdfium.wasm', source: readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')) });
  },
};

/** Main process, engine with its workers, and command line: plain ES modules, each entry one folder below dist/. */
export default defineConfig({
  root: here('.'),
  cacheDir: here('.cache/vite'),
  publicDir: false,
  plugins: [pdfium],
  build: {
    ssr: true,
    // Set by hand: the Node inside Electron 33.
    target: 'node20.18',
    outDir: here('dist'),
    emptyOutDir: false,
    sourcemap: true,
    minify: false,
    ssrEmitAssets: true,
    rolldownOptions: {
      input: {
        'main/main': here('electron/main/main.ts'),
        'engine/serve': here('electron/engine/serve.ts'),
        'cli/cli': here('electron/cli/cli.ts'),
        ...Object.fromEntries(
          workers.map((name) => [`engine/${name.replace(/\.ts$/, '')}`, here(`electron/engine/${name}`)]),
        ),
      },
      output: {
        format: 'esm',
        charset: 'ascii', // one character that is not Latin, and all of a script is kept with two bytes for each
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // A script's whole text stays in memory with it, in every process and thread that runs it. Names are kept: a bug's stack in the log is to be read.
        minify: { compress: true, mangle: false, codegen: { removeWhitespace: true, legalComments: 'none' } },
      },
    },
  },
  // Only native modules stay outside; they are what is packaged as node_modules.
  ssr: { noExternal: true, external: ['electron', ...Object.keys(manifest.dependencies)] },
  clearScreen: false,
});
