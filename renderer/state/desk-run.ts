import type { TypingRun } from './desk-typing.ts';

let run: TypingRun | null = null;

/** The run of typing that may go on, or null. */
export const openRun = (): TypingRun | null => run;

export function setRun(next: TypingRun): void {
  run = next;
}

/** The next thing typed is an entry of its own in the journal. */
export function closeRun(): void {
  run = null;
}
