import type { PassageId } from '#core/model/ids.ts';
import type { Tree } from '#core/model/issue.ts';
import { selectedIds } from '../../state/desk-selection.ts';
import type { DeskSelection } from '../../state/desk-selection.ts';
import { useDesk } from '../../state/desk.ts';
import type { Page } from '../../state/desk.ts';

const NOTHING: ReadonlySet<PassageId> = new Set();
let last: { tree: Tree; selection: DeskSelection | null; ids: ReadonlySet<PassageId> } | null = null;

/** The selected passages as a set; worked out once for all who ask. */
export function selectedSet(tree: Tree | null, selection: DeskSelection | null): ReadonlySet<PassageId> {
  if (!tree || !selection) return NOTHING;
  if (last?.tree !== tree || last.selection !== selection) last = { tree, selection, ids: new Set(selectedIds(tree, selection)) };
  return last.ids;
}

/** The whole page on the desk: for what is shown for a moment over it. What stays asks for its part (state/desk-parts.ts): this changes with every stroke. */
export function usePage(): Page {
  const page = useDesk((state) => state.page);
  if (!page) throw new Error('drawn without a page');
  return page;
}
