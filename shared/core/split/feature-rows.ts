/** Lists of features, one a row, behind each other in one array: those of row r from `starts[r]` to `starts[r + 1]`. */
export type FeatureRows = { readonly starts: Int32Array; readonly features: Int32Array };

/** Writes rows one after the other: `add` puts a feature into the row that is open, `end` closes it. */
export type RowWriter = {
  readonly add: (feature: number) => void;
  readonly end: () => void;
  readonly rows: () => FeatureRows; // what has been closed
};

/** `usual`: about how many features a row has. */
export function rowWriter(rows: number, usual: number): RowWriter {
  const starts = new Int32Array(rows + 1);
  let features = new Int32Array(rows * usual);
  let count = 0;
  let closed = 0;
  return {
    add: (feature) => {
      if (count === features.length) {
        const more = new Int32Array(2 * count + usual);
        more.set(features);
        features = more;
      }
      features[count] = feature;
      count += 1;
    },
    end: () => {
      closed += 1;
      starts[closed] = count;
    },
    rows: () => ({ starts: starts.subarray(0, closed + 1), features: features.subarray(0, count) }),
  };
}

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
 * Adds up the weights of the features of row `row`: for each of `width` columns (an even number), weights[base + feature * width + column]. They come to
 * stand in `sums` from `at` on. Two columns at a time: sums that stay in registers are several times faster than sums in an array.
 */
export function addWeights({ starts, features }: FeatureRows, row: number, weights: Float64Array, base: number, width: number, sums: Float64Array, at: number): void {
  const end = starts[row + 1]!;
  for (let column = 0; column < width; column += 2) {
    let [left, right] = [0, 0];
    for (let k = starts[row]!; k < end; k += 1) {
      const from = base + features[k]! * width + column;
      left += weights[from]!;
      right += weights[from + 1]!;
    }
    sums[at + column] = left;
    sums[at + column + 1] = right;
  }
}
