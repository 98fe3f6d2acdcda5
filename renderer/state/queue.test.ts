import { beforeEach, expect, test, vi } from 'vitest';
import type { Request } from '#contract/calls.ts';
import type { AppState } from '#contract/schemas/project.ts';
import type { QueueItem, QueuePlace } from '#contract/schemas/queue.ts';
import { articleId } from '#core/model/ids.ts';
import { appStore } from './app.ts';
import { cameTo, chooseQueue, forgetQueue, loadQueues, locate, neighbourInQueue, queueStore, toldNeighbour } from './queue.ts';

const item = (issue: number, article: string | null, key: string): QueueItem => ({ issue, article: article === null ? null : articleId(article), key });
let asked: Request<'queue.place'>[] = [];
let places: Partial<QueuePlace>[] = [];
const queue = (id: string) => ({ id, name: '', order: 'risk', filter: {}, builtIn: true });

Object.assign(globalThis, {
  window: {
    stet: {
      calls: {
        'queue.place': async (request: Request<'queue.place'>) => {
          asked.push(request);
          return { ok: true, value: { at: 1, total: 9, done: 4, left: 2, key: 'own', next: null, previous: null, nextPage: null, previousPage: null, ...places.shift() } };
        },
        'queue.list': async () => ({ ok: true, value: [queue('risk'), queue('date')] }),
      },
    },
  },
});

beforeEach(async () => {
  forgetQueue();
  await chooseQueue('risk', 'article');
  [asked, places] = [[], []];
});

test('one goes on from where an item stood when one came to it, however it moves while it is worked on', async () => {
  places.push({ next: item(1, 'a2', 'k2') }, { key: 'k2', next: item(2, 'b1', 'k3') }, { key: 'k2', done: 5, next: item(2, 'b1', 'k3') });
  await cameTo(1, articleId('a1'));
  await cameTo(1, articleId('a2'));
  await locate(); // it was approved meanwhile
  expect(asked.map(({ article, key }) => [article, key])).toEqual([['a1', null], ['a2', 'k2'], ['a2', 'k2']]);
  expect(queueStore.getState()).toMatchObject({ place: { done: 5 }, isHere: true });
  expect(toldNeighbour({ by: 1, page: false })).toEqual(item(2, 'b1', 'k3'));
  places.push({ next: item(1, 'a3', 'k4'), nextPage: item(3, 'c1', 'k5') });
  expect(await neighbourInQueue({ by: 1, page: true })).toEqual(item(3, 'c1', 'k5'));
  expect(asked.at(-1)).toMatchObject({ key: 'k2' });
});

test('coming to where one is asks nothing; another queue is asked from its own place', async () => {
  await cameTo(1, articleId('a1'));
  await cameTo(1, articleId('a1'));
  expect(asked).toHaveLength(1);
  await locate();
  expect(asked.at(-1)).toMatchObject({ key: 'own' });
  await chooseQueue('date', 'issue');
  expect(asked.at(-1)).toEqual({ queue: 'date', unit: 'issue', issue: 1, article: null, key: null });
});

test('an answer that comes when one is elsewhere is not shown', async () => {
  places.push({ at: 5 }, { at: 6 });
  const first = cameTo(1, articleId('a1'));
  expect(toldNeighbour({ by: 1, page: false })).toBeUndefined();
  const second = cameTo(2, articleId('b1'));
  await Promise.all([first, second]);
  expect(queueStore.getState().place?.at).toBe(6);
});

test('a chosen queue that is gone gives way to the first', async () => {
  await chooseQueue('queue:gone', 'issue');
  await loadQueues();
  expect(queueStore.getState()).toMatchObject({ queue: 'risk', unit: 'issue', queues: [{ id: 'risk' }, { id: 'date' }] });
});

test('each project has the queue that was chosen in it; one in which none was begins with the last', async () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) });
  const open = (id: string) => {
    appStore.setState({ app: { project: { id, name: id, folder: '' } } as AppState });
    forgetQueue();
  };
  open('one');
  await chooseQueue('date', 'issue');
  open('two');
  expect(queueStore.getState()).toMatchObject({ queue: 'date', unit: 'issue' });
  await chooseQueue('risk', 'article');
  open('one');
  const late = loadQueues(); // what there is in the first says nothing of the second
  open('two');
  await late;
  expect(queueStore.getState()).toMatchObject({ queue: 'risk', unit: 'article', queues: [] });
  open('one');
  expect(queueStore.getState()).toMatchObject({ queue: 'date', unit: 'issue' });
  vi.unstubAllGlobals();
  appStore.setState({ app: null });
});
