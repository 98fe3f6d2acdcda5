import { expect, test } from 'vitest';
import { creditsIn } from './credits.ts';

test.each([
  ['本报讯（记者 石磊）今天', ['石磊 7']],
  ['本报记者 石磊', ['石磊 5']],
  ['（记者石磊、沈若川 通讯员 方小满）', ['石磊 3', '沈若川 6', '方小满 14']],
  ['沈若川 摄', ['沈若川 0']],
  ['沈若川摄', ['沈若川 0']],
  ['记者石磊从清河镇了解到', []],
  ['记者了解到，渡口', []],
  ['记者石磊到了。', []],
  ['渡口今天通航', []],
])('%s', (text, expected) => {
  expect(creditsIn(text).map(({ name, at }) => `${name} ${at}`)).toEqual(expected);
});
