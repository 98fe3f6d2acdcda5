import { memo } from 'react';
import type { Article, Passage } from '#core/model/issue.ts';
import type { Doubt } from '../../../state/desk-doubts.ts';
import { useT } from '../../../state/language.ts';
import { bandOf } from '../source-rows.ts';
import { ArticleRule } from './article-rule.tsx';
import { PassageView } from './passage-view.tsx';

type Props = {
  readonly article: Article;
  readonly position: number;
  readonly source: string;
  readonly confidence: number | null;
  readonly doubtful: boolean;
  readonly joins: string; // JSON of [passage, confidence] for the joins that want a decision: a text, so that it compares by what it says
};

/** One article: its rule, its band, its passages in reading order. */
export const ArticleView = memo(function ArticleView({ article, position, source, confidence, doubtful, joins }: Props) {
  const t = useT();
  const doubts = new Map(JSON.parse(joins) as readonly (readonly [string, number])[]);
  const { passages } = article;
  return (
    <section className="article" aria-label={t('desk.article', { number: position + 1 })} data-group={article.id} style={{ '--band': `var(--band-${bandOf(position)})` }}>
      <ArticleRule article={article.id} position={position} status={article.status} confidence={confidence} doubtful={doubtful} topics={article.topics} />
      <div className="passages">
        {passages.map((passage, i) => (
          <PassageView
            key={passage.id}
            passage={passage}
            source={source}
            index={i + 1}
            count={passages.length}
            labelled={isLabelled(passage, passages[i - 1])}
            joinDoubt={doubts.get(passage.id) ?? null}
          />
        ))}
      </div>
    </section>
  );
});

/** Body text needs no label; of anything else the first of a run has one. */
function isLabelled(passage: Passage, above: Passage | undefined): boolean {
  return passage.role !== 'body' && passage.role !== above?.role;
}

/** The joins among doubts, as ArticleView takes them. */
export function joinsOf(doubts: readonly Doubt[], article: Article): string {
  const own = new Set<string>(article.passages.map(({ id }) => id));
  return JSON.stringify(doubts.filter(({ kind, passage }) => kind === 'join' && own.has(passage)).map(({ passage, confidence }) => [passage, confidence]));
}
