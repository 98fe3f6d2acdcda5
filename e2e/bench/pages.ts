import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type PageSet = { readonly name: string; readonly paths: readonly string[] };

const COMPOSED = 24;

/** The pages of the evaluation, where they are at hand. */
export function evaluationPages(shared: string): readonly PageSet[] {
  return ['dev', 'clean'].flatMap((name) => {
    const folder = join(shared, 'eval', name, 'pages');
    return existsSync(folder) ? [{ name, paths: textsIn(folder) }] : [];
  });
}

/** The samples as UTF-8, and pages composed of parts of three of them, written into `folder`. */
export function ownPages(root: string, folder: string): readonly string[] {
  const truths = join(root, 'e2e', 'fixtures', 'pages');
  const samples = readdirSync(truths).sort().map((name) => {
    const { file, encoding } = JSON.parse(readFileSync(join(truths, name), 'utf8')) as { readonly file: string; readonly encoding: string };
    return new TextDecoder(encoding, { fatal: true }).decode(readFileSync(join(root, 'resources', 'samples', file)));
  });
  const third = (page: number, which: number): string => {
    const blocks = samples[page % samples.length]!.split(/\r?\n\s*\n/u);
    return blocks.slice((blocks.length * which) / 3, (blocks.length * (which + 1)) / 3).join('\n\n');
  };
  const composed = Array.from({ length: COMPOSED }, (_, page) =>
    [0, 1, 2].map((which) => third(page + which * (1 + Math.floor(page / samples.length)), which)).join('\n\n'),
  );
  return [...samples, ...composed].map((text, index) => {
    const path = join(folder, `${index}.txt`);
    writeFileSync(path, text);
    return path;
  });
}

const textsIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => join(folder, name));
