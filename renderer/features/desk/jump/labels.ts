/** The letters of jump labels, those under the fingers first. */
export const LETTERS = 'asdfjklgheiruowptyvncmb';

/**
 * A label for so many places, in their order: one letter where the letters suffice, else two for the lower ones. None is the beginning of another, so
 * that the last letter of each leads there at once.
 */
export function labelsFor(count: number): readonly string[] {
  const most = LETTERS.length;
  const pairs = Math.min(most, Math.max(0, Math.ceil((count - most) / (most - 1)))); // how many letters begin labels of two
  const [ones, firsts] = [LETTERS.slice(0, most - pairs), LETTERS.slice(most - pairs)];
  return [...ones, ...[...firsts].flatMap((first) => [...LETTERS].map((second) => first + second))].slice(0, count);
}

/** The letter a key stands for, whatever the layout and the input method; null for other keys. */
export const letterOf = (code: string): string | null => (/^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : null);
