import type { TopicRef } from '#core/model/issue.ts';
import type { Topic } from '#contract/schemas/project.ts';
import { call, newOnce } from '../../bridge/bridge.ts';
import { undoLast } from '../../state/history.ts';
import { changeSettings, loadSchemes } from '../../state/project.ts';
import { whileSaving } from '../../state/saving.ts';
import { say, sayError } from '../../state/toasts.ts';
import { topicRef } from '../../state/topics.ts';

type Labels = Topic['labels'];

/** Adds a topic to the user's own. Says whether it was done. */
export async function addTopic(labels: Labels): Promise<boolean> {
  const added = await whileSaving(call('topics.add', { once: newOnce(), labels }));
  if (!added.ok) {
    sayError(added.error);
    return false;
  }
  await loadSchemes();
  say('toast.topic-added', { topic: labels['zh-Hans'] || labels.en }, undoLast);
  return true;
}

export async function renameTopic(topic: Topic, labels: Labels): Promise<void> {
  if (labels.en === topic.labels.en && labels['zh-Hans'] === topic.labels['zh-Hans']) return;
  const changed = await whileSaving(call('topics.change', { once: newOnce(), topic: topicRef(topic), labels }));
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
