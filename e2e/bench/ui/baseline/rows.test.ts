import { describe, expect, it } from 'vitest';
import { firstState, pressed } from './rows.ts';

const row = (id: string, begins: boolean, doubt = false) => ({ id, text: id, begins, doubt });
const state = firstState([[row('a', true), row('b', false), row('c', true, true), row('d', true, true)], [row('x', true)]]);
const after = (...keys: readonly string[]) => keys.reduce(pressed, state);

describe('the bare list', () => {
  it.each([
    [['j'], 1],
    [['J'], 2],
    [['d'], 2],
    [['d', 'a'], 3],
    [['j', 'j', 'j', 'j'], 3],
  ] as const)('%j puts the focus at %i', (keys, focus) => expect(after(...keys).focus).toBe(focus));

  it('answers, splits, merges, and takes each back', () => {
    expect(after('d', 'a').rows[2]!.doubt).toBe(false);
    expect(after('j', 's').rows[1]!.begins).toBe(true);
    expect(after('d', 'm').rows[2]!.begins).toBe(false);
    const { rows, focus, past } = after('j', 's', 'm', 'Control+z', 'Control+z');
    expect({ rows, focus, past }).toEqual({ rows: state.rows, focus: 1, past: [] });
  });

  it('turns the page and back', () => {
    expect(after('Control+PageDown').rows[0]!.id).toBe('x');
    expect(after('Control+PageDown', 'Control+PageUp').rows[0]!.id).toBe('a');
  });
});
