import { expect, test } from 'vitest';
import { superfluous } from './backup.ts';
import type { Backup } from './backup.ts';

const at = (time: string): Backup => ({ path: time, at: time });

test('kept are the newest of each of the last three hours and seven days that have any', () => {
  const backups = [
    '2026-03-10T12:50', '2026-03-10T12:10', '2026-03-10T11:59', '2026-03-10T09:00', '2026-03-10T08:00', '2026-03-09T23:00', '2026-03-09T01:00',
    '2026-03-07T10:00', '2026-03-06T10:00', '2026-03-05T10:00', '2026-03-04T10:00', '2026-03-03T10:00', '2026-02-01T10:00',
  ].map(at);
  expect(superfluous(backups).map(({ at: time }) => time)).toEqual(['2026-03-10T12:10', '2026-03-10T08:00', '2026-03-09T01:00', '2026-02-01T10:00']);
});

test('a single backup is never superfluous', () => {
  expect(superfluous([at('2020-01-01T00:00')])).toEqual([]);
});
