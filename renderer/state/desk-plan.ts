import type { Edit } from '#core/edits/edit.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Result } from '#util/result.ts';
import type { DeskSelection } from './desk-selection.ts';

/** What an act is called in the history; each has its sentence under `history.`. */
export const DESK_LABELS = [
  'accept', 'approve', 'approve-page', 'break', 'confirm-aside', 'cut', 'deal', 'dismiss', 'dismiss-everywhere', 'dismiss-project', 'fill-gap', 'join', 'mend', 'merge', 'move', 'note', 'reorder', 'restore', 'send', 'set-aside',
  'set-role', 'set-status', 'split', 'tag', 'type', 'untag',
] as const;
export type DeskLabel = (typeof DESK_LABELS)[number];

/** A user's act worked out: the edits that make one journal entry, and what is selected afterwards (null: leave it to the edit). */
export type Plan = { readonly label: DeskLabel; readonly edits: readonly Edit[]; readonly select: DeskSelection | null };

/** Why an act does nothing here; each has its sentence under `desk.refused.`. */
export const REFUSALS = [
  'already-first', 'at-the-edge', 'in-one-article', 'no-gap', 'no-other-article', 'no-other-role', 'no-seam', 'no-such-article', 'not-aside', 'not-in-an-article', 'nothing-above', 'nothing-left', 'nothing-selected',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Planned = Result<Plan, Refusal>;

/** Gives a text that was never given before, for the ids of what an edit creates. A parameter, because plans are pure. */
export type Mint = () => string;

/** What every plan is made from: the page as it stands, and the selected passages in reading order. */
export type PlanContext = { readonly issue: Issue; readonly selected: readonly PassageId[]; readonly mint: Mint };
