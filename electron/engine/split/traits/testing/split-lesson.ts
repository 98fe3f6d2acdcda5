import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Passage } from '#core/model/issue.ts';
import { readPieces } from '#core/model/reading.ts';
import { countArchive } from '#core/parse/archive.ts';
import { blockText, parseBlocks } from '#core/parse/blocks.ts';
import type { Split } from '#core/split/split-page.ts';
import { type LessonPage, readLesson } from '#core/split/train/lesson-page.ts';
import { dictionaryWords } from '../../../words/dictionary.ts';
import { loadSplitter } from '../../load-splitter.ts';

const resources = fileURLToPath(new URL('../../../../../resources', import.meta.url));
const split = loadSplitter(resources);

/** The archive that the pages are taken to belong to: those written to be learned from. */
const folder = `${resources}/lessons`;
const archive = countArchive(
  '',
  readdirSync(folder)
    .filter((name) => name.endsWith('.lesson'))
    .sort()
    .map((name) => lessonOf(readFileSync(`${folder}/${name}`, 'utf8')).source),
  dictionaryWords,
);

/** What a page is, one line a passage: `--` before each article, `role beginning`, the blocks of a joined paragraph parted by `+`; then what stands aside. */
export type PageOutline = readonly string[];

const BEGINNING = 8; // characters by which a block is told from the others

const lineOf = (role: string, blocks: readonly string[]) => `${role} ${blocks.map((text) => text.replace(/\s/g, '').slice(0, BEGINNING)).join('+')}`;

function outlineOf(articles: readonly (readonly string[])[], aside: readonly string[]): PageOutline {
  return [...articles.flatMap((lines) => ['--', ...lines]), ...(aside.length > 0 ? ['aside', ...aside] : [])];
}

/** Reads a page written in the notation of resources/lessons/README.md. */
export function lessonOf(text: string): LessonPage {
  const page = readLesson(text);
  if (!page.ok) throw new Error(`line ${page.error.line}: ${page.error.code}`);
  return page.value;
}

/** What the lesson says of its page. */
export function taught({ source, truth, duplicates }: LessonPage): PageOutline {
  const texts = parseBlocks(source).map((block) => blockText(source, block));
  const goOn = new Set(truth.blocks.flatMap(({ continues }) => (continues === null ? [] : [continues])));
  const passage = (first: number): string => {
    const blocks: string[] = [];
    for (let block: number | null = first; block !== null; block = truth.blocks[block]!.continues) blocks.push(texts[block]!);
    return lineOf(truth.blocks[first]!.role, blocks);
  };
  const twins = new Map(duplicates.map(({ block, of }) => [block, of]));
  const inArticles = new Set(truth.articles.flatMap(({ blocks }) => blocks));
  return outlineOf(
    truth.articles.map(({ blocks }) => blocks.filter((block) => !goOn.has(block)).map(passage)),
    truth.blocks
      .filter(({ index }) => !inArticles.has(index))
      .map(({ index }) => (twins.has(index) ? `${passage(index)} = ${passage(twins.get(index)!)}` : passage(index))),
  );
}

/** What the splitter makes of a page, with the weights and the dictionary that come with the program. */
export function splitOf(source: string): Split {
  return split(source, '0123456789abcdef', { archive });
}

/** What the splitter says of the page. */
export function found({ source }: { readonly source: string }): PageOutline {
  const { tree } = splitOf(source);
  const passages = [...tree.articles.flatMap((article) => article.passages), ...tree.aside];
  const line = ({ role, pieces }: Passage) => lineOf(role, pieces.map((piece) => readPieces(source, [piece], 'emended')));
  const twinOf = ({ twin }: Passage) => passages.find(({ id }) => id === twin);
  return outlineOf(
    tree.articles.map((article) => article.passages.map(line)),
    tree.aside.map((passage) => {
      const twin = twinOf(passage);
      return twin === undefined ? line(passage) : `${line(passage)} = ${line(twin)}`;
    }),
  );
}

/** The beginnings of the paragraphs of which the splitter says that they lack their end. */
export function truncated({ source }: { readonly source: string }): readonly string[] {
  const { tree, decisions } = splitOf(source);
  const passages = new Map(tree.articles.flatMap((article) => article.passages.map((passage) => [passage.id as string, passage])));
  return decisions.flatMap(({ kind, subject }) => {
    const passage = kind === 'truncated' ? passages.get(subject) : undefined;
    return passage === undefined ? [] : [readPieces(source, passage.pieces, 'emended').slice(0, BEGINNING)];
  });
}
