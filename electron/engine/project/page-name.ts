import type { Metadata } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';

/** What a page is called in a line, by its issue's number as a text: newspaper, date and page, or its file. '' for ''. */
export function pageName(db: Database, issue: string): string {
  const row = issue === '' ? undefined : db.get<Metadata & { readonly path: string }>('SELECT newspaper, edition, date, page, path FROM issue WHERE id = ?', Number(issue));
  if (!row) return '';
  const { newspaper, edition, date, page, path } = row;
  return date === '' && page === '' ? path : [newspaper, edition, date, page].filter(Boolean).join(' · ');
}
