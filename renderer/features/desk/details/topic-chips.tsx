import type { ArticleShape } from '../../../state/desk-structure.ts';
import { act, planContext } from '../../../state/desk-act.ts';
import { planTopic } from '../../../state/desk-plan-articles.ts';
import { choose } from '../../../state/desk-view.ts';
import { useT } from '../../../state/language.ts';
import { useProject } from '../../../state/project.ts';
import { digitsOf, sameTopic, useTopicLabel } from '../../../state/topics.ts';
import { refuseWriting, useHeld } from '../../../state/writing.ts';
import { Chip } from '../../../ui/chip.tsx';

/** The topics on the digit keys, on or off, and those the article has besides. */
export function TopicChips({ article }: { readonly article: ArticleShape }) {
  const t = useT();
  const held = useHeld();
  const label = useTopicLabel();
  const schemes = useProject((state) => state.schemes);
  const pinned = useProject((state) => state.info?.settings.digits);
  const digits = digitsOf(pinned ?? [], schemes);
  const others = article.topics.filter((topic) => !digits.some((one) => sameTopic(one, topic)));
  return (
    <div className="chips">
      {digits.map((topic, i) => (
        <Chip key={topic.id} held={held} cap={`${i + 1}`} on={article.topics.some((one) => sameTopic(one, topic))} onClick={() => void act(planTopic(planContext(), topic))}>
          {label(topic)}
        </Chip>
      ))}
      {others.map((topic) => (
        <Chip key={`${topic.scheme} ${topic.id}`} held={held} on title={t('desk.topics.remove', { topic: label(topic) })} onClick={() => void act(planTopic(planContext(), topic))}>{label(topic)}</Chip>
      ))}
      <Chip cap="T" held={held} onClick={() => refuseWriting() || choose('topics')}>{t('desk.topics.more')}</Chip>
    </div>
  );
}
