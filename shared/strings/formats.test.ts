import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.ts';

const moment = '2024-03-09T06:02:11.400Z';

describe('createFormats', () => {
  const english = createFormats('en', 'UTC');
  const chinese = createFormats('zh-Hans', 'Asia/Shanghai');

  it('writes numbers and shares', () => {
    expect(english.number(1234567)).toBe('1,234,567');
    expect(english.percent(0.614)).toBe('61%');
  });

  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [32_400_000, '32.4 MB'],
    [5e13, '50,000 GB'],
  ])('writes %d bytes', (bytes, text) => expect(english.size(bytes)).toBe(text));

  it('writes moments in the zone asked for', () => {
    expect(english.time(moment)).toBe('06:02:11');
    expect(chinese.time(moment)).toBe('14:02:11');
    expect([english.isoDay('2024-03-09T23:30:00Z'), chinese.isoDay('2024-03-09T23:30:00Z')]).toEqual(['2024-03-09', '2024-03-10']);
    expect(english.dateTime(moment)).toBe('Mar 9, 2024, 06:02');
    expect(chinese.dateTime(moment)).toBe('2024年3月9日 14:02');
  });
});
