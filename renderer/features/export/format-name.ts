import { isStringKey } from '#strings/index.ts';
import type { Translate } from '#strings/index.ts';

/** What a format is called; one that the strings do not know goes by its id. */
export function formatName(t: Translate, id: string): string {
  const key = `export.format.${id}`;
  return isStringKey(key) ? t(key) : id;
}
