import type { EditKind } from './edit.ts';
import type { Operation } from './operation.ts';
import { setLink, setNote, setStatus, setTopics } from './operations/article-fields.ts';
import { breakParagraph, cutPassage, join } from './operations/join-break.ts';
import { mergeAbove, splitBefore } from './operations/merge-split.ts';
import { movePassages, reorder, restore, setAside } from './operations/move.ts';
import { fillGap, replaceText } from './operations/replace-text.ts';
import { setRole } from './operations/set-role.ts';

/** What each kind of edit does: the closed list, with nothing left out. */
export const OPERATIONS: { readonly [K in EditKind]: Operation<K> } = {
  mergeAbove, splitBefore, movePassages, reorder, setRole, join, break: breakParagraph, cutPassage,
  replaceText, fillGap, setAside, restore, setTopics, setNote, setStatus, setLink,
};
