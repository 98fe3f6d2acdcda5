import { bytes } from '#util/scratch.ts';
import { CHARACTER_KINDS } from './characters.ts';
import { FORMULAS } from './formulas.ts';
import { ENDINGS, type Shape } from './shape.ts';
import { OPENINGS } from './wording.ts';

/** What is named in the shapes of a page's blocks, as places in the closed lists of the names: a block is asked for them a dozen times, and looked up but once. Parallel arrays. */
export type Codes = {
  readonly endings: Uint8Array; // in `ENDINGS`
  readonly firsts: Uint8Array; // in `CHARACTER_KINDS`
  readonly formulas: Uint8Array; // in `FORMULAS`
  readonly openings: Uint8Array; // in `OPENINGS`
};

const placesOf = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, place) => [name, place]));
const ENDING = placesOf(ENDINGS);
const FIRST = placesOf(CHARACTER_KINDS);
const FORMULA = placesOf(FORMULAS);
const OPENING = placesOf(OPENINGS);

export function codesOf(shapes: readonly Shape[]): Codes {
  const count = shapes.length;
  const codes = { endings: bytes(count), firsts: bytes(count), formulas: bytes(count), openings: bytes(count) };
  for (let block = 0; block < count; block += 1) {
    const { ending, first, formula, opening } = shapes[block]!;
    codes.endings[block] = ENDING.get(ending)!;
    codes.firsts[block] = FIRST.get(first)!;
    codes.formulas[block] = FORMULA.get(formula)!;
    codes.openings[block] = OPENING.get(opening)!;
  }
  return codes;
}
