import type { LookAlikes } from '../language/look-alikes.ts';
import type { NameKind } from './bodies.ts';
import { timesMoreByChance } from './chance.ts';
import type { Known, NameRegister } from './register.ts';

/** A name that is spelt otherwise elsewhere, as it likely should be. */
export type Variant = { readonly meant: Known; readonly read: Known; readonly kind: NameKind; readonly at: number; readonly probability: number };

const SAME = { long: 0.92, short: 0.65, again: 0.9, farther: 0.6 }; // that two names are one: of three characters and more, of two, of two where other names differ so too; times that where the shapes are less near
const ODDS = { times: 1.4, character: 0.7, habit: 1 }; // for one of them: by how much oftener it is, by how much oftener its character is in other names, by how much oftener it is misread for the other elsewhere
const NEAR = 40; // of the characters alike
const HALF = 0.5;

/** How many misreadings of one character for another an archive seems to have. */
export type MisreadTimes = (read: string, meant: string) => number;

/** The name that one was likely misread for: one that differs in a character that looks alike, and that is oftener, has the more usual character, or one that is misread for the other in other words too. */
export function variantOf(name: string, register: NameRegister, lookAlikes: LookAlikes, misread: MisreadTimes = () => 0): Variant | null {
  const read = register.of(name);
  if (read === null) return null;
  let best: Variant | null = null;
  for (const meant of register.near(name)) {
    const at = Array.from(name).findIndex((character, i) => character !== meant.name[i]);
    const rank = lookAlikes.rank(name.charCodeAt(at), meant.name.charCodeAt(at));
    if (rank < 0) continue;
    const elsewhere = (one: Known) => Math.max(0, register.characters(one.name[at]!, at) - one.times) + HALF;
    const [one, other] = [name[at]!, meant.name[at]!];
    const odds =
      ODDS.times * Math.log((meant.times + HALF) / (read.times + HALF)) +
      ODDS.character * Math.log(elsewhere(meant) / elsewhere(read)) +
      ODDS.habit * Math.log((misread(one, other) + HALF) / (misread(other, one) + HALF));
    const probability = samenessOf(name, at, rank, register, { lookAlikes, other: meant.name }) / (1 + Math.exp(-odds));
    if (best === null || probability > best.probability) best = { meant, read, kind: 'person', at, probability };
  }
  return best;
}

/** How likely two names that differ in one character are one, whichever of them is meant; 0 where the shapes are not alike. */
export function likenessOf(name: string, other: string, register: NameRegister, lookAlikes: LookAlikes): number {
  const at = Array.from(name).findIndex((character, i) => character !== other[i]);
  const rank = lookAlikes.rank(name.charCodeAt(at), other.charCodeAt(at));
  return rank < 0 ? 0 : samenessOf(name, at, rank, register, { lookAlikes, other });
}

/** The more names differ in the same place by a character that looks like neither, the sooner these two are the names of two: 田建国 and 周建国, where there are 李建国 and 王建国. */
function samenessOf(name: string, at: number, rank: number, register: NameRegister, { lookAlikes, other }: { readonly lookAlikes: LookAlikes; readonly other: string }): number {
  const same = name.length > 2 ? SAME.long : register.exchanges(name[at]!, other[at]!) > 1 ? SAME.again : SAME.short;
  const near = same * (rank <= NEAR ? 1 : SAME.farther);
  const names = register.near(name).flatMap((third) => (third.name[at] === name[at] ? [] : third.name));
  return near / (near + (1 - near) * timesMoreByChance({ at, read: name, meant: other, names }, lookAlikes));
}
