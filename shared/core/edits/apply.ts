import { ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Issue } from '../model/issue.ts';
import type { Edit, EditError, EditKind } from './edit.ts';
import type { EditOf, Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';

/** The operation for one edit. */
function operationOf<K extends EditKind>(edit: EditOf<K>): Operation<K> {
  return OPERATIONS[edit.kind];
}

/** The issue after one edit, or why it cannot be made. The source and every untouched article stay the same objects. */
export function apply(issue: Issue, edit: Edit): Result<Issue, EditError> {
  return operationOf(edit).apply(issue, edit);
}

/** The edit that takes `edit` back: `before` is the issue it applied to. Throws if it does not apply there. */
export function invert(before: Issue, edit: Edit): Edit {
  return operationOf(edit).invert(before, edit);
}

/** The issue after one edit, with the edit that takes it back. */
export function carryOut(issue: Issue, edit: Edit): Result<{ readonly after: Issue; readonly back: Edit }, EditError> {
  const operation = operationOf(edit);
  if (operation.carryOut) return operation.carryOut(issue, edit);
  const after = operation.apply(issue, edit);
  return after.ok ? ok({ after: after.value, back: operation.invert(issue, edit) }) : after;
}

/** The issue after a group of edits: all of them or none. `index` says which one could not be made. */
export function applyAll(issue: Issue, edits: readonly Edit[]): Result<Issue, EditError & { readonly index: number }> {
  let now = issue;
  for (const [index, edit] of edits.entries()) {
    const next = apply(now, edit);
    if (!next.ok) return { ok: false, error: { ...next.error, index } };
    now = next.value;
  }
  return ok(now);
}

/** The group that takes a group back, last edit first. Throws if the group does not apply to `before`. */
export function invertAll(before: Issue, edits: readonly Edit[]): readonly Edit[] {
  const back: Edit[] = [];
  let now = before;
  for (const edit of edits) {
    back.unshift(invert(now, edit));
    const next = apply(now, edit);
    if (!next.ok) throw new Error(`a group was inverted on an issue it does not apply to: ${next.error.code}`);
    now = next.value;
  }
  return back;
}
