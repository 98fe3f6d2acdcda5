import type { Reliability } from '#core/split/train/calibrate.ts';

const number = (value: number) => value.toFixed(3);

/** A line a bin; those of fifty or more in which what was observed lies outside the 95 % interval of what was stated are marked. */
export function reliabilityLines(table: readonly Reliability[]): readonly string[] {
  return table.flatMap(({ kind, bins, error }) => [
    `  ${kind}: expected calibration error ${number(error)}`,
    ...bins.map(
      ({ count, stated, observed, within }) =>
        `    ${String(count).padStart(5)} stated ${number(stated)} observed ${number(observed)}${within || count < 50 ? '' : '  outside'}`,
    ),
  ]);
}
