import { randomUUID } from 'node:crypto';
import type { SavedPreset } from '#contract/schemas/preset.ts';
import { isSameName } from '#contract/schemas/queue.ts';
import { fail, ok } from '#util/result.ts';
import { decide } from '../../project/decide.ts';
import { PROJECT } from '../../project/journal.ts';
import { MOST_PRESETS, listPresets, savedPresets } from '../../project/presets.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

/** Whether another of these presets bears a name. */
const isTaken = (saved: readonly SavedPreset[], id: string | null, name: string): boolean => saved.some((each) => each.id !== id && isSameName(each.name, name));

export const presetHandlers: HandlersOf<CallsOf<'preset'>> = {
  'preset.list': (_request, { store }) => ok(listPresets(store.db)),

  'preset.save': ({ once, id, name, choices }, { store }) => {
    const saved = savedPresets(store.db);
    if (id !== null && !saved.some((each) => each.id === id)) return fail({ code: 'no-such-preset' });
    if (isTaken(saved, id, name)) return fail({ code: 'preset-name-taken', name });
    if (id === null && saved.length >= MOST_PRESETS) return fail({ code: 'bad-request', where: 'preset.save' });
    return decide(store, { once, label: 'save-preset' }, true, (deciding) => {
      const preset: SavedPreset = { id: id ?? `preset:${randomUUID()}`, name, choices };
      const presets = id === null ? [...saved, preset] : saved.map((each) => (each.id === id ? preset : each));
      deciding.set(PROJECT, { kind: 'settings', before: {}, after: { presets } });
      return ok({ ...preset, builtIn: false });
    });
  },

  'preset.rename': ({ once, id, name }, { store }) => {
    const saved = savedPresets(store.db);
    return decide(store, { once, label: 'rename-preset' }, true, (deciding) => {
      const preset = saved.find((each) => each.id === id);
      if (!preset) return fail({ code: 'no-such-preset' });
      if (isTaken(saved, id, name)) return fail({ code: 'preset-name-taken', name });
      const renamed = { ...preset, name };
      deciding.set(PROJECT, { kind: 'settings', before: {}, after: { presets: saved.map((each) => (each === preset ? renamed : each)) } });
      return ok({ ...renamed, builtIn: false });
    });
  },

  'preset.remove': ({ once, id }, { store }) => {
    const saved = savedPresets(store.db);
    return decide(store, { once, label: 'remove-preset' }, true, (deciding) => {
      if (!saved.some((each) => each.id === id)) return fail({ code: 'no-such-preset' });
      deciding.set(PROJECT, { kind: 'settings', before: {}, after: { presets: saved.filter((each) => each.id !== id) } });
      return ok(null);
    });
  },
};
