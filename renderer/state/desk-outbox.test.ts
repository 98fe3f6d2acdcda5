import { expect, test } from 'vitest';
import { passageId } from '#core/model/ids.ts';
import type { Edit } from '#core/edits/edit.ts';
import { issueOf, showIssue } from '#core/testing/notation.ts';
import { EMPTY_OUTBOX, post, rebase, taken, typedText } from './desk-outbox.ts';
import { NO_ANSWERS } from './desk-settle.ts';
import type { Outgoing } from './desk-outbox.ts';

const typing = (text: string, passage = 'p1'): Edit => ({ kind: 'replaceText', passage: passageId(passage), from: 0, to: 0, put: { text, why: { id: 'typed' } } });
const outgoing = (once: string, run: string | null, ...edits: readonly Edit[]): Outgoing => ({ once, label: run ? 'type' : 'split', run, edits, answers: NO_ANSWERS });
const onces = (box: typeof EMPTY_OUTBOX) => box.waiting.map(({ once, edits }) => `${once} ${edits.length}`);

test('typing of one run leaves in one call', () => {
  const box = post(post(post(EMPTY_OUTBOX, outgoing('1', 'r', typing('一'))), outgoing('2', 'r', typing('二'))), outgoing('3', 's', typing('三')));
  expect(onces(box)).toEqual(['1 2', '3 1']);
});

test('what is with the engine does not change any more', () => {
  const sent = { ...post(EMPTY_OUTBOX, outgoing('1', 'r', typing('一'))), busy: true };
  const more = post(post(sent, outgoing('2', 'r', typing('二'))), outgoing('3', 'r', typing('三')));
  expect(onces(more)).toEqual(['1 1', '2 2']);
  expect(onces(taken(more))).toEqual(['2 2']);
  expect(taken(more).busy).toBe(false);
});

test('acts are never put together', () => {
  expect(onces(post(post(EMPTY_OUTBOX, outgoing('1', null, typing('一'))), outgoing('2', null, typing('二'))))).toEqual(['1 1', '2 1']);
});

test('on a page that was read again what still fits is made, and the rest is kept with its words', () => {
  const fresh = issueOf('a1 body: 正文');
  const { issue, kept, lost } = rebase(fresh, [outgoing('1', 'r', typing('新')), outgoing('2', 'r', typing('失', 'p7'), typing('落', 'p7')), outgoing('3', 'r', typing('再'))]);
  expect(showIssue(issue)).toEqual(['a1 body: +[再新]正文']);
  expect(kept.map(({ once }) => once)).toEqual(['1', '3']);
  expect(lost.map(({ edits }) => typedText(edits))).toEqual(['失落']);
});
