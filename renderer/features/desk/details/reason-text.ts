import type { Reason } from '#core/model/reason.ts';
import { hasAll, isStringKey } from '#strings/index.ts';
import type { Translate } from '#strings/index.ts';

/**
 * A reason as a sentence. The machine's ids are keys of the string files, an editor's stand under `reason.`; what its data names by a code
 * (how a block ends) is put in words. One without a sentence in this version, or whose sentence asks for more than the version that stored it
 * knew, says its id, so that nothing is hidden.
 */
export function reasonText(t: Translate, { id, data = {} }: Reason): string {
  const key = isStringKey(id) ? id : `reason.${id}`;
  if (!isStringKey(key)) return id;
  const words = Object.entries(data).map(([name, value]) => {
    const word = `split.${name}.${value}`;
    return [name, isStringKey(word) ? t(word) : value] as const;
  });
  const params = Object.fromEntries(words);
  return hasAll(key, params) ? t(key, params) : id;
}
