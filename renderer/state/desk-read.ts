import type { AppError } from '#contract/app-error.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Result } from '#util/result.ts';
import { ok } from '#util/result.ts';
import { call } from '../bridge/bridge.ts';
import { verdictsOf } from './desk-settle.ts';
import type { Page } from './desk.ts';

/** Asks the engine for a page as it stands, and its version. */
export async function readPage(id: IssueId): Promise<Result<{ readonly page: Page; readonly version: number }, AppError>> {
  const opened = await call('issue.open', { issue: id });
  if (!opened.ok) return opened;
  const { source, tree, decisions, metadata, files, unplaced, settled, asideConfirmed, canUndo, canRedo, version } = opened.value;
  return ok({ page: { id, issue: { source, ...tree }, decisions, metadata, files, unplaced, settled: verdictsOf(settled), asideConfirmed, canUndo, canRedo }, version });
}
