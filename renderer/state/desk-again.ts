import { act } from './desk-act.ts';
import { contextOfMarks } from './desk-marks.ts';
import type { PlanContext, Planned } from './desk-plan.ts';
import { tell } from './desk-tell.ts';
import { NO_MARKS, deskViewStore } from './desk-view.ts';

/** An act worked out from wherever one is. */
type Act = (context: PlanContext) => Planned;

let last: Act | null = null;

/** Does something to the marked passages, or to the selected ones where none is marked, as one act. `keep`: the marks stay, for it is mostly done several times. */
export function actOnMarks(plan: Act, keep = false): boolean {
  if (!act(plan(contextOfMarks()))) return false;
  if (!keep) deskViewStore.setState({ marks: NO_MARKS }); // in silence: what was done is being said
  return true;
}

/** The same, and it can be done again elsewhere with one key. */
export function actRepeatably(plan: Act): boolean {
  last = plan;
  return actOnMarks(plan);
}

/** Does the last such act to what is marked or selected now. */
export function actAgain(): void {
  if (last) actRepeatably(last);
  else tell('desk.nothing-to-repeat');
}
