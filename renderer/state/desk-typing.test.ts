import { describe, expect, test } from 'vitest';
import { passageId } from '#core/model/ids.ts';
import { continues, runAfter, RUN_LENGTH, RUN_PAUSE } from './desk-typing.ts';
import type { Stroke, TypingRun } from './desk-typing.ts';

const stroke = (change: Partial<Stroke> = {}): Stroke => ({ passage: passageId('p1'), from: 5, to: 5, text: '校', composed: false, at: 1000, ...change });
const begun = runAfter(null, stroke(), 6, 'first');

describe('a run of typing goes on', () => {
  test.each<[string, Partial<Stroke>, boolean]>([
    ['at the caret', { from: 6, to: 6, at: 1100 }, true],
    ['with a character taken out before the caret', { from: 5, to: 6, text: '', at: 1100 }, true],
    ['up to a second', { from: 6, to: 6, at: 1000 + RUN_PAUSE - 1 }, true],
    ['not after a second', { from: 6, to: 6, at: 1000 + RUN_PAUSE }, false],
    ['not where the caret has jumped', { from: 2, to: 2, at: 1100 }, false],
    ['not in another passage', { passage: passageId('p2'), from: 6, to: 6, at: 1100 }, false],
  ])('%s', (_, change, expected) => {
    expect(continues(begun, stroke(change))).toBe(expected);
  });

  test('not after a composition has ended', () => {
    const composed = runAfter(begun, stroke({ from: 6, to: 6, text: '样', composed: true, at: 1100 }), 7, 'second');
    expect(composed.key).toBe('first');
    expect(continues(composed, stroke({ from: 7, to: 7, at: 1200 }))).toBe(false);
  });

  test('for twenty characters', () => {
    let run: TypingRun | null = null;
    const keys: string[] = [];
    for (let i = 0; i < RUN_LENGTH + 1; i += 1) {
      run = runAfter(run, stroke({ from: i, to: i, at: 1000 + i }), i + 1, `run${i}`);
      keys.push(run.key);
    }
    expect(keys.slice(0, RUN_LENGTH)).toEqual(Array(RUN_LENGTH).fill('run0'));
    expect(keys.at(-1)).toBe(`run${RUN_LENGTH}`);
  });
});
