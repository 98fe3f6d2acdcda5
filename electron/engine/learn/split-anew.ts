import type { AppError } from '#contract/app-error.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Archive } from '#core/parse/archive.ts';
import type { Split } from '#core/split/split-page.ts';
import { invariant } from '#util/invariant.ts';
import { Ahead } from '../project/ahead.ts';
import { decide } from '../project/decide.ts';
import { loadIssue } from '../project/issues.ts';
import { answered } from '../project/journal.ts';
import { addSplit, hasWaiting, packSplit, readingOf } from '../project/readings.ts';
import type { PackedSplit } from '../project/readings.ts';
import { readOnlyError } from '../project/store.ts';
import type { Store } from '../project/store.ts';
import { splitInto } from '../project/switch-reading.ts';
import { compare, differs, isOpen } from './comparison.ts';
import type { Compared } from './comparison.ts';
import type { LearnThread } from './thread.ts';
import type { WeightsInUse } from './weights-in-use.ts';

const BATCH = 64;

/** `listing`: whether pages are split anew on which decisions of people find no place and have to be listed. */
export type SplitAnew = {
  readonly store: Store;
  readonly weights: WeightsInUse;
  readonly archive: Archive | null;
  readonly thread: LearnThread;
  readonly issues: readonly IssueId[];
  readonly listing: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
};

/** Pages split anew, pages that stay as they are because approved articles would be others or decisions had to be listed, and decisions that are listed. */
export type SplitAnewDone = { readonly pages: number; readonly kept: number; readonly unplaced: number };

type Sheet = { readonly issue: IssueId; readonly hash: string; readonly split: Split };
type Made = { readonly reading: number; readonly packed: PackedSplit; readonly compared: Compared } | null;

/**
 * Splits pages anew with the weights in use, as one entry of the journal. What people did is replayed on the new tree; what finds no place is listed, never
 * dropped. A page with an approved article that would be another stays as it is.
 */
export async function splitAnew(wanted: SplitAnew, once: string): Promise<Result<SplitAnewDone, AppError>> {
  const { store, issues, listing, signal, onProgress } = wanted;
  if (store.readOnly) return fail(readOnlyError(store.readOnly));
  if (answered(store.db, once) !== undefined) return ok(answered(store.db, once) as SplitAnewDone);
  const sheets: Sheet[] = [];
  for (let from = 0; from < issues.length; from += BATCH) {
    onProgress(from, issues.length);
    if (signal.aborted) return fail({ code: 'cancelled' });
    sheets.push(...(await splitSome(wanted, issues.slice(from, from + BATCH))));
  }
  if (signal.aborted) return fail({ code: 'cancelled' });
  const ahead = new Ahead(store, (sheet: Sheet) => make(store, sheet));
  await ahead.prepare(sheets);
  return decide(store, { once, label: 'split-anew' }, true, (deciding) => {
    const madeOf = ahead.taking();
    let [pages, kept, unplaced] = [0, issues.length - sheets.length, 0];
    for (const sheet of sheets) {
      const made = madeOf(sheet);
      if (made === null || !differs(made.compared.otherwise)) continue;
      const { replayed, otherwise } = made.compared;
      if (otherwise.pinned > 0 || (otherwise.unplaced > 0 && !listing)) {
        kept += 1;
        continue;
      }
      const reading = addSplit(deciding.tx, made.reading, made.packed);
      const { issue } = sheet;
      deciding.did(issue, splitInto(deciding.tx, { issue, entry: deciding.entry }, reading, replayed));
      pages += 1;
      unplaced += otherwise.unplaced;
    }
    return ok({ pages, kept, unplaced });
  });
}

/** Splits those of some pages on which weights have a say. */
async function splitSome({ store, weights, archive, thread }: SplitAnew, issues: readonly IssueId[]): Promise<readonly Sheet[]> {
  const open = issues.flatMap((issue) => {
    const stored = loadIssue(store, issue);
    return stored && isOpen(stored.issue) && !hasWaiting(store.db, issue) ? [{ issue, source: stored.issue.source, hash: stored.hash, layout: stored.layout() }] : [];
  });
  if (open.length === 0) return [];
  const splits = await thread.run('split', { pages: open.map(({ source, hash, layout }) => ({ source, hash, layout })), model: weights.learned() ?? weights.program(), archive });
  return open.map(({ issue, hash }, index) => ({ issue, hash, split: splits[index]! }));
}

/** What a page becomes; null if its file was read again meanwhile. */
function make(store: Store, { issue, hash, split }: Sheet): Made {
  const stored = loadIssue(store, issue);
  invariant(stored, 'no page is ever taken out of a project');
  if (stored.hash !== hash || !isOpen(stored.issue)) return null;
  return { reading: readingOf(store.db, issue), packed: packSplit(split), compared: compare(store, stored, split.tree) };
}
