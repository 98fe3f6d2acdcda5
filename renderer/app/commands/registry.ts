import { createRegistry } from '../../commands/registry.ts';
import { projectCommands } from '../../features/project/commands.ts';
import { appCommands } from './app-commands.ts';

/** Every command of Stet. Where two share a key, the screen's own comes before the program's. */
export const registry = createRegistry(projectCommands, appCommands);
