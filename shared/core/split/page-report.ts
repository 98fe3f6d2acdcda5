import type { Decision } from '../model/decision.ts';
import type { Passage, Tree } from '../model/issue.ts';
import { readPassage, readPieces } from '../model/reading.ts';
import type { Role } from '../model/role.ts';
import { parseBlocks } from '../parse/blocks.ts';

/** A page as `stet split` writes it, in the format of the evaluation. Blocks are numbered from 0; offsets count code points in a block. */
export type PageReport = {
  readonly page: string;
  readonly articles: readonly {
    readonly headline: string;
    readonly blocks: readonly number[];
    readonly roles: Readonly<Record<string, Role>>;
    readonly body: readonly string[];
    readonly truncated: boolean;
  }[];
  readonly roles: Readonly<Record<string, Role>>; // of blocks in no article
  readonly joins: readonly (readonly [number, number])[];
  readonly findings: readonly { readonly block: number; readonly offset: number; readonly length: number; readonly kind: string }[]; // 'duplicate' and 'truncated' are the splitter's own; the checks' are in checks/report.ts
};

/** The blocks of an article's passages in the order in which they are read: what stands between the parts of a paragraph is read there. */
function inReadingOrder(passages: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = [];
  let paragraph: readonly number[] = []; // the last passage of several blocks
  for (const blocks of passages) {
    const [first] = blocks;
    const next = first === undefined || blocks.length > 1 ? undefined : paragraph.find((block, part) => part > 0 && block > first && paragraph[part - 1]! < first);
    if (next === undefined) order.push(...blocks);
    else order.splice(order.indexOf(next), 0, ...blocks);
    if (blocks.length > 1) paragraph = blocks;
  }
  return [...new Set(order)];
}

/** Tells a split page in terms of its blocks. A block that holds two roles takes that of its longest part. */
export function pageReport(name: string, source: string, tree: Tree, decisions: readonly Decision[]): PageReport {
  const blocks = parseBlocks(source);
  const blockAt = (offset: number): number => {
    let [low, high] = [0, blocks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (blocks[middle]!.range.from <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const partsOf = (passage: Passage) =>
    passage.pieces.flatMap((piece) =>
      piece.kind === 'kept' ? [{ block: blockAt(piece.range.from), length: piece.range.to - piece.range.from }] : [],
    );
  const pointsOf = (block: number) => [...source.slice(blocks[block]!.range.from, blocks[block]!.range.to)].length;

  const longest = new Map<number, { readonly role: Role; readonly length: number }>();
  for (const passage of [...tree.articles.flatMap((article) => article.passages), ...tree.aside]) {
    for (const { block, length } of partsOf(passage)) {
      if (length > (longest.get(block)?.length ?? 0)) longest.set(block, { role: passage.role, length });
    }
  }
  const rolesOf = (numbers: readonly number[]) => Object.fromEntries(numbers.map((block) => [String(block), longest.get(block)!.role]));
  const truncated = new Set<string>(decisions.filter(({ kind, confidence }) => kind === 'truncated' && confidence > 0.5).map(({ subject }) => subject));

  const articles = tree.articles.map(({ passages }) => {
    const numbers = inReadingOrder(passages.map((passage) => partsOf(passage).map(({ block }) => block)));
    return {
      headline: passages.filter(({ role }) => role === 'headline').map(({ pieces }) => readPieces(source, pieces, 'emended')).join(''),
      blocks: numbers,
      roles: rolesOf(numbers),
      body: passages.filter(({ role }) => role === 'body' || role === 'subhead').map((passage) => readPassage(source, passage, 'emended')),
      truncated: passages.some(({ id }) => truncated.has(id)),
    };
  });
  const joins = tree.articles.flatMap(({ passages }) =>
    passages
      .filter(({ role }) => role === 'body')
      .flatMap((passage) => {
        const numbers = partsOf(passage).map(({ block }) => block);
        return numbers.slice(1).map((block, index): readonly [number, number] => [numbers[index]!, block]);
      }),
  );
  const aside = [...new Set(tree.aside.flatMap((passage) => partsOf(passage).map(({ block }) => block)))];
  const duplicates = tree.aside
    .filter(({ role }) => role === 'duplicate')
    .flatMap((passage) => partsOf(passage).map(({ block }) => ({ block, offset: 0, length: pointsOf(block), kind: 'duplicate' as const })));
  const cutOff = tree.articles.flatMap(({ passages }) =>
    passages
      .filter(({ id }) => truncated.has(id))
      .map((passage) => {
        const { block } = partsOf(passage).at(-1)!;
        return { block, offset: pointsOf(block), length: 0, kind: 'truncated' as const };
      }),
  );
  return { page: name, articles, roles: rolesOf(aside), joins, findings: [...duplicates, ...cutOff] };
}
