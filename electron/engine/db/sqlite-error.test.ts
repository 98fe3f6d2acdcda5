import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Database } from './database.ts';
import { databaseOf, sqliteTrouble } from './sqlite-error.ts';

/** A database whose table can be found and not be read. */
function damaged(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'stet-damaged-'));
  const path = join(folder, 'sources.db');
  const sound = Database.open(path, 'keep');
  sound.exec('CREATE TABLE told (word TEXT NOT NULL) STRICT');
  sound.transaction(() => {
    for (let n = 0; n < 3000; n += 1) sound.run('INSERT INTO told (word) VALUES (?)', `${n} ${'word '.repeat(10)}`);
  });
  sound.close();
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(7, 8192, bytes.length));
  const db = Database.open(path, 'keep');
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return db;
}

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

test.each<readonly [string, (db: Database) => unknown]>([
  ['all rows', (db) => db.all('SELECT word FROM told ORDER BY word')],
  ['row by row', (db) => [...db.iterate('SELECT word FROM told')]],
  ['one row', (db) => db.get('SELECT count(DISTINCT word) FROM told')],
  ['a change', (db) => db.run(`UPDATE told SET word = 'other'`)],
  ['statements without values', (db) => db.exec(`UPDATE told SET word = 'other'`)],
])('a damaged file is known as damaged, and by its name, whatever was asked for: %s', (_, ask) => {
  const db = damaged();
  const thrown = thrownBy(() => ask(db));
  expect(thrown).toBeInstanceOf(Error);
  expect([sqliteTrouble(thrown), databaseOf(thrown)]).toEqual(['damaged', 'sources.db']);
});

test('a mistake in a statement is no trouble of the file', () => {
  const db = damaged();
  const thrown = thrownBy(() => db.all('SELECT word FROM nowhere'));
  expect(String(thrown)).toContain('nowhere');
  expect(sqliteTrouble(thrown)).toBeNull();
});
