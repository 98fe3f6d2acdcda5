import type { Article } from '#core/model/issue.ts';
import { useLanguage, useT } from '../../../state/language.ts';
import { useProject } from '../../../state/project.ts';
import { act, planContext } from '../../../state/desk-act.ts';
import { planTopic } from '../../../state/desk-plan-articles.ts';
import { sameTopic, topicRef, useTopicLabel } from '../../../state/topics.ts';
import { Chip } from '../../../ui/chip.tsx';
import { TopicChips } from './topic-chips.tsx';

/** Everything the article can be tagged with: the topics at hand, then each scheme whole. */
export function TopicsTab({ article }: { readonly article: Article | null }) {
  const t = useT();
  const language = useLanguage();
  const label = useTopicLabel();
  const schemes = useProject((state) => state.schemes);
  if (!article) return <p className="nothing">{t('desk.topics.aside')}</p>;
  const has = (topic: { readonly scheme: string; readonly id: string }) => article.topics.some((one) => sameTopic(one, topic));
  return (
    <>
      <section className="why"><TopicChips article={article} /></section>
      {schemes.map((scheme) => (
        <section key={scheme.id} className="why">
          <h3>{scheme.title[language]}</h3>
          <div className="chips">
            {scheme.topics.filter((topic) => !topic.retired || has(topic)).map((topic) => (
              <Chip key={topic.id} on={has(topic)} title={topic.id} onClick={() => void act(planTopic(planContext(), topicRef(topic)))}>{label(topic)}</Chip>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}
