import type { TopicRef } from '#core/model/issue.ts';
import type { Names, Topic } from '#contract/schemas/project.ts';
import { call, newOnce } from '../../bridge/bridge.ts';
import { undoLast } from '../../state/history.ts';
import { changeSettings, loadSchemes } from '../../state/project.ts';
import { whileSaving } from '../../state/saving.ts';
import { say, sayError } from '../../state/toasts.ts';
import { topicRef } from '../../state/topics.ts';

/** Adds a topic to a scheme of the user's own, below another or at the top. Says whether it was done. */
export async function addTopic(labels: Names, scheme: string, broader: string | null): Promise<boolean> {
  const added = await whileSaving(call('topics.add', { once: newOnce(), scheme, broader, labels }));
  if (!added.ok) {
    sayError(added.error);
    return false;
  }
  await loadSchemes();
  say('toast.topic-added', { topic: labels['zh-Hans'] || labels.en }, undoLast);
  return true;
}

/** What of a topic can be changed by its form. */
export type TopicForm = Pick<Topic, 'labels' | 'broader' | 'notation' | 'definition'>;

export async function changeTopic(topic: Topic, form: TopicForm): Promise<void> {
  const { labels, broader, notation, definition } = form;
  const changed = await whileSaving(call('topics.change', { once: newOnce(), topic: topicRef(topic), labels, broader, notation, definition }));
  if (!changed.ok) return sayError(changed.error);
  await loadSchemes();
  say('toast.topic-renamed', { topic: labels['zh-Hans'] || labels.en }, undoLast);
}

/** Takes a topic out of use, or back into it. Articles that have it keep it. */
export async function retireTopic(topic: Topic, retired: boolean): Promise<void> {
  const changed = await whileSaving(call('topics.change', { once: newOnce(), topic: topicRef(topic), retired }));
  if (!changed.ok) return sayError(changed.error);
  await loadSchemes();
  say(retired ? 'toast.topic-retired' : 'toast.topic-back', { topic: topic.labels['zh-Hans'] || topic.labels.en }, undoLast);
}

/** Sets which topics the digit keys stand for. */
export async function pinTopics(digits: readonly TopicRef[]): Promise<void> {
  await changeSettings({ digits: [...digits] });
}
