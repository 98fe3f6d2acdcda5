import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand';
import { lateStore, partOfStore } from './late.ts';

// Where no frames are drawn, after the paint is the next task.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('who follows late is told once for all that happened, and reads what is', () => {
  const store = createStore(() => ({ at: 0 }));
  const afterwards = lateStore(store);
  const heard: number[] = [];
  const stop = afterwards.subscribe(({ at }) => heard.push(at));
  store.setState({ at: 1 });
  store.setState({ at: 2 });
  expect([afterwards.getState().at, heard]).toEqual([2, []]);
  vi.runAllTimers();
  expect(heard).toEqual([2]);
  stop();
  store.setState({ at: 3 });
  vi.runAllTimers();
  expect(heard).toEqual([2]);
});

test('who stops following before the paint is not told, nor kept from coming back', () => {
  const store = createStore(() => ({ at: 0 }));
  const afterwards = lateStore(store);
  const heard: string[] = [];
  const first = afterwards.subscribe(() => heard.push('first'));
  const second = afterwards.subscribe(() => heard.push('second'));
  store.setState({ at: 1 });
  first();
  vi.runAllTimers();
  second();
  afterwards.subscribe(() => heard.push('again'));
  store.setState({ at: 2 });
  vi.runAllTimers();
  expect(heard).toEqual(['second', 'again']);
});

test('who follows a part is told where it is another, not where something else is', () => {
  const store = createStore(() => ({ at: 0, else: 0 }));
  const part = partOfStore(store, ({ at }) => at);
  const heard: number[] = [];
  const stop = part.subscribe(({ at }) => heard.push(at));
  store.setState({ else: 1 });
  expect([part.getState().else, heard]).toEqual([1, []]);
  store.setState({ at: 2 });
  expect(heard).toEqual([2]);
  stop();
  store.setState({ at: 3 });
  expect(heard).toEqual([2]);
});
