import type { Entry } from '#contract/schemas/project.ts';
import { isStringKey } from '#strings/index.ts';
import type { Translate } from '#strings/index.ts';

/** What an entry of the history is called. */
export function labelText(t: Translate, label: string): string {
  const key = `history.${label}`;
  return isStringKey(key) ? t(key) : t('desk.history.other');
}

/** The same of an undo or a redo: with what it took back or did again. */
export function whatText(t: Translate, entry: Entry, byId: ReadonlyMap<number, Entry>): string {
  const source = (other: number) => labelText(t, byId.get(other)?.label ?? entry.label);
  if (entry.undoes !== null) return t('desk.history.undoes', { what: source(entry.undoes) });
  if (entry.redoes !== null) return t('desk.history.redoes', { what: source(entry.redoes) });
  return labelText(t, entry.label);
}
