import type { LookAlikes } from '../language/look-alikes.ts';
import type { Known, NameRegister } from './register.ts';

/** A name that is spelt otherwise elsewhere, as it likely should be. */
export type Variant = { readonly meant: Known; readonly read: Known; readonly at: number; readonly probability: number };

const SAME = { long: 0.92, short: 0.65, farther: 0.6 }; // that two names are one: of three characters and more, of two, times that where the shapes are less near
const ODDS = { times: 1.4, character: 0.7 }; // for one of them: by how much oftener it is, by how much oftener its character is in other names
const NEAR = 40; // of the characters alike
const HALF = 0.5;

/** The name that one was likely misread for: one that differs in a character that looks alike, and that is oftener or has the more usual character. */
export function variantOf(name: string, register: NameRegister, lookAlikes: LookAlikes): Variant | null {
  const read = register.of(name);
  if (read === null) return null;
  let best: Variant | null = null;
  for (const meant of register.near(name)) {
    const at = Array.from(name).findIndex((character, i) => character !== meant.name[i]);
    const rank = rankOf(lookAlikes, name.charCodeAt(at), meant.name.charCodeAt(at));
    if (rank < 0) continue;
    const elsewhere = (one: Known) => Math.max(0, register.characters(one.name[at]!, at) - one.times) + HALF;
    const odds = ODDS.times * Math.log((meant.times + HALF) / (read.times + HALF)) + ODDS.character * Math.log(elsewhere(meant) / elsewhere(read));
    const probability = ((name.length > 2 ? SAME.long : SAME.short) * (rank <= NEAR ? 1 : SAME.farther)) / (1 + Math.exp(-odds));
    if (best === null || probability > best.probability) best = { meant, read, at, probability };
  }
  return best;
}

/** How near two characters are: the better of both directions; -1 if neither is like the other. */
function rankOf(lookAlikes: LookAlikes, a: number, b: number): number {
  const ranks = [lookAlikes.of(a).indexOf(b), lookAlikes.of(b).indexOf(a)].filter((rank) => rank >= 0);
  return ranks.length === 0 ? -1 : Math.min(...ranks);
}
