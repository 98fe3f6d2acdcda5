import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTellHere } from '../../state/here.ts';
import { useT } from '../../state/language.ts';
import { usePane } from '../../state/panes.ts';
import { useProject } from '../../state/project.ts';
import { errorText } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { DataTable, useOwnLooks } from '../../ui/table/index.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { openHit } from './acts.ts';
import { hitColumns } from './hit-columns.tsx';
import type { Line } from './hit-columns.tsx';
import { unrestrict } from './restrict.ts';
import { Restrictions } from './restrictions.tsx';
import { SearchBar } from './search-bar.tsx';
import { askFor, followSearch, hits, isAsked, isRestricted, moveTo, spot, useHits, useSearch } from './search-store.ts';
import { Reopen } from '../project/reopen.tsx';
import '../library/library.css';
import './search.css';

const keyOf = ({ hit }: Line): string => `${hit.article} ${hit.nth}`;

/** Looks for a text or an expression in all articles; each hit stands in its line and leads to its place on the page. */
export function SearchScreen() {
  const t = useT();
  const { width } = usePane('library.facets');
  const question = useSearch((state) => state.question);
  const unpacked = useSearch((state) => state.unpacked);
  useTellHere([t('rail.search')]);
  useEffect(followSearch, []);
  return (
    <div className="library search" style={{ '--facets': `${width}px` }}>
      <Restrictions />
      <Splitter pane="library.facets" side="start" label={t('search.resize')} />
      <section className="search-main" aria-label={t('rail.search')}>
        <h2 className="visually-hidden">{t('search.results')}</h2>
        <SearchBar />
        {isAsked(question) ? <Results /> : <Start />}
        {isAsked(question) && unpacked > 1 && <p className="search-note" role="status">{t('search.unpacked', { percent: unpacked })}</p>}
      </section>
    </div>
  );
}

function Start() {
  const t = useT();
  const articles = useProject((state) => state.info?.articles ?? 0);
  return articles === 0 ? <Notice title={t('search.no-articles')}>{t('search.no-articles-text')}</Notice> : <Notice title={t('search.start', { articles })}>{t('search.start-text')}</Notice>;
}

function Results() {
  const t = useT();
  const question = useSearch((state) => state.question);
  const { total, problem, changing } = useHits();
  const fault = problem?.code === 'question-invalid' ? problem.why : null;
  if (fault !== null) return <p className="search-fault" id="search-fault" role="alert">{t(`search.fault.${fault}`)}</p>;
  if (problem && problem.code !== 'cancelled' && problem.code !== 'engine-restarted') {
    return (
      <p className="library-trouble" role="alert">
        <span className="selectable">{errorText(t, problem)}</span>
        <Reopen after={problem.code} />
        <Button onClick={() => askFor({})}>{t('library.again')}</Button>
      </p>
    );
  }
  if (total === null || (total === 0 && changing)) return <Waiting />;
  if (total > 0) return <Lines total={total} />;
  const other = question.view === 'emended' ? 'printed' : 'emended';
  return (
    <Notice
      title={t('search.none', { text: question.text.trim() })}
      actions={(
        <>
          {isRestricted(question) && <Button command="search.everywhere" onClick={unrestrict}>{t('search.everywhere')}</Button>}
          {question.exact && <Button command="search.exact" onClick={() => askFor({ exact: false })}>{t('search.folded')}</Button>}
          <Button command="search.view" onClick={() => askFor({ view: other })}>{t(`search.try.${other}`)}</Button>
        </>
      )}
    >
      {t(isRestricted(question) ? 'search.none-restricted' : 'search.none-text')}
    </Notice>
  );
}

function Lines({ total }: { readonly total: number }) {
  const t = useT();
  const { version, changing } = useHits();
  const current = useSearch((state) => state.current);
  const [looks, setLooks] = useOwnLooks();
  const columns = useMemo(() => hitColumns(t), [t]);
  const row = useCallback((index: number): Line | undefined => {
    const hit = hits.row(index);
    return hit && { hit, first: hit.nth === 0 };
  }, []);
  const [first] = useState(() => spot.top);
  const onTop = useCallback((index: number) => {
    spot.top = index;
  }, []);
  return (
    <DataTable
      label={t('search.results')}
      columns={columns}
      total={total}
      row={row}
      version={version}
      rowKey={keyOf}
      looks={looks}
      onLooks={setLooks}
      current={current}
      onView={hits.view}
      onTop={onTop}
      first={first}
      onClick={moveTo}
      onOpen={(index) => {
        moveTo(index);
        void openHit();
      }}
      waiting={changing}
    />
  );
}
