import type { HistoryRow } from '#contract/schemas/history.ts';
import type { Formats, Translate } from '#strings/index.ts';
import { isStringKey } from '#strings/index.ts';
import type { ColumnSpec } from '../../ui/table/index.ts';
import { nameOfPage } from '../desk/page-name.ts';
import { difference, rowText, spoken } from './entry-text.ts';

/** A line as it is shown: whether it is the first of its day. */
export type Line = { readonly row: HistoryRow; readonly startsDay: boolean };

type Say = {
  readonly t: Translate;
  readonly formats: Formats;
  readonly value: (change: { readonly what: NonNullable<HistoryRow['brief']>['what'] }, value: string) => string;
};

/** Who did it: a person by name, else the machine or a rule. */
export function authorText(t: Translate, { origin, who }: Pick<HistoryRow, 'origin' | 'who'>): string {
  if (origin === 'person' && who !== '') return who;
  return t(`desk.history.origin.${origin}`);
}

/** What an entry did, in a line: what it was done to, and before and after. */
export function ChangeText({ row: { brief }, say: { t, value } }: { readonly row: HistoryRow; readonly say: Say }) {
  if (!brief) return null;
  const { what, name } = brief;
  const { before, after } = difference(brief);
  const named = what === 'field' ? `library.column.${name}` : what === 'answer' ? `journal.decision.${name}` : what === 'accepted' ? `accepted.scope.${name}` : null;
  return (
    <span className="brief">
      {name !== '' && <span className="change-name" {...(named === null ? { lang: 'zh-Hans' } : {})}>{named !== null && isStringKey(named) ? t(named) : name}</span>}
      {(before !== '' || after !== '') && (
        <>
          {before !== '' && <><del {...spoken(what)}>{value(brief, before)}</del> <span aria-hidden="true">→</span></>} {after !== '' || what !== 'topics' ? <ins {...spoken(what)}>{value(brief, after)}</ins> : '—'}
        </>
      )}
    </span>
  );
}

/** The columns of the project's history. */
export function historyColumns(say: Say): readonly ColumnSpec<Line>[] {
  const { t, formats } = say;
  return [
    { id: 'day', label: t('journal.column.day'), width: 168, narrow: 164, cell: ({ row, startsDay }) => <span className={startsDay ? 'starts-day' : 'same-day'}>{formats.day(row.at)}</span> },
    { id: 'time', label: t('journal.column.time'), width: 74, cell: ({ row }) => <time dateTime={row.at}>{formats.time(row.at)}</time> },
    {
      id: 'what', label: t('journal.column.what'), width: 210, narrow: 150, cell: ({ row }) => (
        <span className={`act ${row.state}`} title={rowText(t, row)}>
          <span className="what-text">{rowText(t, row)}</span>
          {row.state === 'undone' && <span className="tag">{t('desk.history.undone')}</span>}
          {row.state === 'displaced' && <span className="tag">{t('journal.displaced')}</span>}
        </span>
      ),
    },
    { id: 'change', label: t('journal.column.change'), width: 270, narrow: 120, grows: 1, cell: ({ row }) => <ChangeText row={row} say={say} /> },
    {
      id: 'where', label: t('journal.column.page'), width: 180, narrow: 158, cell: ({ row }) => (row.page
        ? <span title={row.page.path}>{nameOfPage(t, row.page)}{row.pages > 1 && ` ${t('journal.more-pages', { count: row.pages - 1 })}`}</span>
        : <span className="whole-project">{t('journal.project')}</span>),
    },
    { id: 'who', label: t('journal.column.who'), width: 110, narrow: 80, cell: ({ row }) => <span className={row.origin === 'person' ? '' : 'machine'}>{authorText(t, row)}</span> },
  ];
}
