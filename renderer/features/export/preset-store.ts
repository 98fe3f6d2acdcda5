import { createStore, useStore } from 'zustand';
import type { Filter } from '#contract/schemas/library.ts';
import type { Preset, PresetChoices } from '#contract/schemas/preset.ts';
import { isSameName } from '#contract/schemas/queue.ts';
import type { Queue } from '#contract/schemas/queue.ts';
import { call, newOnce } from '../../bridge/bridge.ts';
import { undoLast } from '../../state/history.ts';
import { queueStore } from '../../state/queue.ts';
import { whileSaving } from '../../state/saving.ts';
import { say, sayError } from '../../state/toasts.ts';
import { exportStore, filterNow } from './export-store.ts';
import type { Choice } from './export-store.ts';

/** What is being named: a preset that is renamed (its id), a new one, or none. */
type Naming = { readonly preset: string } | 'new' | null;

type State = { readonly presets: readonly Preset[]; readonly naming: Naming };

export const presetStore = createStore<State>(() => ({ presets: [], naming: null }));

export const usePresets = <T>(select: (state: State) => T): T => useStore(presetStore, select);

export const setNaming = (naming: Naming): void => presetStore.setState({ naming });

/** Nothing is known any more: another project was opened. */
export const forgetPresets = (): void => presetStore.setState({ presets: [], naming: null });

/** Asks which presets there are. */
export async function loadPresets(): Promise<void> {
  const presets = await call('preset.list', {});
  if (presets.ok) presetStore.setState({ presets: presets.value });
}

/** A value as a text that is the same for the same value, however its parts are ordered. */
const keyOf = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => (
  typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part
));

/** The choice of the screen that a filter is: one that is offered there, else the filter itself. */
export function choiceOf(filter: Filter, queues: readonly Queue[]): Choice {
  const key = keyOf(filter);
  if (key === keyOf({})) return 'all';
  if (key === keyOf({ status: ['approved'] })) return 'approved';
  const queue = queues.find((each) => !each.builtIn && keyOf(each.filter) === key);
  return queue ? { queue: queue.id } : { filter };
}

/** What is chosen on the screen now. */
function choicesNow(): PresetChoices {
  const { formats, reading, bom, licence, withProject } = exportStore.getState();
  return { formats: [...formats], filter: filterNow(), reading, bom, licence: licence.trim() === '' ? null : licence.trim(), withProject };
}

/** Whether choices are those of a preset, which says nothing of the licence where it has none. */
export function isChosen(preset: PresetChoices, now: PresetChoices): boolean {
  const { licence: _, formats: mine, ...rest } = preset;
  const { licence, formats: theirs, ...others } = now;
  return keyOf(rest) === keyOf(others) && keyOf(mine.toSorted()) === keyOf(theirs.toSorted()) && (preset.licence === null || preset.licence === licence);
}

/** The preset that what is chosen on the screen is, if any. */
export const chosenPreset = (presets: readonly Preset[]): Preset | null => {
  const now = choicesNow();
  return presets.find(({ choices }) => isChosen(choices, now)) ?? null;
};

/** Chooses what a preset has; of its formats, those there are. */
export function choosePreset({ choices: { formats, filter, reading, bom, licence, withProject } }: Preset): void {
  const { offered } = exportStore.getState();
  exportStore.setState({
    formats: (offered ?? formats).filter((format) => formats.includes(format)), choice: choiceOf(filter, queueStore.getState().queues), reading, bom, withProject,
    ...(licence !== null && { licence }), problem: null,
  });
}

/** Saves what is chosen under a name; under that of a preset of the user's own, in its stead. */
export async function savePreset(name: string): Promise<void> {
  const same = presetStore.getState().presets.find((each) => !each.builtIn && isSameName(each.name, name));
  const saved = await whileSaving(call('preset.save', { once: newOnce(), id: same?.id ?? null, name, choices: choicesNow() }));
  if (saved.ok) say('preset.saved', { name }, undoLast);
  else sayError(saved.error);
  await loadPresets();
}

/** Gives a preset another name; the old one can be had back. */
export async function renamePreset({ id, name: before }: Preset, name: string): Promise<void> {
  const renamed = await whileSaving(call('preset.rename', { once: newOnce(), id, name }));
  if (renamed.ok) say('preset.renamed', { before, name }, undoLast);
  else sayError(renamed.error);
  await loadPresets();
}

/** Takes a preset away; it can be had back. */
export async function removePreset({ id }: Preset): Promise<void> {
  const removed = await whileSaving(call('preset.remove', { once: newOnce(), id }));
  if (removed.ok) say('history.remove-preset', {}, undoLast);
  else sayError(removed.error);
  await loadPresets();
}
