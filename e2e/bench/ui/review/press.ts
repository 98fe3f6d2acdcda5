import { applyAll } from '#core/edits/apply.ts';
import { withFirstTouch } from '#core/edits/first-touch.ts';
import type { Decision } from '#core/model/decision.ts';
import type { SplitEdit } from '#core/evaluate/edits/act.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { isArticleRole } from '#core/model/role.ts';
import type { ArticleRole, AsideRole, Role } from '#core/model/role.ts';
import { withSettlements } from '#core/model/settlement.ts';
import type { Verdicts } from '#core/model/settlement.ts';
import { ASK_ALL } from '../../../../renderer/state/desk-asking.ts';
import { doubtAt, nextDoubt, openDoubts } from '../../../../renderer/state/desk-doubts.ts';
import type { Doubt } from '../../../../renderer/state/desk-doubts.ts';
import { articleOf, articlePosition, stopOf } from '../../../../renderer/state/desk-outline.ts';
import type { PlanContext, Planned } from '../../../../renderer/state/desk-plan.ts';
import { planBelow, planGoesOn } from '../../../../renderer/state/desk-plan-below.ts';
import { planAnswer } from '../../../../renderer/state/desk-plan-doubts.ts';
import { planMerge, planReorder, planSplit, planStatus } from '../../../../renderer/state/desk-plan-articles.ts';
import { planOtherRole, planRestore, planRole, planSend, planSetAside, planShift } from '../../../../renderer/state/desk-plan-passages.ts';
import { planFlip } from '../../../../renderer/state/desk-plan-strands.ts';
import { planBreakSeam, planJoin } from '../../../../renderer/state/desk-plan-text.ts';
import { keepSelection, only, selectedIds, stepPassage } from '../../../../renderer/state/desk-selection.ts';
import type { Wanted } from './left.ts';
import type { DeskSelection } from '../../../../renderer/state/desk-selection.ts';

/** A key, or the letter that is drawn at a passage, which is not known before it is drawn; `shift`: with Shift. */
export type Key = string | { readonly at: PassageId; readonly shift: boolean };

/** The desk, as far as keys change it: the page, what was answered, what is selected and in sight, and the act that `.` does again. */
export type DeskState = {
  readonly issue: Issue;
  readonly decisions: readonly Decision[];
  readonly settled: Verdicts;
  readonly selection: DeskSelection;
  readonly scroll: number; // pixels of the page above what is in sight
  readonly again: Command | null;
};

/** What can be done at the desk with so many keys. `repeats`: one key does it again elsewhere. */
export type Command = { readonly keys: readonly Key[]; readonly plan: (context: PlanContext) => Planned; readonly repeats?: true };

const ROLE_KEYS: Readonly<Record<ArticleRole, string>> = { headline: 'h', kicker: 'k', subtitle: 't', byline: 'y', subhead: 's', body: 'b', caption: 'c', credit: 'p' };
const ASIDE_KEYS: Readonly<Record<AsideRole, string>> = { banner: 'b', furniture: 'f', duplicate: 'd' };

