import type { LookAlikes } from '../language/look-alikes.ts';
import { isWord } from '../language/word-lattice.ts';
import { alikenessOf } from './alike.ts';
import type { Comparing } from './alike.ts';
import { namesByChance } from './chance.ts';
import type { Named } from './register.ts';
import type { MisreadTimes, Variant } from './variant.ts';

/** What is known of the misreadings of an archive. `rate`: which share of its characters seems misread, 0..1. */
export type Misreads = { readonly times: MisreadTimes; readonly rate: number };

const CHARACTERS = 1000; // of which names are made: how likely a name has one of them by chance
const SHAPE = { nearest: 0.35, step: 2 }; // which share of the misreadings of a character the one nearest it has, and by how much that falls with the rank
const SOUND = 0.01; // the share of one that only sounds alike: mostly a typing error
const COMPANY = 4; // so many times likelier they are one, if they stand beside the same
const KNOWN = 4; // and if only the oftener of them is known to the dictionary
const RATE = { least: 0.0001, most: 0.004 }; // nothing is free of misreadings; nothing so full of them that any two names are one
const MOST_ALIKE = 60; // names that differ in one place: of so many nothing can be told
const SUREST = 0.95;
const WILD = '\u0000';
const LENGTH = 3; // characters of people's names that are found in running text though one of them is misread
const FIRM = 3; // and how often they have to stand

/**
 * Names that are likely others misread, though no credit tells of both: people whom titles name, offices and places. A misreading has to be likelier than that the
 * archive has another name so like it by chance, which it has the sooner the more names differ in the same place: 于家村 and 王家村 and 李家村. By their spelling as read.
 */
export function otherVariants(all: readonly Named[], isCredited: (name: string) => boolean, comparing: Comparing, misreads: Misreads): ReadonlyMap<string, Variant> {
  const best = new Map<string, Variant>();
  for (const [at, alike] of drawersOf(all)) {
    for (const read of alike) {
      for (const meant of alike) {
        if (meant.times <= read.times || (isCredited(read.name) && isCredited(meant.name))) continue;
        const probability = probabilityOf(read, meant, { at, alike }, comparing, misreads);
        if (probability <= (best.get(read.name)?.probability ?? 0)) continue;
        best.set(read.name, { read: briefly(read), meant: briefly(meant), kind: read.kind, at, probability });
      }
    }
  }
  return best;
}

const briefly = ({ name, times, pages }: Named) => ({ name, times, pages });

type Drawer = { readonly at: number; readonly alike: readonly Named[] };

/** The names that differ in one place alone, by that place: people, and offices and places. */
function* drawersOf(all: readonly Named[]): Generator<readonly [number, readonly Named[]]> {
  const drawers = new Map<string, Named[]>();
  for (const one of all) {
    const kind = one.kind === 'person' ? 'person' : 'body';
    for (const at of Array.from(one.name).keys()) {
      const key = `${kind} ${one.name.slice(0, at)}${WILD}${one.name.slice(at + 1)}`;
      drawers.set(key, [...(drawers.get(key) ?? []), one]);
    }
  }
  for (const [key, alike] of drawers) if (alike.length > 1 && alike.length <= MOST_ALIKE) yield [key.indexOf(WILD) - key.indexOf(' ') - 1, alike];
}

/** The people of the archive of whom a text has all but one character of the name, as far as `timesOf` says that it stands nowhere else: in running text nothing tells that it is a name. */
export function nearPeople(all: readonly Named[], comparing: Comparing, misreads: Misreads, timesOf: (name: string) => number): (text: string) => readonly Variant[] {
  const known = new Set(all.map(({ name }) => name));
  const people = all.filter(({ kind, name }) => kind === 'person' && name.length === LENGTH);
  const byTwo = Array.from({ length: LENGTH }, () => new Map<number, Named[]>());
  for (const one of people) for (const [at, drawer] of byTwo.entries()) drawer.set(keyOf(one.name, 0, at), [...(drawer.get(keyOf(one.name, 0, at)) ?? []), one]);
  return (text) => {
    const found: Variant[] = [];
    for (let start = 0; start + LENGTH <= text.length; start += 1) {
      for (let at = 0; at < LENGTH; at += 1) {
        const alike = byTwo[at]!.get(keyOf(text, start, at));
        if (alike === undefined || alike.length > MOST_ALIKE) continue;
        const name = text.slice(start, start + LENGTH);
        if (known.has(name) || timesOf(name) > 1) continue;
        const read: Named = { name, times: 1, pages: 1, kind: 'person' };
        for (const meant of alike) {
          if (meant.times < FIRM || comparing.lookAlikes.rank(name.charCodeAt(at), meant.name.charCodeAt(at)) < 0) continue;
          found.push({ read: briefly(read), meant: briefly(meant), kind: 'person', at, probability: probabilityOf(read, meant, { at, alike: [...alike, read] }, comparing, misreads) });
        }
      }
    }
    return found;
  };
}

/** The two of three characters of a text that are not the one at `at`, as a number. */
const keyOf = (text: string, start: number, at: number): number => text.charCodeAt(start + (at === 0 ? 1 : 0)) * (1 << 16) + text.charCodeAt(start + (at === 2 ? 1 : 2));

function probabilityOf(read: Named, meant: Named, { at, alike }: Drawer, comparing: Comparing, { times, rate }: Misreads): number {
  const alikeness = alikenessOf(read, meant, comparing);
  if (alikeness === null) return 0;
  const { lookAlikes, words } = comparing;
  const [wrong, right] = [read.name[at]!, meant.name[at]!];
  const rank = lookAlikes.rank(wrong.charCodeAt(0), right.charCodeAt(0));
  const share = rank < 0 ? SOUND : SHAPE.nearest / (rank + SHAPE.step);
  const habit = (1 + times(wrong, right)) / (1 + times(right, wrong));
  const company = alikeness.company.length > 0 ? COMPANY : 1;
  const inDictionary = isWord(words, meant.name) ? KNOWN : 1;
  // How often the other is expected misread so, for each time it is read so.
  const misread = (meant.times * Math.min(RATE.most, Math.max(RATE.least, rate)) * share * habit * company * inDictionary) / read.times ** 2;
  return (SUREST * misread) / (misread + chanceOf(read, meant, { at, alike }, lookAlikes));
}

/** How likely the archive has another name with just this character in the place, by how many others it has there that are not alike. */
function chanceOf(read: Named, meant: Named, { at, alike }: Drawer, lookAlikes: LookAlikes): number {
  return namesByChance({ at, read: read.name, meant: meant.name, names: alike.map(({ name }) => name) }, lookAlikes) / CHARACTERS;
}
