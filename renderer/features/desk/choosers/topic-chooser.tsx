import { act, planContext } from '../../../state/desk-act.ts';
import { planTopic } from '../../../state/desk-plan-articles.ts';
import { articleOf } from '../../../state/desk-outline.ts';
import { useDeskView } from '../../../state/desk-view.ts';
import { useLanguage, useT } from '../../../state/language.ts';
import { useProject } from '../../../state/project.ts';
import { matchTopics, sameTopic, topicRef, useTopicLabel } from '../../../state/topics.ts';
import { usePage } from '../page-view.ts';
import { ChoiceList } from './choice-list.tsx';

/** Topics by name, in Chinese or English: one that is there is taken off. */
export function TopicChooser() {
  const t = useT();
  const label = useTopicLabel();
  const language = useLanguage();
  const { issue } = usePage();
  const focus = useDeskView((state) => state.selection?.focus ?? null);
  const schemes = useProject((state) => state.schemes);
  const has = articleOf(issue, focus)?.topics ?? [];
  return (
    <ChoiceList
      label={t('desk.topics.search')}
      empty={t('desk.topics.no-match')}
      at={() => null}
      choices={(typed) => matchTopics(schemes, typed).map(({ topic, above }) => ({
        id: `${topic.scheme}-${topic.id}`,
        content: (
          <>
            <span className="choice-mark" aria-hidden="true">{has.some((one) => sameTopic(one, topic)) ? '✓' : ''}</span>
            <span>{label(topic)}</span>
            <small>{above.length > 0 ? above.map(label).join(' ▸ ') : topic.labels[language === 'en' ? 'zh-Hans' : 'en']}</small>
          </>
        ),
        run: () => void act(planTopic(planContext(), topicRef(topic))),
      }))}
    />
  );
}
