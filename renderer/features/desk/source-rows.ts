import type { ArticleId, PassageId } from '#core/model/ids.ts';
import type { Range } from '#core/model/piece.ts';
import type { Role } from '#core/model/role.ts';
import { isVerse } from '#core/model/verse.ts';
import { parseBlocks } from '#core/parse/blocks.ts';
import type { Structure } from '../../state/desk-structure.ts';

/** A block of the source as the left pane shows it. `picture`: blank lines before it where a picture stood. */
export type SourceBlock = { readonly number: number; readonly range: Range; readonly text: string; readonly picture: boolean };

/** Which passage holds a part of a block. `article` null: it stands aside; `share` how much of the block it is. */
export type Owner = { readonly passage: PassageId; readonly article: ArticleId | null; readonly role: Role; readonly share: number };

/** It looks behind so that a long run of blanks is tried once, not from each of its blanks. */
const LINE_END = /(?:(?<!\s)\s+)?[\r\n\u2028\u2029\u0085]+\s*/gu;

/** The blocks of a source text, numbered from 1. More than one blank line is where a picture stood (product.md). */
export function sourceBlocks(source: string): readonly SourceBlock[] {
  return parseBlocks(source).map(({ range, gap }, i) => ({
    number: i + 1,
    range,
    text: source.slice(range.from, range.to).replace(LINE_END, isVerse(source, { role: 'body', pieces: [{ kind: 'kept', range }] }) ? '\n' : ''),
    picture: i > 0 && gap > 1,
  }));
}

type Part = Range & { readonly owner: Omit<Owner, 'share'> };

/** For each block the passages that hold its text, in the block's order. A block is rarely shared: a byline glued to a paragraph's end. */
export function ownersOf({ articles, aside }: Structure, blocks: readonly SourceBlock[]): readonly (readonly Owner[])[] {
  const parts: Part[] = [];
  for (const { id: article, passages } of [...articles, { id: null, passages: aside }]) {
    for (const { id, role, spans } of passages) parts.push(...spans.map((span) => ({ ...span, owner: { passage: id, article, role } })));
  }
  parts.sort((a, b) => a.from - b.from);
  let next = 0;
  return blocks.map(({ range }) => {
    const owners: Owner[] = [];
    while (next < parts.length && parts[next]!.to <= range.from) next += 1;
    for (let i = next; i < parts.length && parts[i]!.from < range.to; i += 1) {
      const part = parts[i]!;
      const share = (Math.min(part.to, range.to) - Math.max(part.from, range.from)) / (range.to - range.from);
      const last = owners.at(-1);
      if (last?.passage === part.owner.passage) owners[owners.length - 1] = { ...last, share: last.share + share };
      else if (share > 0) owners.push({ ...part.owner, share });
    }
    return owners;
  });
}

/** The blocks a passage takes its text from, by number. */
export function blocksOfPassage(owners: readonly (readonly Owner[])[], passage: PassageId): readonly number[] {
  return owners.flatMap((list, i) => (list.some((owner) => owner.passage === passage) ? [i + 1] : []));
}

/** The band of an article: six hues in a fixed order, from 1. */
export function bandOf(position: number): number {
  return (position % 6) + 1;
}
