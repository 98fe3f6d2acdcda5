import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { inRoot, stateFolder } from './paths.mjs';

const configurations = ['tsconfig.base.json', 'tsconfig.json', 'shared', 'electron', 'renderer', 'resources', 'e2e', 'package.json', 'package-lock.json'];

/** The compiler, TypeScript 7: `typescript` itself is a 6, which dependency-cruiser needs for its parser. */
export const compiler = inRoot('node_modules', 'typescript-7', 'bin', 'tsc');

/** Drops what the compiler remembers once its configuration has changed: its incremental build does not see all of that. */
export async function forgetStaleTypes() {
  const stamp = join(stateFolder, 'types');
  const now = await fingerprint(configurations, (path) => /(?:^|\/)(?:tsconfig[^/]*|package(?:-lock)?)\.json$/.test(path));
  if ((await readFile(stamp, 'utf8').catch(() => '')) === now) return;
  await rm(inRoot('.cache', 'types'), { recursive: true, force: true });
  await mkdir(stateFolder, { recursive: true });
  await writeFile(stamp, now);
}
