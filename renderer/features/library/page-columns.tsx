import { PAGE_COLUMNS } from '#contract/schemas/library.ts';
import type { PageColumn, PageRow } from '#contract/schemas/library.ts';
import { assertNever } from '#util/assert-never.ts';
import type { Formats, Translate } from '#strings/index.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { ColumnSpec } from '../../ui/table/index.ts';
import { columnSpec } from './column-spec.ts';
import { FileCell } from './file-cell.tsx';

type Means = { readonly t: Translate; readonly formats: Formats };

const NONE = '—';

type Shape = Omit<ColumnSpec<PageRow>, 'id' | 'label' | 'cell' | 'sortable'>;
const FIGURE = { align: 'end', descendingFirst: true } as const;

const SHAPES: Readonly<Record<PageColumn, Shape>> = {
  file: { width: 210, narrow: 100, wants: 176, minWidth: 100, grows: 1 },
  newspaper: { width: 90 },
  edition: { width: 70 },
  date: { width: 94, narrow: 80, descendingFirst: true },
  page: { width: 50, narrow: 40, align: 'end' },
  folder: { width: 100 },
  articles: { width: 72, narrow: 56, ...FIGURE },
  approved: { width: 86, narrow: 72, ...FIGURE },
  left: { width: 60, narrow: 38, ...FIGURE },
  length: { width: 68, narrow: 52, yields: 1, ...FIGURE },
  doubts: { width: 68, narrow: 52, ...FIGURE },
  findings: { width: 78, narrow: 60, ...FIGURE },
  risk: { width: 66, narrow: 56, ...FIGURE },
  changed: { width: 104, narrow: 80, yields: 2, descendingFirst: true },
  status: { width: 132, narrow: 90 },
};

function cell(column: PageColumn, row: PageRow, { t, formats }: Means) {
  switch (column) {
    case 'file':
      return <FileCell row={row} t={t} />;
    case 'articles':
    case 'approved':
    case 'left':
    case 'doubts':
    case 'findings':
    case 'length':
      return row[column] === 0 ? <span className="zero">0</span> : formats.number(row[column]);
    case 'risk':
      return row.risk === 0 ? <span className="zero">0</span> : row.risk.toFixed(2);
    case 'changed':
      return row.changed === '' ? NONE : changed(row.changed, formats);
    case 'status':
      return <PageStatus row={row} t={t} />;
    case 'newspaper':
    case 'edition':
    case 'date':
    case 'page':
    case 'folder':
      return row[column] || NONE;
    default:
      return assertNever(column);
  }
}

/** When a page last changed: today's clock time, or the day; all of it when pointed at. */
function changed(at: string, formats: Formats) {
  const day = formats.isoDay(at);
  return <time dateTime={at} title={formats.dateTime(at)}>{day === formats.isoDay(new Date().toISOString()) ? formats.time(at) : day}</time>;
}

/** A page whose articles are all approved is not yet so itself as long as nobody looked at what stands aside on it. */
function PageStatus({ row, t }: { readonly row: PageRow; readonly t: Translate }) {
  const waits = row.left === 0 && row.status !== 'approved';
  return (
    <span title={waits ? t('library.aside-waits') : undefined}>
      <StatusMark status={row.status} />
      {waits ? <span className="aside-waits"> {t('library.aside-left')}</span> : row.approved > 0 && row.left > 0 && <span className="status-share"> {row.approved}/{row.articles}</span>}
    </span>
  );
}

/** The columns of the list of pages in the window's language. */
export function pageColumns(means: Means): readonly ColumnSpec<PageRow>[] {
  return PAGE_COLUMNS.map((column) => ({
    ...columnSpec(means.t, column, SHAPES[column]),
    cell: (row) => cell(column, row, means),
  }));
}

export const isPageColumn = (id: string): id is PageColumn => PAGE_COLUMNS.some((column) => column === id);
