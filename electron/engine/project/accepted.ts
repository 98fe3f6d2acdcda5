import type { AcceptedRow, AcceptedScope } from '#contract/schemas/accepted.ts';
import { acceptedKey } from '#core/checks/accepted.ts';
import type { AcceptedText } from '#core/checks/accepted.ts';
import type { AcceptedChange } from './deed.ts';
import type { Store, Tx } from './store.ts';

/** The most wordings a list holds. */
export const MOST_ACCEPTED = 20_000;

type Listed = AcceptedText & { readonly who: string; readonly at: string };

function listed({ db, everywhere }: Store, scope: AcceptedScope): readonly Listed[] {
  return scope === 'everywhere' ? everywhere.rows() : db.all<Listed>('SELECT "check", text, who, at FROM accepted');
}

/** Both lists, newest first. */
export function acceptedRows(store: Store): AcceptedRow[] {
  const rows = (['project', 'everywhere'] as const).flatMap((scope) => listed(store, scope).map(({ check, text, who, at }) => ({ scope, check, text, who, at })));
  return rows.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** What is accepted here: in the project and everywhere. */
export const acceptedTexts = (store: Store): readonly AcceptedText[] => [...listed(store, 'project'), ...listed(store, 'everywhere')].map(({ check, text }) => ({ check, text }));

/** How many wordings a list holds. */
export const countAccepted = (store: Store, scope: AcceptedScope): number => listed(store, scope).length;

/** How the same wordings stand in a list now. */
export function storedAccepted(store: Store, scope: AcceptedScope, like: readonly AcceptedText[]): readonly AcceptedChange[] {
  const known = new Map(listed(store, scope).map((row) => [acceptedKey(row), row]));
  return like.map(({ check, text }) => {
    const row = known.get(acceptedKey({ check, text }));
    return { check, text, by: row ? { who: row.who, at: row.at } : null };
  });
}

/** Puts wordings into a list, or takes out those that nobody accepts any more. */
export function putAccepted(tx: Tx, scope: AcceptedScope, rows: readonly AcceptedChange[]): void {
  tx.touchAccepted();
  // Before the transaction's end: what cannot be written there is not written here either.
  if (scope === 'everywhere') return tx.store.everywhere.put(rows);
  for (const { check, text, by } of rows) {
    if (by === null) tx.db.run('DELETE FROM accepted WHERE "check" = ? AND text = ?', check, text);
    else tx.db.run('INSERT INTO accepted ("check", text, who, at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET who = excluded.who, at = excluded.at', check, text, by.who, by.at);
  }
}
