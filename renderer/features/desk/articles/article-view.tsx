import { memo } from 'react';
import type { ArticleId } from '#core/model/ids.ts';
import { Late } from '../../../state/late.ts';
import { useArticle } from '../../../state/desk-parts.ts';
import { usePreviewedIn } from '../preview/preview-store.ts';
import { ArticleNumber } from './article-number.tsx';
import { ArticleRule } from './article-rule.tsx';
import { Passages } from './passages.tsx';

/** One article: its rule, its band, its passages in reading order. Its number and hue are its place's, not its own: see article-number.tsx. */
export const ArticleView = memo(function ArticleView({ id }: { readonly id: ArticleId }) {
  const article = useArticle(id);
  const previewed = usePreviewedIn(article);
  if (!article) return null;
  const { passages, status, topics } = article;
  const headline = passages.find(({ role }) => role === 'headline');
  return (
    <section className={`article ${previewed !== null && previewed === passages[0]?.id ? 'would-go' : ''}`} aria-labelledby={`article-${id}${headline ? ` text-${headline.id}` : ''}`} data-group={id}>
      <span id={`article-${id}`} hidden><Late value><ArticleNumber article={id} /></Late></span>
      <ArticleRule article={id} status={status} topics={topics} />
      <Passages article={id} passages={passages} previewed={previewed} />
    </section>
  );
});
