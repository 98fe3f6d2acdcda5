/** A character that looks like another. Ranks: in the lists of the two, 0 is nearest; the nearer of both, and the farther, `FAR` if it stands in one list alone. */
export type Alike = { readonly unit: number; readonly rank: number; readonly farther: number };

/** The characters that look like each common one: `resources/lexicon/confusions.json`. */
export type LookAlikes = {
  /** Those that may be meant where `unit` is read, nearest first; none for what is no common character. */
  of(unit: number): readonly Alike[];
  /** How near two characters are, by whichever list has them nearer; -1 if neither is like the other. */
  rank(a: number, b: number): number;
};

export const FAR = 999;

const ONE_SIDED = 12; // of those that stand in one list alone so many of its first are thought of: hardly any misreading is farther
const NONE: readonly Alike[] = [];

/** Reads the table: for each character a string of those like it. */
export function readLookAlikes(table: Readonly<Record<string, string>>): LookAlikes {
  const rows = new Map<number, Map<number, { readonly there: number; readonly back: number }>>();
  const rowOf = (unit: number) => rows.get(unit) ?? rows.set(unit, new Map()).get(unit)!;
  for (const [character, others] of Object.entries(table)) {
    const unit = character.charCodeAt(0);
    for (const [rank, each] of Array.from(others).entries()) {
      const other = each.charCodeAt(0);
      rowOf(unit).set(other, { there: rank, back: rowOf(unit).get(other)?.back ?? -1 });
      rowOf(other).set(unit, { there: rowOf(other).get(unit)?.there ?? -1, back: rank });
    }
  }
  const nearer = ({ there, back }: { readonly there: number; readonly back: number }) => (there < 0 ? back : back < 0 ? there : Math.min(there, back));
  const lists = new Map(Array.from(rows, ([unit, row]) => [unit, Array.from(row).flatMap(([other, ranks]): readonly Alike[] => {
    const isMutual = ranks.there >= 0 && ranks.back >= 0;
    const rank = nearer(ranks);
    return isMutual || rank < ONE_SIDED ? [{ unit: other, rank, farther: isMutual ? Math.max(ranks.there, ranks.back) : FAR }] : [];
  }).toSorted((a, b) => a.rank - b.rank || a.farther - b.farther || a.unit - b.unit)] as const));
  return {
    of: (unit) => lists.get(unit) ?? NONE,
    rank: (a, b) => {
      const ranks = rows.get(a)?.get(b);
      return ranks === undefined ? -1 : nearer(ranks);
    },
  };
}
