import { createStore, useStore } from 'zustand';
import type { AppError } from '#contract/app-error.ts';
import type { AppState, Language, Theme } from '#contract/schemas/project.ts';
import { call, listen } from '../bridge/bridge.ts';

export type EngineState = { readonly state: 'starting' | 'ready' | 'restarting' | 'reopening' | 'taking-over' | 'failed'; readonly error: AppError | null };

type State = {
  readonly app: AppState | null; // null: not asked yet
  readonly engine: EngineState;
};

/** What main knows: language, theme, recent projects, the open project; and how the engine is. */
export const appStore = createStore<State>(() => ({ app: null, engine: { state: 'starting', error: null } }));

export const useApp = <T>(select: (state: State) => T): T => useStore(appStore, select);

export const isProjectOpen = (): boolean => appStore.getState().app?.project != null;

/** Asks main once and follows it from then on. */
export async function followApp(): Promise<void> {
  listen('app.changed', (app) => appStore.setState({ app }));
  listen('engine.state', (engine) => appStore.setState({ engine }));
  const state = await call('app.state', {});
  if (state.ok && appStore.getState().app === null) appStore.setState({ app: state.value });
}

export async function setLanguage(language: 'system' | Language): Promise<void> {
  const state = await call('app.setLanguage', { language });
  if (state.ok) appStore.setState({ app: state.value });
}

export async function setTheme(theme: 'system' | Theme): Promise<void> {
  const state = await call('app.setTheme', { theme });
  if (state.ok) appStore.setState({ app: state.value });
}
