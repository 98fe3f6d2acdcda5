import './node-version.mjs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allParts, buildStale } from './build-parts.mjs';
import { openDisplay } from './display.mjs';
import { runVerb } from './failure.mjs';
import { inRoot, sharedCacheFolder } from './paths.mjs';
import { prepareWindows } from './prepare.mjs';
import { handOver } from './run.mjs';

const folder = inRoot('.cache', 'bench-ui');

// npm run bench:ui [-- FIGURE …] [--strict]: what the window costs an editor, beside the least it could cost. See e2e/bench/ui/main.ts.
await runVerb(async () => {
  const electron = await prepareWindows({ virtualDisplay: true });
  await buildStale(allParts);
  const { dependencies } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  const { build } = await import('vite');
  const common = /** @type {const} */ ({ configFile: false, publicDir: false, logLevel: 'warn' });
  await build({
    ...common,
    root: inRoot(),
    build: {
      ssr: inRoot('e2e', 'bench', 'ui', 'main.ts'),
      target: 'node20.18',
      outDir: folder,
      minify: false,
      rolldownOptions: { output: { format: 'esm', entryFileNames: 'main.mjs', codeSplitting: false } },
    },
    ssr: { noExternal: true, external: ['@playwright/test', ...Object.keys(dependencies)] },
  });
  // What ours is held against: plain pages of the same React and the same text editor, built for production like ours.
  await build({
    ...common,
    root: inRoot('e2e', 'bench', 'ui', 'baseline'),
    base: './',
    build: { target: 'chrome130', outDir: join(folder, 'baseline'), emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
  const empty = join(folder, 'empty');
  await cp(inRoot('e2e', 'bench', 'ui', 'empty'), empty, { recursive: true });
  await writeFile(join(empty, 'package.json'), JSON.stringify({ name: 'stet-bench-empty', version: '1.0.0', type: 'module', main: 'main.mjs' }));
  const display = await openDisplay();
  try {
    return await handOver(process.execPath, [join(folder, 'main.mjs'), join(sharedCacheFolder(), 'bench'), electron.binary, ...process.argv.slice(2)], {
      cwd: inRoot(),
      // As packaged, not as in development: there the engine proves the ledger after every edit before it is saved.
      env: { ...display.env, ...electron.env, NODE_ENV: 'production' },
    });
  } finally {
    display.close();
  }
});
