import { keysClash } from '../../commands/clashes.ts';
import type { Command } from '../../commands/command.ts';
import { keysCommands } from '../../commands/palette/key-acts.ts';
import { createRegistry } from '../../commands/registry.ts';
import { acceptedCommands } from '../../features/accepted/commands.ts';
import { concordanceCommands } from '../../features/concordance/commands.ts';
import { deskCommands } from '../../features/desk/commands/index.ts';
import { exportCommands } from '../../features/export/commands.ts';
import { historyCommands } from '../../features/history/commands.ts';
import { learningCommands } from '../../features/learning/commands.ts';
import { libraryCommands } from '../../features/library/commands.ts';
import { namesCommands } from '../../features/names/commands.ts';
import { projectCommands } from '../../features/project/commands.ts';
import { queueCommands } from '../../features/queue/commands.ts';
import { rulesCommands } from '../../features/rules/commands.ts';
import { searchCommands } from '../../features/search/commands.ts';
import { topicsCommands } from '../../features/topics/commands.ts';
import { appCommands } from './app-commands.ts';
import { readingCommands } from './reading-commands.ts';

/** Every command of Stet. Where two share a key, the screen's own comes before the program's. */
export const registry = createRegistry(deskCommands, libraryCommands, queueCommands, searchCommands, concordanceCommands, rulesCommands, topicsCommands, acceptedCommands, namesCommands, exportCommands, historyCommands, learningCommands, projectCommands, appCommands, keysCommands, readingCommands);

/**
 * The command a menu item stands for. A command that is not for this screen gives way to the one that has its Ctrl (Command) key here: Undo in the menu is the
 * desk's undo at the desk. A letter alone means something else on every screen.
 */
export function menuCommand(id: string): Command | null {
  const named = registry.all.find((command) => command.id === id);
  if (!named || named.when()) return named ?? null;
  return registry.all.find((command) => command.when() && command.keys.some((keys) => named.keys.some((own) => own.startsWith('Mod+') && keysClash(keys, own)))) ?? null;
}
