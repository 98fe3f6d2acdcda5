import { useT } from '../../state/language.ts';
import { cancelJob, useProject } from '../../state/project.ts';
import type { JobProgress } from '../../state/project.ts';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { Progress } from '../../ui/meter.tsx';

/** Long work that goes on: what, how far, how fast, how much longer, and Cancel. Of several the last begun, which the key cancels, says all of it; of the others there is what and how far. */
export function Jobs() {
  const jobs = useProject((state) => state.jobs);
  const running = jobs.filter((job) => job.state === 'running');
  return running.map((job) => <Running key={job.job} job={job} isLast={job === running.at(-1)} />);
}

function Running({ job, isLast }: { readonly job: JobProgress; readonly isLast: boolean }) {
  const t = useT();
  const name = t(`job.${job.kind}`);
  if (!isLast) return <span className="job">{name}<Progress done={job.done} total={job.total} label={name} /></span>;
  const speed = job.perSecond >= 1 && job.kind !== 'learning' ? t('job.speed', { speed: Math.round(job.perSecond) }) : null;
  const left = job.secondsLeft === null ? null : timeLeft(job.secondsLeft);
  return (
    <span className="job">
      {name}
      <Progress done={job.done} total={job.total} label={name} />
      <span>{job.total === 0 ? job.kind === 'reading' && t('job.looking') : [t('job.count', { done: job.done, total: job.total }), speed, left && t(left.key, { count: left.count })].filter(Boolean).join(' · ')}</span>
      <button type="button" onClick={() => void cancelJob(job.job)}>{t('job.cancel')} <CommandKeys of="app.cancelJob" /></button>
    </span>
  );
}

/** Time left in words: seconds up to a minute and a half, then whole minutes. */
export function timeLeft(seconds: number): { readonly key: 'job.seconds-left' | 'job.minutes-left'; readonly count: number } {
  return seconds < 90 ? { key: 'job.seconds-left', count: Math.max(1, Math.round(seconds)) } : { key: 'job.minutes-left', count: Math.round(seconds / 60) };
}
