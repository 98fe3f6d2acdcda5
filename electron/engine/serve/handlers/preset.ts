import { ok } from '#util/result.ts';
import { listPresets, savedPresets } from '../../project/presets.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

export const presetHandlers: HandlersOf<CallsOf<'preset'>> = {
  'preset.list': (_request, { store }) => ok(listPresets(store.db)),

  'preset.save': ({ choices, ...asked }, { store }) => {
    const saved = savedPresets.save(store, asked, { choices });
    return saved.ok ? ok({ ...saved.value, builtIn: false }) : saved;
  },

  'preset.rename': (asked, { store }) => {
    const renamed = savedPresets.rename(store, asked);
    return renamed.ok ? ok({ ...renamed.value, builtIn: false }) : renamed;
  },

  'preset.remove': (asked, { store }) => savedPresets.remove(store, asked),
};
