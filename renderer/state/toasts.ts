import { createStore, useStore } from 'zustand';
import type { AppError } from '#contract/app-error.ts';
import { isStringKey } from '#strings/index.ts';
import type { Params, StringKey, Translate } from '#strings/index.ts';

/** A passing message. `undo` is offered beside it; `here`: it speaks of the screen it was said on. Sentences are keys, so that a switch of language reaches them. */
export type Toast = {
  readonly id: number;
  readonly tone: 'plain' | 'problem';
  readonly key: StringKey;
  readonly params: Params;
  readonly undo: (() => void | Promise<void>) | null;
  readonly here: boolean;
  readonly times: number; // a problem that came again is one message
};

type State = { readonly toasts: readonly Toast[]; readonly nextId: number };

export const toastStore = createStore<State>(() => ({ toasts: [], nextId: 1 }));

export const useToasts = (): readonly Toast[] => useStore(toastStore, (state) => state.toasts);

const MOST_SHOWN = 3;

function show(toast: Omit<Toast, 'id' | 'times'>): void {
  toastStore.setState((state) => {
    // One message at a time: Undo takes back the last thing done, so an older one may no longer offer it. Problems stay.
    const problems = state.toasts.filter((older) => older.tone === 'problem');
    const same = toast.tone === 'problem' ? problems.find((older) => saysTheSame(older, toast)) : undefined;
    const others = problems.filter((older) => older !== same);
    return { toasts: [...others, { ...toast, id: state.nextId, times: (same?.times ?? 0) + 1 }].slice(-MOST_SHOWN), nextId: state.nextId + 1 };
  });
}

function saysTheSame(a: Pick<Toast, 'key' | 'params'>, b: Pick<Toast, 'key' | 'params'>): boolean {
  const names = Object.keys(a.params);
  return a.key === b.key && names.length === Object.keys(b.params).length && names.every((name) => a.params[name] === b.params[name]);
}

/** Says what happened, with an Undo where it can be taken back. */
export function say(key: StringKey, params: Params = {}, undo: Toast['undo'] = null): void {
  show({ tone: 'plain', key, params, undo, here: false });
}

/** Says why something cannot be done; pressed again and again, it is said once, for as long as it is in sight. */
export function sayOnce(key: StringKey, params: Params = {}): void {
  if (!toastStore.getState().toasts.some((toast) => saysTheSame(toast, { key, params }))) sayHere(key, params);
}

/** Says what means something on this screen only: it goes with the screen. */
export function sayHere(key: StringKey, params: Params = {}): void {
  show({ tone: 'plain', key, params, undo: null, here: true });
}

/** Another screen: what was said of the one before no longer means anything. */
export function leaveScreen(): void {
  keep(({ here }) => !here);
}

/** Another project: nothing that was said of the one before, or of one that could not be opened, holds any more. */
export function leaveProject(): void {
  keep(() => false);
}

function keep(stays: (toast: Toast) => boolean): void {
  toastStore.setState((state) => (state.toasts.every(stays) ? state : { toasts: state.toasts.filter(stays) }));
}

/** Takes back the offers of Undo: something else was done since, and Undo would now take back that. */
export function withdrawUndo(): void {
  keep(({ undo }) => undo === null);
}

/** Says what went wrong. Cancelling is no error and says nothing. */
export function sayError(error: AppError): void {
  if (error.code === 'cancelled') return;
  show({ tone: 'problem', key: errorKey(error), params: errorParams(error), undo: null, here: false });
}

/** What was said to have gone wrong is so no longer. */
export function retractError(error: AppError): void {
  const key = errorKey(error);
  keep((toast) => toast.key !== key);
}

export function dismissToast(id: number): void {
  keep((toast) => toast.id !== id);
}

/** Takes away the newest message, or the newest problem. Says whether there was one. */
export function dismissNewest(tone?: Toast['tone']): boolean {
  const newest = toastStore.getState().toasts.findLast((toast) => tone === undefined || toast.tone === tone);
  if (newest) dismissToast(newest.id);
  return newest !== undefined;
}

/** The sentence for an error. */
export function errorKey(error: AppError): StringKey {
  const key = error.code === 'edit-refused' ? `error.edit.${error.edit}` : `error.${error.code}`;
  return isStringKey(key) ? key : 'error.edit-refused';
}

/** What an error's sentence speaks of. */
export function errorParams(error: AppError): Params {
  return Object.fromEntries(Object.entries(error).map(([name, value]) => [name, value ?? '']));
}

/** The sentence for an error in the language of `t`. */
export function errorText(t: Translate, error: AppError): string {
  return t(errorKey(error), errorParams(error));
}
