import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trueLayout } from '#core/evaluate/edits/true-layout.ts';
import { isMarked } from '#core/evaluate/marked-truth.ts';
import { parseBlocks } from '#core/parse/blocks.ts';
import type { Truth } from '#core/split/train/truth.ts';
import type { Goal } from './left.ts';

/** A page that is known as it should be. */
export type ReviewPage = { readonly name: string; readonly path: string; readonly goal: Goal; readonly articles: number };

const DEV = 10; // pages of dev, the first by name

/** The three real pages and ten dev pages with their truth; none where the measuring pages are not at hand. */
export function reviewPages(shared: string): readonly ReviewPage[] {
  const sets = [
    { truths: join(shared, 'eval', 'real', 'truth'), pages: join(shared, 'archive', 'issues'), most: Number.POSITIVE_INFINITY },
    { truths: join(shared, 'eval', 'dev', 'truth'), pages: join(shared, 'eval', 'dev', 'pages'), most: DEV },
  ];
  return sets.flatMap(({ truths, pages, most }) => {
    if (!existsSync(truths) || !existsSync(pages)) return [];
    const names = readdirSync(truths).filter((name) => name.endsWith('.json')).toSorted().slice(0, most);
    return names.map((file) => pageOf(file.replace('.json', ''), join(truths, file), pages));
  });
}

function pageOf(name: string, truthPath: string, pages: string): ReviewPage {
  const path = join(pages, `${name}.txt`);
  const truth = JSON.parse(readFileSync(truthPath, 'utf8')) as Truth;
  const blocks = parseBlocks(new TextDecoder('utf-8').decode(readFileSync(path)));
  if (!isMarked(truth) || truth.blocks.length !== blocks.length) throw new Error(`the truth of ${name} is not marked for its page`);
  return { name, path, goal: { blocks, truth: (laid) => trueLayout(truth, laid) }, articles: truth.articles.length };
}
