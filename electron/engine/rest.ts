import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Quiet, whenQuiet } from '#util/when-quiet.ts';

const IDLE = 35_000; // milliseconds: a little more than threads, models and tables wait before they are let go of

/** Calls `release` once each time that nothing was `touched` for a while. Its wait keeps no process alive. */
export const restWhenIdle = (release: () => void): Quiet =>
  whenQuiet(release, IDLE, { set: (act, milliseconds) => setTimeout(act, milliseconds).unref(), clear: clearTimeout });

let collect: ((options?: { readonly type: 'major'; readonly execution: 'sync'; readonly flavor: 'last-resort' }) => void) | null = null;

/**
 * Gives back what V8 keeps for objects that may come: half of the engine's memory after it has looked through an archive; and what it compiled, which is compiled
 * again when it is next used. V8 does so by itself only in a page that is out of sight, or after hours. Takes some ten milliseconds.
 */
export function giveMemoryBack(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as NonNullable<typeof collect>;
  }
  setFlagsFromString('--stress-flush-code'); // what nothing runs just now is let go of, however lately it ran
  collect(); // the V8 of Node 20 takes any options for the wish to collect little
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  setFlagsFromString('--no-stress-flush-code');
}
