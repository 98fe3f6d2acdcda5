import type { Reading } from '#core/model/reading.ts';
import type { Database } from '../db/database.ts';

/** A text of an article by number: twice the article's id in index.db as emended, one more as printed where that is another. */
export type Doc = number;

export const articleOf = (doc: Doc): number => doc >> 1;
export const viewOf = (doc: Doc): Reading => (doc % 2 === 0 ? 'emended' : 'printed');

/** A text with the roles of its lines, a digit each. */
export type DocText = { readonly doc: Doc; readonly text: string; readonly roles: string };

const SQL = `
  SELECT asked.value AS doc, CASE asked.value % 2 WHEN 0 THEN text ELSE printed END AS text, CASE asked.value % 2 WHEN 0 THEN roles ELSE printed_roles END AS roles
  FROM json_each(?) AS asked JOIN article_text ON article_text.id = asked.value / 2 WHERE asked.value % 2 = 0 OR printed IS NOT NULL`;

/** The texts of docs, in their order; one that is there no more is left out. */
export const readDocs = (db: Database, docs: readonly Doc[]): readonly DocText[] => db.all<DocText>(SQL, JSON.stringify(docs));

/** How often words stand in docs, those that hold none left out: SQLite counts, and no text is read. No word may stand inside another. */
export function countDocs(db: Database, docs: readonly Doc[], words: readonly string[]): readonly { readonly doc: Doc; readonly count: number }[] {
  const count = words.map(() => `(length(body) - length(replace(body, ?, ''))) / length(?)`).join(' + ');
  const holds = words.map(() => 'instr(body, ?) > 0').join(' OR ');
  return db.all(
    `SELECT doc, ${count} AS count FROM (SELECT asked.value AS doc, CASE asked.value % 2 WHEN 0 THEN text ELSE printed END AS body FROM json_each(?) AS asked JOIN article_text ON article_text.id = asked.value / 2) WHERE ${holds}`,
    ...words.flatMap((word) => [word, word]), JSON.stringify(docs), ...words,
  );
}

/** Those of them that hold one of some words: what does not is not even read. */
export function readDocsWith(db: Database, docs: readonly Doc[], words: readonly string[]): readonly DocText[] {
  const holds = words.map(() => 'instr(CASE asked.value % 2 WHEN 0 THEN text ELSE printed END, ?) > 0').join(' OR ');
  return db.all<DocText>(`${SQL} AND (${holds})`, JSON.stringify(docs), ...words);
}
