import { readingsOf } from '#util/pinyin.ts';
import type { LookAlikes } from '../language/look-alikes.ts';
import { isWord } from '../language/word-lattice.ts';
import type { WordTree } from '../language/word-lattice.ts';
import type { Beside, Company } from './company.ts';
import { sharedCompany } from './company.ts';
import { stemOf } from './count-bodies.ts';
import type { Named, NameRegister } from './register.ts';
import { likenessOf } from './variant.ts';

/** Why two names may be one: what differs looks alike, sounds alike; and what both stand beside. `likeness` 0..1: how likely they are. */
export type Alikeness = { readonly likeness: number; readonly looks: boolean; readonly sounds: boolean; readonly company: readonly Beside[] };

const SOUND = { person: 0.5, body: 0.5 }; // that two names are one that only sound alike
const BODY = { near: 0.75, far: 0.4, both: 0.85 }; // of offices and places that look alike, nearer and farther, or look and sound alike
const COMPANY = 0.4; // of what is missing, that company makes up
const NEAR = 40; // of the characters alike
const SETTLED = { times: 4, pages: 3, much: 0.5 }; // who is named so often both ways is likelier two
const LEAST = 0.3; // what is less likely is not shown
// Characters by which offices and places are told apart: numbers, and where they lie.
const TELLING = /[一二三四五六七八九十东南西北中上下前后左右内外大小新老甲乙丙丁]/u;

const NO_COMPANY: readonly Beside[] = [];

/** What names are compared by: the credits of the archive, what its names stand beside, which characters look alike, and which words there are. */
export type Comparing = { readonly register: NameRegister; readonly company: Company; readonly lookAlikes: LookAlikes; readonly words: WordTree };

/** How two names of a kind, as long as one another, may be one; null where they neither look nor sound alike, or hardly. */
export function alikenessOf(one: Named, other: Named, { register, company, lookAlikes, words }: Comparing): Alikeness | null {
  const differ = Array.from(one.name, (_, at) => at).filter((at) => one.name[at] !== other.name[at]);
  const sounds = differ.every((at) => soundAlike(one.name[at]!, other.name[at]!));
  const shared = sharedCompany(company, one.name, other.name);
  const likeness = one.kind === 'person' ? ofPeople(one, other, { differ, sounds, hasCompany: shared.length > 0 }, register, lookAlikes) : ofBodies(one, other, { differ, sounds }, lookAlikes, words);
  if (likeness === 0) return null;
  const [fewer] = [one, other].toSorted((a, b) => a.times - b.times);
  const isSettled = fewer!.times >= SETTLED.times && fewer!.pages >= SETTLED.pages;
  const looks = differ.length === 1 && lookAlikes.rank(one.name.charCodeAt(differ[0]!), other.name.charCodeAt(differ[0]!)) >= 0;
  const likely = (shared.length > 0 ? likeness + (1 - likeness) * COMPANY : likeness) * (isSettled && !looks ? SETTLED.much : 1);
  return likely < LEAST ? null : { likeness: likely, looks, sounds, company: shared.length > 0 ? shared : NO_COMPANY };
}

const soundAlike = (one: string, other: string): boolean => readingsOf(one).some((reading) => readingsOf(other).includes(reading));

type Difference = { readonly differ: readonly number[]; readonly sounds: boolean };

/** People of two characters, and those who differ in more than one, are one by their sound alone only if they are met in the same company. */
function ofPeople({ name }: Named, other: Named, { differ, sounds, hasCompany }: Difference & { readonly hasCompany: boolean }, register: NameRegister, lookAlikes: LookAlikes): number {
  const looks = differ.length === 1 ? likenessOf(name, other.name, register, lookAlikes) : 0;
  return Math.max(looks, sounds && differ[0] !== 0 && (hasCompany || (name.length > 2 && differ.length === 1)) ? SOUND.person : 0);
}

/** Whether a place is known to the word list, with what it is (海南省) or without (海南). */
const isKnown = (name: string, words: WordTree): boolean => isWord(words, name) || (stemOf(name) > 1 && isWord(words, name.slice(0, stemOf(name))));

function ofBodies({ name }: Named, other: Named, { differ, sounds }: Difference, lookAlikes: LookAlikes, words: WordTree): number {
  const [at] = differ;
  if (at === undefined || differ.length > 1 || at >= stemOf(name) || (TELLING.test(name[at]!) && TELLING.test(other.name[at]!))) return 0;
  if (isKnown(name, words) && isKnown(other.name, words)) return 0; // 海南省, 河南省
  const rank = lookAlikes.rank(name.charCodeAt(at), other.name.charCodeAt(at));
  if (rank < 0) return sounds ? SOUND.body : 0;
  return sounds ? BODY.both : rank <= NEAR ? BODY.near : BODY.far;
}
