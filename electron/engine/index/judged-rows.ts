import type { IssueId } from '#contract/schemas/library.ts';
import { IN_ORDER, languageFrom, textKey } from '#core/checks/judged.ts';
import type { Judged, LanguageOf } from '#core/checks/judged.ts';
import type { Database } from '../db/database.ts';

/** What was said of a page's texts, by their keys (null: in order), by which version of the language, and when (the page's `change`). */
export type JudgedRow = { readonly language: string; readonly change: number; readonly texts: Readonly<Record<string, Judged | null>> };

/** What the index has of a page; null: it was not looked at. */
export function judgedRow(index: Database, issue: IssueId): JudgedRow | null {
  const row = index.get<{ language: string; change: number; texts: string }>('SELECT language, change, texts FROM judged WHERE issue = ?', issue);
  return row ? { ...row, texts: JSON.parse(row.texts) as JudgedRow['texts'] } : null;
}

/** Puts it there. Says whether it tells of anything else than what was there. */
export function putJudgedRow(index: Database, issue: IssueId, { language, change, texts }: JudgedRow): boolean {
  const before = judgedRow(index, issue);
  index.run('INSERT OR REPLACE INTO judged (issue, language, change, texts) VALUES (?, ?, ?, ?)', issue, language, change, JSON.stringify(texts));
  return toldIn(before?.texts ?? {}) !== toldIn(texts);
}

const toldIn = (texts: JudgedRow['texts']): string => JSON.stringify(Object.entries(texts).filter(([, said]) => said !== null).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What is said of one text; undefined: it was not judged. */
export const saidOf = (row: JudgedRow, text: string): Judged | undefined => {
  const said = row.texts[textKey(text)];
  return said === null ? IN_ORDER : said;
};

/** A page's texts as checks are told of them. */
export function languageOfRow(row: JudgedRow | null): LanguageOf | null {
  if (row === null || Object.values(row.texts).every((said) => said === null)) return null;
  return (_passage, text) => {
    const said = saidOf(row, text);
    return said ? languageFrom(said) : null;
  };
}
