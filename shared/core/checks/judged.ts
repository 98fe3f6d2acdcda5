import type { PassageId } from '../model/ids.ts';
import { creditsIn } from '../names/credits.ts';
import { placesIn } from '../names/places.ts';
import type { Variant } from '../names/variant.ts';
import type { Misreading, PageLanguage } from './language.ts';

/** All that checks ask the language of an archive about one text, answered before they ask. It is plain data: it can be kept, and sent. */
export type Judged = { readonly misreadings: readonly Misreading[]; readonly variants: readonly Variant[] };

/** What a passage's text is judged by; null where nothing is known of it yet. The same object as long as the same is known. */
export type LanguageOf = (passage: PassageId, text: string) => PageLanguage | null;

/** What is said of a text in which nothing is likely wrong. */
export const IN_ORDER: Judged = { misreadings: [], variants: [] };

const LEAST = 0.25; // what is less likely no check tells

/** Asks all of it. */
export function judge(text: string, language: PageLanguage): Judged {
  const credits = creditsIn(text);
  const isInName = (at: number) => credits.some((credit) => credit.at <= at && at < credit.at + credit.name.length); // no check tells them: names are judged as names
  const misreadings = language.misreadings(text).filter(({ at, probability }) => probability >= LEAST && !isInName(at));
  const variants = language.variantsIn(text).filter(({ probability }) => probability >= LEAST);
  return misreadings.length === 0 && variants.length === 0 ? IN_ORDER : { misreadings, variants };
}

const languages = new WeakMap<Judged, PageLanguage>();

/** Answers as the language that they are from, for their text alone; the same object for the same answers. */
export function languageFrom(judged: Judged): PageLanguage {
  const known = languages.get(judged);
  if (known) return known;
  const language: PageLanguage = {
    misreadings: () => judged.misreadings,
    variantsIn: (now) => judged.variants.filter((variant) => placesIn(now, variant).length > 0),
  };
  languages.set(judged, language);
  return language;
}

/** What was said of a text, for what became of it by a change in one place: it holds until that is judged itself. What stood where the change is has gone. */
export function movedTo(now: string, before: string, judged: Judged): Judged {
  if (judged === IN_ORDER) return judged;
  const most = Math.min(now.length, before.length);
  let [start, end] = [0, 0];
  while (start < most && now.charCodeAt(start) === before.charCodeAt(start)) start += 1;
  while (end < most - start && now.charCodeAt(now.length - 1 - end) === before.charCodeAt(before.length - 1 - end)) end += 1;
  const misreadings = judged.misreadings.flatMap((one) => {
    if (one.at < start) return one;
    return one.at >= before.length - end ? { ...one, at: one.at + now.length - before.length } : [];
  });
  return { misreadings, variants: judged.variants };
}

/** Names a text among those of a page: its length and a hash of 32 bits (FNV-1a, mixed once more as MurmurHash3 does). */
export function textKey(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return `${text.length.toString(36)}.${((hash ^ (hash >>> 16)) >>> 0).toString(36)}`;
}
