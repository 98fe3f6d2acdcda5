import type { SplitEdit } from '#core/evaluate/edits/act.ts';
import type { PassageId } from '#core/model/ids.ts';
import { seamsOf } from '#core/model/seams.ts';
import { articleOf, articlePosition, outlineOf, stopOf } from '../../../../renderer/state/desk-outline.ts';
import { extendToEnd, only } from '../../../../renderer/state/desk-selection.ts';
import { concerns, keepLeft, leftOn } from './left.ts';
import type { Aim, Goal } from './left.ts';
import { answered, approved, BREAK, commandsAt, done, JOIN, SHIFTS, stepped } from './press.ts';
import type { DeskState, Key } from './press.ts';
import { brought, inSight } from './sight.ts';
import type { Hidden } from './sight.ts';
import { walksFrom } from './walk.ts';

/** Keys, and the desk after them. */
type Pressed = { readonly keys: readonly Key[]; readonly state: DeskState };

/** Keys that bring a page nearer to its goal: how to get to a passage, what to press there, and the desk afterwards. */
export type Move = { readonly walk: readonly Key[]; readonly at: PassageId; readonly keys: readonly Key[]; readonly state: DeskState };

type Plan = { readonly state: DeskState; readonly keys: number; readonly moves: readonly Move[] };

const WIDTH = 8; // plans that are followed at once
const KEPT = 8; // moves that are tried from each
const PLACES = 4; // where they are looked for
/** Keys that an edit is thought to cost, with the way there. */
const COST: Readonly<Record<SplitEdit, number>> = {
  movePassages: 4.5, restore: 3, reorder: 3, join: 2.5, splitBefore: 2.5, mergeAbove: 2.5, setAside: 2, setRole: 1.7, break: 1.7, cutPassage: 1.7,
};
const NEAR = 1; // keys to what is mended on the way, though it is of another article
const LONGEST = 60; // moves on one page
const MOST_STEPS = 12; // passages that are selected one by one
const FARTHEST = 3; // places that something is shifted one by one at most

const openCount = ({ issue }: DeskState): number => issue.articles.filter(({ status }) => status !== 'approved').length;

/** Whether a page is right but for the approval of its last article. */
const isDone = (state: DeskState, goal: Goal): boolean => leftOn(state.issue, goal).aims.length === 0 && openCount(state) <= 1;

/** Keys that the rest is thought to cost. */
const costOfRest = (state: DeskState, goal: Goal): number => leftOn(state.issue, goal).aims.reduce((sum, { kind }) => sum + COST[kind], openCount(state));

/** The ways to select from a passage on: it alone, one or two more, up to where what is wanted does not go on, to the end of its article. */
function selections(state: DeskState, from: PassageId, goal: Goal, hidden: Hidden): readonly Pressed[] {
  const { issue } = state;
  const { stops, at } = outlineOf(issue);
  const { wanted } = leftOn(issue, goal);
  const here = at.get(from)!;
  const near = new Set(inSight(issue, state.scroll, from, hidden));
  const last = extendToEnd(issue, only(from), 1)!.focus;
  return stops.slice(here, at.get(last)! + 1).flatMap(({ passage: { id } }, n) => {
    const following = stops[here + n + 1]?.passage.id;
    const goesOn = following !== undefined && wanted.get(following)?.above === id;
    if (n > 2 && id !== last && goesOn) return [];
    const one = Array.from({ length: n }, () => 'Shift+ArrowDown');
    const keys = n < 2 ? one : id === last ? ['Shift+End'] : near.has(id) ? [';', { at: id, shift: true }] : n <= MOST_STEPS ? one : null;
    return keys ? [{ keys, state: brought({ ...state, selection: { anchor: from, focus: id } }) }] : [];
  });
}

/** Breaks a passage at its n-th seam only: at all up to that one, and those before it are joined again. */
function broken(state: DeskState, seam: number): readonly Pressed[] {
  const keys = [...Array.from({ length: seam }, () => ']'), 'k', ...Array.from({ length: seam - 1 }, () => '[')];
  let now: DeskState | null = state;
  for (const key of keys) now = now && (key === ']' ? done(now, BREAK) : key === '[' ? done(now, JOIN) : stepped(now, -1));
  return now ? [{ keys, state: now }] : [];
}

/** Everything of use that may be pressed at a passage, and what comes of it. */
function pressedAt(state: DeskState, goal: Goal, hidden: Hidden): readonly Pressed[] {
  const { issue, selection: { focus } } = state;
  const { aims, wanted } = leftOn(issue, goal);
  const begins = wanted.get(focus);
  if (!begins) return [];
  const kinds = new Set(aims.map(({ kind }) => kind));
  const seams = seamsOf(stopOf(issue, focus)!.passage.pieces).length;
  const out: Pressed[] = [...answered(state), ...Array.from({ length: Math.max(0, seams - 1) }, (_, n) => broken(state, n + 2)).flat()];
  for (const selected of selections(state, focus, goal, hidden)) {
    const ends = wanted.get(selected.state.selection.focus) ?? begins;
    const seen = new Set(inSight(issue, selected.state.scroll, selected.state.selection.focus, hidden));
    for (const command of commandsAt(selected.state, { kinds, seen }, begins, ends)) {
      const after = done(selected.state, command);
      if (after) out.push({ keys: [...selected.keys, ...command.keys], state: after });
    }
  }
  for (const shift of kinds.has('movePassages') ? SHIFTS : []) {
    let now = done(state, shift);
    for (let n = 2; now && n <= FARTHEST; n += 1) {
      now = done(now, shift);
      if (now) out.push({ keys: Array.from({ length: n }, () => shift.keys).flat(), state: now });
    }
  }
  return out;
}

