import type { PassageId } from '#core/model/ids.ts';
import type { Issue, Passage } from '#core/model/issue.ts';
import { outlineOf } from '../../../state/desk-outline.ts';
import type { View } from '../../../state/desk-view.ts';
import type { Spot } from '../spots/spot.ts';
import { fold } from '#util/fold.ts';
import { readingTexts } from './reading-text.ts';

const NONE: readonly Spot[] = [];
const folded = new WeakMap<object, string>();

function foldOnce(key: object, text: string): string {
  const known = folded.get(key) ?? fold(text);
  folded.set(key, known);
  return known;
}

/** Where the words stand in a passage, in order. Hits of one reading do not overlap. Without regard to case and width. */
export function hitsIn(source: string, { id, pieces }: Passage, view: View, words: string): readonly Spot[] {
  const wanted = fold(words);
  if (wanted === '') return NONE;
  const found = new Map<string, Spot>();
  for (const reading of readingTexts(source, pieces, view)) {
    const text = foldOnce(reading, reading.text);
    for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + wanted.length)) {
      const [from, to] = [reading.at[i]!, reading.at[i + wanted.length - 1]! + 1];
      found.set(`${from} ${to}`, { passage: id, from, to });
    }
  }
  if (found.size === 0) return NONE;
  return [...found.values()].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

let last: { readonly source: string; readonly view: View; readonly words: string; readonly of: WeakMap<Passage, readonly Spot[]> } | null = null;

/** All hits of the page in reading order, the aside included. While text is typed, only the passage typed in is looked through again. */
export function hitsOf(issue: Issue, view: View, words: string): readonly Spot[] {
  if (last?.source !== issue.source || last.view !== view || last.words !== words) last = { source: issue.source, view, words, of: new WeakMap() };
  const { of } = last;
  return outlineOf(issue).stops.flatMap(({ passage }) => {
    const hits = of.get(passage) ?? hitsIn(issue.source, passage, view, words);
    of.set(passage, hits);
    return hits;
  });
}

/** A place on the page: of a passage, so far in its marked-up text. */
export type Place = { readonly passage: PassageId; readonly at: number };

/** The first hit at or after a place (1) or the last before it (-1), and from one end of the page to the other; null if there is none. */
export function hitFrom(issue: Issue, hits: readonly Spot[], place: Place | null, step: 1 | -1): Spot | null {
  const { at } = outlineOf(issue);
  const order = (spot: Spot): number => at.get(spot.passage) ?? 0;
  const here = place ? (at.get(place.passage) ?? 0) : 0;
  const from = place?.at ?? 0;
  if (step > 0) return hits.find((hit) => order(hit) > here || (order(hit) === here && hit.from >= from)) ?? hits[0] ?? null;
  return hits.findLast((hit) => order(hit) < here || (order(hit) === here && hit.from < from)) ?? hits.at(-1) ?? null;
}
