import type { PassageId } from '#core/model/ids.ts';
import type { Passage, Tree } from '#core/model/issue.ts';
import { piecesLength } from '#core/model/pieces.ts';
import type { Role } from '#core/model/role.ts';
import { outlineOf } from '../../../state/desk-outline.ts';

const ON_A_LINE: { readonly [R in Role]?: number } = { body: 37, headline: 26, kicker: 42, subtitle: 39 };

/** About how high a passage is, in lines as they are set. */
export function likelyLines({ role, pieces }: Pick<Passage, 'role' | 'pieces'>): number {
  const lines = Math.ceil((piecesLength(pieces) + (role === 'body' ? 2 : 0)) / (ON_A_LINE[role] ?? 40));
  return Math.max(1, lines) + 0.2;
}

const ABOVE = 0.45; // of what the window holds; a page opens with its focus in the upper third, or wherever the page begins and ends
const BELOW = 0.95;

/**
 * The passages that may come to be in sight when a page opens at one of them, in a window of so many lines: rather a few too many. `most`: how much of
 * the window may lie above it.
 */
export function passagesInSight(tree: Tree, focus: PassageId | null, lines: number, most = ABOVE): ReadonlySet<PassageId> {
  const { stops, at } = outlineOf(tree);
  const here = (focus === null ? undefined : at.get(focus)) ?? 0;
  const ids = new Set<PassageId>();
  let below = 0;
  for (let i = here; i < stops.length && below < BELOW * lines; i += 1) {
    ids.add(stops[i]!.passage.id);
    below += likelyLines(stops[i]!.passage);
  }
  let above = Math.max(most, BELOW - below / lines) * lines;
  for (let i = here - 1; i >= 0 && above > 0; i -= 1) {
    ids.add(stops[i]!.passage.id);
    above -= likelyLines(stops[i]!.passage);
  }
  return ids;
}
