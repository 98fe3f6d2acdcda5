import { setTimeout as pause } from 'node:timers/promises';
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

const WORK = 6; // milliseconds after which calls are answered first
const REST = 12; // milliseconds: an archive of approved pages is looked through beside what its editor does, and nobody waits for the number

type Looked = { readonly change: number; readonly page: ApprovedPage };

/** The pages of which every article is approved; where what stands aside is not confirmed, they are no truth yet, and it says so. What is known of one holds until it changes. */
export class ApprovedPages {
  readonly #store: Store;
  readonly #library: Library;
  readonly #known = new Map<IssueId, Looked>();
  #listing: Promise<readonly ApprovedPage[]> | null = null;

  constructor(store: Store, library: Library) {
    this.#store = store;
    this.#library = library;
  }

  /** All of them, the ones that were approved or edited last first. Who asks while they are looked through hears what is found then. */
  list(): Promise<readonly ApprovedPage[]> {
    this.#listing ??= this.#list().finally(() => (this.#listing = null));
    return this.#listing;
  }

  async #list(): Promise<readonly ApprovedPage[]> {
    const pages: Looked[] = [];
    const changes = new Map(this.#store.db.all<{ id: IssueId; change: number }>('SELECT id, change FROM issue').map(({ id, change }) => [id, change]));
    let begun = performance.now();
    for (const issue of this.#library.approvedIssues()) {
      const there = this.#look(issue, changes.get(issue));
      if (there) pages.push(there);
      if (performance.now() - begun < WORK) continue;
      await pause(REST);
      begun = performance.now();
    }
    return pages.sort((a, b) => b.change - a.change).map(({ page }) => page);
  }

  #look(issue: IssueId, change: number | undefined): Looked | null {
    if (change === undefined) return null;
    const known = this.#known.get(issue);
    if (known?.change === change) return known;
    const page = learnable(this.#store, issue);
    if (!page) return null;
    const { path, hash, read } = page;
    const looked = { change, page: { issue, path, hash, why: read.ok ? null : read.error } };
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
