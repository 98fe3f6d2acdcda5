import type { ArticleId } from '#core/model/ids.ts';
import { STATUSES } from '#core/model/issue.ts';
import type { Article, Status } from '#core/model/issue.ts';
import { readPieces } from '#core/model/reading.ts';
import { useHeadline, usePosition } from '../../../state/desk-parts.ts';
import { approve, setArticleStatus } from '../../../state/desk-go-on.ts';
import { useT } from '../../../state/language.ts';
import { useHeld } from '../../../state/writing.ts';
import { Popover } from '../../../ui/popover.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { bandOf } from '../source-rows.ts';

/** The headline of an article as emended; '' if it has none. */
export function headlineOf(source: string, article: Article): string {
  const headline = article.passages.filter(({ role }) => role === 'headline');
  return headline.map(({ pieces }) => readPieces(source, pieces, 'emended')).join('');
}

/** Which article the details speak of, and how far it is. */
export function ArticleHead({ article, status: current }: { readonly article: ArticleId; readonly status: Status }) {
  const t = useT();
  const held = useHeld();
  const position = usePosition(article);
  const headline = useHeadline(article);
  return (
    <div className="article-head" style={{ '--band': `var(--band-${bandOf(position)})` }}>
      <b>{position + 1}</b>
      <span className="head-line" lang={headline ? 'zh-Hans' : undefined} title={headline}>{headline || t('desk.untitled')}</span>
      <Popover className="head-status" align="end" title={t('desk.status')} label={<StatusMark status={current} />}>
        {(close) => STATUSES.map((status) => (
          <button
            key={status}
            type="button"
            className="option"
            {...held}
            aria-pressed={status === current}
            onClick={() => {
              close();
              if (status === 'approved') void approve();
              else setArticleStatus(status);
            }}
          >
            <StatusMark status={status} />
          </button>
        ))}
      </Popover>
    </div>
  );
}
