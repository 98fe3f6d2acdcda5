import { type PageLanguage, languageOn } from '#core/checks/language.ts';
import { habitsOf, sumOfHabits, suspicionsOf } from '#core/language/company.ts';
import { trainSuspects } from '#core/language/train-suspects.ts';
import { archiveNames } from '#core/names/archive-names.ts';
import { nameCountsOf } from '#core/names/register.ts';
import { FOLDS } from './learn.ts';
import { type PlainCheck, plainChecks } from './plain-checks.ts';
import { lessonsIn, suspectSet } from './suspect-lessons.ts';
import type { TruthPage } from './truth-pages.ts';

/** A page and the fold that it is left out of. */
export type Dealt = { readonly page: TruthPage; readonly fold: number };

/** What misreadings on each page are judged by, and what plainer checks find of each set. */
export type HeldOutLanguages = { readonly of: (page: TruthPage) => PageLanguage; readonly plain: (set: string) => readonly PlainCheck[] };

/** The language of each set's pages, and weights learned on the other folds than a page's own. */
export function heldOutLanguages(resources: string, dealt: readonly Dealt[]): HeldOutLanguages {
  const names = [...new Set(dealt.map(({ page }) => page.set))];
  const sets = new Map(names.map((name) => [name, suspectSet(resources, dealt.flatMap(({ page }) => (page.set === name ? [page] : [])))] as const));
  const foldOf = new Map(dealt.map(({ page, fold }) => [page, fold]));
  const weights = Array.from({ length: FOLDS }, (_, fold) => trainSuspects([...sets.values()].map((set) => lessonsIn(set, (page) => foldOf.get(page) !== fold))));
  // Each page tells of its archive's habits by weights that never saw it: it is so for pages that are new.
  const habits = new Map(
    Array.from(sets, ([name, { pages, lessons }]) => [name, sumOfHabits(lessons.map(({ suspects }, i) => habitsOf(suspicionsOf(suspects, weights[foldOf.get(pages[i]!)!]!))))] as const),
  );
  const registers = new Map(Array.from(sets, ([name, { pages, evidence }]) => [name, archiveNames(nameCountsOf(pages.map(({ source }) => source)), evidence, habits.get(name)!)] as const));
  const of = (page: TruthPage) => {
    const { evidence, pages, lessons } = sets.get(page.set)!;
    return languageOn(page.source, { evidence, weights: weights[foldOf.get(page)!]!, habits: habits.get(page.set)!, names: registers.get(page.set)! }, 1, lessons[pages.indexOf(page)]!.suspects);
  };
  return { of, plain: (set) => plainChecks(sets.get(set)!.lessons) };
}
