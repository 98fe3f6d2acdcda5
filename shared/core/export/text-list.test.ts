import { expect, test } from 'vitest';
import { TextList } from './text-list.ts';

test.each([
  [[]],
  [['']],
  [['', 'a', '', 'abc', 'abd', 'abd', 'ab', 'b']],
  [[`${'a'.repeat(300)}b`, `${'a'.repeat(300)}c`, 'a'.repeat(127), 'c'.repeat(128), 'd'.repeat(20_000), `${'d'.repeat(20_000)}e`]],
  [Array.from({ length: 20_000 }, (_, k) => `2024/%E6%B2%B3_${String(k * 7).padStart(6, '0')}.xml`)],
])('texts come out as they went in', (texts) => {
  const list = new TextList();
  for (const text of texts) list.add(text);
  expect([...list]).toEqual(texts);
  expect([...list]).toEqual(texts);
  expect(list.count).toBe(texts.length);
});
