import { CsvError, parse } from 'csv-parse/sync';
import { tidyAccepted } from '#core/checks/accepted.ts';
import { CHECKS } from '#core/checks/registry.ts';
import { COLUMNS } from './accepted-table.ts';
import type { ListedWording } from './accepted-table.ts';

/** What a list in a file says, and how many of its lines say nothing that can be accepted. */
export type ReadList = { readonly rows: readonly ListedWording[]; readonly refused: number };

type Column = (typeof COLUMNS)[number];

const cell = (text: string): string => (/[",\r\n]|^[\s=+@-]|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const known = new Set(['', ...CHECKS.map(({ id }) => id)]);

/** A list as a table, a wording a line, for spreadsheets: with a byte-order mark, without which they take Chinese for something else. */
export function writeList(rows: readonly ListedWording[]): string {
  const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`;
  return `\uFEFF${line(COLUMNS)}${rows.map(({ text, check, who, at }) => line([text, check, who, at])).join('')}`;
}

/** Text of bytes in UTF-8, or in GB18030, as spreadsheets of China write; null if it is neither. */
function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not in this one
    }
  }
  return null;
}

/**
 * Reads such a table, parted by commas or tabs, its columns in any order; without a head that names them the first is the wording, so that a plain list
 * of words, one a line, can be read too. Null for what is no text or no table.
 */
export function readList(bytes: Uint8Array): ReadList | null {
  const text = decoded(bytes)?.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  if (text === undefined || text.includes('\0')) return null;
  const [head = ''] = text.split('\n', 1);
  try {
    const lines = parse(text, { delimiter: head.includes('\t') ? '\t' : ',', relax_column_count: true, relax_quotes: true, skip_empty_lines: true }) as readonly (readonly string[])[];
    const names = (lines[0] ?? []).map((name) => name.trim().toLowerCase());
    const isHead = names.includes('text');
    const places = isHead ? names : COLUMNS;
    const rows = (isHead ? lines.slice(1) : lines).flatMap((line): readonly ListedWording[] => {
      const value = (column: Column) => (line[places.indexOf(column)] ?? '').trim();
      const wording = tidyAccepted(value('text'));
      const check = isHead ? value('check') : '';
      return wording === null || !known.has(check) ? [] : [{ text: wording, check, who: isHead ? value('who') : '', at: isHead ? value('at') : '' }];
    });
    return { rows, refused: lines.length - (isHead ? 1 : 0) - rows.length };
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
