import { refuseWriting } from '../state/writing.ts';
import type { Command } from './command.ts';

/** Does what a command is for, or says why nothing can be decided in this project. */
export function give(command: Command): void {
  if (command.decides && refuseWriting()) return;
  void command.run();
}
