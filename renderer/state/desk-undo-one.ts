import type { EntryId } from '#contract/schemas/library.ts';
import { call, newOnce } from '../bridge/bridge.ts';
import { readPage } from './desk-read.ts';
import { reuse } from './desk-reuse.ts';
import { closeRun } from './desk-run.ts';
import { drained, persist } from './desk-save.ts';
import { showTurned } from './desk-turned.ts';
import { freshTurns } from './desk-turns.ts';
import { deskStore } from './desk.ts';
import type { Page } from './desk.ts';
import { sayError, withdrawUndo } from './toasts.ts';
import { refuseWriting } from './writing.ts';

/** Takes entries of the history back, in this order, wherever they stand in it. Where one cannot be, those after it stay and the user is told. */
export async function undoEntries(entries: readonly EntryId[]): Promise<void> {
  if (refuseWriting()) return;
  closeRun();
  const { page } = deskStore.getState();
  if (!page || !(await drained())) return;
  let label: string | null = null;
  for (const entry of entries) {
    const once = newOnce();
    const answer = await persist(() => call('history.undo', { once, issue: page.id, entry }));
    if (!answer.ok) {
      sayError(answer.error);
      break;
    }
    label = answer.value.label;
  }
  if (label === null) return;
  withdrawUndo();
  await adopt(page, label);
}

/** Shows the page as the engine has it, unless it is shown so already or the user went on meanwhile: what was done then brings it by itself. */
async function adopt(before: Page, label: string): Promise<void> {
  const read = await persist(() => readPage(before.id));
  const { page, version, outbox } = deskStore.getState();
  if (!read.ok || page?.id !== before.id || outbox.waiting.length > 0) return;
  const fresh = read.value;
  const after: Page = { ...fresh.page, issue: { source: before.issue.source, ...reuse(before.issue, fresh.page.issue) } };
  if (fresh.version > version) deskStore.setState({ page: after, version: fresh.version, turns: freshTurns(after.canUndo, after.canRedo) });
  showTurned(before, after, true, label);
}
