import { expect, test } from 'vitest';
import { articleId, passageId } from '#core/model/ids.ts';
import type { LinkSide } from '#core/model/issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

const FRONT = issueOf('a1 headline: 清河大堤加高一米', 'a1 body: 工程从三月开始，一直做到了', 'a1 body: （下转第3版）', 'a2 headline: 早市', 'a2 body: 天还没亮。');
const third = (n: number) => issueOf(`c${n}a headline: 渡口`, `c${n}a body: 船来了。`, `c${n}b body: （上接第1版）十月才停工，大家都松了一口气。`, `c${n}b body: 水退了${n}尺。`);

const path = (n: number) => `清河晚报_20240518_0${n}.txt`;

async function paper(): Promise<Engine> {
  const engine = await openOn(temporaryProject());
  record(engine, readReport(path(1), FRONT), ...[3, 4, 5].map((n) => readReport(path(n), third(n))));
  return engine;
}

const at = (engine: Engine, n: number, article: string) => ({ issue: issueAt(engine, path(n)), article: articleId(article) });
const link = (engine: Engine, from: ReturnType<typeof at>, to: ReturnType<typeof at>) => engine.call('link.set', { once: once(), from, to });

/** The links of a page: `a1>3` goes on on page 3, `?` where that is lost, `~` where it goes round. */
async function linksOf(engine: Engine, n: number): Promise<readonly string[]> {
  const links = must(await engine.call('link.of', { issue: issueAt(engine, path(n)) }));
  return links.map(({ of, side, metadata, article, goesRound }) => `${of}${side === 'next' ? '>' : '<'}${article ?? '?'}${goesRound ? '~' : ''} ${metadata.page}`);
}

const edit = (engine: Engine, n: number, version: number, edits: Parameters<typeof engine.call<'issue.edit'>>[1]['edits']) =>
  engine.call('issue.edit', { once: once(), issue: issueAt(engine, path(n)), version, label: 'text', edits });

test('an article goes on in another: both pages say so, as one entry that either takes back and does again', async () => {
  const engine = await paper();
  const [from, to] = [at(engine, 1, 'a1'), at(engine, 3, 'c3b')];
  must(await link(engine, from, to));
  expect([await linksOf(engine, 1), await linksOf(engine, 3)]).toEqual([['a1>c3b 03'], ['c3b<a1 01']]);
  const [said] = must(await engine.call('link.of', { issue: to.issue }));
  expect(said).toMatchObject({ headline: '清河大堤加高一米', path: path(1), metadata: { date: '2024-05-18' } });
  const opened = must(await engine.call('issue.open', { issue: to.issue }));
  expect(opened.tree.articles.map(({ status }) => status)).toEqual(['new', 'in-work']);

  const undone = must(await engine.call('history.undo', { once: once(), issue: to.issue }));
  expect(undone.label).toBe('link');
  expect([await linksOf(engine, 1), await linksOf(engine, 3)]).toEqual([[], []]);
  expect(must(await engine.call('issue.open', { issue: from.issue })).tree).toEqual({ articles: FRONT.articles, aside: FRONT.aside });
  must(await engine.call('history.redo', { once: once(), issue: from.issue }));
  expect([await linksOf(engine, 1), await linksOf(engine, 3)]).toEqual([['a1>c3b 03'], ['c3b<a1 01']]);
});

test('an article goes on in one and comes from one: what was said before gives way, in the same entry', async () => {
  const engine = await paper();
  must(await link(engine, at(engine, 1, 'a1'), at(engine, 3, 'c3b')));
  must(await link(engine, at(engine, 4, 'c4b'), at(engine, 5, 'c5b')));
  must(await link(engine, at(engine, 1, 'a1'), at(engine, 5, 'c5b')));
  expect(await Promise.all([1, 3, 4, 5].map((n) => linksOf(engine, n)))).toEqual([['a1>c5b 05'], [], [], ['c5b<a1 01']]);
  must(await engine.call('history.undo', { once: once(), issue: issueAt(engine, path(5)) }));
  expect(await Promise.all([1, 3, 4, 5].map((n) => linksOf(engine, n)))).toEqual([['a1>c3b 03'], ['c3b<a1 01'], ['c4b>c5b 05'], ['c5b<c4b 04']]);
});

