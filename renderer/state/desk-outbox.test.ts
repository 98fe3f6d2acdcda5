import { expect, test } from 'vitest';
import { passageId } from '#core/model/ids.ts';
import type { Edit } from '#core/edits/edit.ts';
import { issueOf, showIssue } from '#core/testing/notation.ts';
import { EMPTY_OUTBOX, isTurn, post, rebase, taken, typedText } from './desk-outbox.ts';
import { NO_ANSWERS } from './desk-settle.ts';
import type { Act, Turn } from './desk-outbox.ts';

const typing = (text: string, passage = 'p1'): Edit => ({ kind: 'replaceText', passage: passageId(passage), from: 0, to: 0, put: { text, why: { id: 'typed' } } });
const outgoing = (once: string, run: string | null, ...edits: readonly Edit[]): Act => ({ issue: 1, once, key: run ?? once, label: run ? 'type' : 'split', run, edits, answers: NO_ANSWERS });
const onces = (box: typeof EMPTY_OUTBOX) => box.waiting.map((one) => (isTurn(one) ? `${one.once} ${one.turn}` : `${one.once} ${one.edits.length}`));
const undo = (once: string, over: string | null): Turn => ({ once, turn: 'undo', over });
const at = (...lines: readonly string[]) => ({ issue: issueOf(...lines), settled: new Map(), asideConfirmed: true });

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
  const { page, kept, lost } = rebase(at('a1 body: 正文'), [outgoing('1', 'r', typing('新')), outgoing('2', 'r', typing('失', 'p7'), typing('落', 'p7')), outgoing('3', 'r', typing('再'))]);
  expect(showIssue(page.issue)).toEqual(['a1 body: +[再新]正文']);
  expect(kept.map(({ once }) => once)).toEqual(['1', '3']);
  expect(lost.map(({ edits }) => typedText(edits))).toEqual(['失落']);
});

test('typing that goes on after an undo is not put together with what came before it', () => {
  const box = post(post(post(EMPTY_OUTBOX, outgoing('1', 'r', typing('一'))), undo('2', 'r')), outgoing('3', 'r', typing('三')));
  expect(onces(box)).toEqual(['1 1', '2 undo', '3 1']);
});

test('on a page that was read again an undo waits for the engine, and what came after it waits with it', () => {
  const { page, kept, lost } = rebase(at('a1 body: 正文'), [outgoing('1', 'r', typing('新')), undo('2', '1'), outgoing('3', 's', typing('失', 'p7'))]);
  expect(showIssue(page.issue)).toEqual(['a1 body: +[新]正文']);
  expect(kept).toEqual([expect.objectContaining({ once: '1' }), undo('2', null), expect.objectContaining({ once: '3' })]);
  expect(lost).toEqual([]);
});
