import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invariant } from '#util/invariant.ts';
import { applyAll } from '../edits/apply.ts';
import type { Edit } from '../edits/edit.ts';
import { anchorAll } from '../edits/rebase/anchor.ts';
import { fieldsOf } from '../model/fields.ts';
import { articleId, passageId } from '../model/ids.ts';
import type { Article, Issue } from '../model/issue.ts';
import { arbitraryIssue } from '../testing/arbitrary-issue.ts';
import { exportedPage } from '../testing/exporting.ts';
import { issueOf } from '../testing/notation.ts';
import type { PageHistory } from './attribution.ts';
import { pageRecord } from './page-record.ts';
import type { RecordOptions } from './page-record.ts';
import type { Agent } from './record.ts';

const made = (issue: Issue, more: Partial<RecordOptions> = {}) => exportedPage(issue, {}, more);

const joined = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text).join('');

const isApproved = ({ status }: Article) => status === 'approved';

test('whatever a page holds: runs give the texts, and offsets are code points of the source', () => {
  fc.assert(
    fc.property(arbitraryIssue, (issue) => {
      const page = made(issue);
      const points = Array.from(issue.source);
      page.articles.forEach((article, k) => {
        expect(article).toMatchObject(fieldsOf(issue.source, issue.articles[k]!, 'emended'));
        expect(article.asPrinted).toEqual(fieldsOf(issue.source, issue.articles[k]!, 'printed'));
      });
      for (const { passages, corrections } of [...page.articles, ...page.aside.map((passage) => ({ passages: [passage], corrections: passage.corrections }))]) {
        for (const { runs, emended } of passages) {
          expect(joined(runs.filter(({ kind }) => kind !== 'struck'))).toBe(emended);
          for (const run of runs) {
            if ('from' in run) expect(points.slice(run.from, run.to).join('').replace(/\s/gu, '')).toContain(run.text.trim().split(/\s/u)[0]!);
          }
        }
        const named = passages.flatMap(({ runs }) => runs.flatMap((run) => ('correction' in run ? [run.correction] : [])));
        expect(named).toEqual(named.toSorted((a, b) => a - b));
        expect([...new Set(named)]).toEqual(corrections.map((_, n) => n));
        for (const { at, after, passage, contextBefore, contextAfter } of corrections) {
          const emended = Array.from(passages[passage]!.emended);
          expect(emended.slice(at.from, at.to).join('')).toBe(after);
          expect(emended.slice(Math.max(0, at.from - 16), at.from).join('')).toBe(contextBefore);
          expect(emended.slice(at.to, at.to + 16).join('')).toBe(contextAfter);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a correction says what stood, what stands, and where, in code points', () => {
  const [article] = made(issueOf('a1 headline: 𠮷祥', 'a1 body: 𠮷“公-[抵]+[低]偿”□的-[的]办法')).articles;
  expect(article!.corrections).toMatchObject([
    { kind: 'replaced', before: '抵', after: '低', contextBefore: '𠮷“公', contextAfter: '偿”□的办法', passage: 1, role: 'body', at: { from: 3, to: 4 }, source: { from: 7, to: 8 } },
    { kind: 'gap', before: '', after: '□', at: { from: 6, to: 7 }, source: { from: 10, to: 10 } },
    { kind: 'struck', before: '的', after: '', at: { from: 8, to: 8 }, source: { from: 11, to: 12 } },
  ]);
  expect(article!.passages[1]!.runs.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['kept 𠮷“公', 'struck 抵', 'added 低', 'kept 偿”', 'gap □', 'kept 的', 'struck 的', 'kept 办法']);
  expect(article!.passages[1]).toMatchObject({ emended: '𠮷“公低偿”□的办法', printed: '𠮷“公抵偿”的的办法', ranges: [{ from: 4, to: 14 }] });
});

describe('who', () => {
  const base = issueOf('a1 headline: 题', 'a1 body: 公益抵偿的办法很好', 'a2 body: 乙', '- furniture: 栏');
  const person = (who: string): Agent => ({ kind: 'person', who, when: `2024-05-0${who.length}T00:00:00.000Z`, act: 'typing' });
  const type = (from: number, to: number, text: string, why = 'typed'): Edit => ({ kind: 'replaceText', passage: passageId('p2'), from, to, put: { text, why: { id: why } } });

  /** The page after what some people did to it one after the other. */
  function after(...acts: readonly (readonly [Agent, readonly Edit[]])[]) {
    let issue = base;
    const history: PageHistory[number][] = [];
    for (const [by, edits] of acts) {
      const [anchored, next] = [anchorAll(issue, edits), applyAll(issue, edits)];
      invariant(anchored.ok && next.ok, 'the edits of the test can be made');
      history.push({ by, edits: anchored.value });
      issue = next.value;
    }
    return made(issue, { history });
  }
  const told = (page: ReturnType<typeof made>) => page.articles[0]!.corrections.map(({ before, after: put, by }) => `${before}>${put} ${by.who}`);

  test('each correction is by whoever made it, also where they stand side by side', () => {
    expect(told(after([person('a'), [type(2, 3, '低')]], [person('bb'), [type(6, 7, '')]]))).toEqual(['抵>低 a', '办> bb']);
    expect(told(after([person('a'), [type(2, 3, '低')]], [person('bb'), [type(4, 5, '尝')]]))).toEqual(['抵>低 a', '偿>尝 bb']);
    expect(told(after([person('a'), [type(0, 0, '甲')]], [person('bb'), [type(10, 10, '乙')]]))).toEqual(['>甲 a', '>乙 bb']);
  });

  test('a suggestion taken stays its taker’s where another typed beside it later', () => {
    expect(told(after([person('a'), [type(2, 3, '', 'check.mended')]], [person('bb'), [type(3, 3, '甲')]]))).toEqual(['抵> a', '>甲 bb']);
  });

  test('what is typed over is by the one who typed last', () => {
    expect(told(after([person('a'), [type(2, 3, '低')]], [person('bb'), [type(3, 4, '底')]]))).toEqual(['抵>底 bb']);
  });

  test('what the machine marked is by the machine, and says how sure it was', () => {
    const issue = { ...base, articles: [{ ...base.articles[0]!, passages: [{ ...base.articles[0]!.passages[1]!, pieces: [...base.articles[0]!.passages[1]!.pieces, { kind: 'gap' as const, extent: 1, why: { id: 'flow.reason.lost-character', data: { sure: 70 } } }] }, base.articles[0]!.passages[0]!] }, base.articles[1]!] };
    expect(made(issue).articles[0]!.corrections).toMatchObject([{ kind: 'gap', probability: 0.7, by: { kind: 'machine' } }]);
  });

  test('approvals that hold, and who set aside', () => {
    const status = (to: 'approved' | 'in-work'): Edit => ({ kind: 'setStatus', article: articleId('a1'), status: to });
    const page = after(
      [person('a'), [status('approved')]], [person('bb'), [status('in-work')]], [person('ccc'), [status('approved')]],
      [person('dddd'), [{ kind: 'setAside', moves: [{ passage: passageId('p3'), to: { article: null, after: null }, role: 'furniture' }] }]],
    );
    expect(page.articles[0]!).toMatchObject({ checkedBy: 'person', approvals: [{ who: 'ccc' }] });
    expect(page.aside.map(({ emended, by }) => `${emended} ${by.kind} ${by.who}`).toSorted()).toEqual(['乙 person dddd', '栏 machine ']);
  });
});

test('what stands aside leaves where it is asked for', () => {
  const issue = issueOf('a1 body: 甲', '- banner: 栏');
  expect(made(issue, { withAside: false }).aside).toEqual([]);
  expect(made(issue).aside).toMatchObject([{ role: 'banner', emended: '栏', twin: null }]);
});

test('a duplicate names what it repeats', () => {
  const issue = issueOf('a1 headline: 题', 'a1 body: 甲', '- duplicate: 甲');
  const twin = { ...issue, aside: [{ ...issue.aside[0]!, twin: passageId('p2') }] };
  expect(made(twin).aside[0]!.twin).toEqual({ articleId: 'qh-a1', passage: 1 });
  expect(made(twin, { wanted: isApproved }).aside[0]!.twin).toBe(null);
});

test('only approved articles, with their place on the page kept', () => {
  const issue = issueOf('a1 headline: 甲', 'a2 headline: 乙');
  const approved = { ...issue, articles: issue.articles.map((article, index) => ({ ...article, status: index ? ('approved' as const) : ('new' as const) })) };
  expect(made(approved, { wanted: isApproved }).articles.map(({ headline, position, checkedBy }) => [headline, position, checkedBy])).toEqual([['乙', 2, 'person']]);
});

test('a page whose account does not add up is refused, with the place', () => {
  const issue = issueOf('a1 headline: 甲', 'a1 body: 乙');
  const { source: _, ledger: _ledger, articles: _articles, aside: _aside, unusual: _unusual, ...facts } = made(issue);
  expect(pageRecord({ ...issue, articles: [] }, facts, { wanted: () => true, withAside: true, history: [], publicId: String, labels: () => ({ en: '', zh: '' }) }))
    .toEqual({ ok: false, error: { code: 'lost', at: 0 } });
});

test('characters that not everything reads alike are counted, of the source as it was decoded and of what was added, with where first', () => {
  const issue = issueOf('a1 headline: 甲乙丙', 'a1 body: 丁戊+[己\uE000\uE000]庚+[\u0378]', '- banner: 辛+[\u0007]');
  const source = issue.source.replace('乙', '\uD800').replace('丁', '\uE000').replace('庚', '\u0007');
  expect(made({ ...issue, source }).unusual).toEqual([
    { code: 0x07, kind: 'control', count: 2, at: 7 },
    { code: 0x378, kind: 'unassigned', count: 1, at: 8 },
    { code: 0xd800, kind: 'lone-surrogate', count: 1, at: 1 },
    { code: 0xe000, kind: 'private-use', count: 3, at: 5 },
  ]);
});
