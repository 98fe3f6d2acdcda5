import { createHash } from 'node:crypto';
import type { IssueId } from '#contract/schemas/library.ts';
import { asideMark, settlementKey } from '#core/model/settlement.ts';
import type { SettledKind, Settlement, Verdict } from '#core/model/settlement.ts';
import type { Tree } from '#core/model/issue.ts';
import { assertNever } from '#util/assert-never.ts';
import type { Database } from '../db/database.ts';
import type { Tx } from './store.ts';

/** An answer as it is stored: with what had been decided when it was given. */
export type SettledRow = Settlement & { readonly seen: string };

type Stored = { readonly kind: SettledKind; readonly subject: string; readonly verdict: Verdict; readonly seen: string };

const rowsOf = (db: Database, issue: IssueId) => db.all<Stored>('SELECT kind, subject, verdict, seen FROM settled WHERE issue = ? ORDER BY kind, subject', issue);

/** The answers that hold for an issue on the machine's tree of its reading. */
export function settledOn(db: Database, issue: IssueId, machine: () => Tree): readonly (Settlement & { readonly verdict: Verdict })[] {
  const rows = rowsOf(db, issue);
  if (rows.length === 0) return [];
  const tree = machine();
  return rows.filter(({ kind, subject, seen }) => seen === seenOf(tree, kind, subject)).map(({ kind, subject, verdict }) => ({ kind, subject, verdict }));
}

/** Answers with what they are answers to. */
export function withSeen(machine: Tree, settlements: readonly Settlement[]): readonly SettledRow[] {
  return settlements.map(({ kind, subject, verdict }) => ({ kind, subject, verdict, seen: seenOf(machine, kind, subject) }));
}

/** What the machine had decided about a subject: the same passage may be pieced together otherwise by another splitter. */
function seenOf({ articles, aside }: Tree, kind: SettledKind, subject: string): string {
  switch (kind) {
    case 'boundary':
    case 'order':
    case 'finding':
    case 'no-boundary':
      return '';
    case 'role':
    case 'join':
    case 'duplicate':
    case 'truncated':
    case 'gap':
    case 'no-join': {
      const passage = articles.flatMap(({ passages }) => passages).find(({ id }) => id === subject) ?? aside.find(({ id }) => id === subject);
      return passage ? createHash('sha256').update(JSON.stringify(kind === 'role' ? passage.role : passage.pieces)).digest('hex').slice(0, 16) : '';
    }
    default:
      return assertNever(kind);
  }
}

/** The stored answers to the same questions; without a verdict where there is none. */
export function storedSettlements(db: Database, issue: IssueId, like: readonly SettledRow[]): readonly SettledRow[] {
  const known = new Map(rowsOf(db, issue).map((row) => [settlementKey(row.kind, row.subject), row]));
  return like.map((row) => known.get(settlementKey(row.kind, row.subject)) ?? { ...row, verdict: null });
}

/** Stores answers, and takes out those without a verdict. */
export function putSettlements(tx: Tx, issue: IssueId, rows: readonly SettledRow[]): void {
  for (const { kind, subject, verdict, seen } of rows) {
    if (verdict === null) tx.db.run('DELETE FROM settled WHERE issue = ? AND kind = ? AND subject = ?', issue, kind, subject);
    else {
      tx.db.run(
        `INSERT INTO settled (issue, kind, subject, verdict, seen) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (issue, kind, subject) DO UPDATE SET verdict = excluded.verdict, seen = excluded.seen`,
        issue, kind, subject, verdict, seen,
      );
    }
  }
  nextVersion(tx, issue);
}

/** Whether what stands aside is confirmed, or nothing does. */
export function isAsideConfirmed(db: Database, issue: IssueId, tree: Pick<Tree, 'aside'>): boolean {
  return tree.aside.length === 0 || confirmedAside(db, issue) === asideMark(tree);
}

/** What a person confirmed to stand aside; null: nothing. */
export function confirmedAside(db: Database, issue: IssueId): string | null {
  return db.get<{ mark: string | null }>('SELECT aside_confirmed AS mark FROM issue WHERE id = ?', issue)?.mark ?? null;
}

export function putConfirmedAside(tx: Tx, issue: IssueId, mark: string | null): void {
  tx.db.run('UPDATE issue SET aside_confirmed = ? WHERE id = ?', mark, issue);
  nextVersion(tx, issue);
}

function nextVersion(tx: Tx, issue: IssueId): void {
  tx.db.run('UPDATE issue SET version = version + 1 WHERE id = ?', issue);
  tx.touch(issue, tx.db.get<{ version: number }>('SELECT version FROM issue WHERE id = ?', issue)!.version);
}
