import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withProject } from './project.ts';

function opening() {
  const base = mkdtempSync(join(tmpdir(), 'stet-cli-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const folder = join(base, 'pages');
  mkdirSync(folder);
  return { projectPath: join(base, 'test.stet'), folder, read: false };
}

test('a disk that fills up in the middle of a command is told by its code, a bug as it was thrown', async () => {
  const full = Object.assign(new Error('database or disk is full'), { sqliteCode: 13 });
  await expect(withProject(opening(), () => Promise.reject(full))).rejects.toMatchObject({ code: 'disk-full', message: expect.stringContaining('full') as string });
  const bug = new Error('nobody thought of it');
  await expect(withProject(opening(), () => Promise.reject(bug))).rejects.toBe(bug);
});
