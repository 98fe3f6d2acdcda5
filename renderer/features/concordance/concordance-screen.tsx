import { useCallback, useEffect, useMemo } from 'react';
import { undoLast } from '../../state/history.ts';
import { useTellHere } from '../../state/here.ts';
import { useT } from '../../state/language.ts';
import { goBack, useScreen } from '../../state/screen.ts';
import { errorText } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DataTable, useOwnLooks } from '../../ui/table/index.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { openPlace, takeListBack, takePlaceBack, tick, tickAll } from './acts.ts';
import { ActBar, Changing, ConcordanceBar } from './concordance-bar.tsx';
import { doneText } from './mending.ts';
import { askFor, followConcordance, moveTo, places, showDone, useConcordance, usePlaces } from './concordance-store.ts';
import { placeColumns } from './place-columns.tsx';
import type { Line } from './place-columns.tsx';
import { countTicked, isTicked } from './ticks.ts';
import { makeRule } from '../rules/acts.ts';
import '../library/library.css';
import '../library/filter-bar.css';
import '../search/search.css';
import './concordance.css';

const keyOf = ({ place }: Line): string => `${place.issue} ${place.key}`;

/** Every place of the archive that reads alike, in context and nearest first: to be looked over, and mended one by one or all at once. */
export function ConcordanceScreen() {
  const t = useT();
  const shown = useConcordance((state) => state.shown);
  useTellHere([t('rail.concordance')]);
  useEffect(followConcordance, []);
  return (
    <section className="concordance search" aria-label={t('rail.concordance')}>
      <h2 className="visually-hidden">{t('rail.concordance')}</h2>
      {shown === null ? <ConcordanceBar /> : <DoneBar />}
      {shown === null && <ActBar />}
      <Found />
    </section>
  );
}

/** Above the places a change mended: how many, and how one is taken back. */
function DoneBar() {
  const t = useT();
  const done = useConcordance((state) => state.done);
  const text = useConcordance((state) => state.question.text);
  const isChanging = useConcordance((state) => state.changing !== null);
  const canBack = useScreen((state) => state.back.length > 0);
  return (
    <div className="filter-bar concordance-done">
      <b>{doneText(t, done)}</b>
      {done.back < done.places && <span className="faint">{t('concordance.done-text')}</span>}
      <span className="filter-bar-end">
        {isChanging ? <Changing /> : (
          <>
            <Button look="quiet" command="concordance.takeBack" onClick={() => void takePlaceBack()}>{t('command.concordance.take-back')}</Button>
            <Button command="concordance.takeAllBack" onClick={() => void takeListBack()}>{t('concordance.take-all-back')}</Button>
          </>
        )}
        {(text !== '' || canBack) && <Button look="quiet" command="concordance.leave" onClick={() => (text === '' ? goBack() : showDone(null))}>{t(text === '' ? 'concordance.back' : 'concordance.to-open')}</Button>}
      </span>
    </div>
  );
}

function Found() {
  const t = useT();
  const shown = useConcordance((state) => state.shown);
  const text = useConcordance((state) => state.question.text);
  const last = useConcordance((state) => state.last);
  const { total, problem, changing } = usePlaces();
  if (problem?.code === 'question-invalid' && text.trim() !== '') return <p className="search-fault" id="concordance-fault" role="alert">{t(`search.fault.${problem.why}`)}</p>;
  if (problem && problem.code !== 'cancelled' && problem.code !== 'engine-restarted' && problem.code !== 'question-invalid') {
    return (
      <p className="library-trouble" role="alert">
        <span className="selectable">{errorText(t, problem)}</span>
        <Button onClick={() => askFor({})}>{t('library.again')}</Button>
      </p>
    );
  }
  if (shown === null && text.trim() === '') return <Notice title={t('concordance.start')}>{t('concordance.start-text')}</Notice>;
  if (total === null || (total === 0 && changing)) return <Waiting />;
  if (total > 0) return <Lines total={total} />;
  if (shown === null && last) {
    return (
      <Notice
        title={t('concordance.all-done')}
        actions={(
          <>
            <Button command="concordance.done" onClick={() => showDone({ by: 'entry', entry: last.entry })}>{t('concordance.show-done')}</Button>
            <Button command="history.undo" onClick={() => void undoLast()}>{t('concordance.undo')}</Button>
            {last.put !== null && <Button command="concordance.makeRule" onClick={() => void makeRule()}>{t('rules.make')}</Button>}
            <Button command="concordance.leave" onClick={goBack}>{t('concordance.back')}</Button>
          </>
        )}
      >
        {t('concordance.all-done-text', { count: last.places, pages: last.pages })}
      </Notice>
    );
  }
  return <Notice title={t('concordance.none')} actions={<Button command="concordance.leave" onClick={goBack}>{t('concordance.back')}</Button>}>{t('concordance.none-text')}</Notice>;
}

function Lines({ total }: { readonly total: number }) {
  const t = useT();
  const { version, changing } = usePlaces();
  const current = useConcordance((state) => state.current);
  const shown = useConcordance((state) => state.shown);
  const put = useConcordance((state) => state.put);
  const ticks = useConcordance((state) => state.ticks);
  const counts = useConcordance((state) => state.counts);
  const [looks, setLooks] = useOwnLooks();
  const columns = useMemo(() => placeColumns(t), [t]);
  const row = useCallback((index: number): Line | undefined => {
    const place = places.row(index);
    const above = index === 0 ? undefined : places.row(index - 1);
    return place && { place, put, first: above === undefined || above.article !== place.article || above.issue !== place.issue };
  }, [put]);
  const ticked = countTicked(ticks, counts);
  return (
    <DataTable
      label={t('rail.concordance')}
      columns={columns}
      total={total}
      row={row}
      version={version}
      rowKey={keyOf}
      looks={looks}
      onLooks={setLooks}
      current={current}
      {...(shown === null && {
        ticks: { has: ({ place }: Line) => isTicked(ticks, place), all: ticked === 0 ? 'none' as const : ticked === counts.places ? 'all' as const : 'some' as const, label: t('concordance.tick-label'), toggle: tick, toggleAll: tickAll },
      })}
      onView={places.view}
      onClick={moveTo}
      onOpen={(index) => {
        moveTo(index);
        openPlace();
      }}
      waiting={changing}
    />
  );
}
