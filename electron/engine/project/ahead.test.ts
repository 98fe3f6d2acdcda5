import { expect, test } from 'vitest';
import { articleId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { Ahead } from './ahead.ts';

test('work done ahead lets calls through, and is done anew for an issue that was changed since, only for that', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, ...[1, 2, 3].map((n) => readReport(`${n}.txt`, issueOf(`a${n} headline: 第${n}版`))));
  const issues = [1, 2, 3].map((n) => ({ issue: issueAt(engine, `${n}.txt`) }));
  const second = issues[1]!.issue;
  const made: number[] = [];
  const ahead = new Ahead(engine.store, ({ issue }) => made.push(issue), { texts: () => true, pause: 0 });

  const order: string[] = [];
  const prepared = ahead.prepare(issues).then(() => order.push('prepared'));
  const edited = engine.call('issue.edit', { once: once(), issue: second, version: 0, label: 'note', edits: [{ kind: 'setNote', article: articleId('a2'), note: '再看' }] });
  must(await edited);
  order.push('edited');
  await prepared;
  expect(order).toEqual(['edited', 'prepared']);

  must(await engine.call('issue.edit', { once: once(), issue: second, version: 1, label: 'note', edits: [{ kind: 'setNote', article: articleId('a2'), note: '' }] }));
  made.length = 0;
  for (const item of issues) ahead.taking()(item);
  expect(made).toEqual([second]);
});

test('it says how far it is, and stops between two issues when it is no longer wanted', async () => {
  const engine = await openOn(temporaryProject());
  record(engine, ...[1, 2, 3].map((n) => readReport(`${n}.txt`, issueOf(`a${n} headline: 第${n}版`))));
  const issues = [1, 2, 3].map((n) => ({ issue: issueAt(engine, `${n}.txt`) }));
  const made: number[] = [];
  const told: string[] = [];
  const unwanted = new AbortController();
  const progress = (done: number, total: number) => {
    told.push(`${done}/${total}`);
    if (done === 2) unwanted.abort();
  };
  expect(await new Ahead(engine.store, ({ issue }) => made.push(issue), { texts: () => true, pause: 0 }).prepare(issues, { signal: unwanted.signal, progress })).toBe(false);
  expect([made, told]).toEqual([issues.slice(0, 2).map(({ issue }) => issue), ['1/3', '2/3']]);
});
