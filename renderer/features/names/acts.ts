import type { NameRow, NearRow } from '#contract/schemas/language.ts';
import { call, newOnce } from '../../bridge/bridge.ts';
import { acceptedStore, loadAccepted } from '../../state/accepted.ts';
import { undoLast } from '../../state/history.ts';
import { loadRules } from '../../state/rules.ts';
import { whileSaving } from '../../state/saving.ts';
import { goTo } from '../../state/screen.ts';
import { say, sayError, sayHere } from '../../state/toasts.ts';
import { beginSettling } from '../concordance/concordance-store.ts';
import { lookFor } from '../search/acts.ts';
import { currentName } from './names-store.ts';

/** The names the one under the cursor may be one with and of which nothing was said yet; all of them where something was said of each. */
const openNear = ({ near }: NameRow): readonly NearRow[] => near.filter(({ settled }) => settled === null);

/** Says that the name under the cursor and those it may be one with are different: each is right as it is spelt. */
export async function settleDifferent(): Promise<void> {
  const row = currentName();
  if (!row) return;
  const open = openNear(row);
  if (open.length === 0) return sayHere(row.near.length === 0 ? 'names.alone' : 'names.settled-already', { name: row.name });
  const texts = [row.name, ...open.map(({ name }) => name)];
  const done = await whileSaving(call('accepted.change', { once: newOnce(), remove: [], add: texts.map((text) => ({ scope: 'project' as const, check: '', text })) }));
  if (!done.ok) return sayError(done.error);
  await loadAccepted();
  say('names.settled', { names: texts.join(' · ') }, undoLast);
}

/** Says that the spelling under the cursor is the right one: every place of the other that is likeliest the same name is shown, to be mended in one act that makes a standing rule too. */
export function settleSpelling(): void {
  const row = currentName();
  if (!row) return;
  const other = openNear(row)[0];
  if (!other) return sayHere(row.near.length === 0 ? 'names.alone' : 'names.settled-already', { name: row.name });
  beginSettling(other.name, row.name);
  goTo({ screen: 'concordance' });
}

/** Takes back what was said of the name under the cursor: its rules are taken out, and neither it nor those it may be one with are accepted any more. */
export async function settleAnew(): Promise<void> {
  const row = currentName();
  if (!row) return;
  const settled = row.near.flatMap(({ name, settled: as }) => (as ? [{ name, as }] : []));
  if (settled.length === 0 && !row.right) return sayHere('names.not-settled', { name: row.name });
  const texts = new Set([row.name, ...settled.map(({ name }) => name)]);
  const remove = acceptedStore.getState().rows.flatMap(({ scope, check, text }) => (texts.has(text) && (check === '' || check === 'name') ? [{ scope, check, text }] : []));
  const rules = settled.flatMap(({ as }) => (as.as === 'same' ? [as.rule] : []));
  const done = await whileSaving(call('accepted.change', { once: newOnce(), remove, add: [], rules }));
  if (!done.ok) return sayError(done.error);
  await Promise.all([loadAccepted(), loadRules()]);
  say('names.open-again', { names: [...texts].join(' · ') }, undoLast);
}

/** Looks for the name under the cursor in all articles. */
export function findName(): void {
  const row = currentName();
  if (row) lookFor(row.name);
}
