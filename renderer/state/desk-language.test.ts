import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { EventPayload } from '#contract/events.ts';
import type { Reply, Request } from '#contract/calls.ts';
import { passageId } from '#core/model/ids.ts';
import { issueOf } from '#core/testing/notation.ts';
import { ok } from '#util/result.ts';
import { createDeskEngine } from '../testing/desk-engine.ts';
import { appStore } from './app.ts';
import { act } from './desk-act.ts';
import { findingsNow } from './desk-findings.ts';
import { followLanguage, isLanguageAwaited } from './desk-language.ts';
import { clearDesk, openPage } from './desk-open.ts';
import { no } from './desk-settle.ts';
import { deskStore, EMPTY_DESK, openedPage } from './desk.ts';

const first = issueOf('a1 headline: 渡口通航', 'a1 body: 渡曰今天通航，老船曰很高兴。', 'a1 body: 两岸都好。');

/** An engine that takes every 曰 for a 口. `version` null: it has not counted anything. */
let version: string | null = 'v1';
let asked: (readonly string[])[] = [];
const judge = ({ texts }: Request<'language.judge'>): Reply<'language.judge'> => {
  asked.push(texts);
  const read = version === 'v2' ? '高' : '曰';
  return {
    version,
    judged: texts.map((text) => (version === null ? null : { misreadings: Array.from(text).flatMap((character, at) => (character === read ? [{ at, read, meant: '口', probability: 0.9 }] : [])), variants: [] })),
  };
};
let engine = createDeskEngine(first);
const heard = new Map<string, (payload: never) => void>();
Object.assign(globalThis, {
  requestIdleCallback: (run: () => void) => run(),
  window: {
    stet: {
      calls: new Proxy({}, { get: (_, name: string) => (request: never) => Reflect.get(engine.bridge.calls, name)(request) }),
      events: new Proxy({}, { get: (_, name: string) => (listener: (payload: never) => void) => void heard.set(name, listener) }),
    },
  },
});
followLanguage();

vi.useFakeTimers();
afterAll(() => void vi.useRealTimers());
const open = async (id: number) => {
  const opening = openPage(id, null);
  await vi.advanceTimersByTimeAsync(50); // an answer waits for the frame that is under way
  await opening;
};
const settle = () => vi.advanceTimersByTimeAsync(2_000);
const places = () => findingsNow().filter(({ check }) => check === 'look-alike').map(({ passage, range }) => `${passage} ${range.from}`);
const mend = (at: number) => act(ok({ label: 'mend', edits: [{ kind: 'replaceText', passage: passageId('p2'), from: at, to: at + 1, put: { text: '口', why: { id: 'check.mended' } } }], select: null }));
const tell = (payload: EventPayload<'language.changed'>) => heard.get('language.changed')?.(payload as never);

beforeEach(async () => {
  clearDesk();
  engine = createDeskEngine(first, [], { 'language.judge': (request) => ok(judge(request)) });
  version = 'v1';
  asked = [];
  appStore.setState({ engine: { state: 'ready', error: null } });
  await open(1);
});

test('a page opens without its language, which arrives a moment later', async () => {
  expect(places()).toEqual([]);
  expect(asked).toEqual([]);
  expect(isLanguageAwaited(openedPage())).toBe(true);
  await settle();
  expect(isLanguageAwaited(openedPage())).toBe(false);
  expect(places()).toEqual(['p2 1', 'p2 9']);
  expect(asked).toEqual([['渡口通航', '渡曰今天通航，老船曰很高兴。', '两岸都好。']]);
  const before = findingsNow();
  await settle();
  expect(findingsNow()).toBe(before);
  expect(asked).toHaveLength(1);
});

test('after an edit what still stands is found at once, and only what changed is asked about, when the hands rest', async () => {
  await settle();
  mend(1);
  expect(places()).toEqual(['p2 10']); // in the marked-up text, in which the struck one stands
  act(ok({ label: 'type', edits: [{ kind: 'replaceText', passage: passageId('p2'), from: 0, to: 0, put: { text: '小', why: { id: 'typed' } } }], select: null }));
  expect(places()).toEqual(['p2 11']);
  expect(asked).toHaveLength(1);
  await settle();
  expect(asked.slice(1)).toEqual([['小渡口今天通航，老船曰很高兴。']]);
  expect(places()).toEqual(['p2 11']);
});

test('what is dismissed is not found again; one who comes back to a page finds what was said of it at once', async () => {
  await settle();
  const one = findingsNow().find(({ check }) => check === 'look-alike');
  act(ok({ label: 'dismiss', edits: [], select: null }), no('finding', one!.id));
  expect(places()).toEqual(['p2 9']);
  await settle();
  const { id } = openedPage();
  deskStore.setState(EMPTY_DESK);
  expect(places()).toEqual([]);
  await open(id);
  expect(places()).toEqual(['p2 9']);
  expect(asked).toHaveLength(1);
});

test('where nothing is counted yet nothing is found and nobody asked again; once it is, and whenever it is anew, the page follows', async () => {
  version = null;
  await settle();
  expect([places(), asked.length]).toEqual([[], 1]);
  version = 'v1';
  tell({ version });
  await settle();
  expect(places()).toEqual(['p2 1', 'p2 9']);
  version = 'v2';
  tell({ version });
  expect(places()).toEqual(['p2 1', 'p2 9']); // until there is something better
  await settle();
  expect(places()).toEqual(['p2 11']);
});
