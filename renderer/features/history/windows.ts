import type { AppError } from '#contract/app-error.ts';
import type { HistoryRow } from '#contract/schemas/history.ts';
import type { EntryId } from '#contract/schemas/library.ts';
import { ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { FetchWindow } from '../../state/page-cache.ts';

/** Asks for the entries older than one (null: the newest), without the first `skip` of those. */
export type AskHistory = (before: EntryId | null, skip: number, limit: number) => Promise<Result<{ readonly total: number; readonly rows: readonly HistoryRow[] }, AppError>>;

/**
 * The history as windows onto a list. The page behind one that was fetched is asked for by the last entry of that: going down a history never passes over again what was
 * gone through, and what is new at the top meanwhile shifts nothing. A page that is jumped to is counted from the nearest one above it.
 */
export function historyWindows(ask: AskHistory): FetchWindow<HistoryRow> {
  const lastOf = new Map<number, EntryId>();
  return async (offset, limit) => {
    const page = offset / limit;
    const nearest = Math.max(-1, ...[...lastOf.keys()].filter((one) => one < page));
    const answer = await ask(lastOf.get(nearest) ?? null, offset - (nearest + 1) * limit, limit);
    if (!answer.ok) return answer;
    const { total, rows } = answer.value;
    const last = rows.at(-1);
    if (last && rows.length === limit) lastOf.set(page, last.entry);
    return ok({ total, rows, revision: 0 });
  };
}
