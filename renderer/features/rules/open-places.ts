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
  let round = 0;
  const count = async () => {
    const own = (round += 1);
    await loadRules(); // what they changed of their own accord
    if (own !== round) return;
    for (const { id } of rulesStore.getState().rules) {
      const answer = await call('rules.places', { id });
      if (own !== round) return;
      if (answer.ok) openPlacesStore.setState(({ places }) => ({ places: new Map(places).set(id, answer.value) }));
    }
  };
  const soon = coalesce(() => void count(), SOON);
  const stops = [listen('library.changed', soon), listen('accepted.changed', soon), rulesStore.subscribe(({ rules }, before) => rules !== before.rules && soon())];
  void count();
  return () => {
    round += 1;
    for (const stop of stops) stop();
  };
}
