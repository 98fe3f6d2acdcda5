import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EXPORTERS } from '#core/export/registry.ts';
import { orFail, withProject } from './project.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Languages that sort, capitalise, count and date otherwise, far apart on the globe. */
const PLACES = [
  { LANG: 'C', LC_ALL: 'C', TZ: 'UTC' },
  { LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' },
  { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'America/St_Johns' },
  { LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', TZ: 'Pacific/Chatham' },
] as const;

type Where = (typeof PLACES)[number];

const node = (where: Where, ...args: readonly string[]): string => execFileSync(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...where }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const stet = (where: Where, ...args: readonly string[]): string => node(where, join(ROOT, 'electron', 'setup', 'stet.mjs'), ...args);

/** Every file below a folder, by path. */
const filesIn = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).toSorted().map((path) => [path.slice(folder.length), readFileSync(path)]));

/** A project with what languages and clocks differ on: approvals and changes with their times, names that sort otherwise elsewhere, I with and without its dot. */
async function project(base: string): Promise<string> {
  const folder = join(base, 'pages');
  mkdirSync(join(folder, 'İstanbul'), { recursive: true });
  cpSync(join(ROOT, 'resources', 'samples'), folder, { recursive: true, filter: (path) => !/\.(?:md|ts)$/u.test(path) });
  for (const name of ['I.txt', 'ı.txt', 'İ.txt', 'i.txt', 'Ä.txt', 'z.txt', 'İstanbul/一.txt', 'İstanbul/丁.txt']) writeFileSync(join(folder, name), `渡口停航三天\n\n本报讯（记者 何青）${name} 渡口停航三天，麦收已过半。\n`);
  const path = join(base, 'first.stet');
  stet(PLACES[0], 'import', folder, '--project', path);
  await withProject({ projectPath: path, read: false }, async (engine) => {
    const all = { filter: {} };
    orFail(await engine.call('library.setStatus', { once: 'approve-some-articles', selection: { filter: { columns: { headline: '停航' } } }, status: 'approved' }));
    orFail(await engine.call('library.setTopics', { once: 'tag-all-articles', selection: all, add: [{ scheme: 'medtop', id: 'medtop:05000000' }], remove: [] }));
    orFail(await engine.call('library.setMetadata', { once: 'edition-of-all', selection: all, values: { edition: 'Iıİi' } }));
  });
  return path;
}

test('the same project gives the same bytes in every format, whatever language and time zone the machine is set to', async () => {
  const base = mkdtempSync(join(tmpdir(), 'stet-language-'));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const seen = PLACES.map((where) => node(where, '-p', 'Intl.DateTimeFormat().resolvedOptions().locale + new Date(0).getHours()'));
  expect(new Set(seen).size).toBe(PLACES.length); // the child took the settings
  const first = await project(base);
  const exports = PLACES.map((where) => {
    const own = join(base, `${where.LANG}.stet`);
    cpSync(first, own, { recursive: true });
    const out = join(base, where.LANG);
    stet(where, 'export', '--project', own, '--out', out, '--format', 'all', '--bom', '--licence', 'cc-by-4.0');
    return filesIn(out);
  });
  expect(new Set([...exports[0]!.keys()].map((path) => path.split('/')[1]))).toEqual(new Set([...EXPORTERS.map(({ id }) => id), 'README.md', 'ledger.json', 'manifest.json']));
  const given = join(base, `${PLACES[0].LANG}.stet`); // its articles have their ids: what it carries is the same from now on
  const carried = PLACES.map((where) => {
    const out = join(base, `${where.LANG}-carried`);
    stet(where, 'export', '--project', given, '--out', out, '--format', 'jsonl', '--with-project');
    return filesIn(out);
  });
  for (const [mine, ...others] of [exports, carried]) {
    for (const other of others) {
      expect([...other.keys()]).toEqual([...mine!.keys()]);
      for (const [path, bytes] of other) expect(bytes.equals(mine!.get(path)!), path).toBe(true);
    }
  }
}, 240_000);
