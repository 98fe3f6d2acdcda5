import { useLayoutEffect } from 'react';
import { useTellHere } from '../../state/here.ts';
import { useT } from '../../state/language.ts';
import { loadLearning, startLearning, useLearning } from '../../state/learning.ts';
import { cancelJob, useProject } from '../../state/project.ts';
import { goToScreen, openIssue } from '../../state/screen.ts';
import { errorText } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Meter, Progress } from '../../ui/meter.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { Learning } from '#contract/schemas/learning.ts';
import { timeLeft } from '../../app/layout/jobs.tsx';
import { LessonResult } from './lesson-result.tsx';
import { OtherwiseList } from './otherwise-list.tsx';
import { learningSpots } from './spots.ts';
import { WeightsList } from './weights-list.tsx';
import { Reopen } from '../project/reopen.tsx';
import './learning.css';

/** What Stet learned from the pages that were approved, what it would do otherwise now, and the way back. */
export function LearningScreen() {
  const t = useT();
  const learning = useLearning((state) => state.learning);
  const problem = useLearning((state) => state.problem);
  const otherwise = useLearning((state) => state.otherwise);
  useTellHere([t('rail.learning')]);
  useLayoutEffect(() => learningSpots.restore(), [learning, otherwise]); // a page that was split anew is no longer in the list
  if (!learning) {
    return problem ? (
      <Notice title={t('learning.title')} actions={<Button onClick={() => void loadLearning()}>{t('library.again')}</Button>}>
        <span className="selectable">{errorText(t, problem)}</span>
        <Reopen after={problem.code} />
      </Notice>
    ) : <Waiting />;
  }
  return (
    <div className="page-screen">
      <div className="page-column learning" onFocus={({ target }) => learningSpots.note(target)}>
        <header>
          <h2>{t('learning.title')}</h2>
          <p className="lead">{t('learning.text')}</p>
          {learning.running === null ? <Begin learning={learning} /> : <Running learning={learning} job={learning.running} />}
          <LeftOut learning={learning} />
        </header>
        {!learning.fits && <p className="learning-unfit" role="alert">{t('learning.unfit')}</p>}
        {learning.last && (
          <section>
            <h3>{t('learning.last')}</h3>
            <LessonResult lesson={learning.last} />
          </section>
        )}
        {(learning.weights.length > 0) && <OtherwiseList otherwise={learning.otherwise} />}
        {learning.weights.length > 0 && <WeightsList learning={learning} />}
      </div>
    </div>
  );
}

/** How much there is to learn from, and the button; as long as that is too little, how much is missing and where it comes from. */
function Begin({ learning: { approved, fresh, fewest } }: { readonly learning: Learning }) {
  const t = useT();
  const missing = fewest - fresh;
  return (
    <>
      <p className="learning-from">{approved === fresh ? t('learning.from-all', { approved }) : t('learning.from', { approved, fresh })}</p>
      {missing > 0 ? (
        <div className="learning-missing">
          <p className="learning-share"><Meter share={fresh / fewest} label={t('learning.share', { fresh, fewest })} /> <span aria-hidden="true">{t('learning.share', { fresh, fewest })}</span></p>
          <p className="help">{t('learning.approve-more', { count: missing, fewest })}</p>
          <p className="learning-start"><Button look="main" command="app.go.desk" onClick={() => goToScreen('desk')}>{t('command.app.go.desk')}</Button></p>
        </div>
      ) : (
        <p className="learning-start"><Button look="main" command="learning.start" onClick={() => void startLearning()}>{t('learning.start', { count: approved })}</Button></p>
      )}
    </>
  );
}

function Running({ learning, job: id }: { readonly learning: Learning; readonly job: string }) {
  const t = useT();
  const job = useProject((state) => state.jobs.find((each) => each.job === id) ?? null);
  const left = job?.secondsLeft == null ? null : timeLeft(job.secondsLeft);
  return (
    <div className="learning-running" role="status">
      <p>{t('learning.running', { count: learning.approved })}</p>
      <Progress done={job?.done ?? 0} total={job?.total ?? 0} label={t('job.learning')} />
      <p className="learning-start">
        <span className="help">{[job && job.total > 0 && t('job.count', { done: job.done, total: job.total }), left && t(left.key, { count: left.count })].filter(Boolean).join(' · ')}</span>
        <Button onClick={() => void cancelJob(id)}>{t('job.cancel')}</Button>
      </p>
    </div>
  );
}

/** Approved pages from which nothing can be learned, and why. */
function LeftOut({ learning: { leftOut } }: { readonly learning: Learning }) {
  const t = useT();
  if (leftOut.count === 0) return null;
  return (
    <details className="learning-left-out">
      <summary>{t('learning.left-out', { count: leftOut.count })}</summary>
      <ul>
        {leftOut.pages.map(({ issue, path, why }) => (
          <li key={issue}>
            <button type="button" className="link" onClick={() => openIssue(issue)}>{path}</button>
            <span>{t(`learning.why.${why}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
