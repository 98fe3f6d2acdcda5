import { applyAll } from '#core/edits/apply.ts';
import type { Edit, Move, Spot } from '#core/edits/edit.ts';
import type { Decision } from '#core/model/decision.ts';
import { articleId } from '#core/model/ids.ts';
import type { ArticleId, PassageId } from '#core/model/ids.ts';
import type { ArticleHead, Issue, Passage } from '#core/model/issue.ts';
import { isArticleRole } from '#core/model/role.ts';
import type { ArticleRole, AsideRole } from '#core/model/role.ts';
import { fail, ok } from '#util/result.ts';
import { decisionOn } from './desk-doubts.ts';
import { articlePosition, stopOf } from './desk-outline.ts';
import type { Stop } from './desk-outline.ts';
import { articleBefore, placeBySource, restoredRole, twinOf } from './desk-places.ts';
import type { DeskLabel, Mint, PlanContext, Planned } from './desk-plan.ts';
import { only } from './desk-selection.ts';
import type { DeskSelection } from './desk-selection.ts';

/** Where a dragged or sent passage is to stand: in an article, aside (`article` null), or in an article of its own. */
export type Target = { readonly article: ArticleId | null | 'new'; readonly after: PassageId | null | 'by-source' };

/** The head of an article that a person opens by moving passages into it. */
function newHead(mint: Mint): ArticleHead {
  return { id: articleId(`a-${mint()}`), status: 'new', topics: [], note: '' };
}

function stopsOf({ issue, selected }: PlanContext): readonly Stop[] {
  return selected.map((id) => stopOf(issue, id)).filter((stop) => stop !== null);
}

/** Whether the stops stand together: neighbours in one article, or aside. */
const isRun = (stops: readonly Stop[]): boolean => stops.every(({ article, index }, i) => article === stops[0]!.article && index === stops[0]!.index + i);

/** Those that stood together stay selected together; of others the first. */
function span(stops: readonly Stop[]): DeskSelection | null {
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last) return null;
  return isRun(stops) ? { anchor: first.passage.id, focus: last.passage.id } : only(first.passage.id);
}

/** Which kind of edit a move is, by the sides it goes between. */
function moveEdit(stops: readonly Stop[], moves: readonly Move[]): Edit {
  const toAside = moves[0]!.to.article === null;
  const crosses = stops.every(({ article }) => article < 0 !== toAside);
  return { kind: crosses ? (toAside ? 'setAside' : 'restore') : 'movePassages', moves };
}

function labelOf(edit: Edit): DeskLabel {
  return edit.kind === 'setAside' ? 'set-aside' : edit.kind === 'restore' ? 'restore' : 'move';
}

function twinIn(issue: Issue, passage: Passage): Passage | null {
  return passage.twin ? (stopOf(issue, passage.twin)?.passage ?? null) : null;
}

/** What a passage becomes on the side it goes to: its role there, and no twin once it stands in an article. */
function arrival(issue: Issue, passage: Passage, aside: boolean): Pick<Move, 'role' | 'twin'> {
  if (isArticleRole(passage.role) !== aside) return {};
  if (aside) return { role: 'furniture' };
  return { role: restoredRole(issue.source, passage, twinIn(issue, passage)), ...(passage.twin ? { twin: null } : {}) };
}

