import { randomUUID } from 'node:crypto';
import type { AppError } from '#contract/app-error.ts';
import { isSameName } from '#contract/schemas/queue.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import { decide } from './decide.ts';
import type { Deciding } from './decide.ts';
import type { SettingValues } from './deed.ts';
import { PROJECT } from './journal.ts';
import { storedSettings } from './settings.ts';
import type { Store } from './store.ts';

const SETTINGS = { preset: 'presets', queue: 'queues', search: 'searches' } as const;
const MOST = 100;

type Kind = keyof typeof SETTINGS;
/** What a list of a kind holds. */
type Saved<K extends Kind> = NonNullable<SettingValues[(typeof SETTINGS)[K]]>[number];
type Unsaved<K extends Kind> = Omit<Saved<K>, 'id' | 'name'>;

/** A list of things that people save under names, no two of them alike. Answers `no-such-…` and `…-name-taken`; what was saved comes back as it is stored. */
export type NamedList<K extends Kind> = {
  list(db: Database): readonly Saved<K>[];
  /** Saves a thing under a name. `id` null: a new one; `list-full` where there are as many as can be. */
  save(store: Store, asked: { readonly once: string; readonly id: string | null; readonly name: string }, thing: Unsaved<K>): Result<Saved<K>, AppError>;
  rename(store: Store, asked: { readonly once: string; readonly id: string; readonly name: string }): Result<Saved<K>, AppError>;
  remove(store: Store, asked: { readonly once: string; readonly id: string }): Result<null, AppError>;
};

/** The list that a project keeps of a kind. */
export function namedList<K extends Kind>(kind: K): NamedList<K> {
  const setting = SETTINGS[kind];
  const list = (db: Database): readonly Saved<K>[] => storedSettings(db, [setting])[setting] ?? [];
  const missing = fail({ code: `no-such-${kind}` } as AppError);

  function put(deciding: Deciding, saved: readonly Saved<K>[], thing: Saved<K>): Result<Saved<K>, AppError> {
    if (saved.some(({ id, name }) => id !== thing.id && isSameName(name, thing.name))) return fail({ code: `${kind}-name-taken`, name: thing.name } as AppError);
    const stood = saved.some(({ id }) => id === thing.id);
    if (!stood && saved.length >= MOST) return fail({ code: 'list-full', most: MOST });
    set(deciding, stood ? saved.map((each) => (each.id === thing.id ? thing : each)) : [...saved, thing]);
    return ok(thing);
  }
  const set = (deciding: Deciding, after: readonly Saved<K>[]): void => deciding.set(PROJECT, { kind: 'settings', before: {}, after: { [setting]: after } });

  return {
    list,
    save: (store, { once, id, name }, thing) =>
      decide(store, { once, label: `save-${kind}` }, true, (deciding) => {
        const saved = list(store.db);
        if (id !== null && !saved.some((each) => each.id === id)) return missing;
        return put(deciding, saved, { ...thing, id: id ?? `${kind}:${randomUUID()}`, name } as Saved<K>);
      }),
    rename: (store, { once, id, name }) =>
      decide(store, { once, label: `rename-${kind}` }, true, (deciding) => {
        const saved = list(store.db);
        const thing = saved.find((each) => each.id === id);
        return thing ? put(deciding, saved, { ...thing, name }) : missing;
      }),
    remove: (store, { once, id }) =>
      decide(store, { once, label: `remove-${kind}` }, true, (deciding) => {
        const saved = list(store.db);
        if (!saved.some((each) => each.id === id)) return missing;
        set(deciding, saved.filter((each) => each.id !== id));
        return ok(null);
      }),
  };
}
