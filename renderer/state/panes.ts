import { createStore, useStore } from 'zustand';
import { recall, remember } from './remember.ts';

/** A pane beside the main one: how wide, in CSS pixels, whether somebody chose that, and whether it is shown. */
export type Pane = { readonly width: number; readonly chosen?: boolean; readonly hidden: boolean };
export type PaneName = 'library.facets' | 'library.preview' | 'desk.source' | 'desk.picture' | 'desk.details' | 'history.entry';

type State = Readonly<Record<PaneName, Pane>>;

const FIRST: State = {
  'library.facets': { width: 180, hidden: false },
  'library.preview': { width: 304, hidden: false },
  'desk.source': { width: 308, hidden: false },
  'desk.picture': { width: 460, hidden: false }, // the source's pane when the page's picture is in it
  'desk.details': { width: 304, hidden: false },
  'history.entry': { width: 320, hidden: false },
};

/** The narrowest and widest a pane can be made, in CSS pixels. */
export const PANE_LIMITS: Readonly<Record<PaneName, { readonly min: number; readonly max: number }>> = {
  'library.facets': { min: 150, max: 340 },
  'library.preview': { min: 240, max: 620 },
  'desk.source': { min: 200, max: 620 },
  'desk.picture': { min: 240, max: 1200 },
  'desk.details': { min: 240, max: 560 },
  'history.entry': { min: 240, max: 560 },
};

const isPane = (value: unknown): value is Pane =>
  typeof value === 'object' && value !== null && 'width' in value && typeof value.width === 'number' && 'hidden' in value && typeof value.hidden === 'boolean';

const isState = (value: unknown): value is Partial<State> => typeof value === 'object' && value !== null && Object.values(value).every(isPane);

export const paneStore = createStore<State>(() => ({ ...FIRST, ...recall('panes', isState) }));

export const usePane = (name: PaneName): Pane => useStore(paneStore, (state) => state[name]);

function change(name: PaneName, pane: Partial<Pane>): void {
  paneStore.setState((state) => ({ ...state, [name]: { ...state[name], ...pane } }));
  remember('panes', paneStore.getState());
}

export function resizePane(name: PaneName, width: number): void {
  const { min, max } = PANE_LIMITS[name];
  change(name, { width: Math.round(Math.min(max, Math.max(min, width))), chosen: true });
}

/** How wide a pane of the desk is drawn, as CSS says it: as it was chosen, up to nearly half of the window; until then up to a share of it, in per cent. */
export const deskWidth = ({ width, chosen = false }: Pane, share: number): string => `min(${width}px, ${chosen ? 45 : share}vw)`;

const isBeside = (value: unknown): value is readonly PaneName[] => Array.isArray(value) && value.every((name) => name === 'desk.source' || name === 'desk.details');

/** Leaves the articles alone at the desk, or shows again what stood beside them. */
export function toggleBesideArticles(): void {
  const both = ['desk.source', 'desk.details'] as const;
  const shown = both.filter((name) => !paneStore.getState()[name].hidden);
  if (shown.length > 0) remember('panes.beside', shown);
  const back = shown.length > 0 ? [] : (recall('panes.beside', isBeside) ?? both);
  for (const name of both) change(name, { hidden: !back.includes(name) });
}

export function togglePane(name: PaneName): void {
  change(name, { hidden: !paneStore.getState()[name].hidden });
}
