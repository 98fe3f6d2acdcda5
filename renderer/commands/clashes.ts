import type { Command } from './command.ts';
import { contextsOf, meet } from './contexts.ts';
import { parseKeys } from './keys.ts';
import type { Stroke } from './keys.ts';

type Keyed = Pick<Command, 'id' | 'contexts' | 'keys'>;

/** Two ways that cannot both be given: the same strokes, or one is the beginning of the other, where both commands have their place. */
export type Clash = { readonly keys: string; readonly id: string; readonly other: string; readonly otherKeys: string };

// A character that needs Shift is the same with Shift written or not: its key says all.
const strokeName = ({ mod, alt, shift, by, key }: Stroke): string =>
  [mod, alt, shift && !(by === 'key' && key.length === 1 && key !== ' '), key].join(' ');

const parsed = new Map<string, readonly string[]>();

function names(keys: string): readonly string[] {
  const known = parsed.get(keys);
  if (known) return known;
  const strokes = parseKeys(keys).map(strokeName);
  parsed.set(keys, strokes);
  return strokes;
}

const begins = (a: readonly string[], b: readonly string[]): boolean => a.every((stroke, at) => stroke === b[at]);

/** Whether one of two ways is the other, or its beginning: it would never be waited for. */
export function keysClash(a: string, b: string): boolean {
  const [one, other] = [names(a), names(b)];
  return one.length <= other.length ? begins(one, other) : begins(other, one);
}

/** The commands among `all` that a way of giving `command` would clash with. */
export function clashesOf(command: Pick<Command, 'id' | 'contexts'>, keys: string, all: readonly Keyed[]): readonly Clash[] {
  return all
    .filter((other) => other.id !== command.id && meet(contextsOf(command), contextsOf(other)))
    .flatMap((other) => other.keys.filter((otherKeys) => keysClash(keys, otherKeys)).map((otherKeys) => ({ keys, id: command.id, other: other.id, otherKeys })));
}

/** Every clash among commands, each pair once. */
export function allClashes(all: readonly Keyed[]): readonly Clash[] {
  return all.flatMap((command, at) => command.keys.flatMap((keys) => clashesOf(command, keys, all.slice(at + 1))));
}

/** Keys that are the system's or the text field's own and can be given to no command. */
const RESERVED = ['Tab', 'Shift+Tab', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+Q', 'Mod+=', 'Mod++', 'Mod+-', 'Mod+0', 'F11'];

/** Whether keys can be given to no command. */
export function isReserved(keys: string): boolean {
  return RESERVED.some((reserved) => keysClash(reserved, keys));
}
