import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from './database.ts';
import { fromStored, toStored } from './text.ts';

const AWKWARD = [
  '', '\0', 'ab\0cd', '\0\0', 'a\0', '\uD800', '\uDC00', 'x\uD83Dy', '\uDC00\uD800', '\uD83D\uDE00', '\uFEFFabc', '\uFFFE\uFFFF', '\uFFFD',
  '\uFDD0', '\uFDD0\uFDD1\uFDD1\uFDD1\uFDD1', '\uFDE0', '\u2028\u2029', '\r\n', '龘\u{20000}', 'e\u0301', '\uD83D\0\uDE00', '\u202Eabc', '\uE000',
];
const units = fc.array(
  fc.oneof(fc.nat(0xffff), fc.constantFrom(0, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfdd0, 0xfdd1, 0xfde0, 0xfeff, 0x61)), { maxLength: 40 },
).map((codes) => String.fromCharCode(...codes));

describe('stored text', () => {
  let folder: string;
  let db: Database;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stet-text-'));
    db = Database.open(join(folder, 'text.db'), 'keep');
    db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  });
  afterAll(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });

  const throughSqlite = (text: string) => {
    db.run('INSERT OR REPLACE INTO t (id, text) VALUES (1, ?)', text);
    return db.get<{ text: string }>('SELECT text FROM t WHERE id = 1 AND text = ?', text)?.text;
  };

  test.each(AWKWARD)('comes back exactly: %j', (text) => {
    expect(throughSqlite(text)).toBe(text);
  });

  test('comes back exactly, whatever it is', () => {
    fc.assert(fc.property(units, (text) => throughSqlite(text) === text));
  });

  test('is well formed, without NUL, and read back without SQLite too', () => {
    fc.assert(fc.property(units, (text) => {
      const stored = toStored(text);
      return stored.isWellFormed() && !stored.includes('\0') && fromStored(stored) === text;
    }));
  });

  test('ordinary text is stored as it is', () => {
    expect(toStored('本报讯（记者 某某）😀')).toBe('本报讯（记者 某某）😀');
  });
});
