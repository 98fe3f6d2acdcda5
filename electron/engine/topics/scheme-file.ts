import { extname } from 'node:path';
import type { BothLanguages, ReadScheme, TopicEntry } from '#core/topics/exchange.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { readCsv, writeCsv } from './csv.ts';
import { readRdfXml, writeRdfXml } from './rdf-xml.ts';
import { fromTriples, toTriples } from './skos.ts';
import { readTurtle, writeTurtle } from './turtle.ts';
import type { Unreadable } from './unreadable.ts';

type Kind = 'csv' | 'turtle' | 'rdf-xml';

const KINDS: Readonly<Record<string, Kind>> = { '.csv': 'csv', '.ttl': 'turtle', '.nt': 'turtle', '.rdf': 'rdf-xml', '.xml': 'rdf-xml' };

/** What kind of file a name says it is; null for one that no scheme is kept in. */
export const kindOf = (path: string): Kind | null => KINDS[extname(path).toLowerCase()] ?? null;

/** Text of UTF-8 bytes; of a table also of GB18030, as spreadsheets of China write. Null if it is neither. */
function decode(bytes: Uint8Array, kind: Kind): string | null {
  for (const encoding of kind === 'csv' ? ['utf-8', 'gb18030'] : ['utf-8']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not in this one
    }
  }
  return null;
}

/** Reads a scheme from the bytes of a file. */
export function readScheme(path: string, bytes: Uint8Array): Result<ReadScheme, Unreadable> {
  const kind = kindOf(path);
  if (kind === null) return fail({ line: null, what: 'kind' });
  const text = decode(bytes, kind);
  if (text === null) return fail({ line: null, what: 'encoding' });
  if (kind === 'csv') return readCsv(text);
  const triples = kind === 'turtle' ? readTurtle(text) : readRdfXml(text);
  return triples.ok ? ok(fromTriples(triples.value)) : triples;
}

/** Writes a scheme as a file of the kind its name says. */
export function writeScheme(kind: Kind, scheme: { readonly id: string; readonly title: BothLanguages }, topics: readonly TopicEntry[]): string {
  switch (kind) {
    case 'csv':
      return writeCsv(topics);
    case 'turtle':
      return writeTurtle(toTriples(scheme, topics));
    case 'rdf-xml':
      return writeRdfXml(toTriples(scheme, topics));
  }
}
