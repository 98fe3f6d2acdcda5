import type { Preset, PresetChoices } from '#contract/schemas/preset.ts';
import type { Database } from '../db/database.ts';
import { namedList } from './named-list.ts';

const PLAIN: Omit<PresetChoices, 'formats'> = { filter: {}, reading: 'emended', bom: false, licence: null, withProject: false };
const APPROVED: PresetChoices['filter'] = { status: ['approved'] };

/** The presets that every project has, by id: whom an export is for. */
const BUILT_IN: Readonly<Record<string, PresetChoices>> = {
  model: { ...PLAIN, formats: ['huggingface'], filter: APPROVED },
  reading: { ...PLAIN, formats: ['markdown'] },
  edition: { ...PLAIN, formats: ['tei-documentary', 'annotations'], filter: APPROVED },
  spreadsheet: { ...PLAIN, formats: ['csv'], bom: true },
  keeping: { ...PLAIN, formats: ['jsonl', 'text'], withProject: true },
};

/** Their ids. */
export const BUILT_IN_PRESETS: readonly string[] = Object.keys(BUILT_IN);

/** The user's own presets. */
export const savedPresets = namedList('preset');

/** Every preset: the built-in ones first, then the user's as they were saved. */
export function listPresets(db: Database): readonly Preset[] {
  return [
    ...Object.entries(BUILT_IN).map(([id, choices]): Preset => ({ id, name: '', choices, builtIn: true })),
    ...savedPresets.list(db).map((preset): Preset => ({ ...preset, builtIn: false })),
  ];
}
