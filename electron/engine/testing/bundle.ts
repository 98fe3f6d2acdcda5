import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Bundles a script of this folder so that a Node process of its own can run it. `name` is without extension. Returns the file and how to remove it. */
export async function bundle(name: string): Promise<{ readonly file: string; readonly dispose: () => void }> {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> };
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache', `${name}-`)); // from here its native modules can be found
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { format: 'esm', entryFileNames: `${name}.mjs` } },
    },
    ssr: { noExternal: true, external: Object.keys(dependencies) },
  });
  return { file: join(folder, `${name}.mjs`), dispose: () => rmSync(folder, { recursive: true, force: true }) };
}
