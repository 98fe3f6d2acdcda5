import { useEffect, useRef } from 'react';
import { useT } from '../../state/language.ts';
import { cancelJob, useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { Field, SettledField } from '../../ui/field.tsx';
import { leadsToList } from '../../ui/leave-field.ts';
import { Progress } from '../../ui/meter.tsx';
import { mendTicked, tickApproved, toggleTakeOut } from './acts.ts';
import { askFor, concordanceStore, toggleAndRule, typePut, useConcordance, usePlaces } from './concordance-store.ts';
import { countTicked } from './ticks.ts';

const toList = leadsToList('.concordance .data-table');

/** What is read, what is to be read, and how it is looked for. */
export function ConcordanceBar() {
  const t = useT();
  const question = useConcordance((state) => state.question);
  const put = useConcordance((state) => state.put);
  const { problem } = usePlaces();
  const wrong = problem?.code === 'question-invalid';
  const field = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // What is missing is asked for first; where nothing is, the list has the keys.
    const { question: { text }, put: now } = concordanceStore.getState();
    if (text === '') field.current?.querySelector<HTMLInputElement>('#concordance-read')?.focus();
    else if (now === null) field.current?.querySelector<HTMLInputElement>('#concordance-put')?.focus();
  }, []);
  return (
    <div className="filter-bar concordance-bar">
      <span className="concordance-fields" ref={field}>
        <label htmlFor="concordance-read">{t('concordance.read')}</label>
        <SettledField id="concordance-read" lang="zh-Hans" value={question.text} invalid={wrong} aria-describedby={wrong ? 'concordance-fault' : undefined} onChange={(text) => askFor({ text })} onKeyDown={toList} />
        <label htmlFor="concordance-put">{t('concordance.put')}</label>
        <Field
          id="concordance-put"
          lang="zh-Hans"
          value={put ?? ''}
          disabled={put === ''}
          placeholder={put === '' ? t('concordance.nothing') : question.expression ? t('concordance.put-groups') : t('concordance.put-placeholder')}
          onChange={(text) => typePut(text === '' ? null : text)}
          onKeyDown={toList}
        />
        <button type="button" className="button quiet" aria-pressed={put === ''} title={t('concordance.take-out-title')} onClick={toggleTakeOut}>{t('concordance.take-out')} <CommandKeys of="concordance.takeOut" /></button>
      </span>
      <span className="filter-bar-end">
        <button type="button" className="button quiet" aria-pressed={question.expression} title={t('search.expression-title')} onClick={() => askFor({ expression: !question.expression })}>
          <code aria-hidden="true">.*</code> {t('search.expression')} <CommandKeys of="concordance.expression" />
        </button>
        <button type="button" className="button quiet" aria-pressed={question.exact} title={t('search.exact-title')} onClick={() => askFor({ exact: !question.exact })}>{t('search.exact')} <CommandKeys of="concordance.exact" /></button>
      </span>
    </div>
  );
}

/** How many places there are and where, how many are ticked, and the act this screen is for. Where there are none the screen says so itself. */
export function ActBar() {
  const t = useT();
  const counts = useConcordance((state) => state.counts);
  const ticks = useConcordance((state) => state.ticks);
  const put = useConcordance((state) => state.put);
  const changing = useConcordance((state) => state.changing !== null);
  const { changing: asking } = usePlaces();
  const expression = useConcordance((state) => state.question.expression);
  const andRule = useConcordance((state) => state.andRule);
  const ticked = countTicked(ticks, counts);
  const none = !asking && counts.places === 0 && counts.behind === 0;
  return (
    <div className={`concordance-acts ${none && !changing ? 'visually-hidden' : ''}`}>
      <span role="status" aria-busy={asking} className="concordance-counts">
        {!none && t('concordance.found', { count: counts.places, articles: counts.articles, pages: counts.pages })}
        {counts.behind > 0 && <span className="faint"> · {t('concordance.behind', { count: counts.behind })}</span>}
      </span>
      {counts.approved > 0 && (
        <label className="concordance-approved">
          <input type="checkbox" checked={ticks.approved} onChange={tickApproved} />
          {t('concordance.approved', { count: counts.approved })} <CommandKeys of="concordance.tickApproved" />
        </label>
      )}
      <span className="filter-bar-end">
        {changing ? <Changing /> : counts.places > 0 && (
          <>
            <span className="concordance-keys"><CommandKeys of="concordance.mend" /> {t('concordance.one')} <CommandKeys of="concordance.dismiss" /> {t('concordance.leave-one')} <CommandKeys of="concordance.tick" /> {t('concordance.tick')}</span>
            {put !== null && !expression && (
              <label className="concordance-approved">
                <input type="checkbox" checked={andRule} onChange={toggleAndRule} />
                {t('concordance.and-rule')} <CommandKeys of="concordance.andRule" />
              </label>
            )}
            <Button look="main" command="concordance.mendTicked" disabled={ticked === 0} onClick={() => void mendTicked()}>{t(put === '' ? 'concordance.take-out-ticked' : 'concordance.mend-ticked', { count: ticked })}</Button>
          </>
        )}
      </span>
    </div>
  );
}

/** A mass change under way, or places that are being taken back: how far it is, and Cancel. Few pages are done before there is anything to tell. */
export function Changing() {
  const t = useT();
  const text = useConcordance((state) => t(state.changing === 'taking-back' ? 'concordance.taking-all-back' : 'concordance.changing'));
  const job = useProject(({ jobs }) => jobs.findLast(({ kind, state }) => kind === 'changing' && state === 'running'));
  if (!job || job.total === 0) return <span className="faint">{text}</span>;
  return (
    <span className="concordance-job">
      {text} <Progress done={job.done} total={job.total} label={text} /> {t('job.count', { done: job.done, total: job.total })}
      <Button command="app.cancelJob" onClick={() => void cancelJob(job.job)}>{t('job.cancel')}</Button>
    </span>
  );
}
