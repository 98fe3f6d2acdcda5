import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { AppError } from '#contract/app-error.ts';
import type { Edit } from '#core/edits/edit.ts';
import { passageId } from '#core/model/ids.ts';
import type { Decision } from '#core/model/decision.ts';
import { issueOf, showIssue } from '#core/testing/notation.ts';
import { createDeskEngine } from '../testing/desk-engine.ts';
import { appStore } from './app.ts';
import { act, planContext } from './desk-act.ts';
import { catchUp, clearDesk, followDesk, openPage } from './desk-open.ts';
import { planApprovePage, planMerge, planSplit } from './desk-plan-articles.ts';
import { planSetAside } from './desk-plan-passages.ts';
import { planJoin } from './desk-plan-text.ts';
import { typedText } from './desk-outbox.ts';
import { focusStops } from './desk-focus.ts';
import { closeRun } from './desk-run.ts';
import { dropHeld, drained, sendHeld } from './desk-save.ts';
import { only } from './desk-selection.ts';
import { type } from './desk-type.ts';
import { redo, undo } from './desk-undo.ts';
import { deskViewStore, select } from './desk-view.ts';
import { doubtsNow } from './desk-doubts-now.ts';
import { accept, reject } from './desk-work.ts';
import { deskStore, openedPage } from './desk.ts';
import { toastStore } from './toasts.ts';

const first = issueOf('a1 headline: 甲题', 'a1 body: 甲一，', 'a1 body: 甲二。', 'a2 headline: 乙题', 'a2 body: 乙一', '- furniture: 版权');
const boundary: Decision = { subject: 'a2' as Decision['subject'], kind: 'boundary', confidence: 0.61, reasons: [] };

let engine = createDeskEngine(first);
followDeskOnce();

// The stores live as long as the process: the desk is emptied and given a new engine before each test.
function followDeskOnce(): void {
  Object.assign(globalThis, { window: { stet: { calls: new Proxy({}, { get: (_, name: string) => (request: never) => Reflect.get(engine.bridge.calls, name)(request) }), events: new Proxy({}, { get: () => () => () => undefined }) } } });
  followDesk();
}

beforeEach(async () => {
  engine = createDeskEngine(first, [boundary]);
  clearDesk();
  focusStops.clear();
  closeRun();
  toastStore.setState({ toasts: [] });
  appStore.setState({ engine: { state: 'ready', error: null } });
  await openPage(1, null);
});

const shown = () => showIssue(openedPage().issue);
const kept = () => showIssue(engine.issue());
const choose = (...ids: readonly string[]) => select({ anchor: passageId(ids[0]!), focus: passageId(ids.at(-1)!) });
const typed = (from: number, to: number, text: string, at: number) => type({ passage: passageId('p2'), from, to, text, composed: false, forward: false }, at);
const splitAtP3 = () => {
  choose('p3');
  act(planSplit(planContext()));
};

test('what takes passages out of sight says how many', () => {
  choose('p2', 'p3');
  act(planSetAside(planContext(), 'furniture'));
  expect(toastStore.getState().toasts.at(-1)).toMatchObject({ key: 'desk.done.set-aside', params: { count: 2 } });
});

test('a page opens at its first doubt', () => {
  expect(deskViewStore.getState().selection).toEqual(only(passageId('p4')));
});

test('a page that is opened again opens where it was left, unless an article is named', async () => {
  focusStops.set(1, passageId('p2'));
  clearDesk();
  await openPage(1, null);
  expect(deskViewStore.getState().selection).toEqual(only(passageId('p2')));
  clearDesk();
  await openPage(1, first.articles[1]!.id);
  expect(deskViewStore.getState().selection).toEqual(only(passageId('p4')));
});

test('an act is on the page before the engine has heard of it, and durable after', async () => {
  splitAtP3();
  expect(openedPage().issue.articles).toHaveLength(3);
  expect(engine.issue().articles).toHaveLength(2);
  expect(deskStore.getState().saving.state).toBe('saving');
  expect(await drained()).toBe(true);
  expect(kept()).toEqual(shown());
  expect(deskStore.getState().saving).toMatchObject({ state: 'saved', at: '2024-05-18T14:02:11.000Z' });
  expect(openedPage().canUndo).toBe(true);
});

test('acts in quick succession arrive in their order', async () => {
  splitAtP3();
  act(planMerge(planContext()));
  choose('p5');
  act(planJoin(planContext()));
  choose('p6');
  act(planApprovePage(planContext()));
  await drained();
  expect(kept()).toEqual(shown());
  expect(engine.journal().map(({ entry }) => entry.label)).toEqual(['split', 'merge', 'join', 'approve-page']);
});

