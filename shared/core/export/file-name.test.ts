import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeName } from './file-name.ts';
import { PageNames } from './page-names.ts';

test('a safe name is safe whatever it is made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeName(name);
      expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cs}]|^[\s.]|[\s.]$/u);
      expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(161);
      expect(safeName(safe)).toBe(safe);
    }),
  );
  expect([safeName('CON'), safeName('aux.txt'), safeName('console'), safeName('“小巷管家”上岗记')]).toEqual(['_CON', '_aux.txt', 'console', '“小巷管家”上岗记']);
});

test('every page has a name of its own to every file system', () => {
  const names = new PageNames();
  const paths = ['2024/A.txt', '2024/a.txt', '2024/a.text', '2024/a', '2024/é', '2024/e\u0301', '2024/a:', 'CON/x.txt', '../x.txt', '2024/a~2.txt', '2024/ﬀ', '2024/FF'];
  const given = paths.map((path) => names.next(path));
  expect(given).toEqual(['2024/A', '2024/a~2', '2024/a~3', '2024/a~4', '2024/é', '2024/é~2', '2024/a~5', '_CON/x', '_/x', '2024/a~2~2', '2024/ﬀ', '2024/FF~2']);
  expect(new Set(given.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(paths.length);
});
