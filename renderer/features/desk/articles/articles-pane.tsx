import { useRef } from 'react';
import { useKeysSaid } from '../../../commands/keys-said.ts';
import { Late } from '../../../state/late.ts';
import { useDeskPage } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import { Notice } from '../../../ui/notice.tsx';
import { dragOver, drop } from '../drag/drag.ts';
import { useDragging } from '../drag/drag-store.ts';
import { pointAtNothing, pointAtPassage } from '../pointing.ts';
import { useStrands } from '../strands/strands-store.ts';
import { StrandsView } from '../strands/strands-view.tsx';
import { ArticlesBar } from './articles-bar.tsx';
import { ArticleView } from './article-view.tsx';
import { AsideView } from './aside-view.tsx';
import { FindingNote } from '../findings/finding-note.tsx';
import { FindingSpots } from '../findings/finding-spots.tsx';
import { FindBar, FoundSpots } from '../find/find-bar.tsx';
import { QueueBar } from '../../queue/queue-bar.tsx';
import { QueueEnd } from '../../queue/queue-end.tsx';
import { GoneFile } from './gone-file.tsx';
import { PageEnd } from './page-end.tsx';
import { useBuilding } from './building.ts';
import { Reveal } from './reveal.tsx';
import { useSections } from './sections.ts';
import { Held, Unplaced } from './unplaced.tsx';
import './articles.css';

/** All of the page stands aside: says by which keys it comes back. */
function NoArticles() {
  const t = useT();
  const keys = useKeysSaid('desk.no-articles.text');
  return <Notice title={t('desk.no-articles.title')}>{t('desk.no-articles.text', keys)}</Notice>;
}

/** The page as articles, to be read and set right. Drawn anew only when an article comes, goes or changes its place: each part asks for its own. */
export function ArticlesPane() {
  const t = useT();
  const page = useDeskPage((page) => page?.id ?? 0);
  const sections = useSections();
  useBuilding(page);
  const dragging = useDragging();
  const dealing = useStrands((state) => state.strands !== null);
  const pane = useRef<HTMLDivElement>(null);
  return (
    <section className="desk-articles" aria-label={t('desk.articles')}>
      <Late value><ArticlesBar /></Late>
      <Late value><GoneFile /></Late>
      <FindBar />
      <Held />
      <StrandsView />
      <div ref={pane} className={`articles ${dragging ? 'dragging' : ''}`} hidden={dealing} onPointerMove={pointAtPassage} onPointerLeave={pointAtNothing} onDragOver={dragOver} onDrop={drop}>
        <div className="column reading">
          <Unplaced />
          {sections.length === 0 && <NoArticles />}
          <div className="in-order">{sections.map(({ key, id }) => <ArticleView key={`${page} ${key}`} id={id} />)}</div>
          <AsideView key={page} />
          <Late value>
            <PageEnd />
            <QueueEnd />
            <FindingNote />
          </Late>
        </div>
      </div>
      <Late value><QueueBar /></Late>
      <Reveal pane={pane} page={page} />{/* behind the pane, whose element it needs when the page is first shown */}
      <Late value>
        <FindingSpots />
        <FoundSpots />
      </Late>
    </section>
  );
}
