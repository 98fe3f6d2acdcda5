/** The letters of jump labels, those under the fingers first. */
export const LETTERS = 'asdfjklgheiruowptyvncmb';

/** Two letters each for so many places, all different, in their order; the first letter changes least, so that what stands together begins alike. */
export function labelsFor(count: number): readonly string[] {
  const all = Math.min(count, LETTERS.length ** 2);
  return Array.from({ length: all }, (_, i) => `${LETTERS[Math.floor(i / LETTERS.length)]!}${LETTERS[i % LETTERS.length]!}`);
}

/** The letter a key stands for, whatever the layout and the input method; null for other keys. */
export const letterOf = (code: string): string | null => (/^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : null);
