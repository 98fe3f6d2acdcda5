import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EXPORTERS } from '#core/export/registry.ts';
import type { Issue } from '#core/model/issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { exportProject } from './export-project.ts';

const PAGES: readonly (readonly [string, Issue])[] = [
  ['2024-05/清河晚报_20240510_01.txt', issueOf('a1 headline: 𠮷祥渡口', 'a1 body: 公益抵偿的办法。', 'a2 headline: =又题, "引"', 'a2 body: 正文\n折行。', '- banner: 栏')],
  ['2024-05/清河晚报_20240511_02.txt', issueOf('b1 headline: 题', 'b1 body: 甲□乙', '- furniture: 广告 电话', '- duplicate: 甲')],
  ['A.txt', issueOf('c1 body: 大写')],
  ['a.txt', issueOf('d1 body: 小写')],
];

/** A project of the pages, read in the order given, with one word of the first one corrected, exported in every format. */
async function exported(order: readonly (readonly [string, Issue])[], edited: boolean) {
  const place = temporaryProject();
  const engine = await openOn(place);
  for (const [path, issue] of order) {
    mkdirSync(dirname(join(place.folder, path)), { recursive: true });
    writeFileSync(join(place.folder, path), issue.source);
    record(engine, readReport(path, issue));
  }
  if (edited) {
    const issue = issueAt(engine, PAGES[0]![0]);
    const { tree, version } = must(await engine.call('issue.open', { issue }));
    const edit = { kind: 'replaceText' as const, passage: tree.articles[0]!.passages[1]!.id, from: 2, to: 3, put: { text: '低', why: { id: 'typed' } } };
    must(await engine.call('issue.edit', { once: once(), issue, version, label: 'replace-text', edits: [edit] }));
  }
  const target = join(place.base, 'corpus');
  const { store, layout } = engine.context;
  const options = {
    projectDb: layout.project, watchedFolder: place.folder, target, formats: EXPORTERS.map(({ id }) => id), filter: {}, wanted: () => true,
    reading: 'emended' as const, bom: false, licence: '', pending: join(place.base, 'pending.json'), version: '0.0.0',
  };
  must(await exportProject(store, options, new AbortController().signal, () => {}));
  return { target, sources: place.folder };
}

const run = (command: string, ...args: readonly string[]) => spawnSync(command, args, { encoding: 'utf8' });

test('the ledger is what a script of its own counts in the sources', async () => {
  const { target, sources } = await exported(PAGES, true);
  const script = join(import.meta.dirname, '../../../e2e/guards/support/recount-ledger.mjs');
  expect(run(process.execPath, script, sources, target)).toMatchObject({ stdout: '4 pages, 0 faults\n', status: 0 });
  const ledger = readFileSync(join(target, 'ledger.json'), 'utf8');
  writeFileSync(join(target, 'ledger.json'), ledger.replace('"struck":1', '"struck":0'));
  expect(run(process.execPath, script, sources, target).stdout).toContain('struck is 1, the ledger says 0');
});

test('Python reads every table as the JSON Lines have it', async ({ skip }) => {
  skip(run('python3', '--version').status !== 0, 'there is no Python here');
  const { target } = await exported(PAGES, true);
  const script = `
import csv, json, sqlite3, sys
base = sys.argv[1]
lines = [json.loads(line) for line in open(base + '/jsonl/articles.jsonl', encoding='utf-8')]
for name, options in (('csv', {}), ('tsv', {'delimiter': '\\t'})):
    rows = list(csv.DictReader(open(f'{base}/{name}/articles.{name}', encoding='utf-8', newline=''), **options))
    for key in ('article_id', 'headline', 'article', 'date', 'source_file'):
        assert [row[key].removeprefix("'") for row in rows] == [line[key] for line in lines], (name, key)
    db = sqlite3.connect(':memory:')
    db.execute('CREATE TABLE correction (article_id, before, after)')
    corrections = list(csv.DictReader(open(f'{base}/{name}/corrections.{name}', encoding='utf-8', newline=''), **options))
    db.executemany('INSERT INTO correction VALUES (:article_id, :before, :after)', corrections)
    print(db.execute("SELECT before, after FROM correction WHERE before <> ''").fetchall())
`;
  expect(run('python3', '-c', script, target)).toMatchObject({ stderr: '', stdout: "[('抵', '低')]\n[('抵', '低')]\n" });
});

test('whoever opens the folder is told what is in it, in both languages', async () => {
  const { target } = await exported(PAGES, false);
  const said = readFileSync(join(target, 'README.md'), 'utf8').split(/^# /mu);
  expect(said).toHaveLength(3);
  for (const part of said.slice(1)) {
    for (const name of readdirSync(target)) if (name !== 'README.md') expect(part).toContain(`- \`${name.includes('.') ? name : `${name}/`}\`: `);
    expect(part).not.toMatch(/could not be read|无法读取|stet\//u);
  }
  expect(said[2]).toMatch(/许可：未注明。/u);
});

test('read in another order, in another time zone: the same bytes', async () => {
  const contents = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => [join(entry.parentPath, entry.name).slice(folder.length), readFileSync(join(entry.parentPath, entry.name)).toString('base64')]).toSorted(([a], [b]) => (a! < b! ? -1 : 1));
  const zone = process.env['TZ'];
  onTestFinished(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  process.env['TZ'] = 'Asia/Shanghai';
  const one = await exported(PAGES, false);
  process.env['TZ'] = 'America/St_Johns';
  const two = await exported(PAGES.toReversed(), false);
  const files = contents(one.target);
  expect(files.length).toBeGreaterThan(30);
  expect(contents(two.target)).toEqual(files);
});
