import type { PageRow } from '#contract/schemas/library.ts';
import { fieldsOf } from '#core/model/fields.ts';
import { useFormats, useT } from '../../state/language.ts';
import { openIssue } from '../../state/screen.ts';
import { errorText } from '../../state/toasts.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { usePageNow } from './use-page-now.ts';
import { Reopen } from '../project/reopen.tsx';

/** The page under the cursor: its articles in their order, each to be opened. */
export function PagePreview({ row }: { readonly row: PageRow }) {
  const t = useT();
  const formats = useFormats();
  const { issue, problem } = usePageNow(row.issue);
  const facts = [
    [row.newspaper, row.edition].filter(Boolean).join(' '),
    row.date,
    row.page && t('library.page', { page: row.page }),
    t('library.articles', { count: row.articles }),
    t('library.characters', { count: row.length }),
  ].filter(Boolean);
  return (
    <div className="preview-body">
      <p className="preview-facts selectable">{facts.join(' · ')}</p>
      {issue && (
        <ol className="preview-articles">
          {issue.tree.articles.map((article) => {
            const { headline } = fieldsOf(issue.source, article, 'emended');
            return (
              <li key={article.id}>
                <button type="button" onClick={() => openIssue(row.issue, article.id)}>
                  <span className="preview-headline" lang="zh-Hans">{headline || t('library.no-headline')}</span>
                  <StatusMark status={article.status} />
                </button>
              </li>
            );
          })}
        </ol>
      )}
      {issue?.tree.articles.length === 0 && <p className="preview-none">{t('library.page-empty')}</p>}
      {problem && <p className="preview-problem">{errorText(t, problem)} <Reopen after={problem.code} /></p>}
      {row.gone && <p className="preview-facts">{t('library.gone-title', { file: row.file })}</p>}
      <p className="preview-facts file" title={row.file}>{row.file}{row.changed !== '' && ` · ${t('library.changed-at', { when: formats.dateTime(row.changed) })}`}</p>
    </div>
  );
}
