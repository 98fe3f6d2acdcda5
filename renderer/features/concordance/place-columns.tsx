import type { Translate } from '#strings/index.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { ColumnSpec } from '../../ui/table/index.ts';
import type { PlaceLine } from './concordance-store.ts';

/** A place as it is shown: whether it is the first of its article, and what is to stand there. */
export type Line = { readonly place: PlaceLine; readonly first: boolean; readonly put: string | null };

/** The columns of places. They stand one under the other, what is to go struck and what is to come beside it. */
export function placeColumns(t: Translate): readonly ColumnSpec<Line>[] {
  return [
    {
      id: 'context', label: t('search.column.context'), width: 460, narrow: 280, grows: 1, cell: ({ place, put }) => (
        <span className={`hit-line place-line ${place.role} ${place.state ?? ''}`} lang="zh-Hans">
          <span className="hit-before"><bdi>{place.before}</bdi></span>
          <Change place={place} put={put} />
          <span className="hit-after">{place.after}</span>
        </span>
      ),
    },
    {
      id: 'headline', label: t('search.column.article'), width: 210, narrow: 130, cell: ({ place, first }) => (
        <span className={first ? 'hit-article' : 'hit-article same'} lang="zh-Hans" title={place.headline}>{place.headline || t('search.no-headline')}</span>
      ),
    },
    {
      id: 'page', label: t('search.column.page'), width: 140, narrow: 140, yields: 2, cell: ({ place, first }) => (
        <span className={first ? '' : 'same'} title={place.file}>{place.date === '' ? place.file : `${place.date} · ${place.page}`}</span>
      ),
    },
    {
      id: 'status', label: t('library.column.status'), width: 96, narrow: 88, cell: ({ place }) => (
        place.state === undefined || place.state === 'stands' ? <StatusMark status={place.status} /> : <span className="hit-nth">{t(`concordance.state.${place.state}`)}</span>
      ),
    },
  ];
}

function Change({ place, put }: { readonly place: PlaceLine; readonly put: string | null }) {
  if (place.state === 'other' || place.state === 'back') return <mark className="place-now">{place.hit}</mark>;
  const [read, now] = place.state === 'stands' ? [place.read, place.put ?? ''] : [place.hit, put === null ? null : (place.becomes ?? put)];
  return (
    <span className="place-change">
      {now === null ? <mark>{read}</mark> : <del>{read}</del>}
      {now !== null && now !== '' && <ins>{now}</ins>}
    </span>
  );
}