test('what cannot be is refused, and nothing is done; what is so already is no entry', async () => {
  const engine = await paper();
  must(await link(engine, at(engine, 1, 'a1'), at(engine, 3, 'c3b')));
  must(await link(engine, at(engine, 3, 'c3b'), at(engine, 4, 'c4b')));
  const codes = async (...ends: Parameters<typeof link>) => {
    const answer = await link(...ends);
    return answer.ok ? 'ok' : answer.error.code;
  };
  expect(await codes(engine, at(engine, 4, 'c4b'), at(engine, 1, 'a1'))).toBe('link-goes-round');
  expect(await codes(engine, at(engine, 3, 'c3b'), at(engine, 1, 'a1'))).toBe('link-goes-round');
  expect(await codes(engine, at(engine, 1, 'a1'), at(engine, 1, 'a2'))).toBe('link-on-one-page');
  expect(await codes(engine, at(engine, 1, 'a1'), at(engine, 1, 'a1'))).toBe('link-on-one-page');
  expect(await codes(engine, at(engine, 1, 'a1'), at(engine, 3, 'gone'))).toBe('no-such-article');
  const before = must(await engine.call('history.list', { issue: null, before: null, limit: 10 })).length;
  expect(await codes(engine, at(engine, 1, 'a1'), at(engine, 3, 'c3b'))).toBe('ok');
  expect(must(await engine.call('history.list', { issue: null, before: null, limit: 10 }))).toHaveLength(before);
});

test.each<LinkSide>(['next', 'previous'])('unlinked from either end (%s), both say no more of it', async (side) => {
  const engine = await paper();
  const [from, to] = [at(engine, 1, 'a1'), at(engine, 3, 'c3b')];
  must(await link(engine, from, to));
  must(await engine.call('link.drop', { once: once(), ...(side === 'next' ? from : to), side }));
  expect([await linksOf(engine, 1), await linksOf(engine, 3)]).toEqual([[], []]);
  must(await engine.call('history.undo', { once: once(), issue: from.issue }));
  expect([await linksOf(engine, 1), await linksOf(engine, 3)]).toEqual([['a1>c3b 03'], ['c3b<a1 01']]);
});

test('where the other article is merged away the link is lost, is said to be, and comes back with it; merged into the one that is linked, it stays', async () => {
  const engine = await paper();
  must(await link(engine, at(engine, 1, 'a1'), at(engine, 3, 'c3b')));
  must(await edit(engine, 3, 1, [{ kind: 'mergeAbove', article: articleId('c3b') }]));
  expect([await linksOf(engine, 1), await linksOf(engine, 3)]).toEqual([['a1>? 03'], []]);
  must(await engine.call('history.undo', { once: once(), issue: issueAt(engine, path(3)) }));
  expect(await linksOf(engine, 1)).toEqual(['a1>c3b 03']);
  must(await edit(engine, 1, 1, [{ kind: 'mergeAbove', article: articleId('a2') }]));
  expect(await linksOf(engine, 3)).toEqual(['c3b<a1 01']);
  must(await edit(engine, 3, 3, [{ kind: 'mergeAbove', article: articleId('c3b') }]));
  must(await engine.call('link.drop', { once: once(), ...at(engine, 1, 'a1'), side: 'next' })); // a lost one goes too
  expect(await linksOf(engine, 1)).toEqual([]);
});

test('a page read anew keeps its links, and so do those that lead to it: whatever its articles are called now', async () => {
  const engine = await paper();
  must(await link(engine, at(engine, 1, 'a1'), at(engine, 3, 'c3b')));
  const anew = issueOf('n1 headline: 渡口', 'n1 body: 船来了', 'n2 body: （上接第1版）十月才停工，大家都松了一口气。', 'n2 body: 水退了3尺。');
  record(engine, readReport(path(3), anew));
  expect([await linksOf(engine, 1), await linksOf(engine, 3)]).toEqual([['a1>n2 03'], ['n2<a1 01']]);
});

