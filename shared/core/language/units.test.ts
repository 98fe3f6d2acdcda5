import { expect, test } from 'vitest';
import { BREAK, unitsOf } from './units.ts';

const shown = (text: string) => Array.from(unitsOf(text).units, (unit) => (unit === BREAK ? '|' : String.fromCharCode(unit))).join('');

test('digits are all alike, so are letters; marks have one width; blanks are nothing, line ends breaks', () => {
  expect(shown('渡口 2024年,Stet！\r\n\n船工')).toBe('||渡口0000年，aaaa！|船工||');
  expect(shown('２Ａ（')).toBe('||0a（||');
  expect(shown('')).toBe('||||');
});

test('each unit knows where it stands', () => {
  const { units, at } = unitsOf('渡 口\n船');
  expect(Array.from(at)).toEqual([0, 0, 0, 2, 3, 4, 5, 5]);
  expect(units.length).toBe(8);
});
