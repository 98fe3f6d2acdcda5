/**
 * How often pairs and triples of characters stand inside the words of a dictionary, each as often as the word. An open hash table of fixed size.
 */
export type LexicalGrams = { readonly keys: Int32Array; readonly counts: Float32Array; readonly singles: Float32Array; readonly total: number };

const SIZE = 1 << 20;
const LAST = SIZE - 1;

const homeOf = (key: number): number => (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 12) & LAST;

function placeIn(keys: Int32Array, key: number): number {
  let at = homeOf(key);
  while (keys[at] !== key && keys[at] !== 0) at = (at + 1) & LAST;
  return at;
}

/** How often the key of a pair or a triple was met. */
export const lexicalCount = ({ keys, counts }: LexicalGrams, key: number): number => counts[placeIn(keys, key)]!;

/** Makes the table. `list`: a line a word, `word count tag`. `twoOf` and `threeOf` give the keys. */
export function lexicalGrams(list: string, twoOf: (a: number, b: number) => number, threeOf: (a: number, b: number, c: number) => number): LexicalGrams {
  const [keys, counts, singles] = [new Int32Array(SIZE), new Float32Array(SIZE), new Float32Array(1 << 16)];
  let total = 0;
  let held = 0;
  const add = (key: number, count: number) => {
    const at = placeIn(keys, key);
    if (keys[at] === 0) {
      if (held > SIZE * 0.8) return;
      held += 1;
    }
    keys[at] = key;
    counts[at]! += count;
  };
  for (let start = 0; start < list.length; ) {
    const end = list.indexOf('\n', start);
    const stop = end < 0 ? list.length : end;
    const space = list.indexOf(' ', start);
    if (space > start && space < stop) {
      const count = Number.parseInt(list.slice(space + 1, space + 12), 10);
      for (let i = start; i < space; i += 1) {
        const unit = list.charCodeAt(i);
        singles[unit]! += count;
        total += count;
        if (i + 1 < space) add(twoOf(unit, list.charCodeAt(i + 1)), count);
        if (i + 2 < space) add(threeOf(unit, list.charCodeAt(i + 1), list.charCodeAt(i + 2)), count);
      }
    }
    start = stop + 1;
  }
  return { keys, counts, singles, total };
}
