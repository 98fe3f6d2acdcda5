/** The characters that look like each common one, nearest first: `resources/lexicon/confusions.json`. */
export type LookAlikes = {
  /** The units of those like `unit`, nearest first; none for what is no common character. */
  of(unit: number): readonly number[];
};

const NONE: readonly number[] = [];

/** Reads the table: for each character a string of those like it. */
export function readLookAlikes(table: Readonly<Record<string, string>>): LookAlikes {
  const rows = new Map(Object.entries(table).map(([character, others]) => [character.charCodeAt(0), Array.from(others, (other) => other.charCodeAt(0))] as const));
  return { of: (unit) => rows.get(unit) ?? NONE };
}
