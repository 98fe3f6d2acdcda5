import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Database } from './database.ts';
import { letGo } from './let-go.ts';

test('a file that nobody can write is read without anything being made beside it, whatever signs its name has', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-still-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, '清河 100% #1.db');
  const made = Database.open(path, 'keep');
  made.exec('CREATE TABLE told (word TEXT NOT NULL) STRICT');
  made.run('INSERT INTO told (word) VALUES (?)', '圆桌');
  made.close();
  await letGo();

  const still = Database.open(path, 'still');
  expect(still.all('SELECT word FROM told')).toEqual([{ word: '圆桌' }]);
  expect(readdirSync(folder)).toEqual(['清河 100% #1.db']);
  expect(() => still.run('INSERT INTO told (word) VALUES (?)', '二')).toThrow(/readonly|query_only/);
  still.close();

  const beside = Database.open(path, 'read-only'); // which is for a file that another process may write
  beside.all('SELECT word FROM told');
  expect(readdirSync(folder).length).toBeGreaterThan(1);
  beside.close();
});
