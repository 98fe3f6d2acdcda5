import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand';
import { endBurst, strike } from '../ui/burst.ts';
import { drawnLater, shownOf } from './shown.ts';

const store = createStore(() => ({ text: '' }));
const shown = shownOf(store);
const heard: string[] = [];
shown.subscribe(({ text }, before) => heard.push(`${before.text}>${text}`));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  store.setState({ text: '' });
  heard.length = 0;
});
afterEach(() => {
  endBurst();
  vi.useRealTimers();
});

const type = (text: string) => drawnLater(() => store.setState({ text }));

test('what is typed is in the store at once, and told once when the hands rest', () => {
  strike();
  type('一');
  type('一二');
  expect([shown.getState().text, heard]).toEqual(['一二', []]);
  vi.advanceTimersByTime(150);
  expect(heard).toEqual(['>一二']);
});

test('another change tells what was typed with it, and it is not told again', () => {
  strike();
  type('一');
  store.setState({ text: '三' });
  expect(heard).toEqual(['>三']);
  vi.advanceTimersByTime(150);
  expect(heard).toEqual(['>三']);
});

test('where nobody types, nothing is told later', () => {
  type('一');
  expect(heard).toEqual(['>一']);
});
