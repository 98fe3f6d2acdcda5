import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { isProjectOpen } from '../../state/app.ts';
import { isScreen } from '../../state/screen.ts';
import { canStart, exportAnyway, exportStore, isTaken, lacksIds, lacksPages, startExport } from './export-store.ts';
import { setNaming } from './preset-store.ts';
import { focusPresets } from './presets.tsx';

const onScreen = () => isProjectOpen() && isScreen('export');

/** What can be done on the export screen by key. */
export const exportCommands: readonly Command[] = [
  { id: 'export.presets', labelKey: 'command.export.presets', group: 'export', keys: ['P'], when: needing('needs.at.export', onScreen), run: focusPresets },
  { id: 'export.savePreset', labelKey: 'command.export.savePreset', group: 'export', keys: ['S'], decides: true, when: needing('needs.export-formats', () => onScreen() && exportStore.getState().formats.length > 0), run: () => setNaming('new') },
  {
    id: 'export.start',
    labelKey: 'command.export.start',
    group: 'export',
    keys: ['Mod+Enter'],
    inText: true,
    when: needing('needs.export', () => isProjectOpen() && isScreen('export') && canStart()),
    run: () => startExport(),
  },
  {
    id: 'export.replace',
    labelKey: 'command.export.replace',
    group: 'export',
    keys: ['Mod+Shift+Enter'],
    inText: true,
    when: needing('needs.export-there', () => isProjectOpen() && isScreen('export') && canStart() && isTaken()),
    run: () => exportAnyway({ replace: true }),
  },
  {
    id: 'export.only-with-id',
    labelKey: 'command.export.only-with-id',
    group: 'export',
    keys: ['Mod+Alt+Enter'],
    inText: true,
    when: needing('needs.export-without-id', () => isProjectOpen() && isScreen('export') && canStart() && lacksIds()),
    run: () => exportAnyway({ onlyWithId: true }),
  },
  {
    id: 'export.leave-out-lost',
    labelKey: 'command.export.leave-out-lost',
    group: 'export',
    keys: ['Alt+Enter'],
    inText: true,
    when: needing('needs.export-lost', () => isProjectOpen() && isScreen('export') && canStart() && lacksPages()),
    run: () => exportAnyway({ leaveOutLost: true }),
  },
];
