import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const CHECKOUT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

const NOT_OURS = new Set(['node_modules', 'dist', 'release', '.cache', '.git', 'test-results', 'playwright-report']);

/** Paths of all files of the project, relative to the checkout, with forward slashes, sorted. */
export function projectFiles(): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (NOT_OURS.has(name)) continue;
      if (statSync(path).isDirectory()) visit(path);
      else found.push(relative(CHECKOUT, path).replaceAll('\\', '/'));
    }
  };
  visit(CHECKOUT);
  return found.toSorted();
}

export const read = (path: string): string => readFileSync(join(CHECKOUT, path), 'utf8');

export const isTest = (path: string): boolean => /\.test\.(?:tsx?|mjs)$|\/testing\/|^e2e\//.test(path);

/** TypeScript of the product itself: no tests, no guards, no declarations. */
export const productSources = (): readonly string[] =>
  projectFiles().filter((path) => /^(?:shared|electron|renderer)\/.*\.tsx?$/.test(path) && !isTest(path) && !path.endsWith('.d.ts'));

/** Where a pattern stands in some files, as `path:line text`. The pattern must be global. */
export function placesOf(pattern: RegExp, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const text = read(path);
    return Array.from(text.matchAll(pattern), (match) => {
      const line = text.slice(0, match.index).split('\n').length;
      return `${path}:${line} ${match[0]}`;
    });
  });
}
