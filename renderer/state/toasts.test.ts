import { beforeEach, expect, it } from 'vitest';
import { dismissNewest, leaveProject, leaveScreen, say, sayError, sayHere, toastStore, withdrawUndo } from './toasts.ts';

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

it('takes along what was said of a screen when that is left; an offer of Undo, a result and a problem stay', () => {
  sayError({ code: 'disk-full' });
  sayHere('desk.no-doubts');
  leaveScreen();
  expect(shown()).toEqual(['error.disk-full']);
  say('history.send', {}, () => {});
  leaveScreen();
  expect(shown()).toEqual(['error.disk-full', 'history.send']);
  say('toast.topics-imported');
  leaveScreen();
  expect(shown()).toEqual(['error.disk-full', 'toast.topics-imported']);
});

it('says nothing of another project: neither its problems nor what could be taken back in it', () => {
  sayError({ code: 'disk-full' });
  say('history.send', {}, () => {});
  leaveProject();
  expect(shown()).toEqual([]);
});

it('is one message where the same problem comes again, with how often; another file is another problem', () => {
  sayError({ code: 'scheme-file-size', file: 'a.csv' });
  sayError({ code: 'scheme-file-size', file: 'b.csv' });
  sayError({ code: 'scheme-file-size', file: 'a.csv' });
  expect(toastStore.getState().toasts.map(({ params, times }) => [params['file'], times])).toEqual([['b.csv', 1], ['a.csv', 2]]);
});

it('dismisses the newest, or the newest problem, one at a time', () => {
  sayError({ code: 'disk-full' });
  sayError({ code: 'folder-gone' });
  say('desk.no-doubts');
  expect([dismissNewest('problem'), shown()]).toEqual([true, ['error.disk-full', 'desk.no-doubts']]);
  expect([dismissNewest(), shown()]).toEqual([true, ['error.disk-full']]);
  expect([dismissNewest(), dismissNewest(), shown()]).toEqual([true, false, []]);
});