describe('typing', () => {
  test('strikes and adds, and is one entry while it goes on', async () => {
    expect(typed(0, 1, '丙', 0)).toBe(2);
    typed(2, 2, '丁', 100);
    await drained();
    typed(3, 3, '戊', 200);
    await drained();
    expect(shown()[1]).toBe('a1 body: -[甲]+[丙丁戊]一，');
    expect(engine.journal()).toHaveLength(1);
    typed(4, 4, '己', 1500);
    await drained();
    expect(engine.journal()).toHaveLength(2);
    expect(kept()).toEqual(shown());
  });

  test('what was typed and taken out again leaves no mark; struck text typed again stands', async () => {
    const caret = typed(1, 1, '丙', 0)!;
    typed(caret - 1, caret, '', 10);
    expect(shown()[1]).toBe('a1 body: 甲一，');
    typed(0, 1, '', 20);
    expect(shown()[1]).toBe('a1 body: -[甲]一，');
    expect(typed(0, 0, '甲', 30)).toBe(1);
    expect(shown()[1]).toBe('a1 body: 甲一，');
    await drained();
    expect(kept()).toEqual(shown());
  });

  test('taking out what is struck already is no edit: the caret goes over it', async () => {
    typed(0, 2, '', 0);
    await drained();
    expect(type({ passage: passageId('p2'), from: 1, to: 2, text: '', composed: false, forward: false }, 10)).toBe(0);
    expect(type({ passage: passageId('p2'), from: 0, to: 1, text: '', composed: false, forward: true }, 20)).toBe(2);
    await drained();
    expect(deskStore.getState().version).toBe(1);
  });
});

test('undo and redo go back to the first edit and forth to the last, and the focus goes where something changed', async () => {
  splitAtP3();
  choose('p6');
  act(planSetAside(planContext(), 'banner'));
  choose('p1');
  typed(0, 1, '丙', 0);
  await drained();
  const last = shown();
  await undo();
  expect(deskViewStore.getState().selection).toEqual(only(passageId('p2')));
  await undo();
  await undo();
  expect(shown()).toEqual(showIssue(first));
  expect(openedPage().canUndo).toBe(false);
  await undo();
  expect(deskViewStore.getState().said?.key).toBe('error.nothing-to-undo');
  await redo();
  await redo();
  await redo();
  expect(shown()).toEqual(last);
  expect(kept()).toEqual(last);
});

test('an undo waits for what is on its way, so that it takes back the last act and not the one before', async () => {
  splitAtP3();
  const undone = undo();
  await undone;
  expect(shown()).toEqual(showIssue(first));
});

describe('when the engine was started again', () => {
  test('an edit whose answer was lost is sent with the same key and made once', async () => {
    engine.after.push({ code: 'engine-restarted' });
    splitAtP3();
    await drained();
    expect(engine.journal()).toHaveLength(1);
    expect(kept()).toEqual(shown());
    expect(deskStore.getState().version).toBe(1);
  });

  test('nothing is sent before it is ready', async () => {
    appStore.setState({ engine: { state: 'restarting', error: null } });
    engine.trouble.push({ code: 'engine-restarted' });
    splitAtP3();
    await Promise.resolve().then(() => new Promise((resolve) => setImmediate(resolve)));
    expect(engine.journal()).toHaveLength(0);
    appStore.setState({ engine: { state: 'ready', error: null } });
    expect(await drained()).toBe(true);
    expect(kept()).toEqual(shown());
  });
});

describe('when the page was changed from elsewhere', () => {
  const topics: Edit = { kind: 'setNote', article: first.articles[0]!.id, note: '别处写的' };

  test('what is on its way is made on the page as it is now', async () => {
    engine.change([topics]);
    splitAtP3();
    typed(0, 0, '新', 0);
    expect(await drained()).toBe(true);
    expect(kept()).toEqual(shown());
    expect(openedPage().issue.articles[0]?.note).toBe('别处写的');
    expect(shown()[1]).toBe('a1 body: +[新]甲一，');
    expect(toastStore.getState().toasts.at(-1)?.key).toBe('desk.moved-on');
  });

  test('what no longer fits is kept with what was typed', async () => {
    engine.change([{ kind: 'join', passage: passageId('p2') }]);
    typed(0, 0, '新', 0);
    await drained();
    expect(kept()).toEqual(shown());
    expect(deskStore.getState().lost.map(({ edits }) => typedText(edits))).toEqual(['新']);
    expect(toastStore.getState().toasts.at(-1)?.key).toBe('error.issue-moved-on');
  });

  test('an idle page is read again', async () => {
    engine.change([topics]);
    deskStore.setState({ announced: 1 });
    await catchUp();
    expect(openedPage().issue.articles[0]?.note).toBe('别处写的');
    expect(deskStore.getState().version).toBe(1);
  });
});

