import { join } from 'node:path';
import { expect, test } from 'vitest';
import { passageId } from '#core/model/ids.ts';
import type { Passage, Tree } from '#core/model/issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import { Database } from '../db/database.ts';
import { newestVersion } from '../db/migrate.ts';
import { deflate } from '../db/pack.ts';
import { issueAt, must, once, openOn, readReport, record, temporaryProject } from '../testing/project.ts';
import { readTree } from './tree-codec.ts';

const PAGE = issueOf('a1 headline: 一', 'a1 body: 二三四五', 'a2 headline: 六', 'a2 body: 七八九');

/** A tree of kept pieces as programs before project.db 0008 wrote it. */
function asFirstForm({ articles, aside }: Tree): Uint8Array {
  const passage = ({ id, role, pieces }: Passage) => [id, role, pieces.map((piece) => (piece.kind === 'kept' ? [0, piece.range.from, piece.range.to] : []))];
  const first = [1, articles.map(({ id, status, topics, note, passages }) => [id, status, topics, note, passages.map(passage)]), aside.map(passage)];
  return deflate(Buffer.from(JSON.stringify(first)));
}

/** Has a project.db hold its trees as the program before did. */
function asFormerProgram(projectPath: string): void {
  const db = Database.open(join(projectPath, 'project.db'), 'keep');
  for (const table of ['issue', 'reading']) {
    for (const { id, tree } of db.all<{ id: number; tree: Uint8Array }>(`SELECT id, tree FROM ${table} WHERE tree IS NOT NULL`)) {
      db.run(`UPDATE ${table} SET tree = ? WHERE id = ?`, asFirstForm(readTree(tree)), id);
    }
  }
  db.exec('DROP TABLE accepted; DROP TABLE rule_due; PRAGMA user_version = 7'); // which came later
  db.close();
}

test('a project whose trees are in the first form is opened with all that was decided; its acts are taken back, done again and added to', async () => {
  const place = temporaryProject();
  const engine = await openOn(place);
  record(engine, readReport('a.txt', PAGE));
  const issue = issueAt(engine, 'a.txt');
  const setRole = (on: typeof engine, version: number, role: 'subhead' | 'caption') => on.call('issue.edit', { once: once(), issue, version, label: 'set-role', edits: [{ kind: 'setRole', passage: passageId('p2'), role }] });
  must(await setRole(engine, 0, 'subhead'));
  const before = must(await engine.call('issue.open', { issue }));
  await engine.close();
  asFormerProgram(place.projectPath);

  const again = await openOn(place);
  expect(again.store.db.get('PRAGMA user_version')).toEqual({ user_version: newestVersion('project') });
  expect(must(await again.call('issue.open', { issue }))).toEqual(before);
  expect(must(await again.call('history.undo', { once: once(), issue })).tree?.articles).toEqual(PAGE.articles);
  expect(must(await again.call('history.redo', { once: once(), issue })).tree).toEqual(before.tree);
  const { version } = must(await again.call('issue.open', { issue }));
  must(await setRole(again, version, 'caption'));
  expect(must(await again.call('history.undo', { once: once(), issue })).tree).toEqual(before.tree);
});
