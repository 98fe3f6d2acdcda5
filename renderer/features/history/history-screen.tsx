import { useCallback, useEffect, useMemo } from 'react';
import type { AppError } from '#contract/app-error.ts';
import { useTellHere } from '../../state/here.ts';
import { useFormats, useT } from '../../state/language.ts';
import { usePane } from '../../state/panes.ts';
import { errorText } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { DataTable, useOwnLooks } from '../../ui/table/index.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { moveTo, openPlace } from './acts.ts';
import { useValueText } from './entry-look.tsx';
import { EntryPane } from './entry-pane.tsx';
import { historyColumns } from './history-columns.tsx';
import type { Line } from './history-columns.tsx';
import { HistoryFilterBar } from './history-filter.tsx';
import { followHistory, lines, refreshHistory, showHistory, useHistory, useLines } from './history-store.ts';
import { Reopen } from '../project/reopen.tsx';
import './history.css';

const isRestart = ({ code }: AppError): boolean => code === 'engine-restarted'; // it asks again by itself
const keyOf = ({ row }: Line): string => `${row.entry}`;

/** All that was done to the project, newest first: to see, to go to, and to take back one by one. */
export function HistoryScreen() {
  const t = useT();
  const { total, problem, changing } = useLines();
  const { hidden, width } = usePane('history.entry');
  const narrowed = useHistory((state) => Object.keys(state.filter).length > 0);
  useTellHere([t('rail.history')], total === null ? '' : t('journal.shown', { count: total }));
  useEffect(followHistory, []);
  return (
    <div className="history" style={{ '--preview': `${width}px` }}>
      <section className="history-main" aria-label={t('rail.history')}>
        <h2 className="visually-hidden">{t('journal.column.what')}</h2>
        <HistoryFilterBar />
        {total === null && (problem === null || isRestart(problem)) && <Waiting />}
        {total === 0 && (changing ? <Waiting /> : narrowed
          ? <Notice title={t('journal.empty-filter')} actions={<Button command="history.all" onClick={() => showHistory({})}>{t('journal.all')}</Button>} />
          : <Notice title={t('journal.empty')}>{t('journal.empty-text')}</Notice>)}
        {total !== null && total > 0 && <Lines total={total} />}
        {problem && !isRestart(problem) && (
          <p className="library-trouble" role="alert">
            <span className="selectable">{errorText(t, problem)}</span>
            <Reopen after={problem.code} />
            <Button onClick={refreshHistory}>{t('library.again')}</Button>
          </p>
        )}
      </section>
      {!hidden && (
        <>
          <Splitter pane="history.entry" side="end" label={t('journal.resize')} />
          <EntryPane />
        </>
      )}
    </div>
  );
}

function Lines({ total }: { readonly total: number }) {
  const t = useT();
  const formats = useFormats();
  const value = useValueText();
  const { version, changing } = useLines();
  const current = useHistory((state) => state.current);
  const [looks, setLooks] = useOwnLooks();
  const columns = useMemo(() => historyColumns({ t, formats, value }), [t, formats, value]);
  const row = useCallback((index: number): Line | undefined => {
    const here = lines.row(index);
    const above = index === 0 ? undefined : lines.row(index - 1);
    return here && { row: here, startsDay: index === 0 || (above !== undefined && formats.day(above.at) !== formats.day(here.at)) };
  }, [formats]);
  return (
    <DataTable
      label={t('rail.history')}
      columns={columns}
      total={total}
      row={row}
      version={version}
      rowKey={keyOf}
      looks={looks}
      onLooks={setLooks}
      current={current}
      onView={lines.view}
      onClick={moveTo}
      onOpen={(index) => {
        moveTo(index);
        openPlace();
      }}
      waiting={changing}
    />
  );
}
