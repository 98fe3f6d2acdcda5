import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const CACHE = join(ROOT, '.cache');

/** Bundles the entry of a thread as the program's build does, into a folder from which its native modules can be found. */
export async function bundleThreadEntry(name = 'page-worker'): Promise<{ readonly entry: URL; readonly folder: string; readonly dispose: () => void }> {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> };
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'thread-entry-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL(`../../${name}.ts`, import.meta.url)),
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { format: 'esm', entryFileNames: `${name}.mjs` } },
    },
    ssr: { noExternal: true, external: Object.keys(dependencies) },
  });
  return { entry: pathToFileURL(join(folder, `${name}.mjs`)), folder, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}
