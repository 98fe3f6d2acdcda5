import { COLUMNS } from '#contract/schemas/library.ts';
import type { Column, Row } from '#contract/schemas/library.ts';
import type { TopicRef } from '#core/model/issue.ts';
import { assertNever } from '#util/assert-never.ts';
import type { Formats, Translate } from '#strings/index.ts';
import { Confidence } from '../../ui/confidence.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { ColumnSpec } from '../../ui/table/index.ts';
import { columnSpec } from './column-spec.ts';
import { FileCell } from './file-cell.tsx';

type Means = { readonly t: Translate; readonly formats: Formats; readonly topicLabel: (topic: TopicRef) => string };

const NONE = '—';

type Shape = Omit<ColumnSpec<Row>, 'id' | 'label' | 'cell' | 'sortable'>;

const SHAPES: Readonly<Record<Column, Shape>> = {
  headline: { width: 196, narrow: 140, wants: 230, minWidth: 120, grows: 1 },
  byline: { width: 84, narrow: 68, grows: 0.1, yields: 2 },
  newspaper: { width: 90 },
  edition: { width: 70 },
  date: { width: 94, narrow: 80, descendingFirst: true },
  page: { width: 48, narrow: 40, align: 'end' },
  file: { width: 190 },
  folder: { width: 100 },
  topics: { width: 100, narrow: 72, grows: 0.3 },
  status: { width: 100, narrow: 88 },
  confidence: { width: 96, narrow: 80 },
  risk: { width: 70, narrow: 56, align: 'end', descendingFirst: true },
  findings: { width: 78, narrow: 70, align: 'end', descendingFirst: true },
  length: { width: 68, narrow: 62, yields: 1, align: 'end', descendingFirst: true },
};

function cell(column: Column, row: Row, { t, formats, topicLabel }: Means) {
  switch (column) {
    case 'headline':
      return row.headline === '' ? <span className="no-headline">{t('library.no-headline')}</span> : <span lang="zh-Hans" title={row.headline}>{row.headline}</span>;
    case 'topics':
      return row.topics.length === 0 ? NONE : <span title={row.topics.map(topicLabel).join('\n')}>{row.topics.map(topicLabel).join(' ')}</span>;
    case 'status':
      return <StatusMark status={row.status} />;
    case 'confidence':
      return <Confidence value={row.confidence} />;
    case 'risk':
      return row.risk === 0 ? <span className="zero">0</span> : row.risk.toFixed(2);
    case 'findings':
      return row.findings === 0 ? <span className="zero">0</span> : formats.number(row.findings);
    case 'length':
      return formats.number(row.length);
    case 'file':
      return <FileCell row={row} t={t} />;
    case 'byline':
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

/** The library's columns in the window's language. */
export function libraryColumns(means: Means): readonly ColumnSpec<Row>[] {
  return COLUMNS.map((column) => ({
    ...columnSpec(means.t, column, SHAPES[column]),
    cell: (row) => cell(column, row, means),
  }));
}

export const isColumn = (id: string): id is Column => COLUMNS.some((column) => column === id);
