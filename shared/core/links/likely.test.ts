import { expect, test } from 'vitest';
import { jumpLinesIn } from './jump-lines.ts';
import { likeliness } from './likely.ts';

const article = (page: string, headline: string, text = '', isLinked = false) => ({ page, headline, jumps: jumpLinesIn(text), isLinked });

test('what the two articles say of each other speaks for a link', () => {
  const own = article('1', '清河大堤加高一米', '工程今年完工（下转第3版“大堤加高”）');
  expect(likeliness(own, article('3', '大堤加高一米，百姓安心'), 'next').reasons).toEqual(['names-title', 'names-page']);
  expect(likeliness(own, article('03', '渡口的早市', '（上接第1版）人来人往'), 'next').reasons).toEqual(['names-page', 'named-there']);
  expect(likeliness(own, article('4', '清河大堤加高一米'), 'next').reasons).toEqual(['headline']);
  expect(likeliness(own, article('4', '渡口的早市', '（上接第2版）'), 'next')).toEqual({ weight: 0, reasons: [] });
});

test('it counts on the side that is asked about', () => {
  const [first, second] = [article('1', '甲地消息', '（下转5版）'), article('5', '乙地消息', '（上接1版）')];
  expect(likeliness(first, second, 'next').reasons).toEqual(['names-page', 'named-there']);
  expect(likeliness(second, first, 'previous').reasons).toEqual(['names-page', 'named-there']);
  expect(likeliness(first, second, 'previous').reasons).toEqual([]);
});

test('one that is an end of another link already comes behind those that are not', () => {
  const own = article('1', '甲地消息', '（下转5版）');
  const [free, linked] = [article('5', '乙地消息'), article('5', '甲地消息', '（上接1版）', true)];
  expect(likeliness(own, linked, 'next').weight).toBeLessThan(likeliness(own, free, 'next').weight);
});
