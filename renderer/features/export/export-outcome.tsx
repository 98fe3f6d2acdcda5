import { useEffect, useRef } from 'react';
import type { AppError } from '#contract/app-error.ts';
import { isStringKey } from '#strings/index.ts';
import { useFormats, useT } from '../../state/language.ts';
import type { JobProgress } from '../../state/project.ts';
import { errorText } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { exportAnyway, showFolder } from './export-store.ts';
import { LoadLines } from './load-lines.tsx';
import { LostPages } from './lost-pages.tsx';

type Props = { readonly job: JobProgress | null; readonly problem: AppError | null; readonly folder: string; readonly name: string; readonly formats: readonly string[] };

/** What came of the export: the figures of its ledger, or why there is none. */
export function ExportOutcome(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { job, problem } = props;
  const stage = problem ? 'refused' : (job?.state ?? 'none');
  useEffect(() => {
    if (stage !== 'none' && stage !== 'running') box.current?.scrollIntoView({ block: 'nearest' });
  }, [stage]);
  return <div ref={box} className="export-outcome"><Outcome {...props} /></div>;
}

function Outcome({ job, problem, folder, name, formats }: Props) {
  const t = useT();
  const failed = problem ?? (job?.state === 'failed' ? job.error : null);
  if (failed) {
    return (
      <div className="outcome problem" role="alert">
        <h3><Icon name="warning" /> {t('export.failed')}</h3>
        <p className="selectable">{failed.code === 'disk-full' ? t('export.no-room') : errorText(t, failed)}</p>
        {failed.code === 'pages-lost' && <LostPages lost={failed} />}
        {!problem && !['target-is-export', 'articles-without-id', 'pages-lost'].includes(failed.code) && <p>{t('export.nothing-left')}</p>}
        {(failed.code === 'pages-lost' || failed.code === 'project-part-lost') && (
          <>
            <p>{t('export.leave-out-lost-text')}</p>
            <Button command="export.leave-out-lost" onClick={() => void exportAnyway({ leaveOutLost: true })}>{t('command.export.leave-out-lost')}</Button>
          </>
        )}
        {failed.code === 'articles-without-id' && failed.without < failed.articles && (
          <>
            <p>{t('export.only-with-id-text', { count: failed.articles - failed.without, without: failed.without })}</p>
            <Button command="export.only-with-id" onClick={() => void exportAnyway({ onlyWithId: true })}>{t('command.export.only-with-id')}</Button>
          </>
        )}
        {failed.code === 'target-is-export' && (
          <>
            <p>{t('export.replace-text')}</p>
            <Button command="export.replace" onClick={() => void exportAnyway({ replace: true })}>{t('command.export.replace')}</Button>
          </>
        )}
      </div>
    );
  }
  if (!job || job.state === 'running') return null;
  if (job.state === 'cancelled') {
    return (
      <div className="outcome" role="status">
        <h3>{t('export.cancelled')}</h3>
        <p>{t('export.nothing-left')}</p>
      </div>
    );
  }
  return <Done job={job} folder={folder} name={name} formats={formats} />;
}

function Done({ job, folder, name, formats: written }: { readonly job: JobProgress; readonly folder: string; readonly name: string; readonly formats: readonly string[] }) {
  const t = useT();
  const formats = useFormats();
  const leftOut = Number(job.result?.['lostPages'] ?? 0);
  const figures = Object.entries(job.result ?? {}).flatMap(([figure, value]) => {
    const key = `export.figure.${figure}`;
    return isStringKey(key) ? [{ key, value }] : [];
  });
  return (
    <div className="outcome done" role="status">
      <h3><Icon name="check" /> {t('export.done')}</h3>
      <p className="selectable">{t('export.written', { folder, name })}</p>
      {leftOut > 0 && <p className="left-out"><Icon name="warning" /> <span>{t('export.lost-left-out', { count: leftOut })}</span></p>}
      <dl>
        {figures.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{typeof value === 'number' ? formats.number(value) : value}</dd>
          </div>
        ))}
      </dl>
      <p className="help">{t('export.ledger')}</p>
      <LoadLines formats={written} name={name} />
      <p className="help">{t('export.files-text')}</p>
      <Button onClick={() => void showFolder()}>{t('export.show')}</Button>
    </div>
  );
}
