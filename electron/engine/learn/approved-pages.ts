import { setImmediate as breathe } from 'node:timers/promises';
import type { IssueId } from '#contract/schemas/library.ts';
import type { NotTaughtCode } from '#contract/schemas/learning.ts';
import { approvedPage } from '#core/split/train/from-issue.ts';
import type { Approved } from '#core/split/train/from-issue.ts';
import type { Result } from '#util/result.ts';
import { fail, ok } from '#util/result.ts';
import type { Library } from '../index/library.ts';
import { loadIssue } from '../project/issues.ts';
import { isAsideConfirmed } from '../project/settlements.ts';
import type { Store } from '../project/store.ts';

/** An approved page of the project, and why nothing can be learned from it (null: it can). */
export type ApprovedPage = { readonly issue: IssueId; readonly path: string; readonly hash: string; readonly why: NotTaughtCode | null };

const PAUSE = 15; // milliseconds of work after which calls are answered first

/** The pages of which every article is approved; where what stands aside is not confirmed, they are no truth yet, and it says so. What is known of one holds until it changes. */
export class ApprovedPages {
  readonly #store: Store;
  readonly #library: Library;
  readonly #known = new Map<IssueId, { readonly change: number; readonly page: ApprovedPage }>();

  constructor(store: Store, library: Library) {
    this.#store = store;
    this.#library = library;
  }

  /** All of them, the ones that were approved or edited last first. */
  async list(): Promise<readonly ApprovedPage[]> {
    const pages: { readonly change: number; readonly page: ApprovedPage }[] = [];
    let begun = performance.now();
    for (const issue of this.#library.approvedIssues()) {
      const there = this.#look(issue);
      if (there) pages.push(there);
      if (performance.now() - begun < PAUSE) continue;
      await breathe();
      begun = performance.now();
    }
    return pages.sort((a, b) => b.change - a.change).map(({ page }) => page);
  }

  #look(issue: IssueId) {
    const row = this.#store.db.get<{ change: number }>('SELECT change FROM issue WHERE id = ?', issue);
    if (!row) return null;
    const known = this.#known.get(issue);
    if (known?.change === row.change) return known;
    const page = learnable(this.#store, issue);
    if (!page) return null;
    const { path, hash, read } = page;
    const looked = { change: row.change, page: { issue, path, hash, why: read.ok ? null : read.error } };
    this.#known.set(issue, looked);
    return looked;
  }
}

/** A page as truth, or why it is none; null if it is not there or an article of it is not approved. */
export function learnable(store: Store, issue: IssueId): { readonly path: string; readonly hash: string; readonly read: Result<Approved, NotTaughtCode> } | null {
  const stored = loadIssue(store, issue);
  if (!stored?.issue.articles.every(({ status }) => status === 'approved')) return null;
  const { path, hash } = stored;
  if (!isAsideConfirmed(store.db, issue, stored.issue)) return { path, hash, read: fail('aside-open') };
  const read = approvedPage(stored.issue);
  return { path, hash, read: read.ok ? ok(read.value) : fail(read.error.code) };
}
