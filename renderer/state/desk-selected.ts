import type { PassageId } from '#core/model/ids.ts';
import type { Tree } from '#core/model/issue.ts';
import { selectedIds } from './desk-selection.ts';
import type { DeskSelection } from './desk-selection.ts';

const NOTHING: ReadonlySet<PassageId> = new Set();
let last: { tree: Tree; selection: DeskSelection | null; ids: ReadonlySet<PassageId> } | null = null;

/** The selected passages as a set; worked out once for all who ask. */
export function selectedSet(tree: Tree | null, selection: DeskSelection | null): ReadonlySet<PassageId> {
  if (!tree || !selection) return NOTHING;
  if (last?.tree !== tree || last.selection !== selection) last = { tree, selection, ids: new Set(selectedIds(tree, selection)) };
  return last.ids;
}
