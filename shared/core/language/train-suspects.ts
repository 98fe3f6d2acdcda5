import { type Case, trainLogistic } from '../split/train/logistic.ts';
import { ALONE, type SuspectWeights, companyOn, habitsOf, sumOfHabits, suspicionsOf } from './company.ts';
import type { Grams } from './grams.ts';
import { SIGNS, featuresOf } from './signs.ts';
import type { Suspect } from './suspects.ts';

/** A page to learn from: its suspects, and those of its stretches as they are judged, with what a person says to each. */
export type SuspectLesson = { readonly suspects: readonly Suspect[]; readonly length: number; readonly judged: readonly { readonly suspect: Suspect; readonly so: boolean }[] };

/** The pages of one archive. `learned`: which of them are learned from; what habits the archive has all of them tell. */
export type SuspectLessons = { readonly grams: Grams; readonly pages: readonly SuspectLesson[]; readonly learned: readonly boolean[] };

const PENALTY = 4; // on pages held out, 1 promises more than it keeps, and 6 finds less
const PARTS = 4; // of the pages: each part's suspicions are those of weights that never saw it

/** The weights that tell misreadings in the pages from mere chance best. What a page and its archive say of themselves is weighed as it will be met: by weights that did not learn from it. */
export function trainSuspects(archives: readonly SuspectLessons[]): SuspectWeights {
  const firstOn = (isLearned: (page: number) => boolean): Float64Array => {
    const cases = archives.flatMap(({ pages, learned }) =>
      pages.flatMap(({ judged }, i) => (learned[i] && isLearned(i) ? judged.map(({ suspect, so }): Case => ({ features: featuresOf(suspect.signs, ALONE), so })) : [])),
    );
    return trainLogistic(cases, SIGNS.size, PENALTY);
  };
  const first = firstOn(() => true);
  const parts = Array.from({ length: PARTS }, (_, part) => firstOn((page) => page % PARTS !== part)).map((weights): SuspectWeights => ({ first: weights, second: weights }));
  const inCompany = archives.flatMap(({ grams, pages, learned }) => {
    const unlearned = (page: number): SuspectWeights => (learned[page] ? parts[page % PARTS]! : { first, second: first });
    const habits = sumOfHabits(pages.map(({ suspects }, i) => habitsOf(suspicionsOf(suspects, unlearned(i)))));
    return pages.flatMap(({ suspects, length, judged }, i): readonly Case[] => {
      if (!learned[i]) return [];
      const company = companyOn({ suspects, length, own: 1 }, habits, grams, unlearned(i));
      const so = new Map(judged.map((one) => [one.suspect, one.so]));
      return suspicionsOf(judged.map(({ suspect }) => suspect), unlearned(i)).map((suspicion): Case => ({ features: featuresOf(suspicion.suspect.signs, company(suspicion)), so: so.get(suspicion.suspect)! }));
    });
  });
  return { first, second: trainLogistic(inCompany, SIGNS.size, PENALTY) };
}
