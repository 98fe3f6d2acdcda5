import type { Hit } from '#contract/schemas/search.ts';
import type { Translate } from '#strings/index.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { ColumnSpec } from '../../ui/table/index.ts';

/** A hit as it is shown: whether it is the first of its article. */
export type Line = { readonly hit: Hit; readonly first: boolean };

/** The columns of what was found. The hits stand one under the other, so that the eye goes down a single line. */
export function hitColumns(t: Translate): readonly ColumnSpec<Line>[] {
  return [
    {
      id: 'headline', label: t('search.column.article'), width: 210, narrow: 130, cell: ({ hit, first }) => (
        <span className={first ? 'hit-article' : 'hit-article same'} lang="zh-Hans" title={hit.headline}>{hit.headline || t('search.no-headline')}</span>
      ),
    },
    {
      id: 'page', label: t('search.column.page'), width: 140, narrow: 140, yields: 2, cell: ({ hit, first }) => (
        <span className={first ? '' : 'same'} title={hit.file}>{hit.date === '' ? hit.file : `${hit.date} · ${hit.page}`}</span>
      ),
    },
    {
      id: 'context', label: t('search.column.context'), width: 420, narrow: 260, grows: 1, cell: ({ hit }) => (
        <span className={`hit-line ${hit.role}`} lang="zh-Hans">
          <span className="hit-before"><bdi>{hit.before}</bdi></span>
          <mark>{hit.hit}</mark>
          <span className="hit-after">{hit.after}</span>
        </span>
      ),
    },
    { id: 'role', label: t('search.column.role'), width: 86, narrow: 70, yields: 1, cell: ({ hit }) => <span className="hit-role">{t(`desk.role.${hit.role}`)}</span> },
    { id: 'status', label: t('library.column.status'), width: 92, narrow: 84, yields: 3, cell: ({ hit, first }) => (first ? <StatusMark status={hit.status} /> : <span className="hit-nth">{t('search.nth', { nth: hit.nth + 1, of: hit.of })}</span>) },
  ];
}
