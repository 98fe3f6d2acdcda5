import { memo } from 'react';
import { approvePage, goToPage } from '../../../state/desk-go-on.ts';
import { useArticleCount, useAsideConfirmed, useDoubts, useLeft } from '../../../state/desk-parts.ts';
import { useT } from '../../../state/language.ts';
import { isFinished, useQueue } from '../../../state/queue.ts';
import { Button } from '../../../ui/button.tsx';
import './page-end.css';

/** Below the last passage: what is left to do here, and the step to the next page. */
export const PageEnd = memo(function PageEnd() {
  const t = useT();
  const doubts = useDoubts().length;
  const left = useLeft();
  const articles = useArticleCount();
  const asideConfirmed = useAsideConfirmed();
  const finished = useQueue(isFinished);
  return (
    <div className="page-end">
      <span>{articles === 0 ? t('desk.end.none', { doubts }) : t('desk.end.open', { doubts, left })}{!asideConfirmed && ` · ${t('desk.end.aside')}`}</span>
      {left > 0 || !asideConfirmed
        ? <Button look={doubts === 0 ? 'main' : 'plain'} command="desk.approvePage" onClick={() => void approvePage()}>{t('desk.end.approve')}</Button>
        : !finished && <Button look="main" command="desk.nextPage" onClick={() => void goToPage(1)}>{t('desk.end.next')}</Button>}
    </div>
  );
});
