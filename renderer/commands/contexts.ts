import type { StringKey } from '#strings/index.ts';
import type { ScreenName } from '../state/screen.ts';
import { whyNotWritable } from '../state/writing.ts';
import type { Command, Context } from './command.ts';

type Contexts = readonly Context[] | 'all';

const SCREENS: Readonly<Record<ScreenName, true>> = { library: true, desk: true, search: true, concordance: true, rules: true, topics: true, accepted: true, names: true, export: true, history: true, learning: true, settings: true };

const isScreenName = (name: string): name is ScreenName => Object.hasOwn(SCREENS, name);

/** Where a command's keys count. */
export function contextsOf({ id, contexts }: Pick<Command, 'id' | 'contexts'>): Contexts {
  if (contexts !== undefined) return contexts;
  const noun = id.split('.')[0] ?? '';
  return isScreenName(noun) ? [noun] : 'all';
}

/** Whether two commands can ever be given in the same place. */
export function meet(a: Contexts, b: Contexts): boolean {
  return a === 'all' || b === 'all' || a.some((context) => b.includes(context));
}

/** Whether a command's keys count in a place. */
export function isFor(command: Pick<Command, 'id' | 'contexts'>, context: Context): boolean {
  return meet(contextsOf(command), [context]);
}

/** Why a command cannot be given now, as a sentence's key; null where it can. */
export function wanting(command: Command, context: Context): StringKey | null {
  const held = command.decides ? whyNotWritable() : null;
  if (command.when()) return held;
  const contexts = contextsOf(command);
  if (context !== 'start' && contexts !== 'all' && !contexts.includes(context)) {
    const [first] = contexts;
    return first === undefined || first === 'start' ? 'needs.other' : `needs.at.${first}`;
  }
  if (context === 'start') return 'needs.project';
  return held ?? command.when.needs ?? 'needs.other';
}
