import { invariant } from '#util/invariant.ts';
import { sameJson } from '#util/same-json.ts';
import type { Result } from '#util/result.ts';
import { fail, ok } from '#util/result.ts';
import type { Issue } from '../model/issue.ts';
import { apply, applyAll, invert } from './apply.ts';
import type { Edit } from './edit.ts';

/** What one entry of the journal did to an issue: its edits, what takes them back, and the names of values it set beside them. */
export type Done = { readonly entry: number; readonly edits: readonly Edit[]; readonly inverse: readonly Edit[]; readonly keys: readonly string[] };

/** How an entry is taken out from under later ones: the edits that do it to the issue as it stands, and the issue without it. */
export type TakenOut = { readonly edits: readonly Edit[]; readonly issue: Issue };

/**
 * Takes the first entry of `done` out from under the others, in whose order the issue came to be as it is `now`. Allowed where the others
 * do to the issue without it the very same as they did, and are taken back by the very same, so that it is as if it had never been
 * done. What they tell apart is tried, not guessed; where it does not come out even, the last of them counts as in the way.
 * That an entry took articles into work stays where only that is in the way: an approval that came later. The error names those that
 * cannot stay, oldest first.
 */
export function takeOut(now: Issue, done: readonly Done[]): Result<TakenOut, readonly number[]> {
  const [own, ...later] = done;
  invariant(own, 'there is an entry to be taken out');
  const whole = takeBack(now, own.inverse, own, later);
  if (whole.ok || own.edits.every(({ kind }) => kind === 'setStatus')) return whole;
  const kept = own.inverse.filter((edit) => edit.kind !== 'setStatus' || edit.status !== 'new');
  if (kept.length === own.inverse.length) return whole;
  const rest = takeBack(now, kept, own, later);
  return rest.ok || rest.error.length < whole.error.length ? rest : whole;
}

function takeBack(now: Issue, back: readonly Edit[], own: Done, later: readonly Done[]): Result<TakenOut, readonly number[]> {
  const inTheWay = () => fail(later.slice(-1).map(({ entry }) => entry));
  if (later.length === 0) {
    const issue = applyAll(now, back);
    return issue.ok ? ok({ edits: back, issue: issue.value }) : inTheWay();
  }
  const after = rewind(now, later);
  const before = after && applyAll(after, back);
  if (!before?.ok) return inTheWay();
  let without = before.value;
  const keys = new Set(own.keys);
  const blocked: number[] = [];
  for (const each of later) {
    const next = each.keys.some((key) => keys.has(key)) ? null : again(without, each);
    if (next) {
      without = next;
    } else {
      blocked.push(each.entry);
      for (const key of each.keys) keys.add(key);
    }
  }
  if (blocked.length > 0) return fail(blocked);
  const issue = applyAll(now, back);
  if (!issue.ok || !sameJson([issue.value.articles, issue.value.aside], [without.articles, without.aside])) return inTheWay();
  return ok({ edits: back, issue: issue.value });
}

/** The entries that have to be taken back before the first of `done` can be, in the order in which they can. */
export const dependentsOf = (now: Issue, done: readonly Done[]): readonly number[] => clear(now, done).gone;

/** The first of `done` and all that depends on it taken out: what had to go first, in that order, the issue without all of it, and what stays of the others. */
type Cleared = { readonly gone: readonly number[]; readonly issue: Issue; readonly rest: readonly Done[] };

function clear(now: Issue, done: readonly Done[]): Cleared {
  const [own, ...later] = done;
  invariant(own, 'there is an entry to be taken out');
  let [issue, rest]: [Issue, readonly Done[]] = [now, later];
  const gone: number[] = [];
  for (;;) {
    const out = takeOut(issue, [own, ...rest]);
    if (out.ok) return { gone, issue: out.value.issue, rest };
    // Whether one is in the way is found without those that came after it: all are, however many of the newer ones are gone by then.
    for (const entry of out.error.toReversed()) {
      const at = rest.findIndex((each) => each.entry === entry);
      invariant(at >= 0, 'what is in the way came later, and what depends on it later still');
      const without = clear(issue, rest.slice(at));
      issue = without.issue;
      rest = [...rest.slice(0, at), ...without.rest];
      gone.push(...without.gone, entry);
    }
  }
}

/** The issue as it was before some entries; null where what takes them back does not apply, which it always should. */
export function rewind(now: Issue, done: readonly Done[]): Issue | null {
  const before = applyAll(now, done.toReversed().flatMap(({ inverse }) => inverse));
  return before.ok ? before.value : null;
}

/** The issue after an entry's edits, if they can be made on it and are taken back there by what is written down. */
function again(before: Issue, { edits, inverse }: Done): Issue | null {
  let issue = before;
  const back: Edit[] = [];
  for (const edit of edits) {
    const next = apply(issue, edit);
    if (!next.ok) return null;
    back.unshift(invert(issue, edit));
    issue = next.value;
  }
  return sameJson(back, inverse) ? issue : null;
}
