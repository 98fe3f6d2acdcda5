import { useLayoutEffect, useRef } from 'react';
import type { Filter } from '#contract/schemas/library.ts';
import type { Holdings } from '#contract/schemas/holdings.ts';
import { timeLeft } from '../../app/layout/jobs.tsx';
import { useT } from '../../state/language.ts';
import { cancelJob } from '../../state/project.ts';
import type { JobProgress } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/meter.tsx';
import { ExportEstimate } from './export-estimate.tsx';
import { canStart, useExport } from './export-store.ts';

type Props = { readonly filter: Filter; readonly holdings: Holdings | null; readonly asked: string; readonly job: JobProgress | null };

/**
 * What starts the export, always in sight at the screen's foot: what it will come to and, while it runs (`job`), how far it is, how fast, how much longer, and Cancel.
 * `asked`: changes when something was decided.
 */
export function ExportFoot({ filter, holdings, asked, job }: Props) {
  const t = useT();
  const start = useRef<HTMLButtonElement>(null);
  const isRunning = job !== null;
  const canBegin = useExport(canStart);
  useLayoutEffect(() => {
    // What can be chosen is held while it runs, and what is held loses the keyboard; afterwards there is no Cancel any more.
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || activeElement.matches('fieldset:disabled *')) start.current?.focus({ preventScroll: true });
  }, [isRunning]);
  return (
    <div className="export-foot" role="group" aria-label={t('command.export.start')}>
      <Button ref={start} type="submit" look="main" command="export.start" disabled={!isRunning && !canBegin} aria-disabled={isRunning || undefined}>{t('command.export.start')}</Button>
      {job ? <Running job={job} /> : <ExportEstimate filter={filter} holdings={holdings} asked={asked} />}
    </div>
  );
}

function Running({ job }: { readonly job: JobProgress }) {
  const t = useT();
  const left = job.secondsLeft === null ? null : timeLeft(job.secondsLeft);
  const speed = job.perSecond >= 1 && t('job.speed', { speed: Math.round(job.perSecond) });
  return (
    <>
      <div className="export-run" role="status">
        <Progress done={job.done} total={job.total} label={t('job.export')} />
        <p>{[t('job.export'), job.total > 0 && t('job.count', { done: job.done, total: job.total }), speed, left && t(left.key, { count: left.count })].filter(Boolean).join(' · ')}</p>
      </div>
      <Button command="app.cancelJob" onClick={() => void cancelJob(job.job)}>{t('job.cancel')}</Button>
    </>
  );
}
