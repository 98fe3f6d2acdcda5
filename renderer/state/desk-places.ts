import type { PassageId } from '#core/model/ids.ts';
import type { Issue, Passage } from '#core/model/issue.ts';
import { readPieces } from '#core/model/reading.ts';
import type { ArticleRole, Role } from '#core/model/role.ts';
import { sourceStart } from './desk-outline.ts';

const HEADING: ReadonlySet<Role> = new Set(['kicker', 'headline', 'subtitle', 'byline']);

/**
 * After which passage of a list one that comes in belongs: where the source has it, but body text not above the heading.
 * Null: first.
 */
export function placeBySource(list: readonly Passage[], passage: Passage): PassageId | null {
  const start = sourceStart(passage);
  let at = list.findLastIndex((other) => sourceStart(other) < start);
  if (!HEADING.has(passage.role)) {
    const heading = list.findIndex(({ role }) => !HEADING.has(role));
    at = Math.max(at, (heading < 0 ? list.length : heading) - 1);
  }
  return list[at]?.id ?? null;
}

/** The article whose text the source has before a passage; the first where there is none; -1 on a page without articles. */
export function articleBefore(issue: Issue, passage: Passage): number {
  const start = sourceStart(passage);
  let best = -1;
  let found = issue.articles.length > 0 ? 0 : -1;
  for (const [position, { passages }] of issue.articles.entries()) {
    for (const other of passages) {
      const from = sourceStart(other);
      if (from < start && from > best) [best, found] = [from, position];
    }
  }
  return found;
}

/** The role a passage that stood aside is taken to have in an article. */
export function restoredRole(source: string, passage: Passage, twin: Passage | null): ArticleRole {
  if (twin && twin.role !== 'banner' && twin.role !== 'furniture' && twin.role !== 'duplicate') return twin.role;
  if (passage.role === 'banner') return 'kicker';
  const text = readPieces(source, passage.pieces, 'emended');
  return text.length <= 16 && !/[。！？]/u.test(text) ? 'subhead' : 'body';
}

function pairs(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i += 1) found.add(text.slice(i, i + 2));
  return found;
}

/** The passage of an article that another repeats: the one that shares most character pairs with it, at least half; null if there is none. */
export function twinOf(issue: Issue, passage: Passage): PassageId | null {
  const own = pairs(readPieces(issue.source, passage.pieces, 'emended'));
  let best: { id: PassageId; share: number } | null = null;
  for (const other of issue.articles.flatMap(({ passages }) => passages)) {
    if (other.id === passage.id) continue;
    const theirs = pairs(readPieces(issue.source, other.pieces, 'emended'));
    const shared = [...own].filter((pair) => theirs.has(pair)).length;
    const share = shared / Math.max(1, Math.min(own.size, theirs.size));
    if (share >= 0.5 && share > (best?.share ?? 0)) best = { id: other.id, share };
  }
  return best?.id ?? null;
}
