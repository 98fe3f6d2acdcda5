import type { EditKind } from '../../edits/edit.ts';

/** The kinds of edit that lead from one split to another. */
export const SPLIT_EDITS = ['mergeAbove', 'splitBefore', 'movePassages', 'reorder', 'setRole', 'join', 'break', 'cutPassage', 'setAside', 'restore'] as const satisfies readonly EditKind[];
export type SplitEdit = (typeof SPLIT_EDITS)[number];

/** One edit, and the thing it is aimed at: the first unit of the article or passages that it changes. */
export type Step<Unit> = { readonly kind: SplitEdit; readonly unit: Unit };
