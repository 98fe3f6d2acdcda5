import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { learnRate, learned, rateOf } from './rates.ts';

const NOTHING = { made: null, kept: null };

function folderOf(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stet-rates-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'exported');
}

test.each([
  ['a first export tells of pages that are made', NOTHING, { made: 100, kept: 0, milliseconds: 1_000 }, { made: 10, kept: null }],
  ['one of what was kept, of pages that are kept', { made: 10, kept: null }, { made: 0, kept: 100, milliseconds: 200 }, { made: 10, kept: 2 }],
  ['of a mixed one what most pages were, less what the others took before', { made: 10, kept: null }, { made: 10, kept: 90, milliseconds: 280 }, { made: 10, kept: 2 }],
  ['also where most were made', { made: null, kept: 2 }, { made: 90, kept: 10, milliseconds: 920 }, { made: 10, kept: 2 }],
  ['one of what others took is not taken to be nothing', { made: 10, kept: null }, { made: 40, kept: 60, milliseconds: 300 }, { made: 10, kept: .5 }],
  ['as many of both tell of pages that are made', { made: null, kept: 2 }, { made: 50, kept: 50, milliseconds: 600 }, { made: 10, kept: 2 }],
  ['made ones are not taken to be quicker than all were', { made: null, kept: 10 }, { made: 60, kept: 40, milliseconds: 300 }, { made: 3, kept: 10 }],
  ['what was known counts for half', { made: 10, kept: 2 }, { made: 100, kept: 0, milliseconds: 2_000 }, { made: 15, kept: 2 }],
  ['a mixed one alone: so many times as long', NOTHING, { made: 10, kept: 40, milliseconds: 1_000 }, { made: null, kept: 10 }],
] as const)('%s', (_, before, measured, after) => {
  expect(learned(before, measured)).toEqual(after);
});

test('rates are those of the same formats, in whatever order; a few pages tell nothing', () => {
  const folder = folderOf();
  learnRate(folder, ['text', 'csv'], { made: 100, kept: 0, milliseconds: 500 });
  learnRate(folder, ['csv'], { made: 5, kept: 0, milliseconds: 500 });
  expect(rateOf(folder, ['csv', 'text'])).toEqual({ made: 5, kept: null });
  expect(rateOf(folder, ['csv'])).toEqual(NOTHING);
  learnRate(folder, ['csv'], { made: 0, kept: 50, milliseconds: 500 });
  expect([rateOf(folder, ['csv', 'text']), rateOf(folder, ['csv'])]).toEqual([{ made: 5, kept: null }, { made: null, kept: 10 }]);
});

test('what is not what was written is not known, and is written anew', () => {
  const folder = folderOf();
  learnRate(folder, ['csv'], { made: 100, kept: 0, milliseconds: 500 });
  for (const said of ['{', 'null', '{"csv":{"made":"5","kept":null}}', '{"csv":{"made":-1,"kept":null}}', '{"csv":5}']) {
    writeFileSync(join(folder, 'rates.json'), said);
    expect(rateOf(folder, ['csv'])).toEqual(NOTHING);
  }
  for (const csv of ['5', 'null', '"made"', '{"made":5,"kept":"2"}', '{"made":5}']) {
    writeFileSync(join(folder, 'rates.json'), `{"csv":${csv},"text":{"made":5,"kept":2}}`);
    expect([csv, rateOf(folder, ['csv']), rateOf(folder, ['text'])]).toEqual([csv, NOTHING, { made: 5, kept: 2 }]);
  }
  learnRate(folder, ['csv'], { made: 100, kept: 0, milliseconds: 700 });
  expect(rateOf(folder, ['csv'])).toEqual({ made: 7, kept: null });
});
