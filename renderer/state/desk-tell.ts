import type { Params, StringKey } from '#strings/index.ts';
import { announce } from './desk-view.ts';
import { sayHere } from './toasts.ts';

/** Answers a key that changes nothing here, in sight and for the screen reader: a key that does nothing in silence seems broken. */
export function tell(key: StringKey, params: Params = {}): void {
  announce(key, params);
  sayHere(key, params);
}
