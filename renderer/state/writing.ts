import type { StringKey } from '#strings/index.ts';
import { useT } from './language.ts';
import { projectStore, useProject } from './project.ts';
import { announce } from './desk-view.ts';
import { sayOnce } from './toasts.ts';

/** Why nothing can be decided in the project that is open, as a sentence's key; null where it can. */
export function whyNotWritable(): StringKey | null {
  const why = projectStore.getState().info?.readOnly ?? null;
  return why && `needs.writing.${why}`;
}

/** To be asked before something is decided: true where it cannot be, of which the user is then told. */
export function refuseWriting(): boolean {
  const why = whyNotWritable();
  if (why === null) return false;
  announce('commands.not-now', { why });
  sayOnce('commands.not-now', { why });
  return true;
}

/** What a control that decides something bears while nothing can be decided: it is in its place, says so and why, and so does its act when it is pressed all the same. */
export type Held = { readonly 'aria-disabled'?: true; readonly title?: string };

const FREE: Held = {};

/** `decides`: whether the control does. */
export function useHeld(decides = true): Held {
  const t = useT();
  const why = useProject(({ info }) => info?.readOnly ?? null);
  return why === null || !decides ? FREE : { 'aria-disabled': true, title: t('commands.not-now', { why: t(`needs.writing.${why}`) }) };
}
