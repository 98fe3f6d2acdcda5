import { createStore, useStore } from 'zustand';
import { passageId } from '#core/model/ids.ts';
import type { PassageId } from '#core/model/ids.ts';
import { only } from '../../../state/desk-selection.ts';
import { announce, select } from '../../../state/desk-view.ts';
import { labelsFor } from './labels.ts';

/** A passage in sight with the letters that lead to it, and where they are drawn (pixels of the window). */
export type Target = { readonly label: string; readonly passage: PassageId; readonly left: number; readonly top: number };

type State = { readonly targets: readonly Target[] | null; readonly typed: string };

const NONE: State = { targets: null, typed: '' };

const store = createStore<State>(() => NONE);

export const useJump = <T>(pick: (state: State) => T): T => useStore(store, pick);

export const isJumping = (): boolean => store.getState().targets !== null;

/** The passages in sight, from the top. */
function inSight(): readonly { readonly passage: PassageId; readonly left: number; readonly top: number }[] {
  const pane = document.querySelector<HTMLElement>('.articles');
  if (!pane) return [];
  const view = pane.getBoundingClientRect();
  return [...pane.querySelectorAll<HTMLElement>('[data-passage]')].flatMap((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom <= view.top || top >= view.bottom) return [];
    const left = (row.querySelector('.passage-text') ?? row).getBoundingClientRect().left;
    return [{ passage: passageId(row.dataset['passage'] ?? ''), left, top: Math.max(top, view.top) }];
  });
}

/** Draws two letters at every passage in sight, and waits for them. */
export function beginJump(): void {
  const seen = inSight();
  const labels = labelsFor(seen.length);
  store.setState({ targets: seen.slice(0, labels.length).map((one, i) => ({ ...one, label: labels[i]! })), typed: '' });
  announce('jump.begun', { count: labels.length });
}

export function endJump(): void {
  if (isJumping()) store.setState(NONE);
}

/** One letter more: with the second one goes there. Letters that lead nowhere end it. */
export function typeLetter(letter: string): void {
  const { targets, typed } = store.getState();
  const now = typed + letter;
  const fitting = targets?.filter(({ label }) => label.startsWith(now)) ?? [];
  const [target] = fitting;
  if (target && target.label !== now) return store.setState({ typed: now });
  endJump();
  if (target) select(only(target.passage));
}
