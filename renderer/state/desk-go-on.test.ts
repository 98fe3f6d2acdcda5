import { beforeEach, describe, expect, test } from 'vitest';
import type { AppError } from '#contract/app-error.ts';
import type { Bridge } from '#contract/bridge.ts';
import type { Request } from '#contract/calls.ts';
import type { QueueItem, QueuePlace } from '#contract/schemas/queue.ts';
import type { Decision } from '#core/model/decision.ts';
import { articleId, passageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { issueOf } from '#core/testing/notation.ts';
import { createDeskEngine } from '../testing/desk-engine.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { appStore } from './app.ts';
import { act, planContext } from './desk-act.ts';
import { aheadStore, readAhead } from './desk-ahead.ts';
import { approve, approvePage, goInQueue } from './desk-go-on.ts';
import { clearDesk, openPage } from './desk-open.ts';
import { planSplit } from './desk-plan-articles.ts';
import { drained, sendHeld } from './desk-save.ts';
import { only } from './desk-selection.ts';
import { stepBack } from './desk-trail.ts';
import { undoLast } from './desk-undo-last.ts';
import { unsentNow } from './desk-unsent.ts';
import { deskViewStore, select } from './desk-view.ts';
import { accept } from './desk-work.ts';
import { deskStore, openedPage } from './desk.ts';
import { cameTo, chooseQueue, forgetQueue } from './queue.ts';
import { forgetPlaces, screenStore } from './screen.ts';
import { toastStore } from './toasts.ts';

const renamed = (issue: Issue, prefix: string): Issue => ({
  ...issue,
  articles: issue.articles.map((article) => ({ ...article, passages: article.passages.map((passage) => ({ ...passage, id: passageId(`${prefix}${passage.id}`) })) })),
});
const PAGES: Readonly<Record<number, Issue>> = {
  1: issueOf('a1 headline: 河畔书屋', 'a1 body: 甲', 'a2 headline: 麦收', 'a2 body: 乙'),
  2: renamed(issueOf('b1 headline: 圆桌夜话', 'b1 body: 丙', 'b2 headline: 渡口', 'b2 body: 丁'), 'x'),
};
const doubt = (article: string): Decision => ({ kind: 'boundary', subject: articleId(article), confidence: 0.5, reasons: [] });
const ITEMS: readonly QueueItem[] = ['a1', 'a2', 'b1', 'b2'].map((article) => ({ issue: article.startsWith('a') ? 1 : 2, article: articleId(article), key: article }));

let engines: Readonly<Record<number, ReturnType<typeof createDeskEngine>>>;
let reads: number[];

/** Where one is in a queue of the articles as they stand, told from what the two engines hold. */
function place(issue: number | null, article: string | null, key: string | null): QueuePlace {
  const isOpen = ({ issue: page, article: id }: QueueItem) => engines[page]!.issue().articles.some((one) => one.id === id && one.status !== 'approved');
  const at = ITEMS.findIndex((item) => item.article === (key ?? article) || (article === null && item.issue === issue));
  const open = ITEMS.filter((item) => isOpen(item) && item.article !== article);
  const below = open.filter((item) => ITEMS.indexOf(item) > at);
  const above = open.filter((item) => ITEMS.indexOf(item) < at);
  const away = (item: QueueItem) => item.issue !== issue;
  return {
    at: at + 1, total: 4, done: 4 - ITEMS.filter(isOpen).length, left: null, key: at < 0 ? null : ITEMS[at]!.key,
    next: below[0] ?? null, previous: above.at(-1) ?? null, nextPage: below.find(away) ?? null, previousPage: above.findLast(away) ?? null,
  };
}

const asPage = (item: QueueItem | null) => item && { ...item, article: null };

const here = () => `${openedPage().id} ${deskViewStore.getState().selection?.focus}`;
const status = (id: string) => Object.values(engines).flatMap((engine) => engine.issue().articles).find((one) => one.id === id)?.status;
const turns = async () => {
  for (let i = 0; i < 30; i += 1) await Promise.resolve();
};
const settle = async () => {
  await turns();
  await new Promise<void>((resolve) => afterPaint(resolve)); // what was done is sent by then
  await turns();
};
const goTo = async (issue: number, passage: string) => {
  await openPage(issue, null);
  select(only(passageId(passage)));
  await cameTo(issue, openedPage().issue.articles.find(({ passages }) => passages.some(({ id }) => id === passage))!.id);
};

beforeEach(async () => {
  engines = { 1: createDeskEngine(PAGES[1]!, [doubt('a2')]), 2: createDeskEngine(PAGES[2]!, [doubt('b2')]) };
  reads = [];
  const ofPage = (name: string) => async (request: { readonly issue: number | null }) => {
    if (name === 'issue.open') reads.push(request.issue!);
    const calls = engines[request.issue ?? 1]!.bridge.calls as unknown as Record<string, (asked: unknown) => Promise<unknown>>;
    return calls[name]!(request);
  };
  const queues: Record<string, (request: never) => Promise<unknown>> = {
    'queue.place': async ({ unit, issue, article, key }: Request<'queue.place'>) => {
      const told = place(issue, article, key);
      return { ok: true, value: unit === 'article' ? told : { ...told, nextPage: asPage(told.nextPage), next: asPage(told.nextPage) } };
    },
  };
  const bridge = { calls: new Proxy({}, { get: (_target, name: string) => queues[name] ?? ofPage(name) }), events: engines[1]!.bridge.events } as unknown as Bridge;
  Object.assign(globalThis, { window: { stet: bridge }, localStorage: { getItem: () => null, setItem: () => undefined } });
  appStore.setState({ engine: { state: 'ready', error: null } });
  clearDesk();
  forgetQueue();
  forgetPlaces();
  toastStore.setState({ toasts: [] });
  await chooseQueue('date', 'article');
});

// What the Desk does as it is drawn: the page that is asked for comes onto it.
screenStore.subscribe(({ place: now }) => {
  if (now.screen === 'desk' && now.issue !== null) void openPage(now.issue, now.article, now.toWork === true);
});

describe('approving goes on in the queue', () => {
  test('on the page, to the doubt of the next article', async () => {
    await goTo(1, 'p1');
    void approve();
    expect(here()).toBe('1 p3');
  });

  test('over the page’s end at once, where the next page was read ahead; what is on its way is written behind it', async () => {
    await goTo(1, 'p3');
    await readAhead(2);
    void approve();
    expect(here()).toBe('2 xp1'); // nothing was waited for
    expect(status('a2')).toBe('new');
    expect(deskStore.getState()).toMatchObject({ behind: { issue: 1 }, saving: { state: 'saving' } });
    expect(await drained()).toBe(true);
    expect(status('a2')).toBe('approved');
    expect(deskStore.getState()).toMatchObject({ behind: null, version: 0, saving: { state: 'saved' } });
  });

  test('a page after the other, faster than the engine: everything arrives, in its order', async () => {
    await goTo(1, 'p1');
    await readAhead(2);
    void approvePage();
    void approvePage();
    await settle();
    expect(await drained()).toBe(true);
    await settle();
    expect(['a1', 'a2', 'b1', 'b2'].map(status)).toEqual(['approved', 'approved', 'approved', 'approved']);
    expect(toastStore.getState().toasts.at(-1)?.key).toBe('queue.finished');
  });

  test('by pages, through what is left of the page first', async () => {
    await chooseQueue('date', 'issue');
    await goTo(1, 'p3');
    void approve();
    expect(here()).toBe('1 p1');
    await drained();
    void approve();
    await settle();
    expect(here()).toBe('2 xp3');
  });

  test('what was told before is not trusted over what was decided since', async () => {
    await goTo(1, 'p1');
    void approvePage();
    await settle();
    expect(here()).toBe('2 xp1');
    void goInQueue({ by: -1, page: false });
    await settle();
    expect(here()).toBe('2 xp1');
    expect(toastStore.getState().toasts.at(-1)?.key).toBe('desk.no-previous');
  });
});

describe('yes, and on', () => {
  test('from the page’s last doubt to the next page’s first; nothing is approved by it', async () => {
    await goTo(1, 'p3');
    accept();
    await settle();
    expect(here()).toBe('2 xp1');
    accept();
    expect(here()).toBe('2 xp3');
    await drained();
    expect(engines[1]!.journal().map(({ entry }) => entry.label)).toEqual(['accept']);
    expect(status('a2')).toBe('new');
  });

  test('at the end it goes on from the top, with what was passed over', async () => {
    await goTo(2, 'xp3');
    accept();
    await settle();
    expect(here()).toBe('1 p1');
    expect(toastStore.getState().toasts.at(-1)?.key).toBe('queue.from-top');
  });
});

describe('back', () => {
  test('step by step to where one was, over the page’s end', async () => {
    await goTo(1, 'p1');
    void approve();
    await drained();
    await cameTo(1, articleId('a2'));
    void approve();
    await settle();
    expect(here()).toBe('2 xp1');
    stepBack();
    await settle();
    expect(here()).toBe('1 p3');
    stepBack();
    expect(here()).toBe('1 p1');
    expect(status('a1')).toBe('approved');
  });

  test('undo takes back the last thing done, on the page it was done on', async () => {
    await goTo(1, 'p3');
    await readAhead(2);
    void approve();
    expect(here()).toBe('2 xp1');
    await undoLast();
    expect(openedPage().id).toBe(1);
    expect(status('a2')).toBe('new');
  });

  test('but what was done here comes first', async () => {
    await goTo(1, 'p3');
    await readAhead(2);
    void approve();
    select(only(passageId('xp2')));
    act(planSplit(planContext()));
    await undoLast();
    expect(openedPage().id).toBe(2);
    expect(engines[2]!.issue().articles).toHaveLength(2);
    expect(status('a2')).toBe('approved');
  });
});

describe('what is on its way for the page that was left', () => {
  const leave = async (trouble: AppError) => {
    await goTo(1, 'p3');
    await readAhead(2);
    engines[1]!.trouble.push(trouble);
    void approve();
  };

  test('is kept when the window closes, with what was done here, each with its page', async () => {
    appStore.setState({ app: { project: { id: 'p' } } as never });
    await leave({ code: 'disk-full' });
    select(only(passageId('xp2')));
    act(planSplit(planContext()));
    expect(unsentNow('p').map(({ issue, waiting }) => [issue, (JSON.parse(waiting) as readonly { label: string }[]).map(({ label }) => label)])).toEqual([[1, ['approve']], [2, ['split']]]);
    appStore.setState({ app: null });
  });

  test('is held with what came after it where it cannot be written, and sent again', async () => {
    await leave({ code: 'disk-full' });
    select(only(passageId('xp2')));
    act(planSplit(planContext()));
    expect(await drained()).toBe(false);
    expect(status('a2')).toBe('new');
    expect(engines[2]!.issue().articles).toHaveLength(2);
    sendHeld();
    expect(await drained()).toBe(true);
    expect(status('a2')).toBe('approved');
    expect(engines[2]!.issue().articles).toHaveLength(3);
  });

  test('is made on that page as it is by now, where it moved on', async () => {
    await goTo(1, 'p3');
    await readAhead(2);
    engines[1]!.change([{ kind: 'setNote', article: articleId('a1'), note: '别处写的' }]);
    void approve();
    expect(await drained()).toBe(true);
    expect(status('a2')).toBe('approved');
    expect(engines[1]!.issue().articles[0]?.note).toBe('别处写的');
  });

  test('is lost in sight where it fits no more', async () => {
    await leave({ code: 'edit-refused', edit: 'no-such-article', passage: null });
    expect(await drained()).toBe(true);
    expect(deskStore.getState()).toMatchObject({ behind: null, lost: [{ label: 'approve' }] });
  });
});

test('a page is read ahead once, and is no longer ahead once it is on the desk', async () => {
  await goTo(1, 'p1');
  reads = [];
  await readAhead(2);
  await readAhead(2);
  expect(reads).toEqual([2]);
  await openPage(2, null);
  expect(reads).toEqual([2]);
  expect(aheadStore.getState().reads).toEqual([]);
  await readAhead(2);
  expect(reads).toEqual([2]); // it is on the desk
});

test('the page before is read ahead beside the next; what is no longer wanted is forgotten', async () => {
  await goTo(1, 'p1');
  await readAhead(2, 1, null);
  expect(aheadStore.getState().reads.map(({ page }) => page.id)).toEqual([2]);
  await openPage(2, null);
  await readAhead(null, 1);
  expect(aheadStore.getState().reads.map(({ page }) => page.id)).toEqual([1]);
  await readAhead();
  expect(aheadStore.getState().reads).toEqual([]);
});
