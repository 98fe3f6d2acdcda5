import { expect, test } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import { openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { goneIssues } from './gone.ts';

const page = (word: string) => issueOf(`a1 headline: ${word}`, `a1 body: ${word}二三四五`);

test('an issue is gone when none of its paths is there any more, or a path of its own has come to be another’s', async () => {
  const { store } = await openOn(temporaryProject());
  const engine = { store } as Parameters<typeof record>[0];
  const asked = () => goneIssues(store.db);
  const plainly = () => store.db.all<{ id: number }>(`SELECT id FROM issue WHERE NOT EXISTS (SELECT 1 FROM file WHERE file.issue = issue.id AND file.state <> 'missing') ORDER BY id`).map(({ id }) => id);
  const look = () => {
    expect(asked()).toEqual(plainly());
    return asked().length;
  };
  record(engine, ...['甲', '乙', '丙', '丁'].map((word) => readReport(`${word}.txt`, page(word))), readReport('again.txt', page('甲')));
  expect(look()).toBe(0);
  record(engine, { kind: 'missing', path: '甲.txt' });
  expect(look()).toBe(0); // it is there at its other path
  record(engine, { kind: 'missing', path: 'again.txt' }, { kind: 'missing', path: '丙.txt' });
  expect(look()).toBe(2);
  record(engine, readReport('乙.txt', page('丁'))); // the bytes of another
  expect(look()).toBe(3);
  record(engine, readReport('甲.txt', page('甲')));
  expect(look()).toBe(2);
});

test('what is there is not gone through to find what is gone', async () => {
  const { store: { db } } = await openOn(temporaryProject());
  const asked: string[] = [];
  const listening = { all: (sql: string) => (asked.push(sql), []), get: (sql: string) => (asked.push(sql), { issues: 1 }) } as unknown as typeof db;
  goneIssues(listening);
  const plans = asked.flatMap((sql) => db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).map(({ detail }) => detail));
  expect(asked).toHaveLength(3);
  expect(plans.filter((detail) => /SCAN (?:issue|file)(?! USING COVERING INDEX)/u.test(detail))).toEqual([]);
});
