import type { SplitEdit } from '#core/evaluate/edits/act.ts';
import { editsToTruth } from '#core/evaluate/edits/edits-to-truth.ts';
import { layOut } from '#core/evaluate/edits/layout.ts';
import type { Laid, Layout } from '#core/evaluate/edits/layout.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { seamsOf } from '#core/model/seams.ts';
import type { Block } from '#core/parse/blocks.ts';
import { only } from '../../../../renderer/state/desk-selection.ts';
import { outlineOf, stopOf } from '../../../../renderer/state/desk-outline.ts';
import { answers, ASIDES, BREAK, done, further, JOIN, MERGE, REORDERS, RESTORE, ROLES, sends, SHIFTS, SPLIT, up } from './press.ts';
import type { Command, DeskState } from './press.ts';
import { doubtsOn, walksFrom } from './walk.ts';
import type { Ground } from './walk.ts';

/** Where a page is to get to: its blocks, and the layout wanted, which may hang on what was found. */
export type Goal = { readonly blocks: readonly Block[]; readonly truth: (laid: Laid) => Layout };

/** An edit that is left to do, and the passage it is aimed at. */
export type Aim = { readonly kind: SplitEdit; readonly passage: PassageId };

/** Keys that bring a page nearer to its goal: how to get to a passage, and what to press there. */
export type Move = { readonly walk: readonly string[]; readonly at: PassageId; readonly keys: readonly string[] };

const LONGEST = 12; // passages that are selected together at most
const FARTHEST = 8; // places that something is shifted one by one at most
const COUNTED = 24; // ways at a passage of which it is worked out exactly what they leave to do
const BUDGET = 200; // of the search for the fewest edits in one place of a page: it is asked for very often

function editsLeft(issue: Issue, { blocks, truth }: Goal) {
  const laid = layOut(issue, blocks);
  return { laid, edits: editsToTruth(laid.layout, truth(laid), BUDGET).edits };
}

/** The edits that are left to do: the fewest that lead to the goal. */
export function leftToDo(issue: Issue, goal: Goal): readonly Aim[] {
  const { laid, edits } = editsLeft(issue, goal);
  const strips = [...laid.layout.articles.flat(), ...laid.layout.aside];
  // Strips and passages stand in the same order; a passage of typed text only has no strip.
  const printed = [...issue.articles.flatMap(({ passages }) => passages), ...issue.aside].filter(({ pieces }) => pieces.some(({ kind }) => kind === 'kept' || kind === 'struck'));
  const holding = new Map(strips.flatMap(({ atoms }, index) => atoms.map((atom) => [atom, printed[index]!.id] as const)));
  return edits.map(({ kind, atom }) => ({ kind, passage: holding.get(atom)! }));
}

/** How many atoms stand where the goal has them: behind the same one, in the same passage or not, or first in an article, or aside. Quickly told. */
function likeness(issue: Issue, { blocks, truth }: Goal): number {
  const laid = layOut(issue, blocks);
  const places = ({ articles, aside }: Layout) => {
    const behind = articles.flatMap((strips) => {
      let last = 'first';
      return strips.flatMap(({ atoms }) => atoms.map((atom, index) => {
        const place = `${atom} ${index > 0 ? 'in' : ''} ${last}`;
        last = String(atom);
        return place;
      }));
    });
    return [...behind, ...aside.flatMap(({ atoms }) => atoms.map((atom) => `${atom} aside`))];
  };
  const wanted = new Set(places(truth(laid)));
  return places(laid.layout).filter((place) => wanted.has(place)).length;
}

/** Whether an edit has to do with an article: it is aimed at a passage of it, or puts the one below to it. */
export function concerns(issue: Issue, position: number, { kind, passage }: Aim): boolean {
  const at = stopOf(issue, passage)!.article;
  return at === position || (kind === 'mergeAbove' && at === position + 1);
}

/** What may be pressed for a kind of edit, with a passage of it in focus. */
function commandsFor(kind: SplitEdit, state: DeskState): readonly Command[] {
  switch (kind) {
    case 'splitBefore':
      return [SPLIT];
    case 'mergeAbove':
      return [MERGE];
    case 'join':
      return [JOIN];
    case 'setRole':
      return [...ROLES, ...ASIDES];
    case 'setAside':
      return ASIDES;
    case 'restore':
      return [RESTORE, ...ROLES];
    case 'reorder':
      return REORDERS;
    case 'movePassages':
      return [...SHIFTS, ...sends(state), SPLIT];
    case 'break':
    case 'cutPassage':
      return [BREAK];
    default:
      throw new Error(`no command for ${String(kind satisfies never)}`);
  }
}

type Pressed = { readonly keys: readonly string[]; readonly state: DeskState };

/** Breaks a passage at its n-th seam only: at all up to that one, and those before it are joined again. */
function broken(state: DeskState, seam: number): Pressed | null {
  const keys = Array.from({ length: seam }, () => ']');
  let now: DeskState | null = state;
  for (let n = 0; n < seam; n += 1) now = now && done(now, BREAK);
  if (seam > 1) {
    now = now && up(now);
    keys.push('k');
  }
  for (let n = 1; n < seam; n += 1) {
    now = now && done(now, JOIN);
    keys.push('[');
  }
  return now && { keys, state: now };
}

