import { expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { findingsIn } from '../run.ts';

const SIMPLIFIED = '渡口今天通航，老船工说这条河他走了四十年，闭着眼睛也认得每一处浅滩，孩子们听得入了神。';
const TRADITIONAL = '渡口今天通航，老船工說這條河他走了四十年，閉著眼睛也認得每一處淺灘，孩子們聽得入了神。';

const found = (page: string, text: string) => {
  const { source, articles } = issueOf(`a1 body: ${page.repeat(2)}`, `a1 body: ${text}`);
  return findingsIn(source, articles[0]!, []).filter(({ check }) => check === 'script').map(({ passage, range, data }) => `${passage} ${range.from} ${data['likely']}`);
};

test.each([
  [SIMPLIFIED, '如今總算可以放心过一个汛期了。', ['p2 2 总']],
  [SIMPLIFIED, '岸边的桃枝發芽，树上也开了幾朵花。', ['p2 5 发', 'p2 13 几']],
  [SIMPLIFIED, '如今-[总]+[總]算可以放心过一个汛期了。', ['p2 3 总']],
  [TRADITIONAL, '如今总算可以放心過一個汛期，岸邊開了花。', ['p2 2 總']],
  [TRADITIONAL, '如今發現頭發長了，岸邊說話的发見。', ['p2 14 ']],
])('on a page that begins %s, %s has %j', (page, text, strays) => {
  expect(found(page, text)).toEqual(strays);
});

test.each([
  [SIMPLIFIED, '皇后著书，乾坤朗朗，于是在台上说后来的事。'],
  [SIMPLIFIED, '碑上刻着“河清歲晏”，说是“萬里長風”的意思，如今还认得出来。'],
  [SIMPLIFIED, '長風萬里送秋雁，對此可以酣高樓。'],
  [SIMPLIFIED, '运动员王濛说这条河真清，梁靖崑也说认得。'],
  [TRADITIONAL, '皇后著書，乾坤朗朗，于氏在台上。'],
  [SIMPLIFIED + TRADITIONAL, '如今總算说好了。'], // nobody can tell which is meant
])('on a page that begins %s, %s is left alone', (page, text) => {
  expect(found(page, text)).toEqual([]);
});
