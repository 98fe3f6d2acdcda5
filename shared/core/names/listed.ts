import { readingsOf } from '#util/pinyin.ts';
import { alikenessOf } from './alike.ts';
import type { Alikeness, Comparing } from './alike.ts';
import type { Known, NameCounts, Named } from './register.ts';
import { readsAsPerson } from './titles.ts';

/** Another name of the archive that may be the same one, spelt otherwise, and why. */
export type NearName = Known & Alikeness;

/** A name as the register shows it. `group`: the oftenest of the names it may be one with, which is itself where there is none. */
export type ListedName = Named & { readonly group: string; readonly near: readonly NearName[] };

const WILD = '\u0000';
const ONCE = 1; // an office or a place that stands once and is like no other is none for certain

/** All names, those that may be one beside one another: groups of several first, the oftenest of each kind before the others. */
export function listNames({ known, others, company }: NameCounts, by: Omit<Comparing, 'company'>): readonly ListedName[] {
  const all = [...known.map((one): Named => ({ ...one, kind: 'person' })), ...others].filter(({ name, kind }) => kind !== 'person' || readsAsPerson(name));
  const comparing = { ...by, company };
  const near = new Map<string, NearName[]>(all.map(({ name }) => [name, []]));
  for (const [one, other] of pairsOf(all)) {
    const alike = alikenessOf(one, other, comparing);
    if (!alike) continue;
    near.get(one.name)!.push({ ...briefly(other), ...alike });
    near.get(other.name)!.push({ ...briefly(one), ...alike });
  }
  const leader = leadersOf(all, near);
  const sums = new Map<string, { times: number; names: number }>();
  for (const { name, times } of all) {
    const sum = sums.get(leader.get(name)!) ?? { times: 0, names: 0 };
    sums.set(leader.get(name)!, { times: sum.times + times, names: sum.names + 1 });
  }
  const sumOf = ({ group }: ListedName) => sums.get(group)!;
  return all
    .map((one): ListedName => ({ ...one, group: leader.get(one.name)!, near: near.get(one.name)!.toSorted((a, b) => b.likeness - a.likeness || b.times - a.times || compare(a.name, b.name)) }))
    .filter(({ kind, times, near: those }) => kind === 'person' || times > ONCE || those.length > 0)
    .toSorted((a, b) => Number(sumOf(b).names > 1) - Number(sumOf(a).names > 1) || sumOf(b).times - sumOf(a).times || compare(a.group, b.group) || b.times - a.times || compare(a.name, b.name));
}

const briefly = ({ name, times, pages }: Known): Known => ({ name, times, pages });

/** The pairs that are worth a look: of a kind, as long as one another, and different in one character, or read alike. */
function* pairsOf(all: readonly Named[]): Generator<readonly [Named, Named]> {
  const seen = new Set<string>();
  const drawers = new Map<string, Named[]>();
  const put = (key: string, one: Named) => drawers.set(key, [...(drawers.get(key) ?? []), one]);
  for (const one of all) {
    const kind = one.kind === 'person' ? 'person' : 'body';
    for (const at of Array.from(one.name).keys()) put(`${kind} ${one.name.slice(0, at)}${WILD}${one.name.slice(at + 1)}`, one);
    put(`${kind} ${Array.from(one.name, (character) => readingsOf(character)[0]).join(' ')}`, one);
  }
  for (const drawer of drawers.values()) {
    for (const [at, one] of drawer.entries()) {
      for (const other of drawer.slice(at + 1)) {
        const key = one.name < other.name ? `${one.name} ${other.name}` : `${other.name} ${one.name}`;
        if (one.name === other.name || one.name.length !== other.name.length || seen.has(key)) continue;
        seen.add(key);
        yield [one, other];
      }
    }
  }
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
