// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createSpots } from './spots.ts';

const line = (name: string, off = false) => `<li data-spot="${name}" tabindex="-1">${name} <button data-act="split" ${off ? 'disabled' : ''}>x</button></li>`;
const spots = createSpots('.list');
const list = () => document.querySelector<HTMLElement>('.list')!;
const focused = () => document.activeElement?.getAttribute('data-spot') ?? null;

beforeEach(() => {
  document.body.innerHTML = `<input><ul class="list">${['a', 'b', 'c'].map((name) => line(name, name === 'c')).join('')}</ul>`;
  list().addEventListener('focusin', ({ target }) => target instanceof Element && spots.note(target));
});

test('goes from line to line, to the first at first, and not past the ends', () => {
  const gone: (string | null)[] = [];
  for (const step of [1, 1, 1, 1, -1, -1, -1] as const) {
    spots.move(step);
    gone.push(focused());
  }
  expect(gone.slice(-6)).toEqual(['b', 'c', 'c', 'b', 'a', 'a']);
});

test('acts on the line one was at last, also where something else has the keyboard; not by a button that is off', () => {
  document.querySelector<HTMLElement>('[data-spot=b]')!.focus();
  document.querySelector('input')!.focus();
  expect(spots.here()?.dataset['spot']).toBe('b');
  expect(spots.act('split')?.parentElement?.dataset['spot']).toBe('b');
  expect(spots.act('use')).toBeNull();
  spots.move(1);
  expect(spots.act('split')).toBeNull();
});

test('where the line with the keyboard went, the one in its place has it; a field keeps it', () => {
  document.querySelector<HTMLElement>('[data-spot=b]')!.focus();
  document.querySelector('[data-spot=b]')!.remove();
  (document.activeElement as HTMLElement | null)?.blur();
  spots.restore();
  expect(focused()).toBe('c');
  document.querySelector('input')!.focus();
  spots.restore();
  expect(document.activeElement?.tagName).toBe('INPUT');
});
