import type { Command } from '../../../commands/command.ts';
import { needing } from '../../../commands/needing.ts';
import { atPassage } from '../commands/when.ts';
import { suggestedHere, takeSuggested } from './suggested-store.ts';

/** Takes the first topics that are suggested, as they stand in the tab of topics. */
export const suggestedCommands: readonly Command[] = [1, 2, 3].map((nth) => ({
  id: `desk.suggestion.${nth}`,
  labelKey: 'command.desk.suggestion',
  group: 'desk',
  keys: [`Shift+${nth}`],
  decides: true,
  when: needing('needs.suggestion', () => atPassage() && suggestedHere().length >= nth),
  run: () => takeSuggested(nth - 1),
  keysOnly: true,
}));
