import type { Command } from './command.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { learnCommand } from './commands/learn.ts';
import { splitCommand } from './commands/split.ts';
import { trainCommand } from './commands/train.ts';
import { trainChecksCommand } from './commands/train-checks.ts';
import { verifyCommand } from './commands/verify.ts';

/** Every command, sorted by name. */
export const COMMANDS: readonly Command[] = [evaluateCommand, exportCommand, importCommand, learnCommand, splitCommand, trainCommand, trainChecksCommand, verifyCommand];
