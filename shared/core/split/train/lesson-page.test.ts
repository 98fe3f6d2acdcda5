import { describe, expect, it } from 'vitest';
import { blockText, parseBlocks } from '../../parse/blocks.ts';
import { type LessonPage, readLesson } from './lesson-page.ts';
import { goldOf } from './truth.ts';

const read = (...lines: readonly string[]): LessonPage => {
  const page = readLesson(lines.join('\n'));
  if (!page.ok) throw new Error(`${page.error.code} in line ${page.error.line}`);
  return page.value;
};

/** Each block of the page as `gap role→continues text`. */
const shown = ({ source, truth }: LessonPage) =>
  parseBlocks(source).map((block, index) => {
    const { role, continues } = truth.blocks[index]!;
    return `${block.gap} ${role}${continues === null ? '' : `→${continues}`} ${blockText(source, block)}`;
  });

const articles = ({ truth }: LessonPage) => truth.articles.map(({ blocks }) => blocks);

describe('readLesson', () => {
  it('reads roles, articles and distances', () => {
    const page = read('# two articles', 'B 渡口新闻', '=', 'k 南岸街道', 's|h 小题', 'b 正文。', '', '', 'c 图注', 'F 第3版', 'b 末段。', '=', 'h 又一篇', 'b 短讯。');
    expect(shown(page)).toEqual([
      '0 banner 渡口新闻',
      '1 kicker 南岸街道',
      '1 subhead 小题',
      '1 body 正文。',
      '3 caption 图注',
      '1 furniture 第3版',
      '1 body 末段。',
      '1 headline 又一篇',
      '1 body 短讯。',
    ]);
    expect(articles(page)).toEqual([[1, 2, 3, 4, 6], [7, 8]]);
    expect(page.truth.blocks[2]!.roles).toEqual(['subhead', 'headline']);
    expect(page.truth.blocks[3]!).not.toHaveProperty('roles');
  });

  it('cuts paragraphs at columns, over captions, and wraps headlines', () => {
    const page = read('=', 'h 一座桥的', 'h+ 两种走法', 'b 桥上|人多[，]|船少', 'c 桥', 'r 某某摄', 'b+ 得很。');
    expect(shown(page)).toEqual(['0 headline→1 一座桥的', '1 headline 两种走法', '1 body→3 桥上', '1 body→4 人多', '1 body→7 船少', '1 caption 桥', '1 credit 某某摄', '1 body 得很。']);
    expect(page.lost).toEqual([{ block: 3, offset: 2, text: '，' }]);
    expect(goldOf(page.truth).ok).toBe(true);
  });

  it('puts what is meant for what is printed, keeps line ends inside a block, and knows what is lost', () => {
    const page = read('=', 'h {低/抵}偿', 'b 从{一/}个{/的}渡口到[另]', 'b+ 一个⏎渡口，他~~走了。~~');
    expect(page.truncated).toEqual([page.truth.blocks.length - 1]);
    expect(shown(page).slice(0, 2)).toEqual(['0 headline 抵偿', '1 body→2 从个的渡口到']);
    expect(shown(page)[2]).toBe('1 body 一个\n渡口，他');
    expect(page.misread).toEqual([
      { block: 0, offset: 0, meant: '低', printed: '抵' },
      { block: 1, offset: 1, meant: '一', printed: '' },
      { block: 1, offset: 2, meant: '', printed: '的' },
    ]);
    expect(page.lost).toEqual([
      { block: 1, offset: 6, text: '另' },
      { block: 2, offset: 7, text: '走了。' },
    ]);
  });

  it('prints labelled blocks where it is told to, and once more', () => {
    const page = read('=', 'h 甲', 'b#x 甲一，', 'b+#y 甲二。', '=', 'h 乙', '>#x', '*#x {甲/申}一，', '>#y', '', 'b 乙一。');
    expect(shown(page)).toEqual(['0 headline 甲', '1 headline 乙', '1 body→4 甲一，', '1 duplicate 申一，', '1 body 甲二。', '2 body 乙一。']);
    expect(articles(page)).toEqual([[0, 2, 4], [1, 5]]);
    expect(page.duplicates).toEqual([{ block: 3, of: 2 }]);
  });

  it.each([
    ['unknown-line', 1, ['标题']],
    ['unknown-line', 2, ['=', 'x 正文']],
    ['unknown-line', 2, ['=', 'b  正文']],
    ['unknown-line', 1, ['> #a']],
    ['repeated-role', 2, ['=', 'b|b 正文']],
    ['stray-mark', 2, ['=', 'b 正{文']],
    ['stray-mark', 2, ['=', 'b 正[文]完']],
    ['stray-mark', 2, ['=', 'b 正~~文~~完']],
    ['stray-mark', 2, ['=', 'b 正{文/文}']],
    ['empty-piece', 2, ['=', 'b 正|']],
    ['empty-piece', 2, ['=', 'b 正 |文']],
    ['cut-not-body', 2, ['=', 'h 正|文']],
    ['cut-labelled', 2, ['=', 'b#a 正|文', '*#a']],
    ['cut-labelled', 3, ['=', 'b#a 正文', '*#a 正|文']],
    ['outside-article', 1, ['b 正文']],
    ['outside-article', 4, ['=', 'b 正文', 'B 栏目', 'b 正文']],
    ['outside-article', 1, ['F+ 版务']],
    ['empty-article', 1, ['=', '=', 'b 正文']],
    ['empty-article', 3, ['=', 'b 正文', '=']],
    ['empty-article', 1, ['=', 'B 栏目']],
    ['nothing-to-go-on-with', 3, ['=', 'h 题', 'b+ 正文']],
    ['cut-without-rest', 2, ['=', 'b 正[文]']],
    ['cut-without-rest', 2, ['=', 'b 正[文]', 'b 又', 'b+ 完']],
    ['label-taken', 3, ['=', 'b#a 正文', 'b#a 正文', '*#a']],
    ['label-unused', 2, ['=', 'b#a 正文']],
    ['label-unknown', 3, ['=', 'b 正文', '>#a']],
    ['printed-twice', 4, ['=', 'b#a 正文', '>#a', '>#a']],
    ['copy-above', 2, ['=', '*#a', 'b#a 正文']],
    ['copy-differs', 3, ['=', 'b#a 正文', '*#a 正支']],
    ['blank-unprinted', 3, ['=', '', 'b#a 正文', 'h 题', '>#a']],
    ['no-blocks', 1, ['# 空']],
  ] as const)('refuses: %s, line %i', (code, line, lines) => {
    expect(readLesson(lines.join('\n'))).toEqual({ ok: false, error: { code, line } });
  });
});
