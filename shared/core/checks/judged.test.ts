import { expect, test } from 'vitest';
import { IN_ORDER, judge, languageFrom, movedTo, textKey } from './judged.ts';
import type { PageLanguage } from './language.ts';

const variant = { meant: { name: '方未晴', times: 8, pages: 8 }, read: { name: '方末晴', times: 1, pages: 1 }, kind: 'person' as const, at: 1, probability: 0.9 };
const language: PageLanguage = {
  misreadings: (text) => Array.from(text).flatMap((character, at) => (character === '曰' ? [{ at, read: '曰', meant: '口', probability: 0.8 }] : character === '末' ? [{ at, read: '末', meant: '未', probability: 0.1 }] : [])),
  variantsIn: (text) => (text.includes('方末晴') ? [variant] : []),
};
const TEXT = '本报讯（记者 方末晴）渡曰通航，渡曰开了。';

test('answers given beforehand are those that checks would get', () => {
  const judged = judge(TEXT, language);
  const answers = languageFrom(structuredClone(judged));
  expect(answers.misreadings(TEXT).map(({ at }) => at)).toEqual([12, 17]); // what is hardly likely is left out
  expect([answers.variantsIn(TEXT), answers.variantsIn('本报讯（记者 方未晴）渡口通航。')]).toEqual([[variant], []]);
  expect(languageFrom(judged)).toBe(languageFrom(judged));
  expect(judge('今天通航。', language)).toBe(IN_ORDER);
});

test.each([
  ['本报讯（记者 方末晴）渡口通航，渡曰开了。', [17]], // the first was mended
  ['本报讯（记者 方末晴）渡曰通航，渡口开了。', [12]],
  ['本报讯（记者 方末晴）小渡曰通航，渡曰开了。', [13, 18]],
  ['本报讯（记者 方末晴）渡曰通航。', [12]],
  ['渡曰通航，渡曰开了。', [1, 6]],
  ['', []],
  [`${TEXT}曰`, [12, 17]], // what is new is not judged yet
])('what was said of a text holds for what became of it: %s', (now, places) => {
  const moved = movedTo(now, TEXT, judge(TEXT, language));
  expect(moved.misreadings.map(({ at }) => at)).toEqual(places);
  for (const { at, read } of moved.misreadings) expect(now[at]).toBe(read);
});

test('texts have names of their own', () => {
  const texts = ['', '渡', '口', '渡口', '口渡', TEXT, `${TEXT}。`];
  expect(new Set(texts.map(textKey)).size).toBe(texts.length);
  expect(textKey('渡口')).toBe(textKey('渡口'));
});