/** Everything that may be pressed for a kind of edit at a passage, and what comes of it. */
function pressedAt(kind: SplitEdit, state: DeskState): readonly Pressed[] {
  if (kind === 'break' || kind === 'cutPassage') {
    const seams = seamsOf(stopOf(state.issue, state.selection.focus)!.passage.pieces).length;
    return Array.from({ length: seams }, (_, index) => broken(state, index + 1) ?? []).flat();
  }
  const out: Pressed[] = [];
  const many = kind === 'movePassages' || kind === 'setAside' || kind === 'join';
  let selecting: DeskState | null = state;
  for (let more = 0; selecting && more < (many ? LONGEST : 1); more += 1) {
    const beyond: DeskState | null = further(selecting);
    const selected = more > 1 && beyond === null ? ['Shift+End'] : Array.from({ length: more }, () => 'Shift+ArrowDown');
    for (const command of commandsFor(kind, selecting)) {
      const after = done(selecting, command);
      if (after) out.push({ keys: [...selected, ...command.keys], state: after });
    }
    selecting = beyond;
  }
  return out;
}

/** What is pressed after it where one command alone does not do: a broken-off part may want another role, what was moved or restored another place. */
function followed(kind: SplitEdit, first: Pressed): readonly Pressed[] {
  const after = (before: Pressed, command: Command): readonly Pressed[] => {
    const state = done(before.state, command);
    return state ? [{ keys: [...before.keys, ...command.keys], state }] : [];
  };
  if (kind === 'break' || kind === 'cutPassage') return [...ROLES, ...ASIDES].flatMap((command) => after(first, command));
  if (kind !== 'movePassages' && kind !== 'restore') return [];
  const placed = kind === 'restore' ? [first, ...sends(first.state).flatMap((command) => after(first, command))] : [first];
  return placed.flatMap((start) => SHIFTS.flatMap((command) => {
    const out: Pressed[] = [];
    for (let last: Pressed | undefined = start; last && out.length < FARTHEST; ) {
      last = after(last, command)[0];
      if (last) out.push(last);
    }
    return out;
  }));
}

/** What is worth counting the edits for that would be left: all of a few, of many those that look most like the goal. */
function promising(some: readonly Pressed[], goal: Goal): readonly Pressed[] {
  if (some.length <= COUNTED) return some;
  const looks = new Map(some.map((each) => [each, likeness(each.state.issue, goal)]));
  return some.toSorted((a, b) => looks.get(b)! - looks.get(a)!).slice(0, COUNTED);
}

/** The move that takes one of the edits off what is left to do, with the fewest keys; null where none is known. */
export function nextMove(ground: Ground, focus: PassageId, goal: Goal, aims: readonly Aim[]): Move | null {
  const { issue } = ground;
  const before = editsLeft(issue, goal).edits.length;
  const walks = walksFrom(ground, focus);
  const doubts = doubtsOn(ground);
  const places = aims.flatMap(({ kind, passage }) => placesFor(issue, passage, kind).map((place) => ({ kind, place })));
  const aimed = [...new Map(places.map((each) => [`${each.kind} ${each.place}`, each])).values()].toSorted((a, b) => walks.get(a.place)!.length - walks.get(b.place)!.length);
  const nearer = (some: readonly Pressed[]) => promising(some, goal).toSorted((a, b) => a.keys.length - b.keys.length).find(({ state }) => editsLeft(state.issue, goal).edits.length < before);
  for (const more of [false, true]) {
    let best: Move | null = null;
    for (const { kind, place } of aimed) {
      const walk = walks.get(place)!;
      if (best && best.walk.length + best.keys.length <= walk.length + 1) break;
      const there = { issue, selection: only(place) };
      // An answer is the plainest: it stands first, and of keys that are as many the first are taken.
      const answered = answers(doubts, place).flatMap((command): readonly Pressed[] => {
        const state = done(there, command);
        return state ? [{ keys: command.keys, state }] : [];
      });
      const plain = [...answered, ...pressedAt(kind, there)];
      const found = nearer(more ? plain.flatMap((first) => followed(kind, first)) : plain);
      if (found && (!best || walk.length + found.keys.length < best.walk.length + best.keys.length)) best = { walk, at: place, keys: found.keys };
    }
    if (best) return best;
  }
  return null;
}

/** Where the focus may be for an edit that is aimed at a passage: an article is merged or put elsewhere with any of its passages; a run that is moved may begin above. */
function placesFor(issue: Issue, at: PassageId, kind: SplitEdit): readonly PassageId[] {
  if (kind === 'mergeAbove' || kind === 'reorder') return issue.articles[stopOf(issue, at)!.article]!.passages.map(({ id }) => id);
  if (kind !== 'movePassages') return [at];
  const { stops, at: index } = outlineOf(issue);
  const here = index.get(at)!;
  return stops.slice(Math.max(0, here - 2), here + 2).map(({ passage }) => passage.id);
}
