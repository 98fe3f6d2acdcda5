import { useEffect, useRef } from 'react';
import type { Row } from '#contract/schemas/library.ts';
import { useFormats, useT } from '../../state/language.ts';
import { errorText } from '../../state/toasts.ts';
import { useTopicLabel } from '../../state/topics.ts';
import { Icon } from '../../ui/icon.tsx';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { openCurrent } from './cursor.ts';
import { articles, pages, useListInFront } from './library-store.ts';
import { PagePreview } from './page-preview.tsx';
import { togglePreview } from './preview-pane.ts';
import { PassageText } from './passage-text.tsx';
import { useCurrent, useListState } from './rows-list.ts';
import { usePageNow } from './use-page-now.ts';
import { Reopen } from '../project/reopen.tsx';
import './preview.css';

/** What is under the cursor: an article as emended, or a page with its articles. */
export function Preview() {
  const t = useT();
  const list = useListInFront();
  useListState(list);
  const current = useCurrent(list);
  const isPages = list === pages;
  const [article, page] = current === null ? [] : isPages ? [undefined, pages.currentRow()] : [articles.currentRow()];
  return (
    <aside className="preview" aria-label={t('library.preview')}>
      <div className="pane-bar">
        <b>{t('library.preview')}</b>
        <span>
          {(article ?? page) && <button type="button" className="button quiet" onClick={openCurrent}>{t('library.open')} <CommandKeys of="library.open" /></button>}
          <button type="button" className="button quiet" aria-label={t('library.preview-close')} title={t('library.preview-close')} onClick={togglePreview}><Icon name="close" /></button>
        </span>
      </div>
      {article && <ArticlePreview row={article} />}
      {page && <PagePreview row={page} />}
      {!article && !page && <p className="preview-none">{t(isPages ? 'library.preview-no-page' : 'library.preview-none')}</p>}
    </aside>
  );
}

function ArticlePreview({ row }: { readonly row: Row }) {
  const t = useT();
  const formats = useFormats();
  const topicLabel = useTopicLabel();
  const { issue, problem } = usePageNow(row.issue);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollTo(0, 0);
  }, [row.article]);
  const article = issue?.tree.articles.find((one) => one.id === row.article);
  const facts = [
    row.byline,
    [row.newspaper, row.edition].filter(Boolean).join(' '),
    row.date,
    row.page && t('library.page', { page: row.page }),
    t('library.characters', { count: row.length }),
    row.findings > 0 && t('library.findings', { count: row.findings }),
  ].filter(Boolean);
  return (
    <div ref={box} className="preview-body selectable">
      <p className="preview-facts">{facts.join(' · ')}</p>
      {row.topics.length > 0 && <p className="preview-facts">{row.topics.map(topicLabel).join(' · ')}</p>}
      {article && issue && (
        <div className="reading" lang="zh-Hans">
          {article.passages.map((passage) => <PassageText key={passage.id} source={issue.source} passage={passage} />)}
        </div>
      )}
      {article && article.note !== '' && <p className="preview-note"><b>{t('library.note')}</b> {article.note}</p>}
      {problem && <p className="preview-problem">{errorText(t, problem)} <Reopen after={problem.code} /></p>}
      {row.gone && <p className="preview-facts">{t('library.gone-title', { file: row.file })}</p>}
      <p className="preview-facts file" title={row.file}>{t('library.in-file', { file: row.file, position: formats.number(row.position) })}</p>
    </div>
  );
}
