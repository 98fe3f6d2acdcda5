import type { PassageId } from '#core/model/ids.ts';
import type { Tree } from '#core/model/issue.ts';
import { planContext } from './desk-act.ts';
import { outlineOf } from './desk-outline.ts';
import type { PlanContext } from './desk-plan.ts';
import { selectedIds } from './desk-selection.ts';
import { NO_MARKS, announce, deskViewStore } from './desk-view.ts';
import { deskStore, openedPage } from './desk.ts';

/** Those of the marked that are on a page, in reading order: a passage that was joined away, or undone, is not. */
export function marksOn(tree: Tree, marks: ReadonlySet<PassageId>): readonly PassageId[] {
  return marks.size === 0 ? [] : outlineOf(tree).stops.flatMap(({ passage: { id } }) => (marks.has(id) ? [id] : []));
}

/** The marks after some passages were marked; where all of them are, they are marked no more. */
export function withMarks(marks: ReadonlySet<PassageId>, given: readonly PassageId[]): ReadonlySet<PassageId> {
  const isOff = given.every((id) => marks.has(id));
  return new Set(isOff ? [...marks].filter((id) => !given.includes(id)) : [...marks, ...given]);
}

/** The marked passages of the page on the desk, in reading order. */
export function marksNow(): readonly PassageId[] {
  const { page } = deskStore.getState();
  return page ? marksOn(page.issue, deskViewStore.getState().marks) : [];
}

function setMarks(marks: ReadonlySet<PassageId>): void {
  deskViewStore.setState({ marks });
  announce('desk.marked', { count: marks.size });
}

/** Marks passages, or takes their marks off. */
export function mark(given: readonly PassageId[]): void {
  setMarks(withMarks(new Set(marksNow()), given));
}

/** Marks what is selected, or takes its marks off. */
export function markSelected(): void {
  mark(selectedIds(openedPage().issue, deskViewStore.getState().selection));
}

export function clearMarks(): void {
  if (deskViewStore.getState().marks.size > 0) setMarks(NO_MARKS);
}

/** What plans for several passages are made from: the marked ones, or what is selected where none is. */
export function contextOfMarks(): PlanContext {
  const context = planContext();
  const marks = marksNow();
  return marks.length > 0 ? { ...context, selected: marks } : context;
}
