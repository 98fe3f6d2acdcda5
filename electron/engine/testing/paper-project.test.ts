import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openEngine } from '../engine.ts';
import { paperPlace, paperProject } from './paper-project.ts';
import { must } from './project.ts';

it('makes a project that opens whole, whose folder holds what it says, and makes it once', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'stet-paper-'));
  onTestFinished(() => rmSync(cache, { recursive: true, force: true }));
  const told: number[] = [];
  const { projectPath, folder } = await paperProject(cache, 30, (done) => void told.push(done));
  expect(told).toEqual([30]);
  const options = { projectPath, folder: null, resourcesPath: '', logPath: join(cache, 'engine.log'), editor: 'Editor', watch: false };
  const engine = must(await openEngine(options, { read: false }));
  onTestFinished(() => engine.close());
  expect(must(await engine.call('library.rows', { offset: 0, limit: 50, filter: {}, sort: [] })).total).toBe(30);
  const { files } = must(await engine.call('files.list', { offset: 0, limit: 10, only: 'all' }));
  expect(files.map(({ state }) => state)).toEqual(['read', 'read', 'read']);
  const opened = must(await engine.call('issue.open', { issue: files[0]!.issue! }));
  expect(opened.source).toBe(readFileSync(join(folder, files[0]!.path), 'utf8'));
  await paperProject(cache, 30, () => expect.fail('made twice'));
  expect(paperPlace(cache, 31)).not.toEqual({ projectPath, folder });
});
