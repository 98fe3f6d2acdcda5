import { describe, expect, test } from 'vitest';
import { DEFAULT_PATTERN, parsePattern } from './file-name-pattern.ts';

function read(pattern: string, path: string): string {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) return `invalid at ${parsed.error.at}`;
  const { newspaper, edition, date, page } = parsed.value(path);
  return [newspaper, edition, date, page].join('|');
}

describe('the default pattern', () => {
  test.each([
    ['清河晚报_20240518_03.txt', '清河晚报||2024-05-18|03'],
    ['2024-05/清河晚报_20240518_03.txt', '清河晚报||2024-05-18|03'],
    ['清河晚报-2024-05-18-03.txt', '清河晚报||2024-05-18|03'],
    ['清河晚报 2024.5.8 第3版.TXT', '清河晚报||2024-05-08|3'],
    ['清河晚报2024年5月18日第12版.text', '清河晚报||2024-05-18|12'],
    ['清河晚报_20240518_A03', '清河晚报||2024-05-18|A03'],
    ['Evening News_20240518_03.txt', 'Evening News||2024-05-18|03'],
    ['清河晚报_20240231_03.txt', '清河晚报|||03'],
    ['000_388bb4f0c0d5d677.txt', '|||'],
    ['扫描件.txt', '|||'],
    ['', '|||'],
  ])('%s', (path, expected) => {
    expect(read(DEFAULT_PATTERN, path)).toBe(expected);
  });
});

test.each([
  ['{newspaper}/{year}/{month}/{day}/{page}', 'archive/清河晚报/2024/05/18/03.txt', '清河晚报||2024-05-18|03'],
  ['{year}-{month}_{newspaper}', '2024-05_清河晚报.txt', '清河晚报||2024-05|'],
  ['{year} {newspaper}', '1936 清河日报.txt', '清河日报||1936|'],
  ['{newspaper}_{edition}_{date}_{page}_*', '清河晚报_晨版_20240518_03_scan7.txt', '清河晚报|晨版|2024-05-18|03'],
  ['*_{date}_{page}', 'x_20240518_3.txt', '||2024-05-18|3'],
  ['(影印){newspaper}+{page}', '(影印)清河晚报+4.txt', '清河晚报|||4'],
  ['', '清河晚报_20240518_03.txt', '|||'],
  ['{paper}_{date}', 'x', 'invalid at 0'],
  ['{date}{date}', 'x', 'invalid at 6'],
  ['{date}_{year}', 'x', 'invalid at 0'],
  ['{newspaper', 'x', 'invalid at 0'],
  ['a}', 'x', 'invalid at 1'],
  ['*a*b*', 'x', 'invalid at 4'],
])('%s reads %s', (pattern, path, expected) => {
  expect(read(pattern, path)).toBe(expected);
});

test('a name made to be hard is read in the end', () => {
  const parsed = parsePattern('*{newspaper}{edition}*x');
  expect(parsed.ok && parsed.value(`${'a'.repeat(120)}.txt`).newspaper).toBe('');
});
