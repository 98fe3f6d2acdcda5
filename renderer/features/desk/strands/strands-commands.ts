import type { Command } from '../../../commands/command.ts';
import { needing } from '../../../commands/needing.ts';
import { atDesk, atPassage } from '../commands/when.ts';
import { flipHere, flipSelected, isStrandsOpen, openStrandsHere } from './strands-store.ts';

const atStrands = needing('needs.strands', () => atDesk() && isStrandsOpen());

const atEither = needing('needs.passage', () => atPassage() || atStrands());

const flipEither = (run: boolean) => (isStrandsOpen() ? flipHere(run) : flipSelected(run));

/** Taking two articles apart that were printed in columns side by side. */
export const strandsCommands: readonly Command[] = [
  {
    id: 'desk.strands', labelKey: 'command.desk.strands', group: 'desk', keys: ['Shift+L'], when: atEither,
    run: () => (isStrandsOpen() ? flipHere(true) : openStrandsHere()),
  },
  { id: 'desk.flip', labelKey: 'command.desk.flip', group: 'desk', keys: ['L'], decides: true, when: atEither, run: () => flipEither(false) },
  { id: 'desk.flipRest', labelKey: 'command.desk.flip-rest', group: 'desk', keys: ['Alt+L'], decides: true, when: atEither, run: () => flipEither(true) },
];
