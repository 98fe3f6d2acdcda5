import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type PageSet = { readonly name: string; readonly paths: readonly string[] };

/** The pages of the evaluation, where they are at hand. */
export function evaluationPages(shared: string): readonly PageSet[] {
  return ['dev', 'clean'].flatMap((name) => {
    const folder = join(shared, 'eval', name, 'pages');
    return existsSync(folder) ? [{ name, paths: textsIn(folder) }] : [];
  });
}

/** The samples as UTF-8, and pages composed of their articles in another company, put into `folder`. */
export function ownPages(root: string, folder: string): readonly string[] {
  const samples = samplesOf(root);
  const articles = samples.flatMap((sample) => sample.articles);
  const composed = Array.from({ length: COMPOSED }, (_, page) => Array.from({ length: ARTICLES }, (__, k) => articles[(page * ARTICLES + k * STRIDE) % articles.length]!).join('\n\n'));
  return [...samples.map(({ source }) => source), ...composed].map((text, index) => {
    const path = join(folder, `${index}.txt`);
    writeFileSync(path, text);
    return path;
  });
}

/** How many pages are composed, of how many articles, and which article comes after which. */
const COMPOSED = 24;
const ARTICLES = 9;
const STRIDE = 7;

type Sample = { readonly source: string; readonly articles: readonly string[] };
type Truth = { readonly file: string; readonly encoding: string; readonly articles: readonly { readonly blocks: readonly number[] }[] };

function samplesOf(root: string): readonly Sample[] {
  const truths = join(root, 'e2e', 'fixtures', 'pages');
  return readdirSync(truths).sort().map((name) => {
    const { file, encoding, articles } = JSON.parse(readFileSync(join(truths, name), 'utf8')) as Truth;
    const source = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(join(root, 'resources', 'samples', file)));
    const blocks = source.trim().split(/\r?\n\s*\n/u);
    return { source, articles: articles.map((article) => article.blocks.map((block) => blocks[block]!).join('\n\n')) };
  });
}

const textsIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => join(folder, name));
