import { blockText, parseBlocks } from '../../parse/blocks.ts';
import { type Chance, type Part, setInColumns } from './columns.ts';
import type { TrueBlock, Truth } from './truth.ts';

/** A page with its truth, as far as the model learns from it. */
export type Taught = { readonly source: string; readonly truth: Truth };

type Story = { readonly parts: readonly Part[]; readonly article: boolean };

const STORIES = 9; // on a composed page
const VERSE_EVERY = 4; // composed pages, one of which has an article set as verse
const LINE = { shortest: 3, longest: 14, fewest: 8, most: 40 };

/** Whether paragraphs keep the column breaks they have; `seed`: another number, another dealing. */
export type Composing = { readonly columns: 'as-printed' | 'anew'; readonly seed: number };

/**
 * New pages made of the articles of others in another company, so that the model learns what bounds articles from many more neighbours than the given pages
 * show; `rounds` pages' worth for every page given, with the column breaks they have or with new ones. Some have an article broken into lines as verse is. Deterministic.
 */
export function composePages(pages: readonly Taught[], rounds: number, { columns, seed }: Composing = { columns: 'as-printed', seed: 1 }): readonly Taught[] {
  const stories = pages.flatMap(storiesOf);
  const composed: Taught[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const chance = chanceOf(seed + round);
    const mixed = shuffled(columns === 'as-printed' ? stories : stories.map((story) => ({ ...story, parts: setInColumns(story.parts, chance) })), chance);
    for (let from = 0; from < mixed.length; from += STORIES) {
      const page = mixed.slice(from, from + STORIES);
      const verse = composed.length % VERSE_EVERY === 0 ? page.findIndex((story) => asVerse(story) !== null) : -1;
      const { source, truth } = lay(page.map((story, index) => (index === verse ? asVerse(story)! : story)));
      composed.push({ source, truth: columns === 'anew' ? truth : { blocks: truth.blocks, articles: truth.articles } });
    }
  }
  return composed;
}

/** The articles of a page in reading order, and the blocks that are in none. Second copies are left out. */
function storiesOf({ source, truth }: Taught): readonly Story[] {
  const blocks = parseBlocks(source);
  const articleOf = new Map(truth.articles.flatMap((article) => article.blocks.map((block) => [block, article] as const)));
  const continued = new Set(truth.blocks.flatMap(({ role, continues }) => (role === 'body' && continues !== null ? [continues] : [])));
  const done = new Set<number>();
  const partOf = (index: number): readonly Part[] => {
    done.add(index);
    const { role } = truth.blocks[index]!;
    const block = blocks[index]!;
    return role === 'duplicate' ? [] : [{ text: blockText(source, block), role, gap: block.gap, goesOn: continued.has(index), lost: false }];
  };
  return truth.blocks.flatMap(({ index }): readonly Story[] => {
    if (done.has(index)) return [];
    const article = articleOf.get(index);
    const parts = (article === undefined ? [index] : article.blocks).flatMap(partOf);
    return parts.length === 0 ? [] : [{ parts, article: article !== undefined }];
  });
}

/** An article with its prose broken at its pauses, without them every other time; null if it yields too few lines. */
function asVerse({ parts, article }: Story): Story | null {
  const prose = parts.filter(({ role }) => role === 'body').map(({ text }) => text);
  const bare = prose.length % 2 === 0;
  const lines = prose
    .join('')
    .split(/(?<=[，。；！？、：,])/)
    .map((line) => (bare ? line.replace(/[，。；！？、：,]$/, '') : line).replace(/[“”"\s]/g, ''))
    .filter(({ length }) => length >= LINE.shortest && length <= LINE.longest)
    .slice(0, LINE.most);
  const head = parts.filter(({ role }) => role === 'headline').slice(0, 1);
  if (!article || head.length === 0 || lines.length < LINE.fewest) return null;
  return { article, parts: [...head, ...lines.map((text): Part => ({ text, role: 'body', gap: head[0]!.gap, goesOn: false, lost: false }))] };
}

function lay(stories: readonly Story[]): Taught {
  let source = '';
  const blocks: TrueBlock[] = [];
  const articles: { blocks: readonly number[] }[] = [];
  const losses: number[] = [];
  for (const { parts, article } of stories) {
    const numbers = parts.map((_, at) => blocks.length + at);
    let body = -1;
    for (const { text, role, gap, goesOn, lost } of parts) {
      if (lost) losses.push(body);
      const index = blocks.length;
      source += `${'\n'.repeat(blocks.length === 0 ? 0 : Math.max(gap, 1) + 1)}${text}`;
      if (role === 'body' && goesOn && body >= 0) blocks[body] = { ...blocks[body]!, continues: index };
      if (role === 'body') body = index;
      blocks.push({ index, role, continues: null });
    }
    if (article) articles.push({ blocks: numbers });
  }
  return { source, truth: { blocks, articles, lost: losses } };
}

const MODULUS = 2_147_483_647;

/** The same every time: a multiplicative congruential sequence. */
function chanceOf(seed: number): Chance {
  let state = (seed * 48_271) % MODULUS;
  return () => {
    state = (state * 48_271) % MODULUS;
    return state / MODULUS;
  };
}

function shuffled<Item>(items: readonly Item[], chance: Chance): readonly Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}
