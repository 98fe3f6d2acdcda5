import { memo } from 'react';
import type { ArticleId } from '#core/model/ids.ts';
import type { Status, TopicRef } from '#core/model/issue.ts';
import { act, planContext } from '../../../state/desk-act.ts';
import { decisionOn } from '../../../state/desk-doubts.ts';
import { useDoubtful, useIsFirst } from '../../../state/desk-parts.ts';
import { planMerge } from '../../../state/desk-plan-articles.ts';
import { only } from '../../../state/desk-selection.ts';
import { select } from '../../../state/desk-view.ts';
import { openedPage, useDeskPage } from '../../../state/desk.ts';
import { accept, reject } from '../../../state/desk-work.ts';
import { useT } from '../../../state/language.ts';
import { useTopicLabel } from '../../../state/topics.ts';
import { useHeld } from '../../../state/writing.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { usePainted } from '../../../ui/use-painted.ts';
import { articlePosition } from '../../../state/desk-outline.ts';
import { dragArticle, endDrag } from '../drag/drag.ts';
import { showWhy } from '../commands/walk-commands.ts';
import { LinkButton } from '../links/link-button.tsx';
import { leaveMerge, pointAtMerge } from '../preview/preview-store.ts';
import { RuleNumber } from './article-number.tsx';
import { useWhole } from './building.ts';
import './rule.css';

type Props = {
  readonly article: ArticleId;
  readonly status: Status;
  readonly topics: readonly TopicRef[];
};

/** The line an article begins with: its number, how sure its beginning is, how far it is, its topics: a digit key is answered here. A doubt is put as a question with its keys. */
export const ArticleRule = memo(function ArticleRule({ article, status, topics }: Props) {
  const t = useT();
  const held = useHeld();
  const isFirst = useIsFirst(article);
  const doubtful = useDoubtful(article);
  const decisions = useDeskPage((page) => page?.decisions);
  const confidence = decisionOn(decisions ?? [], 'boundary', article)?.confidence ?? null; // that it begins here; null: a person says so
  const topicLabel = useTopicLabel();
  const whole = useWhole();
  const figure = confidence === null ? t('desk.by-hand') : t('desk.confidence', { value: confidence.toFixed(2) });
  const names = topics.length > 0 && <span className="rule-topics">{topics.map(topicLabel).join(' · ')}</span>;
  return (
    <div className={`rule ${doubtful ? 'doubt' : ''}`} draggable title={t('desk.drag-article')} onDragStart={(event) => dragArticle(event, article)} onDragEnd={endDrag}>
      {doubtful ? (
        <>
          <RuleNumber article={article} text="desk.begins" />
          <span className="figure">{figure}</span>
          <span className="answers">
            <button type="button" className="word-button" {...held} onClick={at(article, accept)}>{t('desk.yes')} <CommandKeys of="desk.accept" /></button>
            <button type="button" className="word-button" {...held} onClick={at(article, reject)} {...pointing(article)}>{t('desk.no')} <CommandKeys of="desk.reject" /></button>
            <button type="button" className="word-button" onClick={at(article, showWhy)}>{t('desk.why')} <CommandKeys of="desk.why" /></button>
          </span>
          {names}
          <Links article={article} />
        </>
      ) : (
        <>
          <RuleNumber article={article} text="desk.article" />
          {(!isFirst || confidence !== null) && <span className="figure">{figure}</span>}
          {status !== 'new' && <StatusMark status={status} />}
          {names}
          <Links article={article} />
          {whole && !isFirst && <MergeAbove article={article} />}
        </>
      )}
    </div>
  );
});

/** From which page the article comes, and on which it goes on. */
const Links = ({ article }: { readonly article: ArticleId }) => (
  <>
    <LinkButton article={article} side="previous" />
    <LinkButton article={article} side="next" />
  </>
);

/** Shown only where it is pointed at: no key waits for it to be drawn. */
function MergeAbove({ article }: { readonly article: ArticleId }) {
  const t = useT();
  const held = useHeld();
  return usePainted() && (
    <button type="button" className="word-button rule-act" {...held} tabIndex={-1} {...pointing(article)} onClick={at(article, () => act(planMerge(planContext())))}>{t('desk.merge-above')} <CommandKeys of="desk.merge" /></button>
  );
}

/** What a button of an article's rule does: at its first passage. */
const at = (article: ArticleId, run: () => void) => () => {
  const first = openedPage().issue.articles[articlePosition(openedPage().issue, article)]?.passages[0];
  if (!first) return;
  select(only(first.id));
  run();
};

const pointing = (article: ArticleId) => ({ onMouseEnter: () => pointAtMerge(article), onMouseLeave: leaveMerge, onFocus: () => pointAtMerge(article), onBlur: leaveMerge });
