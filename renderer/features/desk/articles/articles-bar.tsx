import { memo } from 'react';
import { approvePage, goToNextDoubt, goToPage } from '../../../state/desk-go-on.ts';
import { clearMarks, marksNow } from '../../../state/desk-marks.ts';
import { useArticleCount, useAsideConfirmed, useAtDesk, useDoubts, useLeft } from '../../../state/desk-parts.ts';
import { READINGS, setView, useDeskView } from '../../../state/desk-view.ts';
import { useT } from '../../../state/language.ts';
import { useHeld } from '../../../state/writing.ts';
import { isFinished, useQueue } from '../../../state/queue.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { Switch } from '../../../ui/switch.tsx';

/** Nothing is in doubt any more: the step that comes next. */
function Offer({ open }: { readonly open: boolean }) {
  const t = useT();
  const held = useHeld();
  const label = t(open ? 'desk.end.approve' : 'desk.end.next');
  return (
    <button type="button" className="offer" title={label} {...(open && held)} onClick={() => void (open ? approvePage() : goToPage(1))}>
      <span className="bar-words">{label}</span>
      <CommandKeys of={open ? 'desk.approvePage' : 'desk.nextPage'} />
    </button>
  );
}

/** How many passages are marked, and the way out of it. */
function Marked({ count }: { readonly count: number }) {
  const t = useT();
  return (
    <span className="marks-count">
      <span className="bar-words"><span aria-hidden="true">✓</span> {t('desk.marks', { count })}</span>
      <button type="button" className="word-button" title={t('desk.marks-clear')} onClick={clearMarks}><span className="bar-words">{t('desk.marks-clear')}</span> <CommandKeys of="desk.less" /></button>
    </span>
  );
}

/** What is left to do on the page. Where there is no room for both, what stands aside goes first: it says so itself, further down. */
function Left({ articles, left, aside }: { readonly articles: number; readonly left: number; readonly aside: boolean }) {
  const t = useT();
  const [words, asideWords] = [articles === 0 ? t('desk.left-none') : t('desk.left', { count: left }), t('desk.end.aside')];
  return (
    <span className="bar-left" title={aside ? `${words} · ${asideWords}` : words}>
      <span className="bar-words">{words}</span>
      {aside && <span>&nbsp;· {asideWords}</span>}
    </span>
  );
}

/** Above the articles: what is left (while passages are marked, how many are), the way to the next doubt, and how the text is read. */
export const ArticlesBar = memo(function ArticlesBar() {
  const t = useT();
  const doubts = useDoubts().length;
  const left = useLeft();
  const articles = useArticleCount();
  const asideConfirmed = useAsideConfirmed();
  const finished = useQueue(isFinished);
  const marked = useAtDesk(() => marksNow().length);
  const view = useDeskView((state) => state.view);
  const writing = useDeskView((state) => state.writing?.kind === 'text');
  return (
    <div className="desk-bar">
      <h2>{t('desk.articles')}</h2>
      {writing ? <span className="editing-hint" title={t('desk.editing-hint')}>{t('desk.editing-hint')}</span> : marked > 0 ? <Marked count={marked} /> : <Left articles={articles} left={left} aside={!asideConfirmed} />}
      {doubts === 0 && !writing && !(finished && left === 0 && asideConfirmed) && <Offer open={left > 0 || !asideConfirmed} />}
      {doubts > 0 && !writing && <button type="button" className="doubts-left" onClick={goToNextDoubt}>{t('desk.doubts', { count: doubts })} <CommandKeys of="desk.nextDoubt" /></button>}
      <Switch className="bar-end view-switch" label={t('desk.view')} options={READINGS} chosen={view} nameOf={(one) => t(`desk.view.${one}`)} onChoose={setView} command="desk.view" />
    </div>
  );
});
