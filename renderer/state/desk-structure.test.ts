import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '#core/edits/apply.ts';
import type { Edit } from '#core/edits/edit.ts';
import { passageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { dice, editFor, kindOf } from '#core/testing/arbitrary-edit.ts';
import { arbitraryIssue } from '#core/testing/arbitrary-issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import { NO_STRUCTURE, shapeTree } from './desk-structure.ts';
import type { Structure } from './desk-structure.ts';

const page = issueOf('a1 headline: 甲题', 'a1 body: 甲一，', 'a1 body: 甲二。', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权');
const shape = shapeTree(page, NO_STRUCTURE);

function after(issue: Issue, edit: Edit): Issue {
  const next = apply(issue, edit);
  if (!next.ok) throw new Error(next.error.code);
  return next.value;
}

test('typing in a passage leaves the structure the same object', () => {
  const typed = after(page, { kind: 'replaceText', passage: passageId('p2'), from: 1, to: 2, put: { text: '丙', why: { id: 'person' } } });
  expect(typed.articles[0]).not.toBe(page.articles[0]);
  expect(shapeTree(typed, shape)).toBe(shape);
});

test('a role, a status or topics change the article they are of and no other', () => {
  const changed = shapeTree(after(page, { kind: 'setRole', passage: passageId('p5'), role: 'subhead' }), shape);
  expect(changed.articles[0]).toBe(shape.articles[0]);
  expect(changed.articles[1]).not.toBe(shape.articles[1]);
  expect(changed.articles[1]?.passages[0]).toBe(shape.articles[1]?.passages[0]);
  expect([changed.order, changed.aside]).toEqual([shape.order, shape.aside]);
  expect(changed.order).toBe(shape.order);
});

test('after any edits it says what the tree says, whatever was shared; what says the same is the same', () => {
  const all = ({ articles, aside }: Structure) => [...articles, ...articles.flatMap(({ passages }) => passages), ...aside];
  fc.assert(
    fc.property(arbitraryIssue, fc.array(dice, { maxLength: 12 }), (first, rolls) => {
      let issue = first;
      let now = shapeTree(issue, NO_STRUCTURE);
      for (const [serial, roll] of rolls.entries()) {
        const edit = editFor(issue, kindOf(roll), roll, serial);
        const next = edit && apply(issue, edit);
        if (!next?.ok) continue;
        const before = now;
        issue = next.value;
        now = shapeTree(issue, before);
        expect(now).toEqual(shapeTree(structuredClone(issue), NO_STRUCTURE));
        const said = new Map(all(before).map((part) => [JSON.stringify(part), part]));
        for (const part of all(now)) {
          const same = said.get(JSON.stringify(part));
          if (same) expect(part).toBe(same);
        }
        if (JSON.stringify(now) === JSON.stringify(before)) expect(now).toBe(before);
      }
    }),
    { numRuns: 200 },
  );
});
