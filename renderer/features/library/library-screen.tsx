import type { AppError } from '#contract/app-error.ts';
import { useApp } from '../../state/app.ts';
import { useT } from '../../state/language.ts';
import { clearFilter, isFiltered, useLibraryQuery } from '../../state/library-query.ts';
import { useTellHere } from '../../state/here.ts';
import type { ListName } from '../../state/library-spot.ts';
import { usePane } from '../../state/panes.ts';
import { useProject } from '../../state/project.ts';
import { errorText } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { rescan } from '../project/open.ts';
import { ArticleTable } from './article-table.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { useLooks } from './column-looks.ts';
import { FacetList } from './facets.tsx';
import { FilesView } from './files/files-view.tsx';
import { FilterBar } from './filter-bar.tsx';
import { refreshLibrary, useLibrary, useRows } from './library-store.ts';
import { usePreviewShown } from './preview-pane.ts';
import { FirstStep } from './first-step.tsx';
import { PageTable } from './page-table.tsx';
import { Preview } from './preview.tsx';
import { Reopen } from '../project/reopen.tsx';
import './library.css';

/** All articles or pages of the project: to find, to sort, to act on many, and to open one. */
export function LibraryScreen({ view }: { readonly view: ListName | 'files' }) {
  const t = useT();
  const facets = usePane('library.facets');
  const preview = usePane('library.preview');
  const previewShown = usePreviewShown();
  const engine = useApp(({ engine: { state } }) => state);
  return (
    <div className={`library ${engine === 'ready' ? '' : 'stale'}`} style={{ '--facets': `${facets.width}px`, '--preview': `${preview.width}px` }}>
      {!facets.hidden && (
        <>
          <FacetList />
          <Splitter pane="library.facets" side="start" label={t('library.resize-facets')} />
        </>
      )}
      {view === 'files' ? <FilesView /> : <Rows list={view} />}
      {view !== 'files' && previewShown && (
        <>
          <Splitter pane="library.preview" side="end" label={t('library.resize-preview')} />
          <Preview />
        </>
      )}
    </div>
  );
}

function Rows({ list }: { readonly list: ListName }) {
  const t = useT();
  const { total } = useRows();
  const [looks, onLooks] = useLooks(list);
  const articles = useProject((state) => state.info?.articles ?? null);
  const shown = useLibrary((state) => state.facets);
  const isKnown = articles !== null && total !== null;
  const filtered = useLibraryQuery((state) => isFiltered(state.filter));
  const counts = [
    { key: 'library.articles', count: filtered ? (shown?.articles ?? null) : articles },
    { key: 'library.pages', count: list === 'pages' ? total : (shown?.issues ?? null) },
  ] as const;
  const note = (list === 'pages' ? counts.toReversed() : counts).flatMap(({ key, count }) => (count === null ? [] : [t(key, { count })])).join(' · ');
  useTellHere([t(`library.${filtered ? 'some' : 'all'}.${list}`)], note);
  const Table = list === 'pages' ? PageTable : ArticleTable;
  return (
    <section className="library-main">
      <FilterBar looks={looks} onLooks={onLooks} />
      <FirstStep />
      {!isKnown && <Waiting />}
      {isKnown && total === 0 && <Empty />}
      {isKnown && total > 0 && <Table looks={looks} onLooks={onLooks} />}
      <Trouble />
      {list === 'articles' && <BulkBar />}
    </section>
  );
}

const FOLDER_GONE: AppError = { code: 'folder-gone' };

/** Nothing to show, and why. */
function Empty() {
  const t = useT();
  const filtered = useLibraryQuery((state) => isFiltered(state.filter));
  const reading = useProject((state) => state.jobs.some((job) => job.kind === 'reading' && job.state === 'running'));
  const failed = useProject((state) => (state.files?.folderThere === false ? FOLDER_GONE : state.readingFailed));
  const folder = useProject((state) => state.info?.folder ?? '');
  const files = useProject((state) => state.files?.files ?? state.info?.files ?? 0);
  const { changing } = useRows();
  if (changing) return <Waiting />;
  if (filtered) return <Notice title={t('library.empty-filter')} actions={<Button command="library.clearFilter" onClick={clearFilter}>{t('library.clear-filter')}</Button>}>{t('library.empty-filter-text')}</Notice>;
  if (reading) return <Notice title={t('library.empty-reading')}>{t('library.empty-reading-text')}</Notice>;
  if (failed) {
    return (
      <Notice title={t('library.empty-failed')} actions={<Button command="project.rescan" onClick={() => void rescan()}>{t('library.again')}</Button>}>
        <span className="selectable">{errorText(t, failed)}</span>
      </Notice>
    );
  }
  return (
    <Notice title={t('library.empty')} actions={<Button command="project.rescan" onClick={() => void rescan()}>{t('command.project.rescan')}</Button>}>
      {files > 0 ? t('library.empty-files', { count: files }) : t('library.empty-text', { folder })}
    </Notice>
  );
}

/** The list could not be asked for: what is shown may be old. */
function Trouble() {
  const t = useT();
  const { problem } = useRows();
  if (!problem || problem.code === 'engine-restarted') return null;
  return (
    <p className="library-trouble" role="alert">
      <span className="selectable">{errorText(t, problem)}</span>
      <Reopen after={problem.code} />
      <Button onClick={refreshLibrary}>{t('library.again')}</Button>
    </p>
  );
}
