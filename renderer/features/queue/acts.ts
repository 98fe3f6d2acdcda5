import type { Queue } from '#contract/schemas/queue.ts';
import { undoLast } from '../../state/history.ts';
import { chooseQueue, queueStore, removeQueue, renameQueue } from '../../state/queue.ts';
import { say } from '../../state/toasts.ts';

/** Works the queue by pages instead of articles, or the other way round. */
export function nextUnit(): void {
  const { queue, unit } = queueStore.getState();
  void chooseQueue(queue, unit === 'article' ? 'issue' : 'article');
}

/** Gives a saved queue another name; the old one can be had back. */
export async function rename({ id, name: before }: Queue, name: string): Promise<void> {
  if (await renameQueue(id, name)) say('queue.renamed', { before, name }, undoLast);
}

/** Takes a saved queue away; it can be had back. */
export async function takeAway({ id }: Queue): Promise<void> {
  if (await removeQueue(id)) say('history.remove-queue', {}, undoLast);
}
