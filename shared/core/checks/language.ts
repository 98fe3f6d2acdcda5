import { type Habits, type SuspectWeights, companyOn, likelihoodIn, likeliestOf, suspicionsOf } from '../language/company.ts';
import { lossesOf } from '../language/losses.ts';
import { type InSeries, lossesInSeries } from '../language/series.ts';
import { type SeenWith, seenWith } from '../language/seen-with.ts';
import { type Evidence, type Suspect, suspectsOf } from '../language/suspects.ts';
import type { ArchiveNames } from '../names/archive-names.ts';
import type { Variant } from '../names/variant.ts';

/** What is known of the language of an archive, and what its pages are like. */
export type ArchiveLanguage = { readonly evidence: Evidence; readonly weights: SuspectWeights; readonly habits: Habits; readonly names: ArchiveNames };

/** A character that is likely misread: where it stands in a text (UTF-16 offset), what is meant, and how likely that is. `read` is empty where one is likely lost before `at`. `seen`: what the archive says for it, `series`: the phrases beside it that do, if any. */
export type Misreading = { readonly at: number; readonly read: string; readonly meant: string; readonly probability: number; readonly seen?: SeenWith; readonly series?: InSeries };

/** What checks judge the language of one page by. They take it as it is and load nothing of how it judges. */
export type PageLanguage = {
  readonly misreadings: (text: string) => readonly Misreading[];
  readonly variantsIn: (text: string) => readonly Variant[];
};

const TOLD = 0.1; // what is less likely is no misreading to anybody

/** The language of a page. `own`: how often its text is among what was counted (0 or 1): nothing speaks for itself. `suspects`: the page's own, if they are known. */
export function languageOn(page: string, { evidence, weights, habits, names }: ArchiveLanguage, own: number, suspects: readonly Suspect[] = suspectsOf(page, evidence, own)): PageLanguage {
  const company = companyOn({ suspects, length: page.length, own }, habits, evidence.model.grams, weights);
  let last: { readonly text: string; readonly found: readonly Misreading[] } | null = null; // two checks ask about the same text
  const misreadings = (text: string) =>
    likeliestOf(
      suspicionsOf(suspectsOf(text, evidence, own), weights).map((suspicion) => ({ at: suspicion.suspect.at, suspicion, likelihood: likelihoodIn(company, weights, suspicion) })),
    ).flatMap(({ at, suspicion: { suspect }, likelihood }): readonly Misreading[] => {
      if (likelihood < TOLD) return [];
      const seen = seenWith(text, at, suspect.meant, evidence.model.grams, own);
      return [{ at, read: suspect.read, meant: suspect.meant, probability: likelihood, ...(seen && { seen }) }];
    });
  const lost = (text: string) => {
    const near = lossesOf(text, evidence, own);
    const inSeries = lossesInSeries(text, evidence).filter(({ at }) => !near.some((one) => Math.abs(one.at - at) <= 1));
    return [...near, ...inSeries].map((one): Misreading => ({ ...one, read: '' }));
  };
  return {
    misreadings: (text) => {
      if (last?.text !== text) last = { text, found: [...misreadings(text), ...lost(text)].toSorted((a, b) => a.at - b.at) };
      return last.found;
    },
    variantsIn: (text) => names.variantsIn(text),
  };
}
