import type { Reading } from '#core/model/reading.ts';
import type { Database } from '../db/database.ts';
import { toStored } from '../db/text.ts';
import { findBytes } from './find-bytes.ts';

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

/** How often words stand in docs, those that hold none left out: SQLite puts the texts together, and their bytes are looked through. No word may stand inside another. */
export function countDocs(db: Database, docs: readonly Doc[], words: readonly string[]): readonly { readonly doc: Doc; readonly count: number }[] {
  const { named, lengths, bytes } = db.get<{ named: string; lengths: string; bytes: Uint8Array | null }>(TOGETHER, JSON.stringify(docs))!;
  if (bytes === null) return [];
  const there = JSON.parse(named) as Doc[];
  const counts = new Int32Array(there.length);
  const ends = Float64Array.from(JSON.parse(lengths) as number[]);
  for (let at = 1; at < ends.length; at += 1) ends[at]! += ends[at - 1]! + 1;
  for (const word of words) {
    let at = 0;
    findBytes(bytes, Buffer.from(toStored(word)), (place) => {
      while (ends[at]! <= place) at += 1;
      counts[at]! += 1;
    });
  }
  return there.flatMap((doc, at) => (counts[at]! > 0 ? [{ doc, count: counts[at]! }] : []));
}

/** The texts parted by line feeds, which no word holds. Bytes of text are found in it only where characters begin, as UTF-8 is made. */
const TOGETHER = `
  SELECT json_group_array(doc) AS named, json_group_array(octet_length(body)) AS lengths, CAST(group_concat(body, char(10)) AS BLOB) AS bytes
  FROM (SELECT asked.value AS doc, CASE asked.value % 2 WHEN 0 THEN text ELSE printed END AS body FROM json_each(?) AS asked JOIN article_text ON article_text.id = asked.value / 2)
  WHERE body IS NOT NULL`;

/** Those of them that hold one of some words: what does not is not even read. */
export function readDocsWith(db: Database, docs: readonly Doc[], words: readonly string[]): readonly DocText[] {
  const holds = words.map(() => 'instr(CASE asked.value % 2 WHEN 0 THEN text ELSE printed END, ?) > 0').join(' OR ');
  return db.all<DocText>(`${SQL} AND (${holds})`, JSON.stringify(docs), ...words);
}