/** The selected passages go to a place, in their order. Dropping them where they stand changes nothing. */
export function planDrop(context: PlanContext, target: Target, label?: DeskLabel): Planned {
  const { issue, mint } = context;
  const stops = stopsOf(context);
  const first = stops[0];
  if (!first) return fail('nothing-selected');
  const ids = new Set(context.selected);
  const opening = target.article === 'new';
  const position = opening || target.article === null ? -1 : articlePosition(issue, target.article);
  const head = newHead(mint);
  const article = opening ? head.id : target.article;
  const list: Passage[] = (opening ? [] : article === null ? issue.aside : (issue.articles[position]?.passages ?? [])).filter(({ id }) => !ids.has(id));
  const above = issue.articles[first.article]?.id ?? issue.articles.at(-1)?.id ?? null;
  let after: PassageId | null = target.after === 'by-source' ? null : target.after;
  const moves = stops.map(({ passage }, i): Move => {
    const change = arrival(issue, passage, article === null);
    if (target.after === 'by-source') after = placeBySource(list, { ...passage, role: change.role ?? passage.role });
    const to: Spot = article === null ? { article, after } : { article, after, ...(opening && i === 0 ? { open: { head, after: above } } : {}) };
    list.splice(list.findIndex(({ id }) => id === after) + 1, 0, passage);
    after = passage.id;
    return { passage: passage.id, to, ...change };
  });
  const edit = moveEdit(stops, moves);
  return ok({ label: label ?? labelOf(edit), edits: [edit], select: span(stops) });
}

/** The selected passages go to the article of that position, each where the source has it. */
export function planSend(context: PlanContext, position: number): Planned {
  const stops = stopsOf(context);
  const target = context.issue.articles[position];
  if (!stops[0]) return fail('nothing-selected');
  if (!target) return planDrop(context, { article: 'new', after: null }, 'send');
  const selected = stops.flatMap(({ passage, article }) => (article === position ? [] : [passage.id]));
  if (selected.length === 0) return fail('in-one-article');
  return planDrop({ ...context, selected }, { article: target.id, after: 'by-source' }, 'send');
}

/** The same by the article's id, or to one of their own. On a page that does not have the article it means nothing. */
export function planSendTo(context: PlanContext, article: ArticleId | 'new'): Planned {
  const { articles } = context.issue;
  if (article === 'new') return planSend(context, articles.length);
  const position = articlePosition(context.issue, article);
  return position < 0 ? fail('no-such-article') : planSend(context, position);
}

/** The selected passages stand aside. A duplicate is given the passage it repeats, if one can be told. */
export function planSetAside(context: PlanContext, role: AsideRole): Planned {
  const { issue } = context;
  const stops = stopsOf(context);
  if (!stops[0]) return fail('nothing-selected');
  const there = stops.filter(({ article, passage }) => article < 0 && passage.role !== role);
  const roles = there.map(({ passage }): Edit => ({ kind: 'setRole', passage: passage.id, role }));
  const inside = stops.filter(({ article }) => article >= 0);
  const last = inside.at(-1);
  if (!last) return ok({ label: 'set-role', edits: roles, select: null });
  const list: Passage[] = [...issue.aside];
  const moves = inside.map(({ passage }): Move => {
    const after = placeBySource(list, { ...passage, role: 'headline' });
    list.splice(list.findIndex(({ id }) => id === after) + 1, 0, passage);
    const twin = role === 'duplicate' ? twinOf(issue, passage) : null;
    return { passage: passage.id, to: { article: null, after }, role, ...(twin ? { twin } : {}) };
  });
  // What comes next keeps the focus: the editor goes on reading, not to the end of the page.
  const gone = new Set(inside.map(({ passage }) => passage.id));
  const left = (passages: readonly Passage[] = []) => passages.filter(({ id }) => !gone.has(id));
  const { passages } = issue.articles[last.article]!;
  const next = left(passages.slice(last.index))[0] ?? left(passages).at(-1) ?? left(issue.articles[last.article + 1]?.passages)[0];
  return ok({ label: 'set-aside', edits: [...roles, { kind: 'setAside', moves }], select: next ? only(next.id) : span(stops) });
}

