import type { ArticleId } from '../model/ids.ts';
import type { Issue, Passage } from '../model/issue.ts';
import { firstOffset } from '../model/positions.ts';
import { readPieces } from '../model/reading.ts';
import { jumpLinesIn } from './jump-lines.ts';
import type { JumpLine } from './jump-lines.ts';

const EDGE = 160; // characters at either end of a passage in which a jump line is looked for

/** What is said at the edges of a passage, as printed: what was struck since says it still. */
function edgesOf(source: string, { pieces }: Passage): string {
  const text = readPieces(source, pieces, 'printed');
  return text.length <= 2 * EDGE ? text : `${text.slice(0, EDGE)}\n${text.slice(-EDGE)}`;
}

/**
 * The jump lines of a page's articles. One that was set aside, as furniture is, belongs to the article that the page has before it, if it says where that goes on, and
 * to the one behind it, if it says from where that comes.
 */
export function jumpLinesOf({ source, articles, aside }: Issue): ReadonlyMap<ArticleId, readonly JumpLine[]> {
  const found = new Map(articles.map(({ id, passages }) => [id, passages.flatMap((passage) => jumpLinesIn(edgesOf(source, passage)))]));
  const places = articles.flatMap(({ id, passages }) => passages.map(({ pieces }) => ({ id, at: firstOffset(pieces) ?? -1 }))).filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at);
  for (const passage of aside) {
    const at = firstOffset(passage.pieces) ?? -1;
    for (const line of jumpLinesIn(edgesOf(source, passage))) {
      const beside = line.side === 'next' ? places.findLast((place) => place.at < at) : places.find((place) => place.at > at);
      if (beside) found.set(beside.id, [...found.get(beside.id)!, line]);
    }
  }
  return found;
}
