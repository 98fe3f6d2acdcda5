import { beforeEach, expect, it } from 'vitest';
import { say, sayError, toastStore, withdrawUndo } from './toasts.ts';

beforeEach(() => toastStore.setState({ toasts: [], nextId: 1 }));

const shown = () => toastStore.getState().toasts.map(({ key }) => key);

it('offers Undo only for the last thing done: what is said without one, and problems, stay', () => {
  say('history.send', {}, () => {});
  sayError({ code: 'disk-full' });
  withdrawUndo();
  expect(shown()).toEqual(['error.disk-full']);
  say('desk.no-doubts');
  withdrawUndo();
  expect(shown()).toEqual(['error.disk-full', 'desk.no-doubts']);
});
