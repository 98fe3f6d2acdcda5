import type { Article } from '#core/model/issue.ts';
import { STATUSES } from '#core/model/issue.ts';
import { readPieces } from '#core/model/reading.ts';
import { setArticleStatus } from '../../../state/desk-work.ts';
import { useT } from '../../../state/language.ts';
import { Popover } from '../../../ui/popover.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { usePage } from '../page-view.ts';
import { bandOf } from '../source-rows.ts';

/** The headline of an article as emended; '' if it has none. */
export function headlineOf(source: string, article: Article): string {
  const headline = article.passages.filter(({ role }) => role === 'headline');
  return headline.map(({ pieces }) => readPieces(source, pieces, 'emended')).join('');
}

/** Which article the details speak of, and how far it is. */
export function ArticleHead({ article, position }: { readonly article: Article; readonly position: number }) {
  const t = useT();
  const { issue } = usePage();
  const headline = headlineOf(issue.source, article);
  return (
    <div className="article-head" style={{ '--band': `var(--band-${bandOf(position)})` }}>
      <b>{position + 1}</b>
      <span className="head-line" lang={headline ? 'zh-Hans' : undefined} title={headline}>{headline || t('desk.untitled')}</span>
      <Popover className="head-status" align="end" title={t('desk.status')} label={<StatusMark status={article.status} />}>
        {(close) => STATUSES.map((status) => (
          <button
            key={status}
            type="button"
            className="option"
            aria-pressed={status === article.status}
            onClick={() => {
              close();
              setArticleStatus(status);
            }}
          >
            <StatusMark status={status} />
          </button>
        ))}
      </Popover>
    </div>
  );
}
