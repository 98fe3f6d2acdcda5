import type { PassageId } from '#core/model/ids.ts';
import { nextDoubt } from '../../../../renderer/state/desk-doubts.ts';
import { only, stepArticle, stepPassage } from '../../../../renderer/state/desk-selection.ts';
import { doubtsOn } from './press.ts';
import type { DeskState, Key } from './press.ts';
import { inSight, scrolledTo } from './sight.ts';
import type { Hidden } from './sight.ts';

/** A way to a passage, and how far the page is scrolled then. */
export type Way = { readonly keys: readonly Key[]; readonly scroll: number };

/** The fewest keys from the focus to every passage, and which. */
export function walksFrom(state: DeskState, hidden: Hidden): ReadonlyMap<PassageId, Way> {
  const { issue } = state;
  const open = doubtsOn(state);
  const steps = (at: PassageId, scroll: number): readonly (readonly [readonly Key[], PassageId | undefined])[] => [
    [['d'], nextDoubt(issue, open, at)?.passage],
    [['Shift+J'], stepArticle(issue, only(at), 1)?.focus],
    [['Shift+K'], stepArticle(issue, only(at), -1)?.focus],
    [['j'], stepPassage(issue, only(at), 1)?.focus],
    [['k'], stepPassage(issue, only(at), -1)?.focus],
    ...inSight(issue, scroll, at, hidden).map((to) => [[';', { at: to, shift: false }], to] as const),
  ];
  const ways = new Map<PassageId, Way>([[state.selection.focus, { keys: [], scroll: state.scroll }]]);
  const edges: PassageId[][] = [[state.selection.focus]]; // by how many keys away
  for (let far = 0; far < edges.length; far += 1) {
    for (const at of edges[far] ?? []) {
      const { keys: before, scroll } = ways.get(at)!;
      if (before.length !== far) continue;
      for (const [keys, to] of steps(at, scroll)) {
        const length = far + keys.length;
        const known = to === undefined ? 0 : (ways.get(to)?.keys.length ?? Infinity);
        if (to === undefined || known < length || (known === length && keys.length > 1)) continue; // of ways that are as short, the plainer
        ways.set(to, { keys: [...before, ...keys], scroll: scrolledTo(issue, scroll, to) });
        while (edges.length <= length) edges.push([]);
        edges[length]!.push(to);
      }
    }
  }
  return ways;
}
