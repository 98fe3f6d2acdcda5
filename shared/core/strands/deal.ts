import type { Edit, Move } from '../edits/edit.ts';
import { breaksOff } from '../flow/continuity.ts';
import { passageId } from '../model/ids.ts';
import type { PassageId } from '../model/ids.ts';
import type { Role } from '../model/role.ts';
import { shapeOf } from '../parse/shape.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Fragment, Side, Strands } from './strands.ts';

const HEADING: ReadonlySet<Role> = new Set(['kicker', 'headline', 'subtitle', 'byline']);

/** The fragments of an article as they are dealt, as places in `fragments`: those that stay in their order, those that come where the source has them, body text not above the heading. */
export function dealt({ fragments, order }: Strands, side: Side): readonly number[] {
  const list = order[side].filter((place) => fragments[place]!.side === side);
  for (const [place, fragment] of fragments.entries()) {
    if (fragment.side !== side || fragment.was === side) continue;
    let after = list.findLastIndex((other) => other < place);
    if (!HEADING.has(fragment.role)) {
      const text = list.findIndex((other) => !HEADING.has(fragments[other]!.role));
      after = Math.max(after, (text < 0 ? list.length : text) - 1);
    }
    list.splice(after + 1, 0, place);
  }
  return list;
}

/** Whether two fragments that follow one another are one paragraph: as they were if they were neighbours, else if the upper breaks off and both are body text. */
export function isOne({ fragments, order }: Strands, above: number, below: number): boolean {
  const [upper, lower] = [fragments[above]!, fragments[below]!];
  if (upper.passage === lower.passage && upper.nth + 1 === lower.nth) return true;
  const before = order[upper.was];
  if (upper.was === lower.was && before[before.indexOf(above) + 1] === below) return false;
  return upper.role === 'body' && lower.role === 'body' && breaksOff(shapeOf(upper.text));
}

/** Why a dealing cannot be kept. */
export type DealRefusal = 'nothing-dealt' | 'nothing-left';

/**
 * The edits of one act that deal the fragments as `strands` says: passages are taken apart where their fragments part, fragments move, ends that meet are
 * joined. `unique`: a text that was never given before, for the ids.
 */
export function dealEdits(strands: Strands, unique: string): Result<readonly Edit[], DealRefusal> {
  const { fragments } = strands;
  const lists = [dealt(strands, 0), dealt(strands, 1)] as const;
  if (fragments.every(({ side, was }) => side === was)) return fail('nothing-dealt');
  if (lists[0].length === 0 || lists[1].length === 0) return fail('nothing-left');
  const stay = ([0, 1] as const).map((side) => fragments.some((fragment) => fragment.was === side && fragment.side === side));
  if (!stay[0] && !stay[1]) return fail('nothing-dealt'); // both articles would change places, no more

  const { breaks, unit } = takeApart(strands, lists, unique);
  // The article that keeps nothing of its own gets its fragments first: an article without any is gone.
  const sides: readonly Side[] = stay[0] ? [1, 0] : [0, 1];
  const moves = sides.flatMap((side) => movesTo(strands, lists[side], side, unit));
  const joins = lists.flatMap((list) => joinsIn(strands, list, unit));
  return ok([...breaks, ...(moves.length > 0 ? [{ kind: 'movePassages', moves } as const] : []), ...joins]);
}

type Unit = (place: number) => PassageId;

/** Breaks passages between fragments that do not stay together; from the last seam of each to the first, so that offsets hold. */
function takeApart({ fragments }: Strands, lists: readonly (readonly number[])[], unique: string): { readonly breaks: readonly Edit[]; readonly unit: Unit } {
  const next = new Map(lists.flatMap((list) => list.map((place, i) => [place, list[i + 1]] as const)));
  const byPassage = grouped(fragments);
  const breaks: Edit[] = [];
  const units = new Map<number, PassageId>();
  for (const [passage, places] of byPassage) {
    const inOrder = places.toSorted((a, b) => fragments[a]!.nth - fragments[b]!.nth);
    let id = passage;
    const apart: Edit[] = [];
    for (const [i, place] of inOrder.entries()) {
      const { from, role }: Fragment = fragments[place]!;
      if (i > 0 && next.get(inOrder[i - 1]!) !== place) {
        id = passageId(`p-${unique}-${breaks.length + apart.length}`);
        apart.push({ kind: 'break', passage, at: from, lower: { id, role } });
      }
      units.set(place, id);
    }
    breaks.push(...apart.reverse());
  }
  return { breaks, unit: (place) => units.get(place)! };
}

function movesTo({ fragments, articles }: Strands, list: readonly number[], side: Side, unit: Unit): readonly Move[] {
  const moves: Move[] = [];
  let above: PassageId | null = null;
  for (const place of list) {
    const id = unit(place);
    if (id === above) continue; // goes with the fragment before it
    if (fragments[place]!.was !== side) moves.push({ passage: id, to: { article: articles[side], after: above } });
    above = id;
  }
  return moves;
}

/** Joins from the bottom up: what is joined is then always there. */
function joinsIn(strands: Strands, list: readonly number[], unit: Unit): readonly Edit[] {
  const joins: Edit[] = [];
  for (const [i, place] of list.entries()) {
    const above = list[i - 1];
    if (above !== undefined && unit(above) !== unit(place) && isOne(strands, above, place)) joins.push({ kind: 'join', passage: unit(place) });
  }
  return joins.reverse();
}

function grouped(fragments: readonly Fragment[]): ReadonlyMap<PassageId, readonly number[]> {
  const groups = new Map<PassageId, number[]>();
  for (const [place, { passage }] of fragments.entries()) groups.set(passage, [...(groups.get(passage) ?? []), place]);
  return groups;
}
