import type { ArticleId } from '#core/model/ids.ts';
import { usePosition } from '../../../state/desk-parts.ts';
import { useT } from '../../../state/language.ts';

type Props = { readonly article: ArticleId; readonly text: 'desk.article' | 'desk.begins' };

/** A text with an article's number. A part of its own: a split gives every article below another number, and nothing else of them is drawn for it. */
export function ArticleNumber({ article, text }: Props) {
  const t = useT();
  return t(text, { number: usePosition(article) + 1 });
}
