import { always } from '../../commands/command.ts';
import type { Command } from '../../commands/command.ts';
import { isProjectOpen } from '../../state/app.ts';
import { goTo } from '../../state/screen.ts';
import { toggleMakeReady } from './make-ready.ts';
import { closeProject, openExisting, openFolder, openSamples, reopenProject, rescan } from './open.ts';

/** Opening, closing and setting up a project. */
export const projectCommands: readonly Command[] = [
  { id: 'project.openFolder', labelKey: 'command.project.openFolder', group: 'project', keys: ['Mod+O', 'O F'], inText: true, when: always, run: openFolder },
  { id: 'project.openExisting', labelKey: 'command.project.openExisting', group: 'project', keys: ['Mod+Shift+O', 'O P'], inText: true, when: always, run: openExisting },
  { id: 'project.openSamples', labelKey: 'command.project.openSamples', group: 'project', keys: ['O M'], when: always, run: openSamples },
  { id: 'project.rescan', labelKey: 'command.project.rescan', group: 'project', keys: ['O R'], decides: true, when: isProjectOpen, run: rescan },
  { id: 'project.settings', labelKey: 'command.project.settings', group: 'project', keys: ['Mod+,', 'Alt+0', 'O S'], inText: true, when: isProjectOpen, run: () => goTo({ screen: 'settings' }) },
  { id: 'project.makeReady', labelKey: 'command.project.makeReady', group: 'project', keys: ['O E'], decides: true, when: isProjectOpen, run: toggleMakeReady },
  { id: 'project.reopen', labelKey: 'command.project.reopen', group: 'project', keys: ['O A'], when: isProjectOpen, run: reopenProject },
  { id: 'project.close', labelKey: 'command.project.close', group: 'project', keys: ['Mod+Shift+W', 'O C'], inText: true, when: isProjectOpen, run: closeProject },
];
