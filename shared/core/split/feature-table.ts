import { invariant } from '#util/invariant.ts';

const MOST = 1 << 16; // features: rows name them by 16 bits (feature-rows.ts)
const MOST_GROUPS = 1 << 8;

/** A closed list of named values; a feature is one value of one group. */
export type Group<Value extends string = string> = { readonly name: string; readonly values: readonly Value[] };

/** The group whose values are all pairs (triples) of the values of others. Its value index is that of the parts in mixed radix. */
export function cross(name: string, ...parts: readonly Group[]): Group {
  const values = parts.reduce<readonly string[]>(
    (done, part) => (done.length === 0 ? part.values : done.flatMap((left) => part.values.map((right) => `${left}+${right}`))),
    [],
  );
  return { name, values };
}

/** The features of several groups numbered through: group g, value v is `base[g] + v`. */
export type FeatureTable<Name extends string> = {
  readonly size: number;
  readonly base: Readonly<Record<Name, number>>;
  readonly nameOf: (feature: number) => string; // `group=value`
  readonly groupOf: (feature: number) => Name;
};

/** Numbers the features of these groups. Throws where there are more than their numbers can tell apart. */
export function featureTable<const Groups extends Readonly<Record<string, Group>>>(groups: Groups): FeatureTable<keyof Groups & string> {
  const names = Object.keys(groups) as (keyof Groups & string)[];
  let size = 0;
  // Made in one go: an object that grows by computed names, one after the other, is looked up in a hash table ever after.
  const base = Object.fromEntries(
    names.map((name) => {
      const first = size;
      size += groups[name]!.values.length;
      return [name, first];
    }),
  ) as Record<keyof Groups & string, number>;
  invariant(size <= MOST, `${size} features are no more than 16 bits can number`);
  invariant(names.length <= MOST_GROUPS, `${names.length} groups are no more than 8 bits can number`);
  const owners = new Uint8Array(size); // the number of each feature's group
  names.forEach((name, index) => owners.fill(index, base[name], base[name] + groups[name]!.values.length));
  const groupOf = (feature: number) => names[owners[feature]!]!;
  return {
    size,
    base,
    groupOf,
    nameOf: (feature) => {
      const group = groupOf(feature);
      return `${group}=${groups[group]!.values[feature - base[group]]}`;
    },
  };
}
