import { type Case, trainLogistic } from '../split/train/logistic.ts';
import { type SuspectWeights, companyOn, habitsOfPages, suspicionsOf } from './company.ts';
import type { Grams } from './grams.ts';
import { SIGNS, featuresOf } from './signs.ts';
import type { Suspect } from './suspects.ts';

/** A page to learn from: its suspects, and those of its stretches as they are judged, with what a person says to each. */
export type SuspectLesson = { readonly suspects: readonly Suspect[]; readonly length: number; readonly judged: readonly { readonly suspect: Suspect; readonly so: boolean }[] };

/** The pages of one archive. `learned`: which of them are learned from; what habits the archive has all of them tell. */
export type SuspectLessons = { readonly grams: Grams; readonly pages: readonly SuspectLesson[]; readonly learned: readonly boolean[] };

const PENALTY = 1;

/** The weights that tell misreadings in the pages from mere chance best. */
export function trainSuspects(archives: readonly SuspectLessons[]): SuspectWeights {
  const cases = archives.flatMap(({ pages, learned }) =>
    pages.flatMap(({ judged }, i) => (learned[i] ? judged.map(({ suspect, so }): Case => ({ features: featuresOf(suspect.signs, { habit: 0, rate: 0 }), so })) : [])),
  );
  const first = trainLogistic(cases, SIGNS.size, PENALTY);
  const halfway: SuspectWeights = { first, second: first };
  const inCompany = archives.flatMap(({ grams, pages, learned }) => {
    const habits = habitsOfPages(pages.map(({ suspects }) => suspects), halfway);
    return pages.flatMap(({ suspects, length, judged }, i): readonly Case[] => {
      if (!learned[i]) return [];
      const company = companyOn({ suspects, length, own: 1 }, habits, grams, halfway);
      const so = new Map(judged.map((one) => [one.suspect, one.so]));
      return suspicionsOf(judged.map(({ suspect }) => suspect), halfway).map((suspicion): Case => ({ features: featuresOf(suspicion.suspect.signs, company(suspicion)), so: so.get(suspicion.suspect)! }));
    });
  });
  return { first, second: trainLogistic(inCompany, SIGNS.size, PENALTY) };
}
