import { applyAll } from '#core/edits/apply.ts';
import { withFirstTouch } from '#core/edits/first-touch.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { ARTICLE_ROLES, ASIDE_ROLES } from '#core/model/role.ts';
import type { ArticleRole, AsideRole } from '#core/model/role.ts';
import { doubtAt } from '../../../../renderer/state/desk-doubts.ts';
import type { Doubt } from '../../../../renderer/state/desk-doubts.ts';
import { articleOf, articlePosition } from '../../../../renderer/state/desk-outline.ts';
import type { PlanContext, Planned } from '../../../../renderer/state/desk-plan.ts';
import { planAnswer } from '../../../../renderer/state/desk-plan-doubts.ts';
import { planMerge, planReorder, planSplit } from '../../../../renderer/state/desk-plan-articles.ts';
import { planRestore, planRole, planSend, planSetAside, planShift } from '../../../../renderer/state/desk-plan-passages.ts';
import { planBreakSeam, planJoin } from '../../../../renderer/state/desk-plan-text.ts';
import { extend, keepSelection, selectedIds, stepPassage } from '../../../../renderer/state/desk-selection.ts';
import type { DeskSelection } from '../../../../renderer/state/desk-selection.ts';

/** The desk, as far as keys change it: the page, and what is selected. */
export type DeskState = { readonly issue: Issue; readonly selection: DeskSelection };

/** What can be done at the desk with so many keys. */
export type Command = { readonly keys: readonly string[]; readonly plan: (context: PlanContext) => Planned };

const ROLE_KEYS: Readonly<Record<ArticleRole, string>> = { headline: 'h', kicker: 'k', subtitle: 't', byline: 'y', subhead: 's', body: 'b', caption: 'c', credit: 'p' };
const ASIDE_KEYS: Readonly<Record<AsideRole, string>> = { banner: 'b', furniture: 'f', duplicate: 'd' };

export const SPLIT: Command = { keys: ['s'], plan: planSplit };
export const MERGE: Command = { keys: ['m'], plan: planMerge };
export const JOIN: Command = { keys: ['['], plan: planJoin };
export const BREAK: Command = { keys: [']'], plan: planBreakSeam };
export const RESTORE: Command = { keys: ['Shift+U'], plan: (context) => planRestore(context) };
export const ROLES: readonly Command[] = ARTICLE_ROLES.map((role) => ({ keys: ['r', ROLE_KEYS[role]], plan: (context) => planRole(context, role) }));
export const ASIDES: readonly Command[] = ASIDE_ROLES.map((role) => ({ keys: ['u', ASIDE_KEYS[role]], plan: (context) => planSetAside(context, role) }));
export const SHIFTS: readonly Command[] = ([-1, 1] as const).map((step) => ({ keys: [step < 0 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'], plan: (context) => planShift(context, step) }));
export const REORDERS: readonly Command[] = ([-1, 1] as const).map((step) => ({ keys: [step < 0 ? 'Alt+Shift+ArrowUp' : 'Alt+Shift+ArrowDown'], plan: (context) => planReorder(context, step) }));

/** Answering what is asked at a passage: yes, or no. */
export const answers = (doubts: readonly Doubt[], at: PassageId): readonly Command[] => {
  const doubt = doubtAt(doubts, at);
  return doubt ? [true, false].map((isYes) => ({ keys: [isYes ? 'a' : 'x'], plan: (context) => planAnswer(context, doubt, isYes).planned })) : [];
};

/** Sending to each other article of the page, and to one of its own: the article above is marked already, a number that no longer one begins with needs no Enter. */
export function sends({ issue, selection }: DeskState): readonly Command[] {
  const count = issue.articles.length;
  const article = articleOf(issue, selection.focus);
  const here = article ? articlePosition(issue, article.id) : -1;
  const marked = here === 0 ? 1 : Math.max(0, here - 1);
  const to = (position: number): Command => {
    const typed = position === count ? ['0'] : [...String(position + 1)];
    const certain = position === count || (position + 1) * 10 > count;
    return { keys: ['g', ...(position === marked && here >= 0 ? ['Enter'] : certain ? typed : [...typed, 'Enter'])], plan: (context) => planSend(context, position) };
  };
  return Array.from({ length: count + 1 }, (_, position) => to(position)).filter((_, position) => position !== here);
}

let minted = 0;

/** What a command makes of the desk; null where it means nothing. */
export function done({ issue, selection }: DeskState, { plan }: Command): DeskState | null {
  const planned = plan({ issue, selected: selectedIds(issue, selection), mint: () => `planned-${(minted += 1)}` });
  if (!planned.ok) return null;
  const after = applyAll(issue, withFirstTouch(issue, planned.value.edits));
  if (!after.ok) return null;
  const selected = keepSelection(issue, after.value, planned.value.select ?? selection);
  return selected && { issue: after.value, selection: selected };
}

/** One passage more at the lower end; null at the article's end. */
export function further(state: DeskState): DeskState | null {
  const selection = extend(state.issue, state.selection, 1);
  return selection && selection.focus !== state.selection.focus ? { ...state, selection } : null;
}

/** One passage up. */
export function up(state: DeskState): DeskState | null {
  const selection = stepPassage(state.issue, state.selection, -1);
  return selection && selection.focus !== state.selection.focus ? { ...state, selection } : null;
}
