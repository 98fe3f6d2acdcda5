import type { Command } from '../../../commands/command.ts';
import { needing } from '../../../commands/needing.ts';
import { atDesk, atPassage } from '../commands/when.ts';
import { flipHere, isStrandsOpen, openStrandsHere } from './strands-store.ts';

const atStrands = needing('needs.strands', () => atDesk() && isStrandsOpen());

/** Taking two articles apart that were printed in columns side by side. */
export const strandsCommands: readonly Command[] = [
  {
    id: 'desk.strands', labelKey: 'command.desk.strands', group: 'desk', keys: ['Shift+L'], when: needing('needs.passage', () => atPassage() || atStrands()),
    run: () => (isStrandsOpen() ? flipHere(true) : openStrandsHere()),
  },
  { id: 'desk.flip', labelKey: 'command.desk.flip', group: 'desk', keys: ['L'], when: atStrands, run: () => flipHere(false) },
];
