import type { NameRow, NearRow } from '#contract/schemas/language.ts';
import type { Formats, Translate } from '#strings/index.ts';
import type { ColumnSpec } from '../../ui/table/index.ts';

/** A row as it is shown: whether it is the first of its group. */
export type NameLine = { readonly row: NameRow; readonly first: boolean };

const LIKELY = 0.7; // from here on two names are said to be one likely, below it perhaps
const MOST_COMPANY = 2; // words that are told

/** A name with what is different from another one marked. */
function Marked({ name, against }: { readonly name: string; readonly against: string }) {
  return <>{Array.from(name, (character, at) => (character === against[at] ? character : <mark key={at}>{character}</mark>))}</>;
}

/** Why two names may be one, in words. */
function reasonsOf({ looks, sounds, company, likeness }: NearRow, t: Translate): string {
  return [
    t(likeness >= LIKELY ? 'names.likely' : 'names.perhaps'),
    ...(looks ? [t('names.looks')] : []),
    ...(sounds ? [t('names.sounds')] : []),
    ...company.slice(0, MOST_COMPANY).map(({ word, times }) => t('names.beside', { word, times })),
  ].join(' · ');
}

function Near({ other, name, t }: { readonly other: NearRow; readonly name: string; readonly t: Translate }) {
  const reasons = reasonsOf(other, t);
  return (
    <span className="near-name" title={reasons}>
      <span className="person" lang="zh-Hans"><Marked name={other.name} against={name} /></span> {t('names.evidence', { times: other.times, pages: other.pages })} · {reasons}
    </span>
  );
}

/** What is settled about a name; null: nothing is. */
function settledOf({ near, right }: NameRow, t: Translate): string | null {
  const said = new Set(near.map(({ settled }) => settled?.as));
  return said.has('same') ? t('names.settled-as.same') : said.has('different') ? t('names.settled-as.different') : right ? t('names.right') : null;
}

/** The columns of the register. */
export function namesColumns(t: Translate, formats: Formats): readonly ColumnSpec<NameLine>[] {
  return [
    { id: 'name', label: t('names.column.name'), width: 230, narrow: 130, cell: ({ row, first }) => <span className={first ? 'person first' : 'person'} lang="zh-Hans" title={row.name}><Marked name={row.name} against={row.near[0]?.name ?? row.name} /></span> },
    { id: 'kind', label: t('names.column.kind'), width: 84, narrow: 70, yields: 2, cell: ({ row }) => <span className="name-kind">{t(`names.kind.${row.kind}`)}</span> },
    { id: 'times', label: t('names.column.times'), width: 76, narrow: 64, align: 'end', cell: ({ row }) => formats.number(row.times) },
    { id: 'pages', label: t('names.column.pages'), width: 76, narrow: 64, align: 'end', cell: ({ row }) => formats.number(row.pages) },
    { id: 'near', label: t('names.column.near'), width: 460, narrow: 280, grows: 1, cell: ({ row }) => row.near.map((other) => <Near key={other.name} other={other} name={row.name} t={t} />) },
    { id: 'right', label: t('names.column.settled'), width: 180, narrow: 120, yields: 1, cell: ({ row }) => <span className="name-kind" title={settledOf(row, t) ?? undefined}>{settledOf(row, t)}</span> },
  ];
}
