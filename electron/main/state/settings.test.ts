import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { READING } from '#contract/schemas/project.ts';
import type { Log } from './log.ts';
import { openSettings } from './settings.ts';

let folder = '';
let said: string[] = [];
const log: Log = { path: '', say: (text) => void said.push(text), bug: (thrown) => String(thrown) };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-settings-'));
  said = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const project = { id: '1', projectPath: '/p.stet', folder: '/f', openedAt: '2024-01-01T00:00:00.000Z' };

describe('the settings file', () => {
  it('gives the defaults where there is none, without a complaint', async () => {
    const settings = openSettings(join(folder, 'settings.json'), log);
    expect(settings.get()).toEqual({ language: 'system', theme: 'system', keys: {}, reading: READING, unsent: [], bounds: null, projects: [], lastProject: null });
    expect(said).toEqual([]);
  });

  it('gives back what was changed, the last change of each part', async () => {
    const path = join(folder, 'settings.json');
    const settings = openSettings(path, log);
    settings.change({ language: 'en' });
    settings.change({ theme: 'dark', projects: [project] });
    settings.change({ language: 'zh-Hans' });
    await settings.written();
    settings.change({ lastProject: '1' });
    await settings.written();
    const again = openSettings(path, log);
    expect(again.get()).toEqual({ language: 'zh-Hans', theme: 'dark', keys: {}, reading: READING, unsent: [], bounds: null, projects: [project], lastProject: '1' });
    expect(await readdir(folder)).toEqual(['settings.json']); // nothing half-written is left beside it
  });

  it('keeps the parts it can read', async () => {
    const path = join(folder, 'settings.json');
    await writeFile(path, JSON.stringify({ language: 'klingon', theme: 'dark', keys: { 'desk.split': [] }, reading: { size: 400 }, bounds: { x: 1 }, projects: [project], more: 1 }));
    expect(openSettings(path, log).get()).toEqual({ language: 'system', theme: 'dark', keys: {}, reading: READING, unsent: [], bounds: null, projects: [project], lastProject: null });
  });

  it.each(['', '{', 'null', '[1', '"text"'])('starts with the defaults from %j and says so', async (text) => {
    const path = join(folder, 'settings.json');
    await writeFile(path, text);
    expect(openSettings(path, log).get().language).toBe('system');
    expect(said).toHaveLength(1);
  });

  it('goes on, and says so, where it cannot be written', async () => {
    const settings = openSettings(join(folder, 'not-there', 'settings.json'), log);
    settings.change({ theme: 'dark' });
    await settings.written();
    expect(settings.get().theme).toBe('dark');
    expect(said).toHaveLength(1);
  });

  it('is for its user’s eyes only', async () => {
    const path = join(folder, 'settings.json');
    const settings = openSettings(path, log);
    settings.change({ projects: [project] });
    await settings.written();
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o077).toBe(0);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ projects: [project] });
  });
});