test('the likeliest article is offered first, with why; what is linked already behind it', async () => {
  const engine = await paper();
  const likely = async (n: number, article: string, side: LinkSide) => must(await engine.call('link.likely', { ...at(engine, n, article), side }))
    .slice(0, 2).map(({ article: one, reasons, isLinked, headline }) => `${one} ${headline.slice(0, 6)} ${reasons.join('+')}${isLinked ? ' linked' : ''}`);
  expect(await likely(1, 'a1', 'next')).toEqual(['c3b （上接第1版 names-page+named-there', 'c3a 渡口 names-page']);
  expect(await likely(3, 'c3b', 'previous')).toEqual(['a1 清河大堤加高 names-page+named-there', 'a2 早市 names-page']);
  must(await link(engine, at(engine, 4, 'c4b'), at(engine, 3, 'c3b')));
  expect((await likely(1, 'a1', 'next'))[0]).toBe('c3a 渡口 names-page');
  must(await link(engine, at(engine, 1, 'a1'), at(engine, 5, 'c5a')));
  expect((await likely(1, 'a1', 'next')).slice(0, 1)).toEqual([expect.stringMatching(/^c5a 渡口 .*linked$/u)]); // asked again, it is the one at hand
  expect((await likely(4, 'c4a', 'next'))[0]).not.toMatch(/linked/u);
});

test('of two paths of one page the one that changes becomes a page of its own, and no link comes from it', async () => {
  const engine = await paper();
  record(engine, readReport(`copy/${path(3)}`, third(3)));
  must(await link(engine, at(engine, 1, 'a1'), at(engine, 3, 'c3b')));
  must(await edit(engine, 3, 1, [{ kind: 'setNote', article: articleId('c3b'), note: '看过' }]));
  const other = issueOf('c3a headline: 渡口', 'c3a body: 船来了。', 'c3b body: （上接第1版）十月才停工，大家都松了一口气', 'c3b body: 水退了3尺。');
  record(engine, readReport(`copy/${path(3)}`, other));
  const copy = issueAt(engine, `copy/${path(3)}`);
  expect(copy).not.toBe(issueAt(engine, path(3)));
  expect(must(await engine.call('issue.open', { issue: copy })).tree.articles[1]).toMatchObject({ note: '看过' });
  expect(must(await engine.call('link.of', { issue: copy }))).toEqual([]);
  expect(await linksOf(engine, 1)).toEqual(['a1>c3b 03']);
});

test('the history names the page a link leads to', async () => {
  const engine = await paper();
  must(await link(engine, at(engine, 1, 'a1'), at(engine, 3, 'c3b')));
  const { rows } = must(await engine.call('history.all', { before: null, skip: 0, limit: 5, filter: { kind: 'links' } }));
  expect(rows).toMatchObject([{ label: 'link', pages: 2, brief: { what: 'next', before: '', after: '清河晚报 · 2024-05-18 · 03' } }]);
  const look = must(await engine.call('history.look', { issue: issueAt(engine, path(3)), entry: rows[0]!.entry }));
  expect(look.changes).toContainEqual(expect.objectContaining({ what: 'previous', before: '', after: '清河晚报 · 2024-05-18 · 01' }));
});

test('text is corrected above and below a link, and the link is taken out from under it', async () => {
  const engine = await paper();
  must(await link(engine, at(engine, 1, 'a1'), at(engine, 3, 'c3b')));
  must(await edit(engine, 3, 1, [{ kind: 'replaceText', passage: passageId('p3'), from: 7, to: 9, put: { text: '九月', why: { id: 'person' } } }]));
  must(await engine.call('history.undo', { once: once(), issue: issueAt(engine, path(1)) }));
  expect([await linksOf(engine, 1), await linksOf(engine, 3)]).toEqual([[], []]);
});
