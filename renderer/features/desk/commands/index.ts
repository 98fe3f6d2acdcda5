import type { Command } from '../../../commands/command.ts';
import { jumpCommands } from '../jump/jump-commands.ts';
import { linkCommands } from '../links/link-commands.ts';
import { pictureCommands } from '../picture/picture-commands.ts';
import { suggestedCommands } from '../suggested/suggested-commands.ts';
import { strandsCommands } from '../strands/strands-commands.ts';
import { askingCommands } from './asking-commands.ts';
import { articleCommands } from './article-commands.ts';
import { boundaryCommands } from './boundary-commands.ts';
import { findingCommands } from './finding-commands.ts';
import { findCommands } from './find-commands.ts';
import { passageCommands } from './passage-commands.ts';
import { walkCommands } from './walk-commands.ts';

/** Every command of the desk. */
export const deskCommands: readonly Command[] = [...boundaryCommands, ...passageCommands, ...articleCommands, ...askingCommands, ...suggestedCommands, ...findCommands, ...findingCommands, ...walkCommands, ...jumpCommands, ...linkCommands, ...pictureCommands, ...strandsCommands];
