import { setImmediate as breathe } from 'node:timers/promises';
import type { AppError } from '#contract/app-error.ts';
import { countCharacters } from '#core/model/ledger.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { LostPage } from './lost-page.ts';
import type { Snapshot } from './pages.ts';

const AT_ONCE = 50; // pages between two looks at the cancel button and the rest of the engine

/** Looks at every page of a snapshot, kept from an earlier export or not, and gives those that cannot be read, in its order. Cancelling returns `cancelled`. */
export async function lostPages(snapshot: Snapshot, signal: AbortSignal, progress: (done: number) => void): Promise<Result<readonly LostPage[], AppError>> {
  const lost: LostPage[] = [];
  for (const [at, id] of snapshot.issues.entries()) {
    if (at % AT_ONCE === 0) {
      await breathe();
      progress(at);
    }
    if (signal.aborted) return fail({ code: 'cancelled' });
    const found = snapshot.lost(id);
    if (!found) continue;
    const { text, ...rest } = found;
    lost.push({ ...rest, source: text === null ? null : countCharacters(text) });
  }
  return ok(lost);
}
