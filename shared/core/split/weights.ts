import { type Result, fail, ok } from '#util/result.ts';
import { CONTINUITY } from '../flow/continuity.ts';
import { LOST } from '../flow/lost.ts';
import { CALIBRATED, type Calibration, type Scaling } from './calibration.ts';
import { LINKS } from './links.ts';
import { KIND_COUNT, LINKED, LINK_BASE, type Model, TRANSITION_BASE, WEIGHT_COUNT } from './model.ts';
import { OBSERVATIONS } from './observations.ts';
import { KINDS, TRANSITION_NAMES } from './states.ts';

/**
 * The weights file (resources/split/weights.json): for every observation one number a kind (in the order of `kinds`), for every transition one,
 * for every link feature one a linked kind. Features that are not listed weigh nothing.
 */
export type WeightsFile = {
  readonly version: string;
  readonly kinds: readonly string[];
  readonly linked: readonly string[];
  readonly observations: Readonly<Record<string, readonly number[]>>;
  readonly transitions: Readonly<Record<string, number>>;
  readonly links: Readonly<Record<string, readonly number[]>>;
  readonly continuity: Readonly<Record<string, number>>;
  readonly lost: Readonly<Record<string, number>>;
  readonly calibration: Calibration;
};

/** What can be wrong with a weights file: it is not one, or it was trained for another list of features. `name`: the first that is unknown. */
export type WeightsError = { readonly code: 'not-weights' } | { readonly code: 'unknown-feature'; readonly name: string };

const DIGITS = 3; // behind the point
const NOTHING = 0.0005; // what rounds to nothing

/** The weights as they are written, rounded. */
export function writeWeights({ version, weights, continuity, lost, calibration }: Model): WeightsFile {
  const round = (value: number) => Number(value.toFixed(DIGITS)) + 0;
  const named = (values: Float64Array, nameOf: (index: number) => string) =>
    Object.fromEntries([...values].flatMap((value, index) => (Math.abs(value) > NOTHING ? [[nameOf(index), round(value)]] : [])));
  const rounded = (index: number) => round(weights[index]!);
  const rows = (count: number, base: number, width: number, nameOf: (row: number) => string) => {
    const found: Record<string, readonly number[]> = {};
    for (let row = 0; row < count; row += 1) {
      const values = Array.from({ length: width }, (_, column) => rounded(base + row * width + column));
      if (values.some((value) => Math.abs(value) > NOTHING)) found[nameOf(row)] = values;
    }
    return found;
  };
  return {
    version,
    kinds: KINDS,
    linked: LINKED,
    observations: rows(OBSERVATIONS.size, 0, KIND_COUNT, OBSERVATIONS.nameOf),
    transitions: Object.fromEntries(TRANSITION_NAMES.map((name, index) => [name, rounded(TRANSITION_BASE + index)])),
    links: rows(LINKS.size, LINK_BASE, LINKED.length, LINKS.nameOf),
    calibration: roundedWith(round, calibration),
    continuity: named(continuity, CONTINUITY.nameOf),
    lost: named(lost, LOST.nameOf),
  };
}

/** Reads a weights file into a model. */
export function readWeights(file: WeightsFile): Result<Model, WeightsError> {
  if (!looksRight(file)) return fail({ code: 'not-weights' });
  const weights = new Float64Array(WEIGHT_COUNT);
  const place = (into: Float64Array, table: Readonly<Record<string, readonly number[]>>, base: number, width: number, names: ReadonlyMap<string, number>): string | null => {
    for (const [name, values] of Object.entries(table)) {
      const row = names.get(name);
      if (row === undefined || values.length !== width) return name;
      into.set(values, base + row * width);
    }
    return null;
  };
  const single = (table: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(table).map(([name, value]) => [name, [value]]));
  const continuity = new Float64Array(CONTINUITY.size);
  const lost = new Float64Array(LOST.size);
  const unknown =
    place(weights, file.observations, 0, KIND_COUNT, numbered(OBSERVATIONS.size, OBSERVATIONS.nameOf)) ??
    place(weights, single(file.transitions), TRANSITION_BASE, 1, numbered(TRANSITION_NAMES.length, (index) => TRANSITION_NAMES[index]!)) ??
    place(weights, file.links, LINK_BASE, LINKED.length, numbered(LINKS.size, LINKS.nameOf)) ??
    place(continuity, single(file.continuity), 0, 1, numbered(CONTINUITY.size, CONTINUITY.nameOf)) ??
    place(lost, single(file.lost), 0, 1, numbered(LOST.size, LOST.nameOf));
  return unknown === null ? ok({ version: file.version, weights, continuity, lost, calibration: file.calibration }) : fail({ code: 'unknown-feature', name: unknown });
}

function roundedWith(round: (value: number) => number, { boundary, role, join, kicker }: Calibration): Calibration {
  const rounded = ({ slope, shift }: Scaling): Scaling => ({ slope: round(slope), shift: round(shift) });
  return { boundary: rounded(boundary), role: rounded(role), join: rounded(join), kicker: round(kicker) };
}

function numbered(count: number, nameOf: (index: number) => string): ReadonlyMap<string, number> {
  return new Map(Array.from({ length: count }, (_, index) => [nameOf(index), index]));
}

function looksRight(file: WeightsFile): boolean {
  const same = (a: readonly string[], b: readonly string[]) => Array.isArray(a) && a.length === b.length && a.every((each, i) => each === b[i]);
  const scaled = CALIBRATED.every((kind) => typeof file.calibration?.[kind]?.slope === 'number' && typeof file.calibration[kind].shift === 'number');
  return typeof file.version === 'string' && same(file.kinds, KINDS) && same(file.linked, LINKED) && scaled && typeof file.calibration.kicker === 'number';
}
