import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXPORTERS } from '#core/export/registry.ts';
import { issueOf } from '#core/testing/notation.ts';
import type { Engine } from '../engine.ts';
import { publicIds } from '../project/public-ids.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { exportProject } from './export-project.ts';

const PATHS = ['清河晚报_20240510_01.txt', '清河晚报_20240511_01.txt'];
const page = (n: number) => issueOf(`a${n}1 headline: 题${n}`, `a${n}1 body: 第${n}页。`, `a${n}2 headline: 又题${n}`, `a${n}2 body: 正文${n}。`, '- banner: 栏');

/** A project of two pages of two articles, of which one has an id; a second opener of it, which can only read; and a folder to export to. */
async function heldProject() {
  const place = temporaryProject();
  const out = join(place.base, 'out');
  mkdirSync(out);
  const writer = await openOn(place);
  record(writer, ...PATHS.map((path, n) => readReport(path, page(n))));
  const issue = issueAt(writer, PATHS[1]!);
  const { tree, version } = must(await writer.call('issue.open', { issue }));
  must(await writer.call('issue.edit', { once: once(), issue, version, label: 'status', edits: [{ kind: 'setStatus', article: tree.articles[1]!.id, status: 'approved' }] }));
  const reader = await openOn(place);
  expect(reader.store.readOnly).toBe('held');
  const exported = async (engine: Engine, name: string, more: { readonly onlyWithId?: true; readonly withProject?: true; readonly approved?: true } = {}) => {
    const { store, layout } = engine.context;
    return exportProject(store, {
      projectDb: layout.project, watchedFolder: place.folder, target: join(out, name), formats: EXPORTERS.map(({ id }) => id), filter: more.approved ? { status: ['approved'] } : {},
      wanted: (_, { status }) => !more.approved || status === 'approved', reading: 'emended', bom: false, licence: '', pending: layout.exporting, version: '0.0.0', ...more,
    }, new AbortController().signal, () => {});
  };
  const idsOf = (name: string) => readFileSync(join(out, name, 'jsonl', 'articles.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { article_id: string }).article_id);
  return { writer, reader, out, exported, idsOf, issue };
}

const contents = (folder: string) => new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map((entry) => [join(entry.parentPath, entry.name).slice(folder.length), readFileSync(join(entry.parentPath, entry.name)).toString('base64')] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)));

test('a project that can only be read makes up no ids: how many articles have none is told, and nothing is written', async () => {
  const { reader, exported, out } = await heldProject();
  expect(await exported(reader, 'corpus')).toEqual({ ok: false, error: { code: 'articles-without-id', without: 3, articles: 4 } });
  expect(readdirSync(out)).toEqual([]);
});

test('those that have an id leave if that is asked for; the manifest says how many do not, and no text of theirs goes along', async () => {
  const { reader, writer, exported, out, idsOf } = await heldProject();
  expect(must(await exported(reader, 'corpus', { onlyWithId: true }))).toMatchObject({ articles: 1, pages: 2, withoutId: 3 });
  expect(idsOf('corpus')).toEqual(['清河晚报-2024-05-11-01-02']);
  expect(JSON.parse(readFileSync(join(out, 'corpus', 'manifest.json'), 'utf8'))).toMatchObject({ filter: {}, left_out_without_id: 3 });
  const all = [...contents(join(out, 'corpus'))].map(([, bytes]) => Buffer.from(bytes, 'base64').toString('utf8')).join('');
  expect(all.includes('正文1。')).toBe(true);
  expect(all.includes('第1页。')).toBe(false); // of the other article of the same page
  expect(existsSync(join(out, 'corpus', 'annotations', '清河晚报_20240511_01.txt'))).toBe(false);
  expect(publicIds(writer.store.db, 1).size + publicIds(writer.store.db, 2).size).toBe(1);
  must(await exported(writer, 'same', { onlyWithId: true }));
  expect(contents(join(out, 'same'))).toEqual(contents(join(out, 'corpus'))); // from the one that may write too, and it gave none
});

test('once all have an id, a reader exports the bytes that the writer does; what has one needs no more leave than that', async () => {
  const { reader, writer, exported, out, idsOf } = await heldProject();
  must(await exported(reader, 'approved', { approved: true }));
  expect(idsOf('approved')).toHaveLength(1);
  must(await exported(writer, 'first', { withProject: true }));
  must(await exported(reader, 'second', { withProject: true }));
  expect(contents(join(out, 'second'))).toEqual(contents(join(out, 'first')));
  expect(must(await exported(reader, 'third', { onlyWithId: true }))).toMatchObject({ articles: 4, withoutId: 0 });
  expect(existsSync(join(out, 'third', 'annotations', '清河晚报_20240511_01.txt'))).toBe(true);
});
