import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invariant } from '#util/invariant.ts';
import { issueOf } from '../../testing/notation.ts';
import { pageRecord } from '../page-record.ts';
import { safeName } from '../file-name.ts';
import { EXPORTERS } from '../registry.ts';
import { jsonl } from './jsonl.ts';
import { text } from './text.ts';

const facts = { newspaper: '清河晚报', edition: '', date: '2024-05-18', page: '3', sourceFile: '2024-05/清河晚报_20240518_03.txt', sourceSha256: 'ab', encoding: 'utf-8', splitter: 'test-1' };
const options = { wanted: () => true, withAside: true, history: [], publicId: (id: string) => `qh-${id}`, labels: () => ({ en: 'society', zh: '社会' }) };

function page(...lines: readonly string[]) {
  const made = pageRecord(issueOf(...lines), facts, options);
  invariant(made.ok, 'the ledger of a test page holds');
  return made.value;
}

const one = page('a1 kicker: 石桥街道', 'a1 headline: 装电梯', 'a1 body: 本报讯（记者 周允）“-[抵]+[低]偿”的办法。', 'a1 credit: 周允摄', 'a2 headline: 备战忙', 'a2 byline: 本报记者 何青', 'a2 body: 天刚亮。');

test('the registry is sorted and no two formats share an id', () => {
  const ids = EXPORTERS.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted());
});

describe('jsonl', () => {
  test('one line an article, with every column, as emended', () => {
    const lines = [...jsonl.chunks(one)].map(({ path, text: line }) => [path, JSON.parse(line) as Record<string, unknown>] as const);
    expect(lines.map(([path]) => path)).toEqual(['articles.jsonl', 'articles.jsonl']);
    expect(lines[0]![1]).toMatchObject({ article_id: 'qh-a1', newspaper_name: '清河晚报', headline: '装电梯', byline: '周允', article: '本报讯（记者 周允）“低偿”的办法。', corrections: 1, checked_by: 'machine' });
    expect(Object.keys(lines[0]![1]).slice(0, 8)).toEqual(['article_id', 'newspaper_name', 'edition', 'date', 'page', 'headline', 'byline', 'article']);
    expect(Object.keys(lines[0]![1])).toEqual(Object.keys(lines[1]![1]));
  });
});

describe('text', () => {
  test('a file an article, in a folder of its issue file', () => {
    expect([...text.chunks(one)]).toEqual([
      { path: '2024-05/清河晚报_20240518_03/01 装电梯 qh-a1.txt', text: '石桥街道\n装电梯\n\n本报讯（记者 周允）“低偿”的办法。\n\n周允摄\n' },
      { path: '2024-05/清河晚报_20240518_03/02 备战忙 qh-a2.txt', text: '备战忙\n何青\n\n天刚亮。\n' },
    ]);
  });

  test('no headline leads out of its folder', () => {
    const paths = ['../../甲', 'C:\\甲', '.', '..', 'CON', '甲/乙', '\u202E甲', 'a'.repeat(400)].map((headline) => [...text.chunks(page(`a1 headline: ${headline}`))][0]!.path);
    for (const path of paths) {
      expect(path.split('/')).toHaveLength(3);
      expect(path).not.toMatch(/[\\:*?"<>|\p{Cc}\p{Cf}]|\.\.|\/\./u);
    }
  });
});

test('only approved articles, with their place on the page kept', () => {
  const issue = issueOf('a1 headline: 甲', 'a2 headline: 乙');
  const approved = { ...issue, articles: issue.articles.map((article, index) => ({ ...article, status: index ? ('approved' as const) : ('new' as const) })) };
  const made = pageRecord(approved, facts, { ...options, wanted: ({ status }) => status === 'approved' });
  expect(made.ok && made.value.articles.map(({ headline, position, checkedBy }) => [headline, position, checkedBy])).toEqual([['乙', 2, 'person']]);
});

test('a page whose account does not add up is refused, with the place', () => {
  const issue = issueOf('a1 headline: 甲', 'a1 body: 乙');
  expect(pageRecord({ ...issue, articles: [] }, facts, options)).toEqual({ ok: false, error: { code: 'lost', at: 0 } });
});

test('a safe name is safe whatever it is made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeName(name);
      expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cs}]|^[\s.]|[\s.]$/u);
      expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(161);
      expect(safeName(safe)).toBe(safe);
    }),
  );
  expect([safeName('CON'), safeName('aux.txt'), safeName('console'), safeName('“小巷管家”上岗记')]).toEqual(['_CON', '_aux.txt', 'console', '“小巷管家”上岗记']);
});
