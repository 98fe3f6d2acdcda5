import { chmodSync, mkdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import { openEngine } from '../engine.ts';
import type { Engine } from '../engine.ts';
import { readSettings } from './settings.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';

const PAGE = issueOf('a1 headline: 一', 'a1 body: 二三四五', 'a2 headline: 六', 'a2 body: 七八');
const PATH = '清河晚报_20240518_03.txt';

test('a reader hears what the writer decides, and once that it has let the project go', async () => {
  const place = temporaryProject();
  const writer = await openOn(place);
  record(writer, readReport(PATH, PAGE));
  let freed = 0;
  let free: () => void = () => undefined;
  const isFree = new Promise<void>((resolve) => (free = resolve));
  const reader = await openOn(place, { onWritable: () => { freed += 1; free(); } });
  const issue = issueAt(reader, PATH);
  const heard = new Promise((resolve) => reader.on((event, payload) => event === 'issue.changed' && resolve(payload)));
  const { version, tree } = must(await writer.call('issue.open', { issue }));
  must(await writer.call('issue.edit', { once: once(), issue, version, label: 'note', edits: [{ kind: 'setNote', article: tree.articles[0]!.id, note: '看' }] }));
  must(await writer.call('project.setSettings', { once: once(), settings: { editor: '校对甲' } }));
  expect(await heard).toEqual({ issue, version: version + 1 });
  expect(readSettings(reader.store.db, '').editor).toBe('校对甲');
  expect(freed).toBe(0);
  await writer.close();
  await isFree;
  await reader.close();
  expect(freed).toBe(1);
  const next = await openOn(place);
  expect(next.store.readOnly).toBe(null);
});

/** Makes a folder one that nobody can write to, root included, until the test is over; false where this system does not let us. */
function still(folder: string): boolean {
  if (process.platform !== 'linux') return false;
  try {
    execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  execFileSync('mount', ['-o', 'remount,ro,bind', folder], { stdio: 'ignore' });
  return true;
}

async function exportTo(engine: Engine, parent: string): Promise<void> {
  mkdirSync(parent);
  engine.grant('out', parent);
  const ended = new Promise((resolve) => engine.on((event, payload) => event === 'job.progress' && 'state' in payload && payload.state !== 'running' && resolve(payload)));
  must(await engine.call('export.start', { formats: ['jsonl'], filter: { status: ['approved'] }, grant: 'out', folderName: 'corpus' }));
  expect(await ended).toMatchObject({ state: 'done', error: null });
}

test('a new project where nothing can be written is not made, and that is told', async () => {
  const place = temporaryProject();
  const folder = join(place.base, 'still');
  mkdirSync(folder);
  if (!still(folder)) return;
  const projectPath = join(folder, 'new', 'a.stet');
  const opened = await openEngine({ projectPath, folder: place.folder, resourcesPath: place.base, logPath: join(place.base, 'engine.log'), editor: 'Editor', watch: false }, { read: false });
  expect(opened).toEqual({ ok: false, error: { code: 'no-permission', path: join(folder, 'new') } });
});

test('a project where nothing can be written is opened for reading, and what would write says so; what has its ids is exported', async () => {
  const place = temporaryProject();
  const writer = await openOn(place);
  record(writer, readReport(PATH, PAGE));
  const issue = issueAt(writer, PATH);
  const { tree } = must(await writer.call('issue.open', { issue }));
  must(await writer.call('library.setStatus', { once: once(), selection: { articles: tree.articles.map(({ id }) => id) }, status: 'approved' }));
  await exportTo(writer, join(place.base, 'first')); // gives them their ids
  await writer.close();
  const mounted = still(place.projectPath);
  if (!mounted) chmodSync(place.projectPath, 0o555);
  const isStill = mounted || process.getuid?.() !== 0;
  const reader = await openOn(place);
  if (!isStill) return; // root may write everywhere but where a mount forbids it
  expect(must(await reader.call('project.info', {}))).toMatchObject({ readOnly: 'disk', articles: 2, approved: 2 });
  expect(must(await reader.call('issue.open', { issue })).tree.articles).toHaveLength(2);
  expect(await reader.call('project.setSettings', { once: once(), settings: { editor: 'x' } })).toEqual({ ok: false, error: { code: 'read-only-disk' } });
  await exportTo(reader, join(place.base, 'second'));
  await reader.close();
  if (!mounted) chmodSync(place.projectPath, 0o755);
});
