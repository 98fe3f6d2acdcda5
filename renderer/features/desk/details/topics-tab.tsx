import { act, planContext } from '../../../state/desk-act.ts';
import { planTopic } from '../../../state/desk-plan-articles.ts';
import type { ArticleShape } from '../../../state/desk-structure.ts';
import { useLanguage, useT } from '../../../state/language.ts';
import { useProject } from '../../../state/project.ts';
import { sameTopic, topicRef, useTopicLabel } from '../../../state/topics.ts';
import { SuggestedTopics } from '../suggested/suggested-topics.tsx';
import { TopicTree } from '../../topics/topic-tree.tsx';
import { TopicChips } from './topic-chips.tsx';

/** Everything the article can be tagged with: the topics at hand, then each scheme as a tree. */
export function TopicsTab({ article }: { readonly article: ArticleShape | null }) {
  const t = useT();
  const language = useLanguage();
  const label = useTopicLabel();
  const schemes = useProject((state) => state.schemes);
  if (!article) return <p className="nothing">{t('desk.topics.aside')}</p>;
  const has = (topic: { readonly scheme: string; readonly id: string }) => article.topics.some((one) => sameTopic(one, topic));
  return (
    <>
      <section className="why"><TopicChips article={article} /></section>
      <SuggestedTopics />
      {schemes.map((scheme) => {
        const topics = scheme.topics.filter((topic) => (!scheme.retired && !topic.retired) || has(topic));
        if (topics.length === 0) return null;
        return (
          <section key={scheme.id} className="why">
            <h3>{scheme.title[language]}</h3>
            <TopicTree
              key={article.id}
              label={scheme.title[language]}
              topics={topics}
              chosen={has}
              onChoose={(topic) => void act(planTopic(planContext(), topicRef(topic)))}
              labelOf={label}
              hint={(topic) => topic.definition[language]}
            />
          </section>
        );
      })}
    </>
  );
}
