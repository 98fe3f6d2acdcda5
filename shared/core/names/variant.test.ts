import { expect, test } from 'vitest';
import { readLookAlikes } from '../language/look-alikes.ts';
import { countNames } from './register.ts';
import { variantOf } from './variant.ts';

const lookAlikes = readLookAlikes({ 末: '未木', 未: '末', 磊: '石' });
const page = (name: string) => `本报讯（记者 ${name}）渡口`;

test('a name is meant otherwise where one that looks like it is oftener', () => {
  const names = countNames([...Array.from({ length: 9 }, () => page('方未晴')), page('方末晴')]);
  expect(variantOf('方末晴', names, lookAlikes)).toMatchObject({ at: 1, meant: { name: '方未晴', times: 9, pages: 9 }, read: { times: 1, pages: 1 } });
  expect(variantOf('方末晴', names, lookAlikes)!.probability).toBeGreaterThan(0.8);
  expect(variantOf('方未晴', names, lookAlikes)!.probability).toBeLessThan(0.5);
});

test('people whose names differ in characters that do not look alike are two people', () => {
  const names = countNames([page('石磊'), page('石岩'), page('石岩')]);
  expect(variantOf('石磊', names, lookAlikes)).toBeNull();
  expect(variantOf('沈若川', names, lookAlikes)).toBeNull();
});

test('a name counts wherever it stands once a credit tells that it is one; of two characters in credits alone', () => {
  const names = countNames([page('方未晴'), '方未晴说', page('石磊'), '石磊在河边']);
  expect(names.of('方未晴')).toEqual({ name: '方未晴', times: 2, pages: 2 });
  expect(names.of('石磊')).toEqual({ name: '石磊', times: 1, pages: 1 });
});

test('of two names as often as each other that one is meant whose character is misread elsewhere too', () => {
  const names = countNames([page('方未晴'), page('方末晴')]);
  const misread = (read: string, meant: string) => (read === '末' && meant === '未' ? 4 : 0);
  expect(variantOf('方末晴', names, lookAlikes)!.probability).toBeLessThan(0.5);
  expect(variantOf('方末晴', names, lookAlikes, misread)!.probability).toBeGreaterThan(0.7);
  expect(variantOf('方未晴', names, lookAlikes, misread)!.probability).toBeLessThan(0.2);
});

test('two short names are one the likelier if another pair of names differs in the same characters', () => {
  const [once, again] = [[page('方未'), page('方未'), page('方未'), page('方末')], [page('石未'), page('石末')]];
  const [alone, together] = [once, [...once, ...again]].map((pages) => variantOf('方末', countNames(pages), lookAlikes)!.probability);
  expect(together).toBeGreaterThan(alone! + 0.1);
});

test('the more people bear a given name, the sooner two of them are two people, whose family names look alike by chance', () => {
  const credits = (...names: readonly string[]) => variantOf('末建国', countNames(['末建国', ...Array.from({ length: 9 }, () => '未建国'), ...names].map(page)), lookAlikes)!.probability;
  expect(credits()).toBeGreaterThan(0.8);
  expect(credits('石建国')).toBeLessThan(credits());
  expect(credits('石建国', '方建国', '沈建国', '裴建国', '童建国', '温建国')).toBeLessThan(0.5);
  expect(credits('石晴', '方晴', '石建设', '方建设')).toBe(credits()); // other names tell nothing of this one
});
