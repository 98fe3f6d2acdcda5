import type { Command } from './command.ts';
import { matchesStroke, parseKeys, typesNothing } from './keys.ts';
import type { KeyPress, Stroke } from './keys.ts';

/** What has the focus, as far as keys are concerned. A control (button, link, checkbox) keeps Enter and Space for itself. */
export type Focus = 'text' | 'control' | 'none';

/** A way to a command that has begun with the strokes given so far. */
export type Begun = { readonly command: Command; readonly strokes: readonly Stroke[] };

export type Step =
  | { readonly kind: 'pass' } // no key of ours
  | { readonly kind: 'wait'; readonly given: readonly KeyPress[]; readonly begun: readonly Begun[] } // R was pressed: H, K, T …
  | { readonly kind: 'drop' } // the strokes so far lead nowhere
  | { readonly kind: 'run'; readonly command: Command };

const known = new WeakMap<readonly Command[], readonly Begun[]>();

/** Every way to every command; read once for the same list, not for every key. */
function waysOf(commands: readonly Command[]): readonly Begun[] {
  const before = known.get(commands);
  if (before) return before;
  const ways = commands.flatMap((command) => command.keys.map((notation) => ({ command, strokes: parseKeys(notation) })));
  known.set(commands, ways);
  return ways;
}

function allowed(way: Begun, focus: Focus): boolean {
  const first = way.strokes[0];
  if (!first) return false;
  if (focus === 'text') return way.command.inText === true && typesNothing(first);
  if (focus === 'control' && !first.mod && !first.alt) return first.key !== 'Enter' && first.key !== ' ';
  return true;
}

const isPossible = ({ when }: Command): boolean => when();

/**
 * What a key press means. `given` are the presses of a sequence begun before (R …), empty otherwise. Pure: the caller keeps the state.
 * The first command in the list that can be done now (that is `possible`) wins. A press that repeats counts only where the command repeats.
 */
export function step(commands: readonly Command[], given: readonly KeyPress[], press: KeyPress, focus: Focus, mac: boolean, held: boolean, possible = isPossible): Step {
  const presses = [...given, press];
  const fitting = waysOf(commands).filter((way) =>
    way.strokes.length >= presses.length
    && allowed(way, focus)
    && presses.every((one, at) => {
      const stroke = way.strokes[at];
      return stroke !== undefined && matchesStroke(stroke, one, mac);
    })
    && possible(way.command));
  const whole = fitting.find((way) => way.strokes.length === presses.length);
  if (whole) return held && !whole.command.repeats ? { kind: 'drop' } : { kind: 'run', command: whole.command };
  if (fitting.length > 0) return { kind: 'wait', given: presses, begun: fitting };
  return given.length > 0 ? { kind: 'drop' } : { kind: 'pass' };
}
