import type { ArticleId } from '#core/model/ids.ts';
import { usePosition } from '../../../state/desk-parts.ts';
import { useT } from '../../../state/language.ts';
import { bandOf } from '../source-rows.ts';
import { usePlace } from './numbering.ts';

// Parts of their own: a split gives every article below another number and hue, and nothing else of them is drawn for it.

/** A text with an article's number. */
export function ArticleNumber({ article }: { readonly article: ArticleId }) {
  const t = useT();
  return t('desk.article', { number: usePosition(article) + 1 });
}

type Props = { readonly article: ArticleId; readonly text: 'desk.article' | 'desk.begins' };

/** What an article's rule says of it first, in its hue. */
export function RuleNumber({ article, text }: Props) {
  const t = useT();
  const place = usePlace(article);
  return <b data-band={bandOf(place)}>{t(text, { number: place + 1 })}</b>;
}

/** The bar beside an article's passages, in its hue. */
export function Band({ article }: { readonly article: ArticleId }) {
  return <i className="band" data-band={bandOf(usePlace(article))} />;
}
