import type { NameRow } from '#contract/schemas/language.ts';
import type { Formats, Translate } from '#strings/index.ts';
import type { ColumnSpec } from '../../ui/table/index.ts';

/** A row as it is shown: whether it is the first of its group. */
export type NameLine = { readonly row: NameRow; readonly first: boolean };

/** A name with what is different from another one marked. */
function Marked({ name, against }: { readonly name: string; readonly against: string }) {
  return <>{Array.from(name, (character, at) => (character === against[at] ? character : <mark key={at}>{character}</mark>))}</>;
}

/** The columns of the register. */
export function namesColumns(t: Translate, formats: Formats): readonly ColumnSpec<NameLine>[] {
  return [
    { id: 'name', label: t('names.column.name'), width: 150, narrow: 110, cell: ({ row, first }) => <span className={first ? 'person first' : 'person'} lang="zh-Hans"><Marked name={row.name} against={row.near[0]?.name ?? row.name} /></span> },
    { id: 'times', label: t('names.column.times'), width: 84, narrow: 70, align: 'end', cell: ({ row }) => formats.number(row.times) },
    { id: 'pages', label: t('names.column.pages'), width: 84, narrow: 70, align: 'end', cell: ({ row }) => formats.number(row.pages) },
    { id: 'near', label: t('names.column.near'), width: 420, narrow: 260, grows: 1, cell: ({ row }) => row.near.map(({ name, times, pages, likeness }) => (
      <span key={name} className="near-name"><span className="person" lang="zh-Hans"><Marked name={name} against={row.name} /></span> {t('names.evidence', { times, pages })} <span className="likeness">{formats.number(Math.round(likeness * 100))}%</span></span>
    )) },
    { id: 'right', label: t('names.column.settled'), width: 150, narrow: 110, cell: ({ row }) => (row.right ? <span className="settled-name">{t('names.right')}</span> : '') },
  ];
}