/** Where the focus may be for an edit that is aimed at a passage: an article is merged or put elsewhere with any of its passages; a run that is moved may begin above. */
function placesFor({ issue }: DeskState, { kind, passage: at }: Aim): readonly PassageId[] {
  if (kind === 'mergeAbove' || kind === 'reorder') return issue.articles[stopOf(issue, at)!.article]!.passages.map(({ id }) => id);
  if (kind !== 'movePassages') return [at];
  const { stops, at: index } = outlineOf(issue);
  const here = index.get(at)!;
  return stops.slice(Math.max(0, here - 2), here + 2).map(({ passage }) => passage.id);
}

const goodness = (goal: Goal) => ({ walk, keys, state }: Move): number => walk.length + keys.length + costOfRest(state, goal);

/** The moves that are worth following: approving where nothing is left to do in the article, mending what is to be mended in it or close by, else whatever is nearest. */
function movesFrom(state: DeskState, goal: Goal, hidden: Hidden): readonly Move[] {
  const { issue, selection: { focus } } = state;
  const left = leftOn(issue, goal);
  const { aims } = left;
  const article = articleOf(issue, focus);
  const here = article ? articlePosition(issue, article.id) : -1;
  const walks = walksFrom(state, hidden);
  const mine = aims.filter((aim) => concerns(issue, here, aim, left));
  const next = article && mine.length === 0 ? approved(state) : null;
  if (next) keepLeft(issue, next.issue);
  const approving: readonly Move[] = next ? [{ walk: [], at: focus, keys: ['Shift+A'], state: brought(next) }] : [];
  const places = (some: readonly Aim[]) => [...new Set(some.flatMap((aim) => placesFor(state, aim)))].toSorted((a, b) => walks.get(a)!.keys.length - walks.get(b)!.keys.length);
  const isNear = (place: PassageId) => walks.get(place)!.keys.length <= NEAR;
  const wanted = mine.length > 0 ? places(mine) : next ? places(aims).filter(isNear) : places(aims);
  const mending = [...new Set([...wanted.slice(0, PLACES), ...places(aims).filter(isNear).slice(0, 2)])].flatMap((place) =>
    pressedAt({ ...state, selection: only(place), scroll: walks.get(place)!.scroll }, goal, hidden)
      .map((pressed): Move => ({ walk: walks.get(place)!.keys, at: place, keys: pressed.keys, state: brought(pressed.state) })));
  const good = goodness(goal);
  const same = aims.map(({ kind, passage }) => `${kind} ${passage}`).join();
  const better = mending.filter(({ keys, state: { issue: then } }) => {
    const now = leftOn(then, goal).aims;
    return now.length < aims.length || keys[0] === ']' && now.length <= aims.length + 1 || now.length === aims.length && now.map(({ kind, passage }) => `${kind} ${passage}`).join() !== same;
  });
  const best = better.map((move) => ({ move, cost: good(move) })).toSorted((a, b) => a.cost - b.cost).slice(0, KEPT).map(({ move }) => move);
  if (approving.length > 0 || best.length > 0) return [...approving, ...best];
  // Nothing is to be mended, and this is approved or stands aside: to the nearest that is not.
  return issue.articles.flatMap(({ status, passages }) => (status === 'approved' ? [] : passages.map(({ id }): Move => ({ walk: walks.get(id)!.keys, at: id, keys: [], state: { ...state, selection: only(id), scroll: walks.get(id)!.scroll } }))))
    .toSorted((a, b) => a.walk.length - b.walk.length).slice(0, 1);
}

/**
 * Moves that lead a page to its goal, with few keys: up to the approval of its last article. Several plans are followed at once, and of those the ones kept
 * that have cost least together with what the rest is thought to cost. Null where none gets there.
 */
export function planned(from: DeskState, goal: Goal, hidden: Hidden): readonly Move[] | null {
  let plans: readonly Plan[] = [{ state: from, keys: 0, moves: [] }];
  let best: Plan | null = null;
  const seen = new Map<string, number>(); // with how many keys what is left to do, and from where, was come to
  for (let layer = 0; layer < LONGEST && plans.length > 0; layer += 1) {
    for (const plan of plans) if (isDone(plan.state, goal) && (!best || plan.keys < best.keys)) best = plan;
    const most = best?.keys ?? Infinity;
    const next = plans.filter((plan) => !isDone(plan.state, goal) && plan.keys < most).flatMap((plan) =>
      movesFrom(plan.state, goal, hidden).map((move): Plan => ({ state: move.state, keys: plan.keys + move.walk.length + move.keys.length, moves: [...plan.moves, move] })));
    plans = next.map((plan) => ({ plan, cost: plan.keys + costOfRest(plan.state, goal) })).toSorted((a, b) => a.cost - b.cost).filter(({ plan: { state, keys } }) => {
      const like = `${openCount(state)} ${state.selection.focus} ${leftOn(state.issue, goal).aims.map(({ kind, passage }) => `${kind} ${passage}`).join()}`;
      const isNew = keys < (seen.get(like) ?? Infinity);
      if (isNew) seen.set(like, keys);
      return isNew;
    }).slice(0, WIDTH).map(({ plan }) => plan);
  }
  return best?.moves ?? null;
}
