import { createStore, useStore } from 'zustand';
import type { RulePlaces } from '#contract/schemas/rules.ts';
import { call, listen } from '../../bridge/bridge.ts';
import { coalesce } from '../../state/coalesce.ts';
import { loadRules, rulesStore } from '../../state/rules.ts';

const openPlacesStore = createStore<{ readonly places: ReadonlyMap<string, RulePlaces> }>(() => ({ places: new Map() }));

/** How many places a rule would still have read otherwise; undefined: not counted yet. */
export const useOpenPlaces = (id: string): RulePlaces | undefined => useStore(openPlacesStore, ({ places }) => places.get(id));

const SOON = 400; // milliseconds in which changes are gathered

/** Asks for the rules and counts their places, one after the other, while they are shown, and anew when pages or rules change, until the returned function is called. */
export function followOpenPlaces(): () => void {
  let [isCounting, again, isOver] = [false, false, false];
  // While pages change without end each count is finished before the next is begun: begun anew every time, none would ever be told.
  const count = async () => {
    if (isOver) return;
    if (isCounting) {
      again = true;
      return;
    }
    [isCounting, again] = [true, false];
    await loadRules(); // what they changed of their own accord
    for (const { id } of rulesStore.getState().rules) {
      const answer = isOver ? null : await call('rules.places', { id });
      if (answer?.ok && !isOver) openPlacesStore.setState(({ places }) => ({ places: new Map(places).set(id, answer.value) }));
    }
    isCounting = false;
    if (again && !isOver) soon();
  };
  const soon = coalesce(() => void count(), SOON);
  const stops = [listen('library.changed', soon), listen('accepted.changed', soon), rulesStore.subscribe(({ rules }, before) => rules !== before.rules && soon())];
  void count();
  return () => {
    isOver = true;
    for (const stop of stops) stop();
  };
}
