import type { Keys } from '#contract/schemas/project.ts';
import { call } from '../bridge/bridge.ts';
import { appStore } from './app.ts';
import { say, sayError } from './toasts.ts';

/** Sets the keys the user has changed, in the place of those set before. Main keeps them. */
export async function setKeys(keys: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const state = await call('app.setKeys', { keys: Object.fromEntries(Object.entries(keys).map(([id, ways]) => [id, [...ways]])) });
  if (state.ok) appStore.setState({ app: state.value });
  else sayError(state.error);
}

/** Writes the changed keys into a file of the user's choice. */
export async function exportKeys(): Promise<void> {
  const written = await call('app.exportKeys', {});
  if (!written.ok) sayError(written.error);
  else if (written.value) say('toast.keys-written', { file: written.value.label });
}

/** The changed keys of a file of the user's choice; null where none was chosen or it could not be read, which is said. */
export async function importKeys(): Promise<Keys | null> {
  const read = await call('app.importKeys', {});
  if (read.ok) return read.value;
  sayError(read.error);
  return null;
}
