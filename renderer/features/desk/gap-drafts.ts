import type { PassageId } from '#core/model/ids.ts';
import { refuse } from '../../state/desk-act.ts';
import { only } from '../../state/desk-selection.ts';
import { deskViewStore, select, write } from '../../state/desk-view.ts';
import { openedPage } from '../../state/desk.ts';
import { gapFrom } from './gaps.ts';
import type { GapPlace } from './gaps.ts';

const drafts = new Map<string, string>();
const nameOf = (passage: PassageId, at: number): string => `${passage} ${at}`;

/** What was typed for a gap and not put in yet; null if nothing was. */
export const draftOf = (passage: PassageId, at: number): string | null => drafts.get(nameOf(passage, at)) ?? null;

/** Keeps what is typed for a gap, for when one comes back to it; null: it was put in, or given up. */
export function keepDraft(passage: PassageId, at: number, text: string | null): void {
  if (text === null) drafts.delete(nameOf(passage, at));
  else drafts.set(nameOf(passage, at), text);
}

let visited: GapPlace | null = null; // the gap one was at last

/** Goes to the next gap of the page or the one before, and opens it to be filled. */
export function goToGap(step: 1 | -1): void {
  const { selection, writing } = deskViewStore.getState();
  const { issue } = openedPage();
  const focus = selection?.focus ?? null;
  const beside = focus && { passage: focus, at: step > 0 ? -1 : 0 };
  const here = writing?.kind === 'gap' ? writing : visited?.passage === focus ? visited : beside;
  const gap = gapFrom(issue, here, step);
  if (!gap) return refuse('no-gap');
  visited = gap;
  select(only(gap.passage));
  write({ kind: 'gap', ...gap });
}
