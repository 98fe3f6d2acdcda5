import { useEffect, useLayoutEffect, useRef } from 'react';
import { decisionOn } from '../../../state/desk-doubts.ts';
import { deskViewStore, useDeskView } from '../../../state/desk-view.ts';
import { useT } from '../../../state/language.ts';
import { Notice } from '../../../ui/notice.tsx';
import { dragOver, drop } from '../drag/drag.ts';
import { useDragging } from '../drag/drag-store.ts';
import { useDoubts, usePage } from '../page-view.ts';
import { ArticlesBar } from './articles-bar.tsx';
import { ArticleView, joinsOf } from './article-view.tsx';
import { AsideView } from './aside-view.tsx';
import { PageEnd } from './page-end.tsx';
import { Unplaced } from './unplaced.tsx';
import './articles.css';

/** The page as articles, to be read and set right. */
export function ArticlesPane() {
  const t = useT();
  const { id, issue, decisions } = usePage();
  const doubts = useDoubts();
  const dragging = useDragging();
  const left = issue.articles.filter(({ status }) => status !== 'approved').length;
  const boundaries = new Set<string>(doubts.filter(({ kind }) => kind === 'boundary').map(({ subject }) => subject));
  const pane = useRef<HTMLDivElement>(null);
  useReveal(pane, id);
  return (
    <section className="desk-articles" aria-label={t('desk.articles')}>
      <ArticlesBar doubts={doubts.length} left={left} />
      <div ref={pane} className={`articles ${dragging ? 'dragging' : ''}`} onDragOver={dragOver} onDrop={drop}>
        <div className="column reading">
          <Unplaced />
          {issue.articles.length === 0 && <Notice title={t('desk.no-articles.title')}>{t('desk.no-articles.text')}</Notice>}
          {issue.articles.map((article, position) => (
            <ArticleView
              key={article.id}
              article={article}
              position={position}
              source={issue.source}
              confidence={decisionOn(decisions, 'boundary', article.id)?.confidence ?? null}
              doubtful={boundaries.has(article.id)}
              joins={joinsOf(doubts, article)}
            />
          ))}
          <AsideView passages={issue.aside} source={issue.source} />
          <PageEnd doubts={doubts.length} left={left} />
        </div>
      </div>
    </section>
  );
}

/** Keeps the focused passage in sight and gives it the keyboard, unless someone is writing elsewhere. */
function useReveal(pane: { readonly current: HTMLElement | null }, page: number): void {
  const reveal = useDeskView((state) => state.reveal);
  const shownPage = useRef<number>(null);
  useLayoutEffect(() => {
    const { selection, writing } = deskViewStore.getState();
    const row = selection && pane.current?.querySelector<HTMLElement>(`[data-passage="${CSS.escape(selection.focus)}"]`);
    if (!pane.current || !row) return;
    const first = shownPage.current !== page;
    shownPage.current = page;
    bring(pane.current, row, first);
    const busy = document.activeElement?.closest('.desk-details, [popover], dialog');
    if (!writing && !busy) row.focus({ preventScroll: true });
  }, [pane, page, reveal]);
  // Text beyond the screen is measured only when it comes near (content-visibility): look again once it has been.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const { selection } = deskViewStore.getState();
      const row = selection && pane.current?.querySelector<HTMLElement>(`[data-passage="${CSS.escape(selection.focus)}"]`);
      if (pane.current && row) bring(pane.current, row, false);
    });
    return () => cancelAnimationFrame(frame);
  }, [pane, page, reveal]);
}

const ABOVE = 88; // room for the rule an article begins with
const BELOW = 96;

/** Scrolls as little as will do; a passage that was far away, or is the first shown of a page, comes to the upper third. */
function bring(pane: HTMLElement, row: HTMLElement, first: boolean): void {
  const [at, view] = [row.getBoundingClientRect(), pane.getBoundingClientRect()];
  const top = at.top - view.top;
  const bottom = at.bottom - view.top;
  if (!first && top >= ABOVE && (bottom <= view.height - BELOW || at.height > view.height - ABOVE - BELOW)) {
    if (top <= view.height - BELOW) return;
  }
  const far = first || top < -view.height || bottom > 2 * view.height;
  if (far) pane.scrollTop += top - view.height / 3;
  else if (top < ABOVE) pane.scrollTop += top - ABOVE;
  else pane.scrollTop += Math.min(bottom - (view.height - BELOW), top - ABOVE);
}
