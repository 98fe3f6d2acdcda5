import { expect, test } from 'vitest';
import { isFolderName, proposedName } from './export-store.ts';

test.each([
  ['清河晚报 2024-05-18', true],
  ['corpus', true],
  ['', false],
  ['  ', false],
  ['.', false],
  ['..', false],
  ['a/b', false],
  ['a\\b', false],
  ['what?', false],
  ['ends.', false],
  ['x'.repeat(121), false],
])('%j as a folder name: %j', (name, expected) => {
  expect(isFolderName(name)).toBe(expected);
});

test('what is proposed is always a folder name', () => {
  for (const project of ['清河晚报', 'a/b:c', '???', '']) expect(isFolderName(proposedName(project, '2024-05-18'))).toBe(true);
});
