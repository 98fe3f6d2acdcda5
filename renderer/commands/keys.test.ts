import { describe, expect, test } from 'vitest';
import { matchesStroke, parseKeys, typesNothing, writePress } from './keys.ts';
import type { KeyPress } from './keys.ts';

const press = (parts: Partial<KeyPress>): KeyPress =>
  ({ code: '', key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false, ...parts });

const matches = (notation: string, parts: Partial<KeyPress>, mac = false) => parseKeys(notation).every((stroke) => matchesStroke(stroke, press(parts), mac));

describe('what a key press is', () => {
  test.each<[string, Partial<KeyPress>, boolean]>([
    ['J', { code: 'KeyJ', key: 'j' }, true],
    ['J', { code: 'KeyJ', key: 'Process' }, true], // an input method is on, nothing is being composed
    ['J', { code: 'KeyJ', key: 'о' }, true], // a Cyrillic layout
    ['J', { code: 'KeyC', key: 'j' }, false], // the cap says j, the key is another
    ['J', { code: 'KeyJ', key: 'J', shiftKey: true }, false],
    ['Shift+J', { code: 'KeyJ', key: 'J', shiftKey: true }, true],
    ['J', { code: 'KeyJ', key: 'j', ctrlKey: true }, false],
    ['Mod+K', { code: 'KeyK', key: 'k', ctrlKey: true }, true],
    ['Mod+K', { code: 'KeyK', key: 'k', metaKey: true }, false],
    ['1', { code: 'Digit1', key: '&' }, true], // French layout
    ['1', { code: 'Numpad1', key: '1' }, true],
    ['1', { code: 'Numpad1', key: 'End' }, false], // number lock is off
    ['?', { code: 'Slash', key: '?', shiftKey: true }, true],
    ['?', { code: 'Slash', key: '？', shiftKey: true }, true], // full width
    ['/', { code: 'Slash', key: '、' }, true], // Chinese punctuation on
    ['[', { code: 'BracketLeft', key: '【' }, true],
    ['[', { code: 'BracketLeft', key: '「' }, true],
    ['{', { code: 'BracketLeft', key: '{', shiftKey: true }, true],
    ['{', { code: 'BracketLeft', key: '「', shiftKey: true }, true],
    ['[', { code: 'BracketLeft', key: '「', shiftKey: true }, false],
    ['}', { code: 'BracketRight', key: '｝', shiftKey: true }, true],
    ['[', { code: 'Digit8', key: '[', ctrlKey: true, altKey: true, altGraph: true }, true], // German layout
    ['[', { code: 'Digit8', key: '[', ctrlKey: true, altKey: true }, false],
    ['Enter', { code: 'NumpadEnter', key: 'Enter' }, true],
    ['Space', { code: 'Space', key: ' ' }, true],
    ['Mod++', { code: 'Equal', key: '+', ctrlKey: true, shiftKey: true }, true],
    ['+', { code: 'NumpadAdd', key: '+' }, true],
    ['Alt+ArrowUp', { code: 'ArrowUp', key: 'ArrowUp', altKey: true }, true],
    ['Alt+ArrowUp', { code: 'ArrowUp', key: 'ArrowUp' }, false],
  ])('%s, %j: %j', (notation, parts, expected) => {
    expect(matches(notation, parts)).toBe(expected);
  });

  test('on a Mac, Mod is Command', () => {
    expect(matches('Mod+K', { code: 'KeyK', key: 'k', metaKey: true }, true)).toBe(true);
    expect(matches('Mod+K', { code: 'KeyK', key: 'k', ctrlKey: true }, true)).toBe(false);
  });
});

test('a sequence is read stroke by stroke', () => {
  expect(parseKeys('R H').map(({ key }) => key)).toEqual(['KeyR', 'KeyH']);
});

test.each(['', 'Ctrl+K', 'j', 'Shift+', 'Foo', 'R  H'])('%j is no notation', (notation) => {
  expect(() => parseKeys(notation)).toThrow();
});

test.each([
  ['Mod+K', true],
  ['Alt+ArrowUp', true],
  ['Escape', true],
  ['F3', true],
  ['J', false],
  ['Shift+A', false],
  ['Enter', false],
  ['ArrowDown', false],
  ['Space', false],
  ['?', false],
])('%s while text is written: %j', (notation, expected) => {
  expect(parseKeys(notation).every(typesNothing)).toBe(expected);
});

describe('how a press is written', () => {
  test.each<[Partial<KeyPress>, string | null]>([
    [{ code: 'KeyJ', key: 'j' }, 'J'],
    [{ code: 'KeyJ', key: 'Process' }, 'J'],
    [{ code: 'KeyJ', key: 'J', shiftKey: true, ctrlKey: true }, 'Mod+Shift+J'],
    [{ code: 'Slash', key: '？', shiftKey: true }, '?'],
    [{ code: 'Digit8', key: '[', ctrlKey: true, altKey: true, altGraph: true }, '['],
    [{ code: 'Equal', key: '+', shiftKey: true, ctrlKey: true }, 'Mod++'],
    [{ code: 'F6', key: 'F6', shiftKey: true }, 'Shift+F6'],
    [{ code: 'Space', key: ' ' }, 'Space'],
    [{ code: 'ArrowUp', key: 'ArrowUp', altKey: true }, 'Alt+ArrowUp'],
    [{ code: 'Numpad1', key: '1' }, null], // a digit is written as the row above the letters has it
    [{ code: 'KeyJ', key: 'j', metaKey: true }, null],
    [{ code: 'ShiftLeft', key: 'Shift', shiftKey: true }, null],
    [{ code: 'BracketLeft', key: 'Dead' }, null],
  ])('%j: %j', (parts, expected) => {
    const written = writePress(press(parts), false);
    expect(written).toBe(expected);
    if (written !== null) expect(parseKeys(written).every((stroke) => matchesStroke(stroke, press(parts), false))).toBe(true);
  });
});
