import type { LookAlikes } from '../language/look-alikes.ts';
import type { Known, NameRegister } from './register.ts';
import { likenessOf } from './variant.ts';

/** Another name of the archive that may be the same one, spelt otherwise: `likeness` 0..1, by the shape of the character in which they differ. */
export type NearName = Known & { readonly likeness: number };

/** A name as the register shows it. `group`: the oftenest of the names it may be one with, which is itself where there is none. */
export type ListedName = Known & { readonly group: string; readonly near: readonly NearName[] };

/** All names, those that may be one beside one another: groups of several first, the oftenest of each kind before the others. */
export function listNames(known: readonly Known[], register: NameRegister, lookAlikes: LookAlikes): readonly ListedName[] {
  const near = new Map(known.map((one) => [one.name, register.near(one.name).flatMap((other): readonly NearName[] => {
    const likeness = likenessOf(one.name, other.name, register, lookAlikes);
    return likeness > 0 ? [{ ...other, likeness }] : [];
  })]));
  const leader = leadersOf(known, near);
  const sums = new Map<string, { times: number; names: number }>();
  for (const { name, times } of known) {
    const sum = sums.get(leader.get(name)!) ?? { times: 0, names: 0 };
    sums.set(leader.get(name)!, { times: sum.times + times, names: sum.names + 1 });
  }
  const sumOf = ({ group }: ListedName) => sums.get(group)!;
  return known
    .map((one): ListedName => ({ ...one, group: leader.get(one.name)!, near: near.get(one.name)!.toSorted((a, b) => b.likeness - a.likeness || b.times - a.times) }))
    .toSorted((a, b) => Number(sumOf(b).names > 1) - Number(sumOf(a).names > 1) || sumOf(b).times - sumOf(a).times || compare(a.group, b.group) || b.times - a.times || compare(a.name, b.name));
}

/** For each name the oftenest of those that are near it, directly or by others. */
function leadersOf(known: readonly Known[], near: ReadonlyMap<string, readonly NearName[]>): ReadonlyMap<string, string> {
  const leader = new Map<string, string>();
  for (const { name } of known.toSorted((a, b) => b.times - a.times || compare(a.name, b.name))) {
    if (leader.has(name)) continue;
    const waiting = [name];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (leader.has(next)) continue;
      leader.set(next, name);
      waiting.push(...(near.get(next) ?? []).map((one) => one.name));
    }
  }
  return leader;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
