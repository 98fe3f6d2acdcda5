import { expect, test } from 'vitest';
import { EXPORTERS } from '#core/export/registry.ts';
import { readMe } from './read-me.ts';

const said = (formats: readonly string[]) => readMe({ formats, version: '1.0.0', licence: '', reading: 'emended' }, 0);

test('every format has its line, in both languages', () => {
  for (const { id } of EXPORTERS) expect(said([id]).split(`- \`${id}/\`: `)).toHaveLength(3);
});

test('that links between articles are left out is said where a format leaves them out', () => {
  const leavesOut = (text: string) => [/Plain text does not say where an article goes on/u, /纯文本不载下转与上接/u].map((each) => each.test(text));
  for (const { id } of EXPORTERS) expect([id, leavesOut(said([id]))]).toEqual([id, ['text', 'text-pages'].includes(id) ? [true, true] : [false, false]]);
  expect(leavesOut(said(['jsonl', 'text']))).toEqual([true, true]);
});
