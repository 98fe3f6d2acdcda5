import type { Edit } from '#core/edits/edit.ts';
import type { PassageId } from '#core/model/ids.ts';
import { isArticleRole } from '#core/model/role.ts';
import { assertNever } from '#util/assert-never.ts';
import { fail, ok } from '#util/result.ts';
import { isNearMiss } from '#core/model/decision.ts';
import { seamsOf } from '#core/model/seams.ts';
import { paragraphAbove } from './desk-doubts.ts';
import type { Doubt } from './desk-doubts.ts';
import { stopOf } from './desk-outline.ts';
import { planMerge, planSplit } from './desk-plan-articles.ts';
import { planRestore, planRole, planSetAside } from './desk-plan-passages.ts';
import { beginsWithLine, planBreakSeam } from './desk-plan-text.ts';
import type { PlanContext, Planned } from './desk-plan.ts';
import { only } from './desk-selection.ts';
import { NO_ANSWERS, no, yes } from './desk-settle.ts';
import type { Answers } from './desk-settle.ts';

/** What an answer does to the page, and what it is an answer to. */
export type PlannedAnswer = { readonly planned: Planned; readonly answers: Answers };

/** An article begins at the passage after all. What was taken for a subhead heads it. */
function planBegin(context: PlanContext): Planned {
  const split = planSplit(context);
  const passage = stopOf(context.issue, context.selected[0] ?? null)?.passage;
  if (!split.ok || passage?.role !== 'subhead') return split;
  return ok({ ...split.value, edits: [...split.value.edits, { kind: 'setRole', passage: passage.id, role: 'headline' }] });
}

/** The paragraph goes on with the one above it after all; what stands between them (a caption) comes after both. */
function planGoOn({ issue }: PlanContext, passage: PassageId): Planned {
  const stop = stopOf(issue, passage);
  const article = stop ? issue.articles[stop.article] : undefined;
  const upper = stop && paragraphAbove(article, stop.index);
  if (!article || !stop || !upper) return fail('nothing-above');
  const isNext = article.passages[stop.index - 1]?.id === upper;
  const bring: readonly Edit[] = isNext ? [] : [{ kind: 'movePassages', moves: [{ passage, to: { article: article.id, after: upper } }] }];
  return ok({ label: 'join', edits: [...bring, { kind: 'join', passage }], select: only(upper) });
}

/** What likely is something else gets that role. Of a joined paragraph that begins with a line of its own, it is the line that likely is a subhead. */
function planInstead(context: PlanContext, { instead, passage }: Doubt): Planned {
  if (instead === null) return fail('nothing-selected');
  if (instead === 'subhead' && beginsWithLine(context.issue, passage)) return planBreakSeam(context);
  return isArticleRole(instead) ? planRole(context, instead) : planSetAside(context, instead);
}

/** What the answer that the machine was not right does. */
function planOtherwise(context: PlanContext, doubt: Doubt): Planned {
  switch (doubt.kind) {
    case 'boundary':
      return planMerge(context);
    case 'no-boundary':
      return planBegin(context);
    case 'role':
      return planInstead(context, doubt);
    case 'join':
      return planBreakSeam(context);
    case 'no-join':
      return planGoOn(context, doubt.passage);
    case 'duplicate':
      return planRestore(context);
    case 'order': // what to do about it is decided with both articles in sight
      return planStands;
    default:
      return assertNever(doubt.kind);
  }
}

const planStands: Planned = ok({ label: 'accept', edits: [], select: null });

/** Answers a question with yes or no. Where that is what the machine had decided nothing changes but that it was said. */
export function planAnswer(given: PlanContext, doubt: Doubt, isYes: boolean): PlannedAnswer {
  const { kind, subject, passage } = doubt;
  const context = { ...given, selected: [passage] };
  if (isYes !== isNearMiss(doubt) || kind === 'order') return { planned: planStands, answers: yes(kind, subject) };
  // A paragraph with other seams is not done with: only the first was broken.
  const isRest = kind === 'join' && seamsOf(stopOf(given.issue, passage)?.passage.pieces ?? []).length > 1;
  return { planned: planOtherwise(context, doubt), answers: isRest ? NO_ANSWERS : no(kind, subject) };
}
