import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { unusualIn } from '../export/unusual.ts';
import { isBlank as isBlankUnit } from '../parse/characters.ts';
import { countCharacters } from './ledger.ts';
import { LINE_END, hasLineEnd } from './line-end.ts';
import { isBlank } from './reading.ts';

// What is looked at unit by unit because it is quicker says the same as the expression it stands for.

const UNITS = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
const differing = (one: (text: string) => unknown, other: (text: string) => unknown): readonly string[] => UNITS.filter((text) => one(text) !== other(text));

const text = fc.string({ unit: fc.constantFrom('文', '。', 'a', ' ', '\n', '\r', '\u0085', '\u2028', '\u3000', '\u200b', '\ufeff', '\t', '\ud840\udc00', '\ud840', '\udc00', '\u0001', '\ue000') });

it('knows blanks, line ends and unusual characters by their units', () => {
  expect(differing((unit) => isBlankUnit(unit.charCodeAt(0)), isBlank)).toEqual([]);
  expect(differing(hasLineEnd, (unit) => unit.search(LINE_END) >= 0)).toEqual([]);
  expect(differing((unit) => unusualIn(unit, (at) => at).length > 0, (unit) => /[\p{Cs}\p{Co}\p{Cn}]|(?![\t\n\r\u0085])\p{Cc}/u.test(unit))).toEqual([]);
});

it('finds a line end wherever the expression finds one', () => {
  fc.assert(fc.property(text, (any) => {
    expect(hasLineEnd(any)).toBe(any.search(LINE_END) >= 0);
  }));
});

it('counts what is not blank, code point by code point, also in a stretch that begins or ends in a pair', () => {
  fc.assert(fc.property(text, fc.nat(40), fc.nat(40), (any, from, to) => {
    expect(countCharacters(any, from, to)).toBe(Array.from(any.slice(from, Math.max(from, to)).replace(/[\p{White_Space}\uFEFF\u200B]/gu, '')).length);
  }));
});
