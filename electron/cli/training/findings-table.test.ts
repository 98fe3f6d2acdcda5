import { expect, test } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import { markedTruth } from '#core/testing/marked-truth.ts';
import { evaluated } from './evaluated.ts';
import { findingsLines } from './findings-table.ts';

const LINES = ['a headline: 渡口通航', 'a body: 船来了,停在岸边。'] as const;
const page = (errors?: readonly object[]) => {
  const { source, ...tree } = issueOf(...LINES);
  const truth = { ...markedTruth(...LINES), ...(errors && { errors }) };
  return evaluated({ set: 'dev', name: 'one', source, truth }, 'one.txt', { tree, decisions: [], version: '' });
};
const row = (lines: readonly string[], name: string) => lines.find((line) => line.trim().startsWith(name))?.trim().split(/\s{2,}/u);

test('what is found stands by kind beside what is recorded, and plain checks below', () => {
  const lines = findingsLines([page([{ block: 1, offset: 3, kind: 'halfwidth', noisy: ',', original: '，' }, { block: 1, offset: 4, kind: 'confusion', noisy: '停', original: '仃' }])], [{ name: 'trigram', hits: 1, alarms: 3 }]);
  expect(row(lines, 'halfwidth')).toEqual(['halfwidth', '1', '1', '0', '1.000', '1.000', '1.000', '1', '0.000']);
  expect(row(lines, 'confusion')).toEqual(['confusion', '1', '0', '0', '–', '0.000', '–', '0', '–']);
  expect(row(lines, 'trigram')).toEqual(['trigram', '–', '1', '3', '0.250', '1.000', '–', '–', '–']);
  expect(lines.at(-1)?.trim()).toBe('characters of article bodies that are wrong: 0.0000 as printed, 0.1111 with those suggestions taken'); // the truth of this page has it as printed
});

test('of pages whose faults nobody recorded it says so', () => {
  expect(findingsLines([page()], [])).toEqual(['  no faults of these pages are recorded']);
});
