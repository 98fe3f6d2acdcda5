import './node-version.mjs';
import { readFile, rm } from 'node:fs/promises';
import { runVerb } from './failure.mjs';
import { inRoot } from './paths.mjs';
import { preparePlain } from './prepare.mjs';
import { handOver } from './run.mjs';

// npm run bench: how long splitting takes, against reading the same pages and cutting them at blank lines. npm run bench -- search: how long searching 200,000
// articles takes, against ripgrep; some minutes. npm run bench -- mass: a change of 10,000 places and its undo, against a bare loop of replacements. npm run bench -- export: each
// format against cat, Parquet against DuckDB. Bundled as the program is: the test runner's own module loader costs a third more.
const part = ['search', 'mass', 'export'].find((name) => name === process.argv[2]) ?? 'split';

await runVerb(async () => {
  await preparePlain([]);
  const folder = inRoot('.cache', 'bench');
  const { dependencies } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: inRoot(),
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: { [part]: inRoot('e2e', 'bench', `${part}.ts`), ...Object.fromEntries((part === 'split' ? [] : ['search-worker', 'export-worker', 'hash-worker', 'ready-worker']).map((name) => [name, inRoot('electron', 'engine', `${name}.ts`)])) },
        output: { format: 'esm', entryFileNames: 'engine/[name].js', chunkFileNames: 'engine/[name].js' }, // where the engine looks for its threads,
      },
    },
    ssr: { noExternal: true, external: [...Object.keys(dependencies), '@duckdb/node-api'] },
  });
  try {
    return await handOver(process.execPath, [inRoot('.cache', 'bench', 'engine', `${part}.js`), inRoot()]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
