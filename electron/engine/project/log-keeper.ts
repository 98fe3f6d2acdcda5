import type { Timers } from '#util/when-quiet.ts';
import type { Store } from './store.ts';

const SEVERAL = 20; // decisions: some two hundred pages of the log, a fifth of what SQLite lets it come to before it makes a commit wait
const QUIET = 40; // milliseconds after a decision, less than pass until the next key

const TIMERS: Timers<NodeJS.Timeout> = { set: (act, milliseconds) => setTimeout(act, milliseconds).unref(), clear: clearTimeout };

/**
 * Has project.db take up what its log holds between two decisions, a little at a time. SQLite would do so at every hundredth of them, which then takes ten times as
 * long as the others; and a log that begins anew is written over, which is durable sooner than one that grows. Returns how to stop.
 */
export function keepLogShort({ db, changes }: Pick<Store, 'db' | 'changes'>, { set, clear }: Timers<NodeJS.Timeout> = TIMERS): () => void {
  let decisions = 0;
  let timer: NodeJS.Timeout | null = null;
  const stop = () => {
    if (timer !== null) clear(timer);
    timer = null;
  };
  const takeUp = () => {
    timer = null;
    decisions = 0;
    db.checkpoint();
  };
  const unlisten = changes.listen(({ head }) => {
    if (head === null) return;
    decisions += 1;
    stop();
    if (decisions >= SEVERAL) timer = set(takeUp, QUIET);
  });
  return () => {
    stop();
    unlisten();
  };
}