describe('when it cannot be written', () => {
  const full: AppError = { code: 'disk-full' };

  /** Once nothing is being written: an answer waits for the frame that shows what was done meanwhile. */
  const answered = () => new Promise<void>((resolve) => {
    const stop = deskStore.subscribe(({ outbox }) => outbox.busy || done());
    const done = () => {
      stop();
      resolve();
    };
    if (!deskStore.getState().outbox.busy) done();
  });

  test('it is held, said, and sent again on request', async () => {
    engine.trouble.push(full);
    splitAtP3();
    expect(await drained()).toBe(false);
    expect(deskStore.getState().saving).toMatchObject({ state: 'held', error: full });
    act(planMerge(planContext()));
    expect(engine.journal()).toHaveLength(0);
    sendHeld();
    expect(await drained()).toBe(true);
    expect(engine.journal().map(({ entry }) => entry.label)).toEqual(['split', 'merge']);
    expect(kept()).toEqual(shown());
  });

  test('it is tried again now and then, without a word, and goes on by itself when it can be written', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    engine.trouble.push(full, full);
    splitAtP3();
    expect(await drained()).toBe(false);
    act(planMerge(planContext()));
    const { saving } = deskStore.getState();
    await vi.advanceTimersByTimeAsync(10_000);
    await answered();
    expect(deskStore.getState().saving).toBe(saving);
    expect(engine.journal()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(10_000);
    await answered();
    expect(await drained()).toBe(true);
    expect(engine.journal().map(({ entry }) => entry.label)).toEqual(['split', 'merge']);
    expect(kept()).toEqual(shown());
    expect(vi.getTimerCount()).toBe(0);
  });

  test('given up, it is still shown', async () => {
    engine.trouble.push(full);
    typed(0, 0, '新', 0);
    await drained();
    await dropHeld();
    expect(shown()).toEqual(showIssue(first));
    expect(deskStore.getState().lost).toHaveLength(1);
  });

  test('another page is not opened over it', async () => {
    engine.trouble.push(full);
    splitAtP3();
    await drained();
    await openPage(2, null);
    expect(openedPage().id).toBe(1);
  });
});

describe('a doubt', () => {
  test('accepted, is decided for good and taken back like any edit', async () => {
    accept();
    expect(doubtsNow()).toEqual([]);
    await drained();
    expect(engine.journal().map(({ entry, settle }) => [entry.label, settle])).toEqual([['accept', [{ kind: 'boundary', subject: 'a2', verdict: 'right' }]]]);
    await undo();
    expect(doubtsNow()).toHaveLength(1);
    expect(deskViewStore.getState().selection).toEqual(only(passageId('p4')));
    await redo();
    expect(doubtsNow()).toEqual([]);
  });

  test('rejected, merges the articles', async () => {
    reject();
    await drained();
    expect(kept()).toEqual(shown());
    expect(openedPage().issue.articles).toHaveLength(1);
    expect(openedPage().settled.get('boundary a2')).toBe('wrong');
    await undo();
    expect(openedPage().settled.size).toBe(0);
    expect(doubtsNow()).toHaveLength(1);
  });

  test('answered yes and then no, is turned round, and no again turns it back', async () => {
    accept();
    reject();
    expect(openedPage().issue.articles).toHaveLength(1);
    expect(openedPage().settled.get('boundary a2')).toBe('wrong');
    reject();
    await drained();
    expect(openedPage().issue.articles).toHaveLength(2);
    expect(openedPage().settled.get('boundary a2')).toBe('right');
    expect(kept()).toEqual(shown());
  });

  test('answered no twice, is put again; of a passage nobody was asked about nothing is turned round', async () => {
    choose('p2');
    reject();
    expect(deskViewStore.getState().selection).toEqual(only(passageId('p4')));
    reject();
    choose('p2');
    reject();
    expect(openedPage().issue.articles).toHaveLength(1);
    choose('p4');
    reject();
    await drained();
    expect(openedPage().settled.size).toBe(0);
    expect(doubtsNow()).toHaveLength(1);
    expect(engine.journal().filter(({ entry }) => entry.live)).toEqual([]);
  });
});
