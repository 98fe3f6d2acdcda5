import type { Preset, PresetChoices } from '#contract/schemas/preset.ts';
import { isSameName } from '#contract/schemas/queue.ts';
import { BUILT_IN_PRESETS } from '../../engine/project/presets.ts';
import { CommandError } from '../command.ts';

export const PRESET_HELP: readonly string[] = [
  `--preset NAME        formats, articles and looks that were saved under this name in the project, or one that every project has: ${BUILT_IN_PRESETS.join(', ')};`,
  '                     what else is asked for stands in place of what the preset says of it',
];

/** What the preset of a name chooses; null where none is asked for. A name is the same in either case and width. */
export function presetNamed(name: string | null, presets: readonly Preset[]): PresetChoices | null {
  if (name === null) return null;
  const preset = presets.find(({ builtIn, name: own }) => !builtIn && isSameName(own, name)) ?? presets.find(({ builtIn, id }) => builtIn && isSameName(id, name));
  if (preset) return preset.choices;
  throw new CommandError('usage', `there is no preset ${JSON.stringify(name)}; there are ${presets.map((each) => (each.builtIn ? each.id : each.name)).join(', ')}`);
}
