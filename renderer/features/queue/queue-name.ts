import type { Queue } from '#contract/schemas/queue.ts';
import type { Translate } from '#strings/index.ts';

/** What a queue is called: the user's own by their name, the others by their order. */
export const queueName = (t: Translate, { builtIn, name, order }: Pick<Queue, 'builtIn' | 'name' | 'order'>): string => (builtIn ? t(`queue.order.${order}`) : name);
