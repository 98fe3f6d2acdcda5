import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { housePage } from '#core/testing/house-pages.ts';
import { withProject } from './project.ts';
import { COMMANDS } from './registry.ts';
import { runCli } from './run-cli.ts';

const SAMPLES = fileURLToPath(new URL('../../resources/samples', import.meta.url));
let base = '';
let folder = '';
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'stet-cli-test-'));
  folder = join(base, 'pages');
  cpSync(SAMPLES, folder, { recursive: true, filter: (path) => !/\.(?:md|ts)$/u.test(path) });
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Runs the command line as a shell would, and what it printed. */
async function stet(...argv: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await runCli(argv, { out: (text) => void out.push(text), err: (text) => void err.push(text), cwd: base, signal: new AbortController().signal });
  return { status, out: out.join('\n'), err: err.join('\n') };
}

test('every command has its help, and they are sorted', async () => {
  const names = COMMANDS.map(({ name }) => name);
  expect(names).toEqual(names.toSorted());
  const { out } = await stet('--help');
  for (const { name, options } of COMMANDS) {
    expect(out).toContain(`  ${name}`);
    const help = await stet(name, '--help');
    expect(help.status).toBe(0);
    for (const option of Object.keys(options)) expect(help.out).toContain(`--${option}`);
  }
});

test.each([
  [['nonsense'], 'usage'],
  [['import'], 'usage'],
  [['import', 'pages'], 'usage'],
  [['import', 'pages', '--project', 'a.stet', '--nonsense'], 'usage'],
  [['import', 'nowhere', '--project', 'a.stet'], 'not-found'],
  [['export', '--project', 'none.stet', '--out', 'x'], 'not-a-project'],
  [['learn', '--project', 'none.stet'], 'not-a-project'],
  [['learn'], 'usage'],
  [['verify', '--project', 'none.stet'], 'not-a-project'],
  [['split', '--out', 'x'], 'usage'],
])('%j is refused with a code on stderr', async (argv, code) => {
  const { status, out, err } = await stet(...argv);
  expect(status).toBe(code === 'usage' ? 2 : 1);
  expect(out).toBe('');
  expect(err).toMatch(new RegExp(`^stet: ${code}: `, 'u'));
});

