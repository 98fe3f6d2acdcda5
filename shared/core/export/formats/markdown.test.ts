import { load } from 'js-yaml';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { issueOf } from '../../testing/notation.ts';
import { exportedPage, exportedTexts } from '../../testing/exporting.ts';
import { yaml } from '../yaml.ts';
import type { Yaml } from '../yaml.ts';
import { markdown, markdownText } from './markdown.ts';

test('a file an article: what is known as YAML, then the article', () => {
  const issue = issueOf('a1 kicker: 石桥街道', 'a1 headline: 装*电梯*: #1', 'a1 byline: 本报记者 何青', 'a1 body: “-[抵]+[低]偿”的办法。', 'a1 subhead: 一', 'a1 body: 1. 甲_乙', 'a1 credit: 周允摄');
  const [[path, text]] = Object.entries(exportedTexts(markdown, [exportedPage(issue)])) as [[string, string]];
  expect(path).toBe('2024-05/清河晚报_20240518_03/01 装 电梯 #1 qh-a1.md');
  const [, head, body] = text.split(/^---$/mu);
  expect(load(head!)).toMatchObject({ article_id: 'qh-a1', date: '2024-05-18', page: '3', headline: '装*电梯*: #1', topics: [], checked_by: 'machine', corrections: 1, reading: 'emended' });
  expect(body).toBe('\n\n*石桥街道*\n\n# 装\\*电梯\\*: #1\n\n何青\n\n“低偿”的办法。\n\n## 一\n\n1\\. 甲\\_乙\n\n> 周允摄\n');
});

test('what YAML would take for something else is read back as it was', () => {
  const value: fc.Arbitrary<Yaml> = fc.letrec<{ value: Yaml }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()), fc.constantFrom('yes', 'null', '012', '~', '2024-05-18', '- a', 'a: b', '\u0085', '\u2028', '\uFEFF')),
      fc.integer(), fc.boolean(), fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.string({ unit: 'grapheme-ascii' }).filter((key) => key !== '__proto__'), tie('value'), { maxKeys: 3 }),
    ),
  })).value;
  fc.assert(fc.property(value, (one) => {
    expect(load(yaml({ one }))).toEqual({ one });
  }), { numRuns: 1000 });
});

test.each([
  ['- 甲', '\\- 甲'], ['# 甲', '\\# 甲'], ['12) 甲', '12\\) 甲'], ['2024年', '2024年'], ['甲\n乙', '甲\\\n乙'], ['<b>&amp;', '\\<b\\>\\&amp;'], ['甲\n=== ', '甲\\\n\\=== '],
])('%s stands for itself', (text, expected) => expect(markdownText(text)).toBe(expected));
