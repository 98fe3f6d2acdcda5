import { beforeEach, expect, test } from 'vitest';
import type { Unsent } from '#contract/schemas/unsent.ts';
import { passageId } from '#core/model/ids.ts';
import { issueOf, showIssue } from '#core/testing/notation.ts';
import { ok } from '#util/result.ts';
import { createDeskEngine } from '../testing/desk-engine.ts';
import { appStore } from './app.ts';
import { act, planContext } from './desk-act.ts';
import { followLeaving } from './desk-leave.ts';
import { clearDesk, followDesk, openPage } from './desk-open.ts';
import { planSplit } from './desk-plan-articles.ts';
import { drained, setAway } from './desk-save.ts';
import { select } from './desk-view.ts';
import { only } from './desk-selection.ts';
import { deskStore } from './desk.ts';
import { savingStore } from './saving.ts';

const first = issueOf('a1 headline: 甲题', 'a1 body: 甲一。', 'a1 body: 甲二。');
let kept: readonly Unsent[] = [];
const make = () => createDeskEngine(first, [], {
  'app.kept': () => ok([...kept]),
  'app.keep': ({ unsent }) => {
    kept = unsent;
    return ok(null);
  },
});
let engine = make();
Object.assign(globalThis, { window: { stet: { calls: new Proxy({}, { get: (_, name: string) => (request: never) => Reflect.get(engine.bridge.calls, name)(request) }), events: new Proxy({}, { get: () => () => () => undefined }) } } });
followDesk();
followLeaving();

const open = (id: string | null) => appStore.setState({ app: { project: id === null ? null : { id } } as never });
const splitAt = (id: string) => {
  select(only(passageId(id)));
  act(planSplit(planContext()));
};
const soon = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(async () => {
  setAway(false);
  open(null);
  clearDesk();
  engine = make();
  kept = [];
  appStore.setState({ engine: { state: 'ready', error: null } });
  open('a');
  await openPage(1, null);
});

test('what is done while another project is being opened is sent to no engine, and sent if this one stays', async () => {
  setAway(true);
  splitAt('p2');
  await soon();
  expect(engine.journal()).toEqual([]);
  setAway(false);
  await drained();
  expect(engine.journal()).toHaveLength(1);
});

test('what had no answer when the engine gave way to another project’s is not asked of that one', async () => {
  engine.trouble.push({ code: 'engine-restarted' });
  splitAt('p2');
  setAway(true);
  await soon();
  expect(engine.journal()).toEqual([]);
  setAway(false); // the engine was this project’s after all
  await drained();
  expect(engine.journal()).toHaveLength(1);
});

test('what could not be written is kept when its project is closed, holds nothing up in another, and is written when it is opened again', async () => {
  engine.trouble.push({ code: 'disk-full' });
  splitAt('p2');
  expect(await drained()).toBe(false);
  open(null);
  await soon();
  expect(kept.map(({ project, issue }) => [project, issue])).toEqual([['a', 1]]);
  expect(savingStore.getState().pending).toBe(0);

  open('b');
  await soon();
  expect(engine.journal()).toEqual([]);
  open('a');
  await expect.poll(() => kept).toEqual([]);
  expect(engine.journal()).toHaveLength(1);
  expect(showIssue(engine.issue())).not.toBe(showIssue(first));
  expect(deskStore.getState().lost).toEqual([]);
});
