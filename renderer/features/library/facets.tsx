import { STATUSES } from '#core/model/issue.ts';
import { useT } from '../../state/language.ts';
import { changeFilter, clearFilter, isFiltered, useLibraryQuery } from '../../state/library-query.ts';
import { useProject } from '../../state/project.ts';
import { goTo, useScreen } from '../../state/screen.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { LearningOffer } from '../learning/learning-offer.tsx';
import { Line } from './facet-line.tsx';
import { FolderFacets } from './folder-facets.tsx';
import { showFiles, useFileStore } from './files/files-store.ts';
import type { FileSet } from './files/files-store.ts';
import { useLibrary, useListInFront } from './library-store.ts';
import { QueueFacets } from './queue-facets.tsx';
import { TopicFacets } from './topic-facets.tsx';

/** What there is, by status, topic and folder; a click shows only that. */
export function FacetList() {
  const t = useT();
  const facets = useLibrary((state) => state.facets);
  const filter = useLibraryQuery((state) => state.filter);
  const articles = useProject((state) => state.info?.articles ?? null);
  const list = useListInFront().name;
  const view = useScreen((state) => (state.place.screen === 'library' ? state.place.view : null));
  const toList = () => {
    if (view !== list) goTo({ screen: 'library', view: list });
  };
  const show = (parts: Parameters<typeof changeFilter>[0]) => () => {
    toList();
    changeFilter(parts);
  };
  const fileSet = useFileStore((state) => state.only);
  const openFiles = (only: FileSet) => {
    showFiles(only);
    if (view !== 'files') goTo({ screen: 'library', view: 'files' });
  };
  return (
    <nav className="facets" aria-label={t('library.facets')}>
      <ul className="facets-first">
        <Line label={t(`library.all.${list}`)} count={list === 'articles' ? articles : null} on={view === list && !isFiltered(filter)} onClick={() => {
          toList();
          clearFilter();
        }} />
      </ul>
      <h2>{t('library.queues')}</h2>
      <ul>
        <QueueFacets shown={view === 'files' ? null : view} onShow={toList} />
      </ul>
      <h2>{t('library.column.status')}</h2>
      <ul>
        {STATUSES.map((status) => {
          const on = filter.status?.length === 1 && filter.status[0] === status;
          return <Line key={status} label={<StatusMark status={status} />} count={facets?.status[status] ?? null} on={on} onClick={show({ status: on ? undefined : [status] })} />;
        })}
        {(facets?.otherwise ?? 0) + (filter.otherwise ? 1 : 0) > 0 && (
          <Line label={t('library.otherwise')} count={facets?.otherwise ?? 0} on={filter.otherwise === true} onClick={show({ otherwise: filter.otherwise !== true })} />
        )}
        {(facets?.gone ?? 0) + (filter.gone ? 1 : 0) > 0 && <Line label={t('library.gone')} count={facets?.gone ?? 0} on={filter.gone === true} onClick={show({ gone: filter.gone !== true })} />}
      </ul>
      <h2>{t('library.column.topics')}</h2>
      <ul>
        <TopicFacets counts={facets?.topics ?? []} chosen={filter.topics ?? []} onChoose={(topics) => show({ untagged: undefined, topics })()} />
        <Line label={t('library.untagged')} count={facets?.untagged ?? null} on={filter.untagged === true} onClick={show({ topics: undefined, untagged: filter.untagged !== true })} />
      </ul>
      <h2>{t('library.folders')}</h2>
      <ul>
        <FolderFacets folders={facets?.folders ?? []} chosen={filter.folder} onChoose={(folder) => show({ folder })()} />
        <Line label={t('library.files')} count={null} on={view === 'files' && fileSet !== 'problems'} onClick={() => openFiles('all')} />
        {facets !== null && facets.unreadable > 0 && (
          <Line warn label={t('library.unreadable')} count={facets.unreadable} on={view === 'files' && fileSet === 'problems'} onClick={() => openFiles('problems')} />
        )}
      </ul>
      <LearningOffer />
    </nav>
  );
}
