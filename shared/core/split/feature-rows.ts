/** Lists of features, one a row, behind each other in one array: those of row r from `starts[r]` to `starts[r + 1]`. There are some thousands of features: half the memory is twice as near. */
export type FeatureRows = { readonly starts: Int32Array; readonly features: Uint16Array };

/** Whether row `row` of the one is row `other` of the others. */
export function sameRow(one: FeatureRows, row: number, others: FeatureRows, other: number): boolean {
  const start = one.starts[row]!;
  const length = one.starts[row + 1]! - start;
  const at = others.starts[other]!;
  if (others.starts[other + 1]! - at !== length) return false;
  for (let k = 0; k < length; k += 1) if (one.features[start + k] !== others.features[at + k]) return false;
  return true;
}

/**
 * Adds up the weights of the features of row `row`: for each of `width` columns, weights[base + feature * width + column]. They come to stand in `sums` from
 * `at` on. Seven columns at a time (half the kinds), and one by one what remains: sums that stay in registers are several times faster than sums in an array.
 */
export function addWeights({ starts, features }: FeatureRows, row: number, weights: Float64Array, base: number, width: number, sums: Float64Array, at: number): void {
  const start = starts[row]!;
  const end = starts[row + 1]!;
  let column = 0;
  for (; column + 7 <= width; column += 7) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    for (let k = start; k < end; k += 1) {
      const from = base + features[k]! * width + column;
      a += weights[from]!;
      b += weights[from + 1]!;
      c += weights[from + 2]!;
      d += weights[from + 3]!;
      e += weights[from + 4]!;
      f += weights[from + 5]!;
      g += weights[from + 6]!;
    }
    sums[at + column] = a;
    sums[at + column + 1] = b;
    sums[at + column + 2] = c;
    sums[at + column + 3] = d;
    sums[at + column + 4] = e;
    sums[at + column + 5] = f;
    sums[at + column + 6] = g;
  }
  for (; column < width; column += 1) {
    let sum = 0;
    for (let k = start; k < end; k += 1) sum += weights[base + features[k]! * width + column]!;
    sums[at + column] = sum;
  }
}
