import { useEffect, useRef, useState } from 'react';
import type { AppError } from '#contract/app-error.ts';
import type { OpenIssue } from '#contract/schemas/desk.ts';
import type { Row } from '#contract/schemas/library.ts';
import { call, listen } from '../../bridge/bridge.ts';
import { useFormats, useT } from '../../state/language.ts';
import { errorText } from '../../state/toasts.ts';
import { useTopicLabel } from '../../state/topics.ts';
import { Icon } from '../../ui/icon.tsx';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { openCurrent } from './cursor.ts';
import { rows, useLibrary, useRows } from './library-store.ts';
import { togglePreview } from './preview-pane.ts';
import { PassageText } from './passage-text.tsx';
import './preview.css';

// While the cursor runs down the list, pages are not fetched for rows it only passes.
const SETTLE = 90;

/** The article under the cursor, as emended. */
export function Preview() {
  const t = useT();
  const current = useLibrary((state) => state.current);
  useRows();
  const row = current === null ? undefined : rows.row(current);
  return (
    <aside className="preview" aria-label={t('library.preview')}>
      <div className="pane-bar">
        <b>{t('library.preview')}</b>
        <span>
          {row && <button type="button" className="button quiet" onClick={openCurrent}>{t('library.open')} <CommandKeys of="library.open" /></button>}
          <button type="button" className="button quiet" aria-label={t('library.preview-close')} title={t('library.preview-close')} onClick={togglePreview}><Icon name="close" /></button>
        </span>
      </div>
      {row ? <ArticlePreview row={row} /> : <p className="preview-none">{t('library.preview-none')}</p>}
    </aside>
  );
}

function ArticlePreview({ row }: { readonly row: Row }) {
  const t = useT();
  const formats = useFormats();
  const topicLabel = useTopicLabel();
  const { issue, problem } = useIssue(row.issue);
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
      {problem && <p className="preview-problem">{errorText(t, problem)}</p>}
      <p className="preview-facts file" title={row.file}>{t('library.in-file', { file: row.file, position: formats.number(row.position) })}</p>
    </div>
  );
}

/** A page as it is now; asked for again when it changes. */
function useIssue(id: number): { readonly issue: OpenIssue | null; readonly problem: AppError | null } {
  const [answer, setAnswer] = useState<{ readonly id: number; readonly issue: OpenIssue | null; readonly problem: AppError | null }>({ id: -1, issue: null, problem: null });
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const opened = await call('issue.open', { issue: id });
      if (wanted) setAnswer({ id, issue: opened.ok ? opened.value : null, problem: opened.ok ? null : opened.error });
    };
    const timer = setTimeout(() => void ask(), SETTLE);
    const stop = listen('issue.changed', (changed) => {
      if (changed.issue === id) void ask();
    });
    return () => {
      wanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [id]);
  return answer.id === id ? answer : { issue: null, problem: null };
}
