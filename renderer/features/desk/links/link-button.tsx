import type { ArticleId } from '#core/model/ids.ts';
import type { LinkSide } from '#core/model/issue.ts';
import { useDeskPage } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import { followOf } from './link-acts.ts';
import { pageOfLink } from './link-name.ts';
import { useLink } from './links-store.ts';
import './links.css';

/** In an article's rule: on which page it goes on, or from which it comes, and the way there. Nothing where it does neither. */
export function LinkButton({ article, side }: { readonly article: ArticleId; readonly side: LinkSide }) {
  const t = useT();
  const link = useLink(article, side);
  const here = useDeskPage((page) => page?.metadata.values);
  if (!link) return null;
  const page = pageOfLink(t, link, here);
  const isLost = link.article === null || link.goesRound;
  const headline = link.headline || t('library.no-headline');
  const title = isLost ? t(link.goesRound ? 'desk.link.round' : 'desk.link.gone') : t(`desk.link.title.${side}`, { page, headline });
  return (
    <button type="button" className={`word-button article-link ${isLost ? 'lost' : ''}`} title={title} aria-label={isLost ? `${t(`desk.link.${side}`, { page })} – ${title}` : title} onClick={() => followOf(article, side)}>
      {t(`desk.link.${side}`, { page })}<span aria-hidden="true"> {isLost ? '?' : '↗'}</span>
    </button>
  );
}
