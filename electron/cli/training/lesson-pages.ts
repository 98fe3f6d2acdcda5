import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { blockText, parseBlocks } from '#core/parse/blocks.ts';
import type { MarkedArticle, MarkedBlock } from '#core/evaluate/marked-truth.ts';
import { readLesson } from '#core/split/train/lesson-page.ts';
import { CommandError } from '../command.ts';
import type { TruthPage } from './truth-pages.ts';

/** The pages written to be learned from: ROOT/resources/lessons/NAME.lesson, in the order of their names. */
export const lessonPages = (root: string): readonly TruthPage[] => pagesIn(join(root, 'resources', 'lessons')).map(({ page }) => page);

/** Pages of our own that are never learned from, ROOT/resources/lessons/unseen/NAME.lesson, marked as the truth files of the evaluation are. */
export const unseenPages = (root: string): readonly TruthPage[] => pagesIn(join(root, UNSEEN)).map(marked);

/** Where they lie. */
export const UNSEEN = join('resources', 'lessons', 'unseen');

/** A page with the blocks that stop in mid-sentence. */
type OwnPage = { readonly page: TruthPage; readonly truncated: readonly number[] };

function pagesIn(folder: string): readonly OwnPage[] {
  if (!existsSync(folder)) throw new CommandError('not-found', `${folder} is not there`);
  const files = readdirSync(folder).filter((file) => file.endsWith('.lesson'));
  return files.sort().map((file) => {
    const read = readLesson(readFileSync(join(folder, file), 'utf8'));
    if (!read.ok) throw new CommandError('cannot-read', `${join(folder, file)}:${read.error.line}: ${read.error.code}`);
    const { source, truth, lost, truncated } = read.value;
    return { page: { set: 'lessons', name: file.slice(0, -'.lesson'.length), source, truth: { ...truth, lost: lost.map(({ block }) => block) } }, truncated };
  });
}

/** The page with its truth as a truth file has it: the text of each block, the article it is in, and each article's headline and paragraphs. */
function marked({ page, truncated }: OwnPage): TruthPage {
  const { source, truth } = page;
  const texts = parseBlocks(source).map((block) => blockText(source, block));
  const articleOf = new Map(truth.articles.flatMap(({ blocks }, index) => blocks.map((block) => [block, idOf(index)] as const)));
  const blocks = truth.blocks.map((block): MarkedBlock => ({ ...block, text: texts[block.index]!, article: articleOf.get(block.index) ?? null }));
  const continued = new Set(blocks.flatMap(({ continues }) => continues ?? []));
  const articles = truth.articles.map((article, index): MarkedArticle => {
    const of = (...roles: readonly string[]) => article.blocks.filter((block) => roles.includes(blocks[block]!.role));
    const paragraphOf = (block: number): string => {
      const { continues } = blocks[block]!;
      return texts[block]! + (continues === null ? '' : paragraphOf(continues));
    };
    return {
      ...article,
      id: idOf(index),
      headline: of('headline').map((block) => texts[block]!).join(''),
      body: of('body', 'subhead').filter((block) => !continued.has(block)).map(paragraphOf),
      tags: article.blocks.some((block) => truncated.includes(block)) ? ['truncated'] : [],
    };
  });
  return { ...page, truth: { ...truth, blocks, articles } };
}

const idOf = (article: number): string => `a${article + 1}`;
