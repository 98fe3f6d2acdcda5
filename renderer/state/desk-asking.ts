import { createStore, useStore } from 'zustand';
import { recall, remember } from './remember.ts';

/** What is asked beside what the machine did and is unsure of: what it nearly did, and roles that are likelier wrong than right. */
export type Asking = { readonly near: boolean; readonly roles: boolean };

export const ASK_ALL: Asking = { near: true, roles: true };

const isAsking = (value: unknown): value is Asking =>
  typeof value === 'object' && value !== null && 'near' in value && typeof value.near === 'boolean' && 'roles' in value && typeof value.roles === 'boolean';

/** Which questions the pages put to the editor; kept by the window. */
export const askingStore = createStore<Asking>(() => recall('desk.asking', isAsking) ?? ASK_ALL);

export const useAsking = <T>(pick: (state: Asking) => T): T => useStore(askingStore, pick);

export function setAsking(change: Partial<Asking>): void {
  askingStore.setState(change);
  remember('desk.asking', askingStore.getState());
}