export const BREAK: Command = { keys: [']'], plan: planBreakSeam };
export const JOIN: Command = { keys: ['['], plan: planJoin };
export const SHIFTS: readonly Command[] = ([-1, 1] as const).map((step) => ({ keys: [step < 0 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'], plan: (context) => planShift(context, step) }));
const FLIPS: readonly Command[] = [
  { keys: ['l'], plan: (context) => planFlip(context, false) },
  { keys: ['Alt+l'], plan: (context) => planFlip(context, true) },
];
const REORDERS: readonly Command[] = ([-1, 1] as const).map((step) => ({ keys: [step < 0 ? 'Alt+Shift+ArrowUp' : 'Alt+Shift+ArrowDown'], plan: (context) => planReorder(context, step) }));
const RESTORE: Command = { keys: ['Shift+U'], plan: (context) => planRestore(context), repeats: true };
const SPLIT: Command = { keys: ['s'], plan: planSplit };
const MERGE: Command = { keys: ['m'], plan: planMerge };

/** Sending to an article, or to one of its own: the article above is marked already, a number that no longer one begins with needs no Enter. */
function send({ issue, selection }: DeskState, position: number): Command {
  const count = issue.articles.length;
  const article = articleOf(issue, selection.focus);
  const here = article ? articlePosition(issue, article.id) : -1;
  const marked = here === 0 ? 1 : Math.max(0, here - 1);
  const typed = position === count ? ['0'] : [...String(position + 1)];
  const certain = position === count || (position + 1) * 10 > count;
  return { keys: ['g', ...(position === marked && here >= 0 ? ['Enter'] : certain ? typed : [...typed, 'Enter'])], plan: (context) => planSend(context, position), repeats: true };
}

const roleCommand = (role: Role): Command =>
  isArticleRole(role)
    ? { keys: ['r', ROLE_KEYS[role]], plan: (context) => planRole(context, role), repeats: true }
    : { keys: ['u', ASIDE_KEYS[role]], plan: (context) => planSetAside(context, role), repeats: true };

/** The kinds of edit that are left to do, and the passages that are in sight. */
export type Usable = { readonly kinds: ReadonlySet<SplitEdit>; readonly seen: ReadonlySet<PassageId> };

/** What may be pressed with what is selected that could be of use: going by the kinds of edit that are left to do, and what is wanted of its beginning and of its end. */
export function commandsAt(state: DeskState, { kinds, seen }: Usable, { role, above }: Wanted, { below }: Wanted): readonly Command[] {
  const { issue, selection } = state;
  const stop = stopOf(issue, selection.anchor)!;
  const isMoved = kinds.has('movePassages') || kinds.has('restore');
  const isOne = selection.anchor === selection.focus;
  const articles = new Set([above, below].flatMap((passage) => (passage === null ? [] : [stopOf(issue, passage)!.article])));
  const sends = [...articles, issue.articles.length].filter((position) => position !== stop.article && position >= 0).map((position) => send(state, position));
  const pointing: readonly Command[] = above === null || !seen.has(above) ? [] : [
    { keys: ['{', { at: above, shift: false }], plan: (context) => planGoesOn(context, above) },
    { keys: ['}', { at: above, shift: false }], plan: (context) => planBelow(context, above) },
  ];
  return [
    ...(isOne ? [BREAK, { keys: ['c'], plan: (context: PlanContext) => planOtherRole(context, state.decisions) }] : []),
    ...(isOne && (isMoved || kinds.has('splitBefore')) ? [SPLIT] : []),
    ...(isOne && (isMoved || kinds.has('mergeAbove')) ? [MERGE] : []),
    ...(isOne && kinds.has('reorder') ? REORDERS : []),
    ...(kinds.has('join') ? [JOIN] : []),
    ...(kinds.has('restore') ? [RESTORE] : []),
    ...(state.again ? [{ ...state.again, keys: ['.'] }] : []),
    ...(stop.passage.role !== role ? [roleCommand(role)] : []),
    ...(isMoved ? [...SHIFTS, ...FLIPS, ...sends] : []),
    ...(isMoved || kinds.has('join') ? pointing : []),
  ];
}

let minted = 0;
const mint = () => `planned-${(minted += 1)}`;

const contextOf = ({ issue, selection }: DeskState): PlanContext => ({ issue, selected: selectedIds(issue, selection), mint });

/** The desk after an act; null where it means nothing or changes nothing. */
function acted(state: DeskState, planned: Planned): DeskState | null {
  if (!planned.ok || planned.value.edits.length === 0) return null;
  const { issue } = state;
  const after = applyAll(issue, withFirstTouch(issue, planned.value.edits));
  if (!after.ok) return null;
  const selection = keepSelection(issue, after.value, planned.value.select ?? state.selection);
  return selection && { ...state, issue: after.value, selection };
}

/** What a command makes of the desk; null where it means nothing. */
export function done(state: DeskState, command: Command): DeskState | null {
  const after = acted(state, command.plan(contextOf(state)));
  return after && (command.repeats ? { ...after, again: command } : after);
}

/** What is asked on a page. */
export const doubtsOn = ({ issue, decisions, settled }: DeskState): readonly Doubt[] => openDoubts(issue, decisions, settled, ASK_ALL);

/** The ways to answer what is asked at the focus that change the page, with the focus where the desk goes on. */
export function answered(state: DeskState): readonly { readonly keys: readonly Key[]; readonly state: DeskState }[] {
  const doubt = doubtAt(doubtsOn(state), state.selection.focus);
  if (!doubt) return [];
  return [true, false].flatMap((isYes) => {
    const { planned, answers } = planAnswer(contextOf(state), doubt, isYes);
    const after = acted(state, planned);
    if (!after) return [];
    const said = { ...after, settled: withSettlements(after.settled, answers.settle) };
    const open = doubtsOn(said);
    const next = doubtAt(open, said.selection.focus) ? null : nextDoubt(said.issue, open, said.selection.focus);
    return [{ keys: [isYes ? 'a' : 'x'], state: next ? { ...said, selection: only(next.passage) } : said }];
  });
}

/** Where the work on an article begins: its first doubt, else its first passage. */
function workStop(state: DeskState, position: number): DeskSelection {
  const { passages } = state.issue.articles[position]!;
  const doubt = doubtsOn(state).find(({ passage }) => stopOf(state.issue, passage)?.article === position);
  return only(doubt?.passage ?? passages[0]!.id);
}

/** The desk after the article in focus was approved: at the next of the page that is not. Null where it is approved, or is the last one that is not. */
export function approved(state: DeskState): DeskState | null {
  const { issue, selection } = state;
  const article = articleOf(issue, selection.focus);
  const here = article ? articlePosition(issue, article.id) : -1;
  const count = issue.articles.length;
  const isOpen = (position: number) => issue.articles[position]!.status !== 'approved';
  const next = Array.from({ length: count }, (_, n) => (here + 1 + n) % count).find((position) => position !== here && isOpen(position));
  if (!article || article.status === 'approved' || next === undefined) return null;
  const after = acted(state, planStatus(contextOf(state), 'approved'));
  return after && { ...after, selection: workStop(after, next) };
}

/** One passage up or down. */
export function stepped(state: DeskState, step: 1 | -1): DeskState | null {
  const selection = stepPassage(state.issue, state.selection, step);
  return selection && selection.focus !== state.selection.focus ? { ...state, selection } : null;
}
