import type { Unsent } from '#contract/schemas/unsent.ts';
import { call } from '../bridge/bridge.ts';
import { isTurn } from './desk-outbox.ts';
import type { Outgoing } from './desk-outbox.ts';
import { deskStore } from './desk.ts';

/** What waits on the desk, to be kept, page by page. Sent with the same `once` it is not made twice. */
export function unsentNow(project: string): readonly Unsent[] {
  const { page, outbox: { waiting } } = deskStore.getState();
  if (!page) return [];
  const pageOf = (one: Outgoing) => (isTurn(one) ? page.id : one.issue);
  return [...new Set(waiting.map(pageOf))].map((issue) => ({ project, issue, waiting: JSON.stringify(waiting.filter((one) => pageOf(one) === issue)) }));
}

let turn: Promise<unknown> = Promise.resolve();

const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
  const mine = turn.then(act);
  turn = mine;
  return mine;
};

const read = async (): Promise<readonly Unsent[]> => {
  const kept = await call('app.kept', {});
  return kept.ok ? kept.value : [];
};

/** What windows kept of a project, once what is being kept just now is. */
export function keptOf(project: string): Promise<readonly Unsent[]> {
  return inTurn(async () => (await read()).filter((one) => one.project === project));
}

/** What was kept is sent, or shown: it need not be kept any more. */
export function forgetKept(sent: readonly Unsent[]): Promise<void> {
  const isSent = (one: Unsent) => sent.some(({ project, issue, waiting }) => one.project === project && one.issue === issue && one.waiting === waiting);
  return inTurn(async () => void (await call('app.keep', { unsent: (await read()).filter((one) => !isSent(one)) })));
}

/** Has main keep what waits on the desk of a project until it is opened again. What waits is taken down at once; resolves when it is kept. */
export async function keepUnsent(project: string): Promise<void> {
  const unsent = unsentNow(project);
  if (unsent.length > 0) await inTurn(async () => call('app.keep', { unsent: [...(await read()), ...unsent] }));
}
