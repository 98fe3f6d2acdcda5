import { type PageLanguage, languageOn } from '#core/checks/language.ts';
import { habitsOfPages } from '#core/language/company.ts';
import { trainSuspects } from '#core/language/train-suspects.ts';
import { countNames } from '#core/names/register.ts';
import { FOLDS } from './learn.ts';
import { lessonsIn, suspectSet } from './suspect-lessons.ts';
import type { TruthPage } from './truth-pages.ts';

/** A page and the fold that it is left out of. */
export type Dealt = { readonly page: TruthPage; readonly fold: number };

/** What misreadings on each page are judged by: the language of its set's pages, and weights learned on the other folds. */
export function heldOutLanguages(resources: string, dealt: readonly Dealt[]): (page: TruthPage) => PageLanguage {
  const names = [...new Set(dealt.map(({ page }) => page.set))];
  const sets = new Map(names.map((name) => [name, suspectSet(resources, dealt.flatMap(({ page }) => (page.set === name ? [page] : [])))] as const));
  const registers = new Map(Array.from(sets, ([name, { pages }]) => [name, countNames(pages.map(({ source }) => source))] as const));
  const foldOf = new Map(dealt.map(({ page, fold }) => [page, fold]));
  const weights = Array.from({ length: FOLDS }, (_, fold) => trainSuspects([...sets.values()].map((set) => lessonsIn(set, (page) => foldOf.get(page) !== fold))));
  return (page) => {
    const { evidence, pages, lessons } = sets.get(page.set)!;
    const learned = weights[foldOf.get(page)!]!;
    const habits = habitsOfPages(lessons.map(({ suspects }) => suspects), learned);
    return languageOn(page.source, { evidence, weights: learned, habits, names: registers.get(page.set)! }, 1, lessons[pages.indexOf(page)]!.suspects);
  };
}
