import type { Edit } from '#core/edits/edit.ts';
import type { PassageId } from '#core/model/ids.ts';
import { fail, ok } from '#util/result.ts';
import { outlineOf, stopOf } from './desk-outline.ts';
import { planDrop } from './desk-plan-passages.ts';
import type { PlanContext, Planned } from './desk-plan.ts';
import { only } from './desk-selection.ts';

/** The selected passages go below another, wherever it stands. */
export function planBelow(context: PlanContext, above: PassageId): Planned {
  const stop = stopOf(context.issue, above);
  if (!stop || context.selected.includes(above)) return fail('at-the-edge');
  return planDrop(context, { article: context.issue.articles[stop.article]?.id ?? null, after: above });
}

/** Whether the selected passages stand together below another as it is. */
function isBelow({ issue, selected }: PlanContext, above: PassageId): boolean {
  const { stops, at } = outlineOf(issue);
  const here = at.get(above)!;
  return selected.every((id, i) => at.get(id) === here + 1 + i && stops[here + 1 + i]!.article === stops[here]!.article);
}

/** Another passage goes on with the selected ones: they go below it, and the first of them becomes its end. */
export function planGoesOn(context: PlanContext, upper: PassageId): Planned {
  const [first] = context.selected;
  const moved = planBelow(context, upper);
  if (first === undefined || !moved.ok) return moved;
  const join: Edit = { kind: 'join', passage: first };
  return ok({ label: 'join', edits: [...(isBelow(context, upper) ? [] : moved.value.edits), join], select: only(upper) });
}
