import type { Command } from './command.ts';

/** Every command, sorted by name. */
export const COMMANDS: readonly Command[] = [];
