import { memo } from 'react';
import { approvePage, goToNextDoubt, goToPage } from '../../../state/desk-go-on.ts';
import { clearMarks, marksNow } from '../../../state/desk-marks.ts';
import { useArticleCount, useAsideConfirmed, useAtDesk, useDoubts, useLeft } from '../../../state/desk-parts.ts';
import { READINGS, setView, useDeskView } from '../../../state/desk-view.ts';
import { useT } from '../../../state/language.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { Switch } from '../../../ui/switch.tsx';

/** Nothing is in doubt any more: the step that comes next. */
function Offer({ open }: { readonly open: boolean }) {
  const t = useT();
  return open
    ? <button type="button" className="offer" onClick={() => void approvePage()}>{t('desk.end.approve')} <CommandKeys of="desk.approvePage" /></button>
    : <button type="button" className="offer" onClick={() => void goToPage(1)}>{t('desk.end.next')} <CommandKeys of="desk.nextPage" /></button>;
}

/** How many passages are marked, and the way out of it. */
function Marked() {
  const t = useT();
  const count = useAtDesk(() => marksNow().length);
  return count > 0 && (
    <span className="marks-count"><span aria-hidden="true">✓</span> {t('desk.marks', { count })} <button type="button" className="word-button" onClick={clearMarks}>{t('desk.marks-clear')} <CommandKeys of="desk.less" /></button></span>
  );
}

/** Above the articles: what is left, the way to the next doubt, and how the text is read. */
export const ArticlesBar = memo(function ArticlesBar() {
  const t = useT();
  const doubts = useDoubts().length;
  const left = useLeft();
  const articles = useArticleCount();
  const asideConfirmed = useAsideConfirmed();
  const view = useDeskView((state) => state.view);
  const writing = useDeskView((state) => state.writing?.kind === 'text');
  return (
    <div className="desk-bar">
      <h2>{t('desk.articles')}</h2>
      <Marked />
      {writing ? <span className="editing-hint">{t('desk.editing-hint')}</span> : <span>{articles === 0 ? t('desk.left-none') : t('desk.left', { count: left })}{!asideConfirmed && ` · ${t('desk.end.aside')}`}</span>}
      {doubts === 0 && !writing && <Offer open={left > 0 || !asideConfirmed} />}
      {doubts > 0 && !writing && <button type="button" className="doubts-left" onClick={goToNextDoubt}>{t('desk.doubts', { count: doubts })} <CommandKeys of="desk.nextDoubt" /></button>}
      <Switch className="bar-end view-switch" label={t('desk.view')} options={READINGS} chosen={view} nameOf={(one) => t(`desk.view.${one}`)} onChoose={setView} command="desk.view" />
    </div>
  );
});
