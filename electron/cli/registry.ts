import type { Command } from './command.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { splitCommand } from './commands/split.ts';
import { trainCommand } from './commands/train.ts';

/** Every command, sorted by name. */
export const COMMANDS: readonly Command[] = [evaluateCommand, splitCommand, trainCommand];
