import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makesCircle, planImport, tidyText } from './exchange.ts';
import type { ReadEntry, TopicEntry } from './exchange.ts';

const entry = (id: string, broader: string | null = null, more: Partial<TopicEntry> = {}): TopicEntry => ({
  id, broader, notation: '', labels: { en: `name of ${id}`, 'zh-Hans': '' }, definition: { en: '', 'zh-Hans': '' }, retired: false, ...more,
});
const read = (line: number, id: string, broader: string | null = null, more: Partial<ReadEntry> = {}): ReadEntry => ({ ...entry(id, broader), line, ...more });
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id).join(' ');

test('what is new, another, gone and the same is told apart', () => {
  const plan = planImport([entry('a'), entry('b'), entry('c'), entry('d')], [read(2, 'a'), read(3, 'b', 'a'), read(4, 'e', 'b'), read(5, 'd', null, { retired: true })], true);
  expect([ids(plan.added), ids(plan.changed), ids(plan.retired), plan.same, plan.refused]).toEqual(['e', 'b', 'd c', 1, []]);
  expect(planImport([entry('a'), entry('c')], [read(2, 'a')], false).retired).toEqual([]);
});

const nameless = { labels: { en: ' ', 'zh-Hans': '\u0000' } };

test.each<[string, readonly ReadEntry[], string]>([
  ['no id', [read(2, '  ')], '2  no-id'],
  ['a long id', [read(2, 'x'.repeat(201))], `2 ${'x'.repeat(201)} id-too-long`],
  ['no name', [read(7, 'a', null, nameless)], '7 a no-name'],
  ['an id twice', [read(2, 'a'), read(9, 'a')], '9 a duplicate-id'],
  ['one above that is nowhere, and who stands below', [read(2, 'a', 'b'), read(3, 'b', 'nowhere')], '3 b unknown-broader,2 a unknown-broader'],
  ['a circle, and who hangs on it', [read(2, 'a', 'b'), read(3, 'b', 'a'), read(4, 'c', 'a')], '2 a circle,3 b circle,4 c unknown-broader'],
  ['itself above itself', [read(2, 'a', 'a')], '2 a circle'],
  ['a circle with what is there', [read(2, 'old', 'older')], '2 old circle'],
  ['what the reader found', [read(2, 'a', null, { wrong: 'two-names' })], '2 a two-names'],
])('%s is refused', (_name, entries, expected) => {
  const plan = planImport([entry('old'), entry('older', 'old')], entries, true);
  expect(plan.refused.map(({ line, id, why }) => `${line} ${id} ${why}`).join(',')).toBe(expected);
  expect(ids(plan.retired).includes('old ') && entries.some(({ id }) => id === 'old')).toBe(false);
});

test('after any import no topic stands below itself, nor below one that is not there', () => {
  const id = fc.integer({ min: 0, max: 6 }).map(String);
  const list = fc.array(fc.tuple(id, fc.option(id)), { maxLength: 10 });
  fc.assert(fc.property(list, list, (first, second) => {
    const taken = (existing: readonly TopicEntry[], rows: typeof first) => {
      const plan = planImport(existing, rows.map(([one, broader], at) => read(at, one, broader)), false);
      return [...new Map([...existing, ...plan.changed, ...plan.added].map((topic) => [topic.id, topic])).values()];
    };
    const after = taken(taken([], first), second);
    for (const topic of after) {
      expect(makesCircle(after, topic.id, topic.broader)).toBe(false);
      expect(topic.broader === null || after.some((other) => other.id === topic.broader)).toBe(true);
    }
  }));
});

test('a text is made one line that any file can hold', () => {
  expect(tidyText(' a\r\n\tb\u0007 \uD800c\uFFFE ')).toBe('a b c');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(tidyText(tidyText(text))).toBe(tidyText(text));
    expect(tidyText(text)).not.toMatch(/[\p{Cc}\uFFFE\uFFFF]/u);
  }));
});
