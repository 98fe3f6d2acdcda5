import { expect, test } from 'vitest';
import { exportedPage, exportedTexts } from '../../testing/exporting.ts';
import { issueOf } from '../../testing/notation.ts';
import { text } from './text.ts';
import { textPages } from './text-pages.ts';

const issue = issueOf('a1 kicker: 石桥街道', 'a1 headline: 装电梯', 'a1 body: 本报讯（记者 周允）“-[抵]+[低]偿”的办法。', 'a1 credit: 周允摄', 'a2 headline: 备战忙', 'a2 byline: 本报记者 何青', 'a2 body: 天刚亮。');

test('text: a file an article, in a folder of its issue file', () => {
  expect(exportedTexts(text, [exportedPage(issue)])).toEqual({
    '2024-05/清河晚报_20240518_03/01 装电梯 qh-a1.txt': '石桥街道\n装电梯\n\n本报讯（记者 周允）“低偿”的办法。\n\n周允摄\n',
    '2024-05/清河晚报_20240518_03/02 备战忙 qh-a2.txt': '备战忙\n何青\n\n天刚亮。\n',
  });
});

test('text-pages: a file an issue file', () => {
  expect(exportedTexts(textPages, [exportedPage(issue)], { reading: 'printed' })).toEqual({
    '2024-05/清河晚报_20240518_03.txt': '石桥街道\n装电梯\n\n本报讯（记者 周允）“抵偿”的办法。\n\n周允摄\n\n\n备战忙\n何青\n\n天刚亮。\n',
  });
  expect(exportedTexts(textPages, [exportedPage(issueOf('- banner: 栏'))])).toEqual({});
});

test('no headline leads out of its folder', () => {
  const paths = ['../../甲', 'C:\\甲', '.', '..', 'CON', '甲/乙', '\u202E甲', 'a'.repeat(400)].map((headline) => Object.keys(exportedTexts(text, [exportedPage(issueOf(`a1 headline: ${headline}`))]))[0]!);
  for (const path of paths) {
    expect(path.split('/')).toHaveLength(3);
    expect(path).not.toMatch(/[\\:*?"<>|\p{Cc}\p{Cf}]|\.\.|\/\./u);
  }
});

test('controls stand as their pictures', () => {
  const page = issueOf('a1 body: 甲乙\t丙');
  expect(Object.values(exportedTexts(text, [exportedPage({ ...page, source: page.source.replace('甲', '\u0000').replace('乙', '\u001b') })]))).toEqual(['␀␛\t丙\n']);
});
