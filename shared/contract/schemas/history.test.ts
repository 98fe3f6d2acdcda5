import { expect, test } from 'vitest';
import en from '#resources/strings/en.json' with { type: 'json' };
import { HISTORY_KINDS } from './history.ts';

test('every act that the history has words for is of one kind, and every kind has a name', () => {
  const labels = Object.keys(en).flatMap((key) => (key.startsWith('history.') ? [key.slice('history.'.length)] : []));
  expect(labels.length).toBeGreaterThan(40);
  expect(Object.values(HISTORY_KINDS).flat().toSorted()).toEqual(labels.toSorted());
  for (const kind of Object.keys(HISTORY_KINDS)) expect(en).toHaveProperty([`journal.kind.${kind}`]);
});
