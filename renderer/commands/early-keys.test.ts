// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import { fail } from '#util/result.ts';
import { clearDesk, openPage } from '../state/desk-open.ts';
import { deskStore } from '../state/desk.ts';
import { forgetPlaces, goToScreen, isScreen, openIssue } from '../state/screen.ts';
import { isOnTheWay, whileLookingUp } from '../state/on-the-way.ts';
import { toastStore } from '../state/toasts.ts';
import { createDeskEngine } from '../testing/desk-engine.ts';
import type { Command } from './command.ts';
import { followKeyboard } from './keyboard.ts';

let letIn: () => void; // has the engine answer for pages 2 and 3
let done: string[];
let unfollow: () => void;

const page = () => deskStore.getState().page?.id;
const isPageThere = () => page() !== undefined && page() === deskStore.getState().wanted;
const command = (id: string, key: string, more: Partial<Command> = {}): Command =>
  ({ id, labelKey: 'app.name', group: 'app', keys: [key], when: isPageThere, run: () => void done.push(`${id} ${page()}`), ...more });

/** A key that leads to another page, as the desk's do: that it is wanted is known before the next key. */
const turnTo = (id: string, key: string, to: number) => command(id, key, {
  ahead: true,
  run: () => {
    done.push(`${id} ${page()}`);
    openIssue(to);
    void openPage(to, null);
  },
});

const COMMANDS: readonly Command[] = [
  command('desk.down', 'J', { ahead: true, repeats: true }),
  command('desk.approve', 'A'),
  command('desk.setRole', 'R H'),
  command('app.palette', 'Mod+K', { when: () => true }),
  command('library.down', 'J', { ahead: true, when: () => isScreen('library') }),
  turnTo('desk.turn', 'Q', 3),
];

const press = (key: string, more: KeyboardEventInit = {}) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true, ...more }));
const frames = () => vi.advanceTimersByTimeAsync(1_000);
const told = () => toastStore.getState().toasts.map(({ key }) => key);

beforeEach(async () => {
  vi.useFakeTimers();
  const { bridge } = createDeskEngine(issueOf('a1 headline: 河畔书屋', 'a1 body: 甲'));
  const { calls } = bridge;
  const gate = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  const open = async (request: { readonly issue: number }) => {
    if (request.issue > 1) await gate;
    return request.issue === 4 ? fail({ code: 'no-such-issue' }) : calls['issue.open'](request);
  };
  Object.assign(window, { stet: { ...bridge, calls: new Proxy({}, { get: (_target, name: keyof typeof calls) => (name === 'issue.open' ? open : calls[name]) }) } });
  clearDesk();
  forgetPlaces();
  toastStore.setState(toastStore.getInitialState());
  done = [];
  unfollow = followKeyboard({ commands: () => COMMANDS, context: () => 'desk', onRun: ({ run }) => void run() });
  openIssue(1);
  await openPage(1, null);
});

afterEach(async () => {
  unfollow();
  press('Escape');
  await frames();
  vi.useRealTimers();
});

describe('keys pressed before the page is there', () => {
  test('on a page that is there keys are done at once', () => {
    press('j');
    press('a');
    expect([isOnTheWay(), done]).toEqual([false, ['desk.down 1', 'desk.approve 1']]);
  });

  test('those that go somewhere wait for the page and come in their order', async () => {
    const opened = openPage(2, null);
    press('j');
    press('j');
    press('j', { repeat: true }); // held down: how far it would have gone is anybody's guess
    await frames();
    expect(done).toEqual([]);
    letIn();
    await opened;
    press('j');
    await frames();
    expect(done).toEqual(['desk.down 2', 'desk.down 2', 'desk.down 2']);
    expect(told()).toEqual([]);
  });

  test('one that leads on to another page has the rest wait for that', async () => {
    void openPage(2, null);
    for (const key of ['j', 'q', 'j']) press(key);
    letIn();
    await frames();
    expect(done).toEqual(['desk.down 2', 'desk.turn 2', 'desk.down 3']);
  });

  test.each([['a key', 'a'], ['a key that begins two', 'r']])('%s that decides is turned away, with all that follows, and that is said once', async (_, key) => {
    void openPage(2, null);
    for (const one of ['j', key, 'j', 'a']) press(one);
    letIn();
    await frames();
    expect([done, told()]).toEqual([['desk.down 2'], ['desk.too-early']]);
    press('a');
    expect(done.at(-1)).toBe('desk.approve 2');
  });

  test('what is not for the page is done at once', async () => {
    void openPage(2, null);
    press('k', { ctrlKey: true });
    expect(done).toEqual(['app.palette 1']);
    expect(press('z')).toBe(true); // no key of ours: left to the window
    letIn();
    await frames();
    expect(done).toEqual(['app.palette 1']);
  });

  test.each<[string, () => void]>([
    ['Escape', () => press('Escape')],
    ['a click', () => window.dispatchEvent(new Event('pointerdown'))],
    ['another screen', () => goToScreen('library')],
  ])('%s drops what waits', async (_, drop) => {
    void openPage(2, null);
    press('j');
    drop();
    letIn();
    await frames();
    expect(done).toEqual([]);
  });

  test('a page that cannot be shown takes no keys', async () => {
    void openPage(4, null);
    press('j');
    letIn();
    await frames();
    expect([done, isOnTheWay()]).toEqual([[], false]);
  });

  test('while it is being looked up where one goes on to, keys that go wait, and those that decide mean the page in sight', async () => {
    let found!: () => void;
    void whileLookingUp(new Promise<void>((resolve) => {
      found = resolve;
    }));
    press('j');
    press('a');
    expect(done).toEqual(['desk.approve 1']);
    found();
    await frames();
    expect(done).toEqual(['desk.approve 1', 'desk.down 1']);
  });
});
