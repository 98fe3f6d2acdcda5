const WORD = 32;

/**
 * How many characters have to be inserted, deleted or replaced to make one text of the other (Levenshtein). Texts come as lists of code points.
 * A column of the table is held in bits, 32 rows a word: Myers, "A fast bit-vector algorithm for approximate string matching", as blocks after Hyyrö.
 */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const rows = endA - from;
  if (rows === 0 || endB === from) return Math.max(rows, endB - from);

  const words = Math.ceil(rows / WORD);
  const matches = new Map<string, Int32Array>();
  for (let row = 0; row < rows; row += 1) {
    const character = a[from + row]!;
    const bits = matches.get(character) ?? new Int32Array(words);
    bits[Math.floor(row / WORD)]! |= 1 << (row % WORD);
    matches.set(character, bits);
  }
  const none = new Int32Array(words);
  const up = new Int32Array(words).fill(-1); // rows that are one more than the row above
  const down = new Int32Array(words); // rows that are one less
  const last = 1 << ((rows - 1) % WORD);
  let distance = rows;
  for (let column = from; column < endB; column += 1) {
    const bits = matches.get(b[column]!) ?? none;
    let carry = 1; // how the row above the word differs from the column before: in the first word the row above counts the columns
    for (let word = 0; word < words; word += 1) {
      const [plus, minus] = [up[word]!, down[word]!];
      const equal = bits[word]!;
      const vertical = equal | minus;
      const start = carry < 0 ? equal | 1 : equal;
      const horizontal = ((((start & plus) + plus) | 0) ^ plus) | start;
      const more = minus | ~(horizontal | plus);
      const less = plus & horizontal;
      const top = word === words - 1 ? last : 1 << (WORD - 1);
      const next = (more & top) !== 0 ? 1 : (less & top) !== 0 ? -1 : 0;
      const moreBelow = (more << 1) | (carry > 0 ? 1 : 0);
      const lessBelow = (less << 1) | (carry < 0 ? 1 : 0);
      up[word] = lessBelow | ~(vertical | moreBelow);
      down[word] = moreBelow & vertical;
      carry = next;
    }
    distance += carry;
  }
  return distance;
}
