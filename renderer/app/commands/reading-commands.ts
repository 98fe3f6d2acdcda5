import { READING } from '#contract/schemas/project.ts';
import { always } from '../../commands/command.ts';
import type { Command } from '../../commands/command.ts';
import { needing } from '../../commands/needing.ts';
import { canStep, nextFace, setReading, stepReading } from '../../state/reading.ts';
import type { ReadingPart } from '../../state/reading.ts';

const STEPS: readonly (readonly [string, ReadingPart, 1 | -1, string])[] = [
  ['larger', 'size', 1, 'ArrowUp'],
  ['smaller', 'size', -1, 'ArrowDown'],
  ['wider', 'measure', 1, 'ArrowRight'],
  ['narrower', 'measure', -1, 'ArrowLeft'],
  ['looser', 'leading', 1, 'PageUp'],
  ['tighter', 'leading', -1, 'PageDown'],
];

/** How the page's own text is set, by keys. */
export const readingCommands: readonly Command[] = [
  ...STEPS.map(([name, part, by, key]): Command => ({
    id: `app.reading.${name}`,
    labelKey: `command.app.reading.${name}` as Command['labelKey'],
    group: 'view',
    keys: [`Alt+R ${key}`],
    inText: true,
    when: needing('needs.further', () => canStep(part, by)),
    run: () => stepReading(part, by),
  })),
  { id: 'app.reading.face', labelKey: 'command.app.reading.face', group: 'view', keys: ['Alt+R F'], inText: true, when: always, run: nextFace },
  { id: 'app.reading.reset', labelKey: 'command.app.reading.reset', group: 'view', keys: ['Alt+R 0'], inText: true, when: always, run: () => setReading(READING) },
];
