import { describe, expect, it } from 'vitest';
import { createListeners } from './listeners.ts';

describe('createListeners', () => {
  it('tells those who listen, as often as they listen, until they stop', () => {
    const { subscribe, tell } = createListeners(['a', 'b']);
    const heard: unknown[] = [];
    const listener = (payload: unknown): void => void heard.push(payload);
    const stop = subscribe.a(listener);
    subscribe.a(listener);
    tell('a', 1);
    tell('b', 2);
    tell('toString', 3);
    stop();
    stop();
    tell('a', 4);
    expect(heard).toEqual([1, 1, 4]);
  });

  it('lets a listener stop listening while it is told', () => {
    const { subscribe, tell } = createListeners(['a']);
    const heard: string[] = [];
    const stop = subscribe.a(() => {
      heard.push('first');
      stop();
    });
    subscribe.a(() => heard.push('second'));
    tell('a', null);
    expect(heard).toEqual(['first', 'second']);
  });
});