/** The selected passages come back from the aside, each to the article the source has before it. */
export function planRestore(context: PlanContext, role?: ArticleRole): Planned {
  const { issue, mint } = context;
  if (context.selected.length === 0) return fail('nothing-selected');
  const stops = stopsOf(context).filter(({ article }) => article < 0);
  if (!stops[0]) return fail('not-aside');
  const lists = new Map<number, Passage[]>();
  const head = newHead(mint);
  const moves = stops.map(({ passage }, i): Move => {
    const position = articleBefore(issue, passage);
    const target = issue.articles[position];
    const list = lists.get(position) ?? [...(target?.passages ?? [])];
    lists.set(position, list);
    const as = role ?? restoredRole(issue.source, passage, twinIn(issue, passage));
    const after = placeBySource(list, { ...passage, role: as });
    list.splice(list.findIndex(({ id }) => id === after) + 1, 0, passage);
    const open = !target && i === 0 ? { open: { head, after: null } } : {};
    return { passage: passage.id, to: { article: target?.id ?? head.id, after, ...open }, role: as, ...(passage.twin ? { twin: null } : {}) };
  });
  return ok({ label: 'restore', edits: [{ kind: 'restore', moves }], select: span(stops) });
}

/** The selected passages get a role; those that stand aside come back with it. */
export function planRole(context: PlanContext, role: ArticleRole): Planned {
  const stops = stopsOf(context);
  if (!stops[0]) return fail('nothing-selected');
  const back = planRestore(context, role);
  if (stops.every(({ article }) => article < 0)) return back;
  const edits = stops
    .filter(({ passage, article }) => article >= 0 && passage.role !== role)
    .map(({ passage }): Edit => ({ kind: 'setRole', passage: passage.id, role }));
  return ok({ label: 'set-role', edits: [...(back.ok ? back.value.edits : []), ...edits], select: null });
}

/** The first selected passage gets the role that is next likely after the one the machine gave it; where it has that, the machine's own again. */
export function planOtherRole(context: PlanContext, decisions: readonly Decision[]): Planned {
  const stop = stopsOf(context)[0];
  if (!stop) return fail('nothing-selected');
  const { id, role } = stop.passage;
  const [decided, next] = decisionOn(decisions, 'role', id)?.roles ?? [];
  const other = role === next ? decided : next;
  if (other === undefined) return fail('no-other-role');
  const alone = { ...context, selected: [id] };
  return isArticleRole(other) ? planRole(alone, other) : planSetAside(alone, other);
}

/** The runs of passages that stand together. */
function runsOf(stops: readonly Stop[]): readonly (readonly Stop[])[] {
  const runs: Stop[][] = [];
  for (const stop of stops) {
    const run = runs.at(-1);
    if (run && isRun([...run, stop])) run.push(stop);
    else runs.push([stop]);
  }
  return runs;
}

/** The selected passages go one place up or down; at an article's edge into the neighbour. Those that do not stand together go each for itself, as far as they can. */
export function planShift(context: PlanContext, step: 1 | -1): Planned {
  const runs = runsOf(stopsOf(context)).map((run) => run.map(({ passage }) => passage.id));
  if (runs.length < 2) return planShiftRun(context, step);
  let { issue } = context;
  const edits: Edit[] = [];
  for (const selected of step < 0 ? runs : runs.toReversed()) {
    const planned = planShiftRun({ ...context, issue, selected }, step);
    const next = planned.ok ? applyAll(issue, planned.value.edits) : null;
    if (!planned.ok || !next?.ok) continue;
    edits.push(...planned.value.edits);
    issue = next.value;
  }
  return edits.length > 0 ? ok({ label: 'move', edits, select: null }) : fail('at-the-edge');
}

function planShiftRun(context: PlanContext, step: 1 | -1): Planned {
  const { issue } = context;
  const stops = stopsOf(context);
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last) return fail('nothing-selected');
  const list = first.article < 0 ? issue.aside : issue.articles[first.article]!.passages;
  const article = issue.articles[first.article]?.id ?? null;
  const inside = step < 0 ? first.index > 0 : last.index < list.length - 1;
  if (inside) {
    const after = step < 0 ? (list[first.index - 2]?.id ?? null) : list[last.index + 1]!.id;
    return planDrop(context, { article, after }, 'move');
  }
  const neighbour = first.article < 0 ? undefined : issue.articles[first.article + step];
  if (!neighbour) return fail('at-the-edge');
  return planDrop(context, { article: neighbour.id, after: step < 0 ? neighbour.passages.at(-1)!.id : null }, 'move');
}
