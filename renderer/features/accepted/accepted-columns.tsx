import type { AcceptedRow } from '#contract/schemas/accepted.ts';
import { isStringKey } from '#strings/index.ts';
import type { Formats, Translate } from '#strings/index.ts';
import type { ColumnSpec } from '../../ui/table/index.ts';
import { placesOf } from './accepted-store.ts';

/** What a check is called; '' is all of them. */
export function checkName(t: Translate, check: string): string {
  const name = `check.${check}.name`;
  return check === '' ? t('accepted.all-checks') : isStringKey(name) ? t(name) : check;
}

/** The columns of the lists. */
export function acceptedColumns(t: Translate, formats: Formats): readonly ColumnSpec<AcceptedRow>[] {
  return [
    { id: 'text', label: t('accepted.column.text'), width: 240, narrow: 150, grows: 1, sortable: true, cell: ({ text }) => <span className="accepted-text" lang="zh-Hans" title={text}>{text}</span> },
    { id: 'check', label: t('accepted.column.check'), help: t('accepted.column.check-help'), width: 200, narrow: 130, grows: 1, sortable: true, cell: ({ check }) => <span className={check === '' ? '' : 'accepted-check'} title={checkName(t, check)}>{checkName(t, check)}</span> },
    { id: 'scope', label: t('accepted.column.scope'), width: 140, narrow: 110, sortable: true, cell: ({ scope }) => <span className={`accepted-scope ${scope}`}>{t(`accepted.scope.${scope}`)}</span> },
    { id: 'places', label: t('accepted.column.places'), help: t('accepted.column.places-help'), width: 92, narrow: 76, align: 'end', sortable: true, descendingFirst: true, cell: (row) => (placesOf(row) > 0 ? formats.number(placesOf(row)) : <span className="accepted-none">–</span>) },
    { id: 'who', label: t('accepted.column.who'), width: 120, narrow: 80, grows: 0.5, yields: 2, sortable: true, cell: ({ who }) => who },
    { id: 'at', label: t('accepted.column.at'), width: 172, narrow: 164, yields: 1, sortable: true, descendingFirst: true, cell: ({ at }) => (at === '' ? '' : <time dateTime={at}>{formats.day(at)}</time>) },
  ];
}
