import { call, newOnce } from '../../bridge/bridge.ts';
import { loadAccepted } from '../../state/accepted.ts';
import { undoLast } from '../../state/history.ts';
import { whileSaving } from '../../state/saving.ts';
import { goTo } from '../../state/screen.ts';
import { say, sayError, sayHere } from '../../state/toasts.ts';
import { beginWith } from '../concordance/concordance-store.ts';
import { lookFor } from '../search/acts.ts';
import { currentName } from './names-store.ts';

/** Says that the name under the cursor and those it may be one with are different people: each is right as it is spelt. */
export async function settleDifferent(): Promise<void> {
  const row = currentName();
  if (!row) return;
  if (row.near.length === 0) return sayHere('names.alone', { name: row.name });
  const texts = [row.name, ...row.near.map(({ name }) => name)];
  const done = await whileSaving(call('accepted.change', { once: newOnce(), remove: [], add: texts.map((text) => ({ scope: 'project' as const, check: '', text })) }));
  if (!done.ok) return sayError(done.error);
  await loadAccepted();
  say('names.settled', { names: texts.join(' · ') }, undoLast);
}

/** Says that the spelling under the cursor is the right one: every place of the other that is likeliest the same name is shown, to be mended in one act. */
export function settleSpelling(): void {
  const row = currentName();
  const other = row?.near[0];
  if (!row) return;
  if (!other) return sayHere('names.alone', { name: row.name });
  beginWith(other.name, row.name, null);
  goTo({ screen: 'concordance' });
}

/** Looks for the name under the cursor in all articles. */
export function findName(): void {
  const row = currentName();
  if (row) lookFor(row.name);
}
