import { createStore } from 'zustand';
import { deskStore } from './desk.ts';
import { isScreen, screenStore } from './screen.ts';

const lookedUp = createStore(() => ({ ways: 0 }));

/** Notes that it is being looked up where one goes on to, until `way` is settled. Gives `way`. */
export function whileLookingUp(way: Promise<void>): Promise<void> {
  const add = (by: 1 | -1) => lookedUp.setState(({ ways }) => ({ ways: ways + by }));
  add(1);
  return way.finally(() => add(-1));
}

/** Whether the desk is about to show another page than the one that lies there, or none yet. */
export function isPageTurning(): boolean {
  const { page, wanted, problem } = deskStore.getState();
  return isScreen('desk') && problem === null && (page?.id ?? null) !== wanted;
}

/** … or it is being looked up which. */
export const isOnTheWay = (): boolean => isPageTurning() || (isScreen('desk') && lookedUp.getState().ways > 0);

/** Runs something at each change after which one may have arrived, or gone elsewhere, until the returned function is called. */
export function followWay(run: () => void): () => void {
  const stops = [lookedUp, deskStore, screenStore].map((store) => store.subscribe(run));
  return () => {
    for (const stop of stops) stop();
  };
}
