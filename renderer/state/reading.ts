import { READING, READING_FACES } from '#contract/schemas/project.ts';
import type { Reading } from '#contract/schemas/project.ts';
import { call } from '../bridge/bridge.ts';
import { appStore, useApp } from './app.ts';
import { sayError } from './toasts.ts';

/** How far each part goes, and by how much one step changes it. As the contract has it. */
export const READING_STEPS = {
  size: { min: 14, max: 26, step: 1 },
  measure: { min: 24, max: 44, step: 1 },
  leading: { min: 1.5, max: 2.2, step: 0.1 },
} as const;
export type ReadingPart = keyof typeof READING_STEPS;

export const readingNow = (): Reading => appStore.getState().app?.reading ?? READING;

export const useReading = (): Reading => useApp((state) => state.app?.reading ?? READING);

/** Sets how the page's text is set, at once; main keeps it. */
export async function setReading(part: Partial<Reading>): Promise<void> {
  const reading = { ...readingNow(), ...part };
  appStore.setState(({ app }) => ({ app: app && { ...app, reading } }));
  const state = await call('app.setReading', { reading });
  if (state.ok) appStore.setState({ app: state.value });
  else sayError(state.error);
}

/** A part one step more or less, as far as it goes. */
export function stepped(reading: Reading, part: ReadingPart, by: 1 | -1): number {
  const { min, max, step } = READING_STEPS[part];
  const value = Math.round((reading[part] + by * step) * 10) / 10;
  return Math.min(max, Math.max(min, value));
}

export const canStep = (part: ReadingPart, by: 1 | -1): boolean => stepped(readingNow(), part, by) !== readingNow()[part];

export const stepReading = (part: ReadingPart, by: 1 | -1): Promise<void> => setReading({ [part]: stepped(readingNow(), part, by) });

/** The face after the one in use. */
export function nextFace(): Promise<void> {
  const at = READING_FACES.indexOf(readingNow().face);
  return setReading({ face: READING_FACES[(at + 1) % READING_FACES.length] ?? READING.face });
}
