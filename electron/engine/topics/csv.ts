import { CsvError, parse } from 'csv-parse/sync';
import type { ReadScheme, TopicEntry } from '#core/topics/exchange.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Unreadable } from './unreadable.ts';

const COLUMNS = ['id', 'broader', 'notation', 'label_zh', 'label_en', 'note_zh', 'note_en', 'retired'] as const;
type Column = (typeof COLUMNS)[number];

const YES = new Set(['1', 'true', 'yes', '是']);

const cell = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A scheme as a table, a topic a line, for spreadsheets: with a byte-order mark, without which they take Chinese for something else. */
export function writeCsv(topics: readonly TopicEntry[]): string {
  const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`;
  const rows = topics.map(({ id, broader, notation, labels, definition, retired }) => line(
    [id, broader ?? '', notation, labels['zh-Hans'], labels.en, definition['zh-Hans'], definition.en, retired ? '1' : ''],
  ));
  return `\uFEFF${line(COLUMNS)}${rows.join('')}`;
}

// What spreadsheets of some countries part columns with.
const OTHER_SIGNS = /[;\t|，；]/;
const isName = (column: string): boolean => column === 'label_zh' || column === 'label_en';

/** Whether the first line names columns, with something else than commas between them. */
function isPartedOtherwise(text: string): boolean {
  const [head = ''] = text.replace(/^\uFEFF/, '').toLowerCase().split(/[\r\n]/, 1);
  const hasName = (columns: readonly string[]): boolean => columns.some((column) => isName(column.replaceAll('"', '').trim()));
  return !hasName(head.split(',')) && hasName(head.split(OTHER_SIGNS));
}

/** Reads such a table. Columns may stand in any order, and all but a name may be missing: without ids, names are ids. */
export function readCsv(text: string): Result<ReadScheme, Unreadable> {
  if (isPartedOtherwise(text)) return fail({ line: 1, what: 'commas' });
  try {
    // The parser counts an end of line of two characters twice where it stands in quotes, and knows one kind of end in a file only; in a name or note it is a space in any case.
    const rows = parse(text.replaceAll(/\r\n?/g, '\n'), { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    const [head, ...body] = rows;
    const names = (head?.record ?? []).map((name) => name.trim().toLowerCase());
    if (head && !names.some(isName)) return fail({ line: 1, what: 'columns' });
    return ok({
      title: { en: '', 'zh-Hans': '' },
      entries: body.map(({ record, info }) => {
        const value = (column: Column) => record[names.indexOf(column)] ?? '';
        const labels = { en: value('label_en'), 'zh-Hans': value('label_zh') };
        return {
          line: info.lines - newlines(record),
          id: names.includes('id') ? value('id') : labels['zh-Hans'] || labels.en,
          broader: value('broader') || null,
          notation: value('notation'),
          labels,
          definition: { en: value('note_en'), 'zh-Hans': value('note_zh') },
          retired: YES.has(value('retired').trim().toLowerCase()),
        };
      }),
    });
  } catch (error) {
    if (error instanceof CsvError) return fail({ line: lineOf(error), what: 'syntax' });
    throw error;
  }
}

// The parser counts the lines up to a record's end.
const newlines = (record: readonly string[]): number => record.reduce((sum, text) => sum + (text.match(/\n/g)?.length ?? 0), 0);

function lineOf(error: CsvError): number | null {
  const { lines } = error as unknown as { readonly lines?: unknown };
  return typeof lines === 'number' ? lines : null;
}
