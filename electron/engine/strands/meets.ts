import { breaksOff } from '#core/flow/continuity.ts';
import { goesOnIn } from '#core/flow/goes-on.ts';
import { parsePage } from '#core/parse/page.ts';
import type { Language } from '#core/parse/page.ts';
import type { Model } from '#core/split/model.ts';
import { languageOf, loadModel } from '../split/load-splitter.ts';
import type { InUse } from '../split/load-splitter.ts';

/** Two offsets of the source: where one fragment ends, and where another begins. */
export type Ends = { readonly above: number; readonly below: number };

/**
 * How sure it is (0..1), by the weights in use, that a text goes on with another, for each pair; null where the upper ends with its sentence, so that
 * nothing has to go on, and where an offset is none of the text's.
 */
export function meetsOf(source: string, pairs: readonly Ends[], model: Model, language: Language): readonly (number | null)[] {
  const page = parsePage(source, language);
  const { goesOn } = goesOnIn(page, model.continuity);
  const blockAt = (offset: number) => page.blocks.findIndex(({ range }) => range.from <= offset && offset < range.to);
  return pairs.map(({ above, below }) => {
    const [upper, lower] = [blockAt(above - 1), blockAt(below)];
    const shape = page.shapes[upper];
    if (!shape || lower < 0 || upper === lower || !breaksOff(shape)) return null;
    return 1 / (1 + Math.exp(-goesOn(upper, lower)));
  });
}

/** Judges ends by the weights and statistics in use. */
export function meetsIn(resourcesPath: string): (source: string, pairs: readonly Ends[], inUse: InUse) => readonly (number | null)[] {
  const own = loadModel(resourcesPath);
  return (source, pairs, { archive, model }) => meetsOf(source, pairs, model ?? own, languageOf(source, archive));
}
