import { setImmediate as breathe } from 'node:timers/promises';
import type { IssueId } from '#contract/schemas/library.ts';
import { checkLedger } from '#core/model/ledger.ts';
import { isSound } from '../db/check.ts';
import { DamagedError } from '../db/sqlite-error.ts';
import { readIssue } from './issues.ts';
import type { Store } from './store.ts';

/** Something that is not as it should be. `path` names the issue's file; empty for the database as a whole. */
export type Flaw =
  | { readonly code: 'database'; readonly path: '' }
  | { readonly code: 'references'; readonly path: ''; readonly rows: number }
  | { readonly code: 'source' | 'unreadable'; readonly path: string }
  | { readonly code: 'lost' | 'twice' | 'outside'; readonly path: string; readonly at: number };

/** What was looked at and what was found. `characters`: of all sources, in code points, blanks not counted. */
export type Verified = { readonly issues: number; readonly characters: number; readonly flaws: readonly Flaw[] };

/**
 * Looks at everything a project keeps: that the database is sound, that every source's bytes have the hash they are known by, that
 * every tree can be read, and that its ledger adds up. Changes nothing.
 */
export async function verifyProject(store: Store, progress: (done: number, total: number) => void, signal: AbortSignal): Promise<Verified> {
  const flaws: Flaw[] = [];
  if (!isSound(store.db, 'project')) flaws.push({ code: 'database', path: '' });
  const dangling = store.db.all('PRAGMA foreign_key_check').length;
  if (dangling > 0) flaws.push({ code: 'references', path: '', rows: dangling });
  const issues = store.db.all<{ id: IssueId; path: string; hash: string }>(
    'SELECT issue.id, issue.path, reading.hash FROM issue JOIN reading ON reading.id = issue.reading ORDER BY issue.path, issue.id',
  );
  let characters = 0;
  for (const [index, { id, path, hash }] of issues.entries()) {
    if (signal.aborted) break;
    try {
      store.sources.bytes(hash);
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      flaws.push({ code: 'source', path });
      continue;
    }
    const found = verifyIssue(store, id, path);
    if (typeof found === 'number') characters += found;
    else flaws.push(found);
    progress(index + 1, issues.length);
    if (index % 50 === 49) await breathe();
  }
  return { issues: issues.length, characters, flaws };
}

function verifyIssue(store: Store, id: IssueId, path: string): number | Flaw {
  try {
    const ledger = checkLedger(readIssue(store, id)!.issue);
    return ledger.ok ? ledger.value.source : { ...ledger.error, path };
  } catch (error) {
    if (error instanceof DamagedError) return { code: 'unreadable', path };
    throw error;
  }
}
