import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLedger } from '../model/ledger.ts';
import { readPieces } from '../model/reading.ts';
import { normalisePieces } from '../model/pieces.ts';
import { dice, editFor, kindOf } from '../testing/arbitrary-edit.ts';
import { arbitraryIssue } from '../testing/arbitrary-issue.ts';
import { apply, applyAll, invert, invertAll } from './apply.ts';
import { EDIT_KINDS } from './edit.ts';
import type { Edit } from './edit.ts';
import type { Issue } from '../model/issue.ts';

const everyPassage = (issue: Issue) => [...issue.articles.flatMap(({ passages }) => passages), ...issue.aside];

/** What must hold of every issue, whatever was done to it. */
function expectSound(issue: Issue) {
  expect(checkLedger(issue)).toMatchObject({ ok: true });
  for (const { pieces } of everyPassage(issue)) expect(normalisePieces(pieces)).toEqual(pieces);
  for (const article of issue.articles) expect(article.passages.length).toBeGreaterThan(0);
  const ids = [...everyPassage(issue).map(({ id }) => id as string), ...issue.articles.map(({ id }) => id as string)];
  expect(new Set(ids).size).toBe(ids.length);
}

describe.each(EDIT_KINDS)('%s', (kind) => {
  test('is taken back exactly by its inverse, and the ledger holds on the way', () => {
    let made = 0;
    fc.assert(
      fc.property(arbitraryIssue, dice, (issue, roll) => {
        const edit = editFor(issue, kind, roll, 1);
        const after = edit && apply(issue, edit);
        if (!edit || !after?.ok) return;
        made += 1;
        expectSound(after.value);
        expect(after.value.source).toBe(issue.source);
        const back = apply(after.value, invert(issue, edit));
        expect(back).toEqual({ ok: true, value: issue });
        // Values: an edit that went through JSON does the same.
        expect(apply(issue, JSON.parse(JSON.stringify(edit)) as Edit)).toEqual(after);
      }),
      { numRuns: 400 },
    );
    expect(made).toBeGreaterThan(20);
  });
});

test('after any sequence of edits the ledger holds, and undoing all of them gives the first issue again', () => {
  fc.assert(
    fc.property(arbitraryIssue, fc.array(dice, { maxLength: 30 }), (first, rolls) => {
      const done: { before: Issue; edit: Edit }[] = [];
      let issue = first;
      for (const [serial, roll] of rolls.entries()) {
        const edit = editFor(issue, kindOf(roll), roll, serial);
        const next = edit && apply(issue, edit);
        if (!edit || !next?.ok) continue;
        done.push({ before: issue, edit });
        issue = next.value;
        expectSound(issue);
      }
      const edits = done.map(({ edit }) => edit);
      expect(applyAll(first, edits)).toEqual({ ok: true, value: issue });
      const back = applyAll(issue, invertAll(first, edits));
      expect(back).toEqual({ ok: true, value: first });
    }),
    { numRuns: 300 },
  );
});

test('the inverse of an inverse does what the edit did', () => {
  fc.assert(
    fc.property(arbitraryIssue, dice, (issue, roll) => {
      const edit = editFor(issue, kindOf(roll), roll, 1);
      const after = edit && apply(issue, edit);
      if (!edit || !after?.ok) return;
      const inverse = invert(issue, edit);
      expect(apply(issue, invert(after.value, inverse))).toEqual(after);
    }),
    { numRuns: 600 },
  );
});

test('as printed, a passage reads the same however its text is replaced', () => {
  fc.assert(
    fc.property(arbitraryIssue, dice, (issue, roll) => {
      const edit = editFor(issue, 'replaceText', roll, 1);
      const after = edit && apply(issue, edit);
      if (!after?.ok) return;
      const printed = (of: Issue) => everyPassage(of).map(({ pieces }) => readPieces(of.source, pieces, 'printed'));
      expect(printed(after.value)).toEqual(printed(issue));
    }),
  );
});
