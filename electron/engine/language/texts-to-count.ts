import type { IssueId } from '#contract/schemas/library.ts';
import type { Habits } from '#core/language/company.ts';
import type { Article, Issue, Passage } from '#core/model/issue.ts';
import type { Piece } from '#core/model/piece.ts';
import { readPieces } from '#core/model/reading.ts';
import { ARCHIVE_SAMPLE } from '#core/parse/archive.ts';
import { isHan } from '#core/parse/characters.ts';

/** A page of the project, by the hash of its bytes. */
export type PageOfProject = { readonly id: IssueId; readonly hash: string };

/**
 * The pages to count: all, or of very many a fair sample by their hashes, half of which may be pages with approved articles. Which they are does not hang on the
 * order in which they stand or arrive.
 */
export function pagesToCount(pages: readonly PageOfProject[], approved: ReadonlySet<IssueId>, most: number = ARCHIVE_SAMPLE): readonly PageOfProject[] {
  if (pages.length <= most) return pages.toSorted(byHash);
  const first = pages.filter(({ id }) => approved.has(id)).sort(byHash).slice(0, most / 2);
  const taken = new Set(first.map(({ id }) => id));
  const rest = pages.filter(({ id }) => !taken.has(id)).sort(byHash).slice(0, most - first.length);
  return [...first, ...rest].sort(byHash);
}

const byHash = (a: PageOfProject, b: PageOfProject): number => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.id - b.id);

/** The texts of a page as they are counted: articles that were approved as emended, all else as printed. */
export type CountedPage = { readonly approved: string; readonly printed: string };

const linesOf = (source: string, passages: readonly Passage[], reading: 'printed' | 'emended'): string =>
  passages.map(({ pieces }) => readPieces(source, pieces, reading)).filter((text) => text !== '').join('\n');

const isApproved = ({ status }: Article): boolean => status === 'approved';

export function countedPage({ source, articles, aside }: Issue): CountedPage {
  if (!articles.some(isApproved)) return { approved: '', printed: source };
  const open = articles.filter((article) => !isApproved(article));
  return {
    approved: articles.filter(isApproved).map(({ passages }) => linesOf(source, passages, 'emended')).join('\n'),
    printed: linesOf(source, [...open.flatMap(({ passages }) => passages), ...aside], 'printed'),
  };
}

/** The single characters that people mended in approved articles, as habits of misreading: each tells of one for certain. */
export function mendedIn({ source, articles }: Issue): Habits {
  const habits = new Map<string, number>();
  for (const { passages } of articles.filter(isApproved)) {
    for (const { pieces } of passages) {
      for (const [at, piece] of pieces.entries()) {
        const key = mendedBy(source, piece, pieces[at + 1]);
        if (key !== null) habits.set(key, (habits.get(key) ?? 0) + 1);
      }
    }
  }
  return habits;
}

/** What was struck and what stands in its place, where both are one Chinese character; the same for the pieces in the other order. */
function mendedBy(source: string, piece: Piece, next: Piece | undefined): string | null {
  const struck = piece.kind === 'struck' ? piece : next?.kind === 'struck' ? next : null;
  const added = piece.kind === 'added' ? piece : next?.kind === 'added' ? next : null;
  if (struck === null || added === null) return null;
  const read = source.slice(struck.range.from, struck.range.to);
  const isOne = (text: string) => text.length === 1 && isHan(text.charCodeAt(0));
  return isOne(read) && isOne(added.text) ? read + added.text : null;
}
