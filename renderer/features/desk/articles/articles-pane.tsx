import { useRef } from 'react';
import { decisionOn } from '../../../state/desk-doubts.ts';
import { useT } from '../../../state/language.ts';
import { Notice } from '../../../ui/notice.tsx';
import { dragOver, drop } from '../drag/drag.ts';
import { useDragging } from '../drag/drag-store.ts';
import { useDoubts, usePage } from '../page-view.ts';
import { ArticlesBar } from './articles-bar.tsx';
import { ArticleView, joinsOf } from './article-view.tsx';
import { AsideView } from './aside-view.tsx';
import { FindBar, FoundSpots } from '../find/find-bar.tsx';
import { PageEnd } from './page-end.tsx';
import { Reveal } from './reveal.tsx';
import { Held, Unplaced } from './unplaced.tsx';
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
  return (
    <section className="desk-articles" aria-label={t('desk.articles')}>
      <ArticlesBar doubts={doubts.length} left={left} />
      <FindBar />
      <Held />
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
      <Reveal pane={pane} page={id} />{/* behind the pane, whose element it needs when the page is first shown */}
      <FoundSpots />
    </section>
  );
}
