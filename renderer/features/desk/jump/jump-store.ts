import { createStore, useStore } from 'zustand';
import { passageId } from '#core/model/ids.ts';
import type { PassageId } from '#core/model/ids.ts';
import { actOnMarks } from '../../../state/desk-again.ts';
import { contextOfMarks } from '../../../state/desk-marks.ts';
import { planBelow, planGoesOn } from '../../../state/desk-plan-below.ts';
import { extendTo, only } from '../../../state/desk-selection.ts';
import { announce, deskViewStore, select } from '../../../state/desk-view.ts';
import { openedPage } from '../../../state/desk.ts';
import { labelsFor } from './labels.ts';

/** A passage in sight with the letters that lead to it, and where they are drawn (pixels of the window). */
export type Target = { readonly label: string; readonly passage: PassageId; readonly left: number; readonly top: number };

/** What a passage is pointed at for: to go there, or that the selected or marked passages go below it, or that it goes on with them. */
export type Aim = 'go' | 'below' | 'goes-on';

type State = { readonly targets: readonly Target[] | null; readonly typed: string; readonly aim: Aim };

const NONE: State = { targets: null, typed: '', aim: 'go' };

const store = createStore<State>(() => NONE);

export const useJump = <T>(pick: (state: State) => T): T => useStore(store, pick);

export const isJumping = (): boolean => store.getState().targets !== null;

/** The passages in sight, from the top, but some. */
function inSight(without: readonly PassageId[]): readonly { readonly passage: PassageId; readonly left: number; readonly top: number }[] {
  const pane = document.querySelector<HTMLElement>('.articles');
  if (!pane) return [];
  const view = pane.getBoundingClientRect();
  return [...pane.querySelectorAll<HTMLElement>('[data-passage]')].flatMap((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    const passage = passageId(row.dataset['passage'] ?? '');
    if (bottom <= view.top || top >= view.bottom || without.includes(passage)) return [];
    const left = (row.querySelector('.passage-text') ?? row).getBoundingClientRect().left;
    return [{ passage, left, top: Math.max(top, view.top) }];
  });
}

/** The places that can be pointed at for something, with their letters. What is to be put elsewhere is no place for itself. */
function targetsFor(aim: Aim): readonly Target[] {
  const seen = inSight(aim === 'go' ? [] : contextOfMarks().selected);
  const labels = labelsFor(seen.length);
  return seen.slice(0, labels.length).map((one, i) => ({ ...one, label: labels[i]! }));
}

/** Draws letters at every passage in sight, and waits for them. */
export function beginJump(aim: Aim): void {
  const targets = targetsFor(aim);
  store.setState({ targets, typed: '', aim });
  announce(`jump.begun.${aim}`, { count: targets.length });
}

/**
 * The text was scrolled, as it is by the key before if this one came right behind it: letters are drawn at what is in sight now. Where one of two
 * was given already, they stay at their passages; where none of these is left in sight it ends.
 */
export function moveLabels(): void {
  const { targets, typed, aim } = store.getState();
  if (typed === '') return store.setState({ targets: targetsFor(aim) });
  const places = new Map(inSight([]).map((place) => [place.passage, place]));
  const left = (targets ?? []).flatMap((target) => {
    const place = places.get(target.passage);
    return place ? [{ ...target, ...place }] : [];
  });
  if (left.length === 0) endJump();
  else store.setState({ targets: left });
}

export function endJump(): void {
  if (isJumping()) store.setState(NONE);
}

function arrive(passage: PassageId, aim: Aim, extending: boolean): void {
  if (aim === 'below') actOnMarks((context) => planBelow(context, passage));
  else if (aim === 'goes-on') actOnMarks((context) => planGoesOn(context, passage));
  else select(extending ? extendTo(openedPage().issue, deskViewStore.getState().selection, passage) : only(passage));
}

/** One letter more: where the label is whole one arrives there; `extending`: all up to there is selected. Letters that lead nowhere end it. */
export function typeLetter(letter: string, extending: boolean): void {
  const { targets, typed, aim } = store.getState();
  const now = typed + letter;
  const fitting = targets?.filter(({ label }) => label.startsWith(now)) ?? [];
  const [target] = fitting;
  if (target && target.label !== now) return store.setState({ typed: now });
  endJump();
  if (target) arrive(target.passage, aim, extending);
}
