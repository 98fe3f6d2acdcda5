import type { DragEvent } from 'react';
import { passageId } from '#core/model/ids.ts';
import type { ArticleId, PassageId } from '#core/model/ids.ts';
import { act, planContext } from '../../../state/desk-act.ts';
import { actOnMarks } from '../../../state/desk-again.ts';
import { clearMarks, contextOfMarks, marksNow } from '../../../state/desk-marks.ts';
import { articlePosition, stopOf } from '../../../state/desk-outline.ts';
import { planPlace } from '../../../state/desk-plan-articles.ts';
import { planDrop } from '../../../state/desk-plan-passages.ts';
import { selectedSet } from '../../../state/desk-selected.ts';
import { only } from '../../../state/desk-selection.ts';
import { deskViewStore, select } from '../../../state/desk-view.ts';
import { openedPage } from '../../../state/desk.ts';
import { dragStore } from './drag-store.ts';

/** Dragging a marked passage drags all that are marked, another one all that is selected with it; one that is neither is selected first. */
export function dragPassage(event: DragEvent, id: PassageId): void {
  const { issue } = openedPage();
  if (!marksNow().includes(id)) {
    clearMarks();
    if (!selectedSet(issue, deskViewStore.getState().selection).has(id)) select(only(id));
  }
  begin(event);
  dragStore.setState({ what: 'passages', over: null });
}

export function dragArticle(event: DragEvent, article: ArticleId): void {
  begin(event);
  dragStore.setState({ what: { article }, over: null });
}

// A drag without data does not begin; the plain text is for no one to read.
function begin(event: DragEvent): void {
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', '');
}

export function endDrag(): void {
  dragStore.setState({ what: null, over: null });
}

/** Shows where what is dragged would go: before or after the passage that is nearest to the pointer. */
export function dragOver(event: DragEvent<HTMLElement>): void {
  const { what, over } = dragStore.getState();
  if (what === null) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'move';
  const next = what === 'passages' ? nearest(event) : nearestArticle(event);
  if (next?.passage !== over?.passage || next?.side !== over?.side) dragStore.setState({ over: next });
}

function nearest(event: DragEvent<HTMLElement>): { passage: PassageId; side: 'before' | 'after' } | null {
  const target = event.target instanceof Element ? event.target : null;
  const row = target?.closest<HTMLElement>('[data-passage]') ?? target?.closest('[data-group]')?.querySelector<HTMLElement>('[data-passage]');
  const id = row?.dataset['passage'];
  if (!row || id === undefined) return null;
  const box = row.getBoundingClientRect();
  return { passage: passageId(id), side: event.clientY < box.top + box.height / 2 ? 'before' : 'after' };
}

/** An article goes above the one pointed at, or below, by the half of it the pointer is in. */
function nearestArticle(event: DragEvent<HTMLElement>): { passage: PassageId; side: 'before' | 'after' } | null {
  const group = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-group]') : null;
  const rows = group?.querySelectorAll<HTMLElement>('[data-passage]');
  if (!group || !rows?.length) return null;
  const box = group.getBoundingClientRect();
  const side = event.clientY < box.top + box.height / 2 ? 'before' : 'after';
  const id = rows[side === 'before' ? 0 : rows.length - 1]?.dataset['passage'] ?? '';
  return { passage: passageId(id), side };
}

/** Lets go: what was dragged goes where the mark is. */
export function drop(event: DragEvent): void {
  event.preventDefault();
  const { what, over } = dragStore.getState();
  endDrag();
  if (what === null || !over) return;
  const { issue } = openedPage();
  const stop = stopOf(issue, over.passage);
  if (!stop) return;
  if (what === 'passages') {
    const list = issue.articles[stop.article]?.passages ?? issue.aside;
    const moved = new Set(contextOfMarks().selected);
    const above = list.slice(0, stop.index + (over.side === 'after' ? 1 : 0)).findLast(({ id }) => !moved.has(id));
    actOnMarks((context) => planDrop(context, { article: issue.articles[stop.article]?.id ?? null, after: above?.id ?? null }));
    return;
  }
  const position = stop.article < 0 ? issue.articles.length - 1 : stop.article;
  const own = articlePosition(issue, what.article);
  const lower = over.side === 'before' && stop.article >= 0 ? position - 1 : position;
  if (lower === own || lower === own - 1) return;
  act(planPlace(planContext(), what.article, issue.articles[lower]?.id ?? null));
}
