import { createStore, useStore } from 'zustand';
import type { AcceptedRow, AcceptedWording } from '#contract/schemas/accepted.ts';
import { NOTHING_ACCEPTED, acceptedKey, acceptedOf } from '#core/checks/accepted.ts';
import type { Accepted } from '#core/checks/accepted.ts';
import { call, listen } from '../bridge/bridge.ts';
import { coalesce } from './coalesce.ts';

type State = {
  readonly rows: readonly AcceptedRow[]; // newest first
  readonly accepted: Accepted; // the same, for the checks
  readonly everywhere: boolean; // whether there is a list for every project
  readonly places: ReadonlyMap<string, number>; // how many each wording quiets in the project, by `acceptedKey`
  readonly counting: boolean; // pages are still to be looked at
  readonly known: boolean; // the lists have been asked for
};

const EMPTY: State = { rows: [], accepted: NOTHING_ACCEPTED, everywhere: true, places: new Map(), counting: false, known: false };

/** The wordings that are accepted as they stand, in the project and everywhere. */
export const acceptedStore = createStore<State>(() => EMPTY);

export const useAccepted = <T>(select: (state: State) => T): T => useStore(acceptedStore, select);

function show(rows: readonly AcceptedRow[]): void {
  acceptedStore.setState({ rows, accepted: rows.length === 0 ? NOTHING_ACCEPTED : acceptedOf(rows) });
}

/** Asks for the lists. */
export async function loadAccepted(): Promise<void> {
  const answer = await call('accepted.list', {});
  if (!answer.ok) return;
  if (JSON.stringify(answer.value.rows) !== JSON.stringify(acceptedStore.getState().rows)) show(answer.value.rows);
  acceptedStore.setState({ everywhere: answer.value.everywhere, known: true });
}

/** Asks how many places each wording quiets. */
export async function loadPlaces(): Promise<void> {
  const answer = await call('accepted.places', {});
  if (answer.ok) acceptedStore.setState({ places: new Map(answer.value.places.map((one) => [acceptedKey(one), one.places])), counting: answer.value.counting });
}

/** Shows wordings as accepted before the engine has heard of them. */
export function acceptAtOnce(wordings: readonly AcceptedWording[]): void {
  const at = new Date().toISOString();
  show([...wordings.map((wording) => ({ ...wording, who: '', at })), ...acceptedStore.getState().rows]);
}

/** Another project: its list is another. */
export function forgetAccepted(): void {
  acceptedStore.setState(EMPTY);
}

/** Follows the engine's announcements. To be called once. */
export function followAccepted(): void {
  listen('accepted.changed', coalesce(() => void loadAccepted(), 30));
}
