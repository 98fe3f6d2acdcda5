import { describe, expect, test } from 'vitest';
import type { Command } from './command.ts';
import { step } from './dispatch.ts';
import type { Focus, Step } from './dispatch.ts';
import type { KeyPress } from './keys.ts';

const command = (id: string, keys: readonly string[], more: Partial<Command> = {}): Command =>
  ({ id, labelKey: 'app.name', group: 'app', keys, when: () => true, run: () => undefined, ...more });

const letter = (name: string, more: Partial<KeyPress> = {}): KeyPress =>
  ({ code: `Key${name}`, key: name.toLowerCase(), ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false, ...more });

const named = (key: string): KeyPress => ({ ...letter('J'), code: key, key });

const say = (result: Step): string => (result.kind === 'run' ? result.command.id : result.kind);

const give = (commands: readonly Command[], press: KeyPress, focus: Focus = 'none', held = false) => say(step(commands, [], press, focus, false, held));

describe('one press', () => {
  const next = command('next', ['J'], { repeats: true });
  const palette = command('palette', ['Mod+K'], { inText: true });
  const save = command('save', ['Mod+S']);
  const open = command('open', ['Enter']);
  const all = [next, palette, save, open];

  test.each<[string, KeyPress, Focus, string]>([
    ['a letter with nothing focused', letter('J'), 'none', 'next'],
    ['a letter in a text field', letter('J'), 'text', 'pass'],
    ['a letter on a button', letter('J'), 'control', 'next'],
    ['Ctrl+K in a text field', letter('K', { ctrlKey: true }), 'text', 'palette'],
    ['Ctrl+S in a text field, which it is not for', letter('S', { ctrlKey: true }), 'text', 'pass'],
    ['Enter with nothing focused', named('Enter'), 'none', 'open'],
    ['Enter on a button is the button’s', named('Enter'), 'control', 'pass'],
    ['a key of no command', letter('Q'), 'none', 'pass'],
  ])('%s: %s', (_, press, focus, expected) => {
    expect(give(all, press, focus)).toBe(expected);
  });

  test('the first that can be done now wins', () => {
    const list = [command('desk', ['J'], { when: () => false }), command('library', ['J']), command('other', ['J'])];
    expect(give(list, letter('J'))).toBe('library');
  });

  test('a key held down goes on only where the command repeats', () => {
    expect(give(all, letter('J'), 'none', true)).toBe('next');
    expect(give(all, named('Enter'), 'none', true)).toBe('drop');
  });
});

describe('a sequence', () => {
  const headline = command('headline', ['R H']);
  const kicker = command('kicker', ['R K']);
  const asleep = command('asleep', ['R J'], { when: () => false });
  const all = [headline, kicker, asleep];
  const r = letter('R');

  test('waits after its first key and says where it can lead', () => {
    const waiting = step(all, [], r, 'none', false, false);
    expect(waiting.kind === 'wait' && waiting.begun.map((way) => way.command.id)).toEqual(['headline', 'kicker']);
  });

  test.each([['H', 'headline'], ['K', 'kicker'], ['J', 'drop'], ['Q', 'drop']])('R then %s: %s', (then, expected) => {
    expect(say(step(all, [r], letter(then), 'none', false, false))).toBe(expected);
  });

  test('does not begin in a text field', () => {
    expect(give(all, r, 'text')).toBe('pass');
  });
});
