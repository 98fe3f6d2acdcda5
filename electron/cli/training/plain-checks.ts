import { UNLIKE } from '#core/language/strangers.ts';
import type { SuspectLesson } from '#core/language/train-suspects.ts';
import type { Suspect } from '#core/language/suspects.ts';

/** What a plainer check of misread characters finds of a set: those it would put right, and what it would change without need. */
export type PlainCheck = { readonly name: string; readonly hits: number; readonly alarms: number };

type Judged = SuspectLesson['judged'][number];

/** Two plain checks beside ours, on the same suspects: where another character makes a word of the dictionary and this one none; and where the trigram of characters alone gains most. */
export function plainChecks(lessons: readonly SuspectLesson[]): readonly PlainCheck[] {
  const alike = lessons.map(({ judged }) => judged.filter(({ suspect: { signs } }) => signs.rank !== UNLIKE)); // a plain check would know no others
  const judged = alike.flatMap((those) => firstOfPlaces(those.filter(({ suspect: { signs } }) => signs.lengthRead === 1 && signs.length > 1), ({ words }) => words));
  const byCharacters = alike.flatMap((those) => firstOfPlaces(those, ({ characters }) => characters));
  return [tally('dictionary', judged), best('trigram', byCharacters, ({ signs }) => signs.characters)];
}

/** Of the suspects of each place, which stand next to each other, the one of most value. */
function firstOfPlaces(judged: readonly Judged[], valueOf: (signs: Suspect['signs']) => number): readonly Judged[] {
  const found: Judged[] = [];
  for (const one of judged) {
    const before = found.at(-1);
    if (before?.suspect.at !== one.suspect.at) found.push(one);
    else if (valueOf(one.suspect.signs) > valueOf(before.suspect.signs)) found[found.length - 1] = one;
  }
  return found;
}

function tally(name: string, taken: readonly Judged[]): PlainCheck {
  const hits = taken.filter(({ so }) => so).length;
  return { name, hits, alarms: taken.length - hits };
}

/** The check that takes what has at least so much value, at the threshold where its F1 on these very pages is best: better than it would do elsewhere. */
function best(name: string, judged: readonly Judged[], valueOf: (suspect: Suspect) => number): PlainCheck {
  const all = judged.filter(({ so }) => so).length;
  let found: PlainCheck = { name, hits: 0, alarms: 0 };
  let [hits, most] = [0, 0];
  for (const [index, { so }] of judged.toSorted((a, b) => valueOf(b.suspect) - valueOf(a.suspect)).entries()) {
    if (so) hits += 1;
    const f1 = (2 * hits) / (index + 1 + all);
    if (f1 > most) {
      most = f1;
      found = { name, hits, alarms: index + 1 - hits };
    }
  }
  return found;
}
