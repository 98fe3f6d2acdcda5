import { DETAIL_TABS, closeDrawer, setTab, showTab, useDeskView } from '../../../state/desk-view.ts';
import type { DetailTab } from '../../../state/desk-view.ts';
import { articleOf, articlePosition, stopOf } from '../../../state/desk-outline.ts';
import { useT } from '../../../state/language.ts';
import { Icon } from '../../../ui/icon.tsx';
import { usePage } from '../page-view.ts';
import { ArticleHead } from './article-head.tsx';
import { HistoryTab } from './history-tab.tsx';
import { NoteTab } from './note-tab.tsx';
import { TopicsTab } from './topics-tab.tsx';
import { WhyTab } from './why-tab.tsx';
import './details.css';

/** About what is selected: why it is so, and what is said of its article. */
export function DetailsPane() {
  const t = useT();
  const tab = useDeskView((state) => state.tab);
  const { issue } = usePage();
  const focus = useDeskView((state) => state.selection?.focus ?? null);
  const stop = stopOf(issue, focus);
  const article = articleOf(issue, focus);
  return (
    <section className="desk-details" aria-label={t('desk.details')}>
      <div className="desk-bar tabs" role="tablist" aria-label={t('desk.tabs')} tabIndex={-1} onKeyDown={walkTabs}>
        {DETAIL_TABS.map((one) => (
          <button key={one} type="button" role="tab" id={`tab-${one}`} aria-selected={one === tab} aria-controls="desk-tab" tabIndex={one === tab ? 0 : -1} onClick={() => showTab(one)}>
            {t(`desk.tab.${one}`)}
          </button>
        ))}
        <button type="button" className="close-drawer bar-end" aria-label={t('desk.close-details')} onClick={closeDrawer}><Icon name="close" /></button>
      </div>
      <div id="desk-tab" className="details-body" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {article && <ArticleHead article={article} position={articlePosition(issue, article.id)} />}
        {tab === 'why' && <WhyTab stop={stop} article={article} />}
        {tab === 'topics' && <TopicsTab article={article} />}
        {tab === 'note' && <NoteTab key={article?.id ?? ''} article={article} position={article ? articlePosition(issue, article.id) : 0} />}
        {tab === 'history' && <HistoryTab />}
      </div>
    </section>
  );
}

function walkTabs(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf(document.activeElement as HTMLElement);
  const next = (at + (event.key === 'ArrowRight' ? 1 : -1) + tabs.length) % tabs.length;
  const tab: DetailTab | undefined = DETAIL_TABS[next];
  if (at < 0 || !tab) return;
  event.preventDefault();
  setTab(tab);
  tabs[next]?.focus();
}