describe('the main job without a window', () => {
  test('import, verify, export, and again: the same bytes', async () => {
    expect(await stet('import', 'pages', '--project', 'qinghe.stet')).toMatchObject({ status: 0, out: expect.stringMatching(/^8 files, 8 pages, \d+ articles$/u) });
    expect(await stet('verify', '--project', 'qinghe.stet')).toMatchObject({ status: 0, out: expect.stringMatching(/^8 pages, \d+ characters, 0 faults$/u) });
    expect(await stet('export', '--project', 'qinghe.stet', '--out', 'one')).toMatchObject({ status: 0 });
    expect(await stet('export', '--project', 'qinghe.stet', '--out', 'two', '--format', 'all')).toMatchObject({ status: 0 });
    expect(execFileSync('diff', ['-r', 'one', 'two'], { cwd: base }).toString()).toBe('');
    expect(await stet('export', '--project', 'qinghe.stet', '--out', 'one')).toMatchObject({ status: 1, err: expect.stringContaining('stet: target-is-export: ') });
    const rows = readFileSync(join(base, 'one', 'jsonl', 'articles.jsonl'), 'utf8').trim().split('\n');
    expect(rows.length).toBeGreaterThan(50);
    expect(JSON.parse(rows[0]!)).toMatchObject({ newspaper_name: '清河晚报', date: '2024-05-18', page: expect.stringMatching(/^0?3$/u) });
  });

  test('from a project that can only be read, no ids are made up', async () => {
    await stet('import', 'pages', '--project', 'held.stet');
    await withProject({ projectPath: join(base, 'held.stet'), read: false }, async () => {
      expect(await stet('export', '--project', 'held.stet', '--out', 'refused')).toMatchObject({ status: 1, err: expect.stringMatching(/stet: articles-without-id: (\d+) of the \1 articles asked for have no id yet/u) });
      expect(readdirSync(base)).not.toContain('refused');
      expect(await stet('export', '--project', 'held.stet', '--out', 'none', '--only-with-id')).toMatchObject({ status: 0, out: expect.stringMatching(/^0 articles of 8 pages in \d+ files: .*\nleft out, without an id: \d+$/u) });
    });
    expect(await stet('export', '--project', 'held.stet', '--out', 'given')).toMatchObject({ status: 0 });
  });

  test('pages that cannot be read are named, all of them, and left out if that is asked for; so they are in what is rebuilt', async () => {
    await stet('import', 'pages', '--project', 'hurt.stet');
    const db = new DatabaseSync(join(base, 'hurt.stet', 'project.db'));
    const [one, two] = db.prepare('SELECT path FROM issue WHERE id IN (2, 5) ORDER BY path').all().map(({ path }) => String(path));
    db.exec(`UPDATE reading SET tree = x'00' WHERE issue IN (2, 5)`);
    db.close();
    const refused = await stet('export', '--project', 'hurt.stet', '--out', 'hurt', '--with-project');
    expect(refused).toMatchObject({ status: 1, out: '', err: expect.stringContaining('stet: pages-lost: 2 pages cannot be read any more') });
    for (const path of [one, two]) expect(refused.err).toContain(`stet: page-lost: ${path}: its articles are damaged`);
    expect(readdirSync(base)).not.toContain('hurt');
    expect(await stet('export', '--project', 'hurt.stet', '--out', 'hurt', '--with-project', '--leave-out-lost')).toMatchObject({ status: 0, out: expect.stringMatching(/^\d+ articles of 6 pages in .*\nleft out, as they cannot be read: 2 pages; /u) });
    expect(await stet('verify', '--export', 'hurt')).toMatchObject({ status: 0, out: expect.stringMatching(/, 6 pages, 2 left out as they could not be read, 0 faults/u) });
    expect(await stet('import', '--from-export', 'hurt', '--project', 'hurt again.stet')).toMatchObject({ status: 0, err: expect.stringMatching(/8 versions kept, 8 files written/u) });
    expect(await stet('export', '--project', 'hurt again.stet', '--out', 'hurt again', '--with-project', '--leave-out-lost')).toMatchObject({ status: 0 });
    expect(execFileSync('diff', ['-r', 'hurt', 'hurt again'], { cwd: base }).toString()).toBe('');
  });

  test('a preset is asked for by its name: one that every project has, or one of its own; what else is asked for comes before it', async () => {
    await stet('import', 'pages', '--project', 'preset.stet');
    await withProject({ projectPath: join(base, 'preset.stet'), read: false }, async (engine) => {
      const choices = { formats: ['jsonl', 'gone'], filter: { text: '河' }, reading: 'printed', bom: false, licence: 'cc0-1.0', withProject: false } as const;
      expect(await engine.call('preset.save', { once: 'preset-1', id: null, name: '给 Team', choices: { ...choices, formats: [...choices.formats] } })).toMatchObject({ ok: true });
    });
    const asked = async (out: string, ...argv: readonly string[]) => {
      expect(await stet('export', '--project', 'preset.stet', '--out', out, ...argv)).toMatchObject({ status: 0 });
      const { formats, filter, reading, bom, licence } = JSON.parse(readFileSync(join(base, out, 'manifest.json'), 'utf8')) as Record<string, unknown>;
      return { formats, filter, reading, bom, licence };
    };
    expect(await asked('preset-1', '--preset', 'Spreadsheet')).toEqual({ formats: ['csv'], filter: {}, reading: 'emended', bom: true, licence: '' });
    const own = { formats: ['jsonl'], filter: { text: '河' }, reading: 'printed', bom: false, licence: 'cc0-1.0' };
    expect(await asked('preset-2', '--preset', '给 TEAM')).toEqual(own);
    const lines = readFileSync(join(base, 'preset-2', 'jsonl', 'articles.jsonl'), 'utf8').trim().split('\n');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toContain('河');
    expect(await asked('preset-3', '--preset', '给 Team', '--format', 'tsv', '--untagged', '--reading', 'emended', '--licence', 'x')).toEqual({ ...own, formats: ['tsv'], filter: { untagged: true }, reading: 'emended', licence: 'x' });
    expect(await asked('preset-4', '--preset', 'keeping')).toMatchObject({ formats: ['jsonl', 'text'] });
    expect(readdirSync(join(base, 'preset-4'))).toContain('stet');
    expect(await stet('export', '--project', 'preset.stet', '--out', 'preset-5', '--preset', 'nobody')).toMatchObject({ status: 2, err: expect.stringContaining('there are model, reading, edition, spreadsheet, keeping, 给 Team') });
  });

  test('an export proves itself without its project, and names what was done to it', async () => {
    await stet('import', 'pages', '--project', 'gone.stet');
    await stet('export', '--project', 'gone.stet', '--out', 'kept');
    rmSync(join(base, 'gone.stet'), { recursive: true });
    const sound = await stet('verify', '--export', 'kept');
    expect(sound).toMatchObject({ status: 0, err: expect.not.stringContaining('verify-failed'), out: expect.stringMatching(/^\d+ files, \d+ bytes, 8 pages, 0 faults; SHA-256 of manifest.json: [0-9a-f]{64}$/u) });
    const kept = (...names: string[]) => join(base, 'kept', ...names);
    const ledger = readFileSync(kept('ledger.json'), 'utf8');
    writeFileSync(kept('ledger.json'), ledger.replace(/"kept":(\d+)/u, (_, count: string) => `"kept":${Number(count) + 1}`));
    appendFileSync(kept('jsonl', 'articles.jsonl'), '{}\n');
    writeFileSync(kept('more.txt'), '');
    rmSync(kept('text'), { recursive: true });
    const { status, err } = await stet('verify', '--export', 'kept');
    expect(status).toBe(1);
    for (const said of ['ledger.json: is not what was exported', 'jsonl/articles.jsonl: is not what was exported', 'more.txt: was not exported', '.txt: is not there', 'kept, struck and aside are not the source', 'total of "kept"']) expect(err).toContain(said);
    rmSync(kept('manifest.json'));
    expect(await stet('verify', '--export', 'kept')).toMatchObject({ status: 1, err: expect.stringContaining('there is no manifest.json of Stet’s here') });
  });

  test('a project is rebuilt from an export that carries it, and exported again gives the same bytes', async () => {
    await stet('import', 'pages', '--project', 'first.stet');
    expect(await stet('import', '--from-export', 'pages', '--project', 'second.stet')).toMatchObject({ status: 1, err: expect.stringContaining('no manifest.json') });
    await stet('export', '--project', 'first.stet', '--out', 'carried', '--with-project');
    expect(await stet('import', '--from-export', 'carried', '--project', 'second.stet')).toMatchObject({ status: 0, out: expect.stringMatching(/^8 files, 8 pages, \d+ articles$/u) });
    expect(await stet('verify', '--project', 'second.stet')).toMatchObject({ status: 0 });
    await stet('export', '--project', 'second.stet', '--out', 'again', '--with-project');
    expect(execFileSync('diff', ['-r', 'carried', 'again'], { cwd: base }).toString()).toBe('');
    const restored = readdirSync(join(base, 'second pages'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'));
    expect(restored).toHaveLength(8);
    for (const file of restored) expect(readFileSync(join(base, 'second pages', file))).toEqual(readFileSync(join(folder, file)));
    expect(await stet('import', '--from-export', 'carried', '--project', 'second.stet')).toMatchObject({ status: 1, err: expect.stringContaining('target-exists') });
    expect(await stet('export', '--project', 'second.stet', '--out', 'again', '--with-project', '--replace')).toMatchObject({ status: 0, out: expect.stringContaining('0 added, 0 changed, 0 removed') });
  });

  test('what comes later is read by importing again, and what cannot be read is named', async () => {
    await stet('import', 'pages', '--project', 'later.stet');
    writeFileSync(join(folder, '清河晚报_20240801_01.txt'), '新书屋开门\n\n本报讯（记者 周允）城西的新书屋昨天开门迎客。\n');
    writeFileSync(join(folder, 'empty.txt'), '');
    const again = await stet('import', 'pages', '--project', 'later.stet');
    rmSync(join(folder, 'empty.txt'));
    rmSync(join(folder, '清河晚报_20240801_01.txt'));
    expect(again).toMatchObject({ status: 1, out: expect.stringMatching(/^10 files, 9 pages/u), err: expect.stringContaining('stet: cannot-read: empty.txt: empty') });
  });

  test('a folder is not read into a project that another process writes to', async () => {
    await stet('import', 'pages', '--project', 'held.stet');
    await withProject({ projectPath: join(base, 'held.stet'), read: false }, async () => {
      expect(await stet('import', 'pages', '--project', 'held.stet')).toMatchObject({ status: 1, out: '', err: expect.stringContaining('stet: read-only:') });
    });
  });

  test('verify finds a source that was tampered with', async () => {
    await stet('import', 'pages', '--project', 'broken.stet');
    const db = new DatabaseSync(join(base, 'broken.stet', 'sources.db'));
    db.exec('DROP TRIGGER source_is_fixed');
    db.exec('UPDATE source SET bytes = (SELECT bytes FROM source WHERE id = 2) WHERE id = 1');
    db.exec(`CREATE TRIGGER source_is_fixed BEFORE UPDATE ON source BEGIN SELECT RAISE(ABORT, 'sources are append-only'); END`);
    db.close();
    expect(await stet('verify', '--project', 'broken.stet')).toMatchObject({ status: 1, err: expect.stringContaining('stet: verify-failed: ') });
  });
});

test('learn says what came of it, or that there are too few approved pages', async () => {
  mkdirSync(join(base, 'house'));
  for (let number = 0; number < 9; number += 1) writeFileSync(join(base, 'house', `${number}.txt`), housePage(number).source);
  await stet('import', 'house', '--project', 'house.stet');
  expect(await stet('learn', '--project', 'house.stet')).toMatchObject({ status: 1, out: '', err: expect.stringContaining('stet: too-few-pages: ') });
  await withProject({ projectPath: join(base, 'house.stet'), read: false }, (engine) => engine.call('library.setStatus', { once: 'approve-all', selection: { filter: {} }, status: 'approved' }));
  const { status, out, err } = await stet('learn', '--project', 'house.stet');
  expect({ status, out }).toEqual({ status: 0, out: expect.stringMatching(/^boundaries: 100\.0 % → .* \(0 → \d+ mistakes\)\nroles: .*\njoins: .*\nno-fewer: on \d approved pages, chance 1\.0$/u) });
  expect(err).toMatch(/^learning: \d+ of \d+$/mu);
});

test('split writes a page a file, in the order of the folder', async () => {
  mkdirSync(join(base, 'split'));
  expect(await stet('split', 'pages', '--out', 'split')).toMatchObject({ status: 0, out: '' });
  const pages = readdirSync(join(base, 'split'), { recursive: true }).map(String).filter((path) => path.endsWith('.json'));
  expect(pages).toHaveLength(8);
  const page = JSON.parse(readFileSync(join(base, 'split', pages.toSorted()[0]!), 'utf8')) as { page: string; articles: unknown[] };
  expect(page.articles.length).toBeGreaterThan(3);
});
