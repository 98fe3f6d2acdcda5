import { createStore, useStore } from 'zustand';
import { appStore } from './app.ts';
import { recall, remember } from './remember.ts';

/** What the pane at the left of the desk shows: the blocks of the text, the page's picture, or one above the other. */
export const PICTURE_MODES = ['blocks', 'both', 'picture'] as const;
export type PictureMode = (typeof PICTURE_MODES)[number];

/** How a project's pictures are shown. `share`: the picture's part of the pane's height where both are shown. */
export type PictureLooks = { readonly mode: PictureMode; readonly share: number };

const FIRST: PictureLooks = { mode: 'blocks', share: 0.6 };
const [LEAST, MOST] = [0.2, 0.85];

const isLooks = (value: unknown): value is PictureLooks =>
  typeof value === 'object' && value !== null && 'mode' in value && PICTURE_MODES.includes(value.mode as PictureMode)
  && 'share' in value && typeof value.share === 'number' && value.share >= LEAST && value.share <= MOST;

const nameOf = (project: string) => `desk.picture.${project}`;
const project = () => appStore.getState().app?.project?.id ?? null;

export const pictureLooksStore = createStore<PictureLooks>(() => FIRST);

export const usePictureLooks = <T>(select: (state: PictureLooks) => T): T => useStore(pictureLooksStore, select);

/** Takes up how this project's pictures were shown the last time. */
export function recallPictureLooks(): void {
  const id = project();
  pictureLooksStore.setState((id === null ? null : recall(nameOf(id), isLooks)) ?? FIRST);
}

export function setPictureLooks(looks: Partial<PictureLooks>): void {
  const share = Math.min(MOST, Math.max(LEAST, looks.share ?? pictureLooksStore.getState().share));
  pictureLooksStore.setState({ ...looks, share });
  const id = project();
  if (id !== null) remember(nameOf(id), pictureLooksStore.getState());
}
