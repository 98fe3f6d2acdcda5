import { memo } from 'react';
import { DETAIL_TABS, closeDrawer, setTab, showTab, useDeskView } from '../../../state/desk-view.ts';
import type { DetailTab } from '../../../state/desk-view.ts';
import { useArticle, useArticleOf, useFocus } from '../../../state/desk-parts.ts';
import { useT } from '../../../state/language.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useFindings } from '../findings/findings-store.ts';
import { FindingsTab } from '../findings/findings-tab.tsx';
import { ArticleLinks } from '../links/article-links.tsx';
import { ArticleHead } from './article-head.tsx';
import { HistoryTab } from './history-tab.tsx';
import { NoteTab } from './note-tab.tsx';
import { TopicsTab } from './topics-tab.tsx';
import { WhyTab } from './why-tab.tsx';
import './details.css';

/** About what is selected: why it is so, and what is said of its article. */
export const DetailsPane = memo(function DetailsPane() {
  const t = useT();
  const tab = useDeskView((state) => state.tab);
  const focus = useFocus();
  const findings = useFindings().length;
  const article = useArticle(useArticleOf(focus));
  return (
    <section className="desk-details" aria-label={t('desk.details')}>
      <div className="desk-bar tabs" role="tablist" aria-label={t('desk.tabs')} tabIndex={-1} onKeyDown={walkTabs}>
        {DETAIL_TABS.map((one) => (
          <button key={one} type="button" role="tab" id={`tab-${one}`} aria-selected={one === tab} aria-controls="desk-tab" tabIndex={one === tab ? 0 : -1} onClick={() => showTab(one)}>
            {t(`desk.tab.${one}`)}{one === 'findings' && findings > 0 && ` ${findings}`}
          </button>
        ))}
        <button type="button" className="close-drawer bar-end" aria-label={t('desk.close-details')} onClick={closeDrawer}><Icon name="close" /></button>
      </div>
      <div id="desk-tab" className="details-body" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {article && <ArticleHead article={article.id} status={article.status} />}
        {article && <ArticleLinks article={article.id} />}
        {tab === 'why' && <WhyTab focus={focus} article={article} />}
        {tab === 'findings' && <FindingsTab />}
        {tab === 'topics' && <TopicsTab article={article} />}
        {tab === 'note' && <NoteTab key={article?.id ?? ''} article={article?.id ?? null} />}
        {tab === 'history' && <HistoryTab />}
      </div>
    </section>
  );
});

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
