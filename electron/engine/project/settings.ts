import type { Settings } from '#contract/schemas/project.ts';
import { DEFAULT_PATTERN } from '#core/metadata/file-name-pattern.ts';
import type { Database } from '../db/database.ts';
import type { SettingValues } from './deed.ts';
import { LISTS } from './lists.ts';
import type { Store, Tx } from './store.ts';
import { DEFAULT_DIGITS } from './topics.ts';

/** The project's settings, with what stands where nobody has set anything. Lists, which are kept like settings, are asked for by themselves. */
export function readSettings(db: Database, defaultEditor: string): Settings {
  const rows = db.all<{ key: string; value: string }>('SELECT key, value FROM setting');
  const set = Object.fromEntries(rows.filter(({ key }) => !LISTS.some((list) => list === key)).map(({ key, value }) => [key, JSON.parse(value)])) as Partial<Settings>;
  return { fileNamePattern: DEFAULT_PATTERN, digits: [...DEFAULT_DIGITS], editor: defaultEditor, makeReady: true, ...set };
}

/** Who signs what is decided now. */
export function editorOf(store: Store): string {
  const row = store.db.get<{ value: string }>(`SELECT value FROM setting WHERE key = 'editor'`);
  return row ? (JSON.parse(row.value) as Settings['editor']) : store.defaultEditor;
}

/** The same in a transaction; asked once as long as nobody sets another. */
export const signerOf = (tx: Tx): string => (tx.editor ??= editorOf(tx.store));

/** Sets some settings, or takes back to their defaults those whose value is `null`. */
export function putSettings(tx: Tx, values: SettingValues): void {
  for (const [key, value] of Object.entries(values)) {
    if (value === null) tx.db.run('DELETE FROM setting WHERE key = ?', key);
    else tx.db.run('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, JSON.stringify(value));
  }
  tx.touchTopicsOrSettings();
}

/** The stored values of some settings; `null` where the default stands. */
export function storedSettings(db: Database, keys: readonly string[]): SettingValues {
  return Object.fromEntries(keys.map((key) => {
    const row = db.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', key);
    return [key, row ? JSON.parse(row.value) : null];
  }));
}
