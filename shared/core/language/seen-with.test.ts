import { expect, test } from 'vitest';
import { countGrams } from './grams.ts';
import { seenWith } from './seen-with.ts';

const grams = countGrams(['清河渡口今天通航。', '清河渡口今天停航。', '他在渡口等船。', '清河渡曰今天开船。', '路口很宽。']);

test.each([
  ['清河渡曰今天开船。', 3, 1, '清河渡口 清河渡曰 only'], // its own text does not speak for itself
  ['清河渡曰今天开船。', 3, 0, 'null'],
  ['到渡曰去', 2, 0, 'null'], // the archive has it too, and the other hardly oftener
  ['他说渡曰。', 3, 1, '渡口 渡曰 only'],
  ['山路曰宽', 2, 0, 'null'], // met once is not enough
  ['曰', 0, 0, 'null'],
])('%s at %d, counted %d times: %s', (text, at, own, expected) => {
  const seen = seenWith(text, at, '口', grams, own);
  expect(seen ? `${seen.meant} ${seen.read} ${seen.timesRead === 0 ? 'only' : 'oftener'}` : 'null').toBe(expected);
});

test('what is read elsewhere too, but far less often, is told so', () => {
  const many = countGrams([...Array.from({ length: 12 }, () => '渡口。'), '渡曰。', '渡曰。']);
  expect(seenWith('渡曰。', 1, '口', many, 1)).toEqual({ meant: '渡口', times: 12, read: '渡曰', timesRead: 1 });
});
