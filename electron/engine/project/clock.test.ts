import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import type { Entry } from '../ingest/entry.ts';
import { startSettling } from '../ingest/settling.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

const PATH = '清河晚报_20240518_03.txt';
const PAGE = issueOf('a1 headline: 一', 'a1 body: 二三四五');

test('where the clock was set back, the journal keeps its order, what was saved is told at its own time, and a backup is made', async () => {
  const place = temporaryProject();
  let now = '2026-03-07T12:00:00.000Z';
  const engine = await openOn(place, { now: () => new Date(now) });
  record(engine, readReport(PATH, PAGE));
  const issue = issueAt(engine, PATH);
  const run = once();
  const type = async (note: string) => {
    const { version, tree } = must(await engine.call('issue.open', { issue }));
    must(await engine.call('issue.type', { once: once(), issue, version, run, edits: [{ kind: 'setNote', article: tree.articles[0]!.id, note }] }));
  };
  const savedAt = async () => must(await engine.call('project.info', {})).savedAt;
  await type('甲');
  expect(await savedAt()).toBe(now);
  now = '2026-03-03T09:00:00.000Z';
  await type('甲乙'); // the same run of typing
  expect(await savedAt()).toBe(now);
  must(await engine.call('project.setSettings', { once: once(), settings: { editor: '校对甲' } }));
  const [typed] = must(await engine.call('history.list', { issue, before: null, limit: 10 }));
  must(await engine.call('history.undo', { once: once(), issue: null })); // the settings: the last by the journal
  must(await engine.call('history.undo', { once: once(), issue: null, entry: typed!.entry }));
  expect(must(await engine.call('issue.open', { issue })).tree.articles[0]!.note).toBe('');
  expect(must(await engine.call('project.info', {})).settings.editor).toBe('Editor');
  await engine.close();
  expect(readdirSync(join(place.projectPath, 'backups')).map((name) => name.slice(8, 18))).toEqual(['2026-03-03']);
});

test('a file that is being written when the clock is set back is read once it holds still, not an hour later', () => {
  const settling = startSettling({ still: 2_000, old: 10_000, enough: 60_000 });
  const file = { path: 'a.txt', size: 3, modified: 3_600_000, changed: 3_600_000 } as Entry;
  expect(settling.look(file, 3_600_500)).toBe('waiting');
  expect(settling.look(file, 2_000)).toBe('settled');
});
