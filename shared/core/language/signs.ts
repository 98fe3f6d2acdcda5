import { type Group, featureTable } from '../split/feature-table.ts';
import { UNLIKE } from './strangers.ts';
import type { Signs } from './suspects.ts';

/** Steps that a value has gone beyond: each is a feature of its own, so that neighbouring values weigh alike unless something speaks against it. */
type Steps = readonly number[];

const steps = (name: string, limits: Steps): Group => ({ name, values: limits.map((limit) => `>${limit}`) });
const crossed = (name: string, left: readonly string[], right: readonly string[]): Group => ({ name, values: left.flatMap((one) => right.map((other) => `${one}+${other}`)) });
const beyond = (limits: Steps): readonly string[] => limits.map((limit) => `>${limit}`);

const WORDS = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16];
const CHARACTERS = [-4, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12];
const TOGETHER = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24];
const RANK = [0, 1, 2, 5, 10, 20, 35, 60, 100];
const STRANGE = [8, 10, 12, 14, 16, 18, 20];
const FARTHER = [0, 1, 2, 5, 10, 20, 35, 60, 76];
const RARITY = [-14, -12, -11, -10, -9, -8, -7, -6];
const SHARE = [-11.5, -10.5, -9.5, -8.5, -7.5, -6.5];
const COUNT = [0, 1, 2, 4, 10, 24];
const MARGIN = [-2, 0, 0.5, 1, 2, 3, 4, 6];
const ELSEWHERE = [0.02, 0.1, 0.3, 0.6, 1, 2, 3, 5];
const HABIT = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5];
const RATE = [0.0002, 0.0005, 0.001, 0.002, 0.003, 0.004];
/** Where two values are looked at together: coarser. */
const BOTH = { words: [2, 5, 8, 11, 14], likely: [5, 9], characters: [2, 4, 6, 8], seen: [0, 2, 4], times: [0, 2, 10], elsewhere: [0.1, 0.6, 2], rank: [5, 20] };

const LENGTHS = ['1', '2', '3', '4+'];
const SEEN = ['0', '1', '2', '3', '4', '5', '6'];

/** What tells a misreading from a mere chance: the closed list of features that weights are over. */
export const SIGNS = featureTable({
  always: { name: 'always', values: ['yes'] },
  words: steps('words', WORDS),
  characters: steps('characters', CHARACTERS),
  together: steps('together', TOGETHER),
  rank: steps('rank', RANK),
  sounds: { name: 'sounds', values: ['yes'] },
  unlike: steps('unlike', STRANGE),
  unlikeElsewhere: steps('unlikeElsewhere', BOTH.elsewhere),
  unlikeSounds: { name: 'unlikeSounds', values: ['yes'] },
  farther: steps('farther', FARTHER),
  lengths: crossed('lengths', LENGTHS, LENGTHS),
  wordsOfLength: crossed('wordsOfLength', beyond(BOTH.words), LENGTHS),
  wordsAndCharacters: crossed('wordsAndCharacters', beyond(BOTH.likely), beyond(BOTH.characters)),
  seen: { name: 'seen', values: SEEN },
  seenRead: { name: 'seenRead', values: SEEN },
  seenBoth: crossed('seenBoth', beyond(BOTH.seen), beyond(BOTH.seen)),
  before: steps('before', COUNT),
  behind: steps('behind', COUNT),
  beside: steps('beside', COUNT),
  triple: steps('triple', COUNT),
  beforeRead: steps('beforeRead', COUNT),
  behindRead: steps('behindRead', COUNT),
  tripleRead: steps('tripleRead', COUNT),
  word: steps('word', COUNT),
  wordRead: steps('wordRead', COUNT),
  wordBoth: crossed('wordBoth', beyond(BOTH.times), beyond(BOTH.times)),
  pair: steps('pair', COUNT),
  pairRead: steps('pairRead', COUNT),
  pairBoth: crossed('pairBoth', beyond(BOTH.times), beyond(BOTH.times)),
  rarity: steps('rarity', RARITY),
  rarityRead: steps('rarityRead', RARITY),
  share: steps('share', SHARE),
  shareRead: steps('shareRead', SHARE),
  margin: steps('margin', MARGIN),
  lead: steps('lead', MARGIN),
  elsewhere: steps('elsewhere', ELSEWHERE),
  habit: steps('habit', HABIT),
  elsewhereOfShape: crossed('elsewhereOfShape', beyond(BOTH.elsewhere), beyond(BOTH.rank)),
  rate: steps('rate', RATE),
});

/**
 * What other places say. `elsewhere`: how many misreadings of the kind other pages seem to have; `habit`: which share that is of what is read there so;
 * `rate`: how much of the page itself seems misread, a share; `lead`: by how much likelier than the best other that is thought of here, as a logarithm of odds.
 */
export type Company = { readonly elsewhere: number; readonly habit: number; readonly rate: number; readonly lead: number };

/** The features of a suspect. */
export function featuresOf(signs: Signs, company: Company): readonly number[] {
  const { base } = SIGNS;
  const features: number[] = [base.always];
  const up = (from: number, limits: Steps, value: number) => {
    for (let k = 0; k < limits.length && value > limits[k]!; k += 1) features.push(from + k);
  };
  const up2 = (from: number, limits: Steps, value: number, others: Steps, other: number) => {
    for (let k = 0; k < limits.length && value > limits[k]!; k += 1) for (let j = 0; j < others.length && other > others[j]!; j += 1) features.push(from + k * others.length + j);
  };
  const { words, characters, rank, seen, seenRead, times, timesRead } = signs;
  const [length, lengthRead] = [Math.min(signs.length, LENGTHS.length) - 1, Math.min(signs.lengthRead, LENGTHS.length) - 1];
  up(base.words, WORDS, words);
  up(base.characters, CHARACTERS, characters);
  up(base.together, TOGETHER, words + characters);
  up(base.rank, RANK, rank);
  if (signs.sounds) features.push(base.sounds);
  if (rank === UNLIKE) {
    up(base.unlike, STRANGE, words + characters);
    up(base.unlikeElsewhere, BOTH.elsewhere, company.elsewhere);
    if (signs.sounds) features.push(base.unlikeSounds);
  }
  up(base.farther, FARTHER, signs.farther);
  features.push(base.lengths + length * LENGTHS.length + lengthRead);
  for (let k = 0; k < BOTH.words.length && words > BOTH.words[k]!; k += 1) features.push(base.wordsOfLength + k * LENGTHS.length + length);
  up2(base.wordsAndCharacters, BOTH.likely, words, BOTH.characters, characters);
  features.push(base.seen + seen.most, base.seenRead + seenRead.most);
  up2(base.seenBoth, BOTH.seen, seen.most, BOTH.seen, seenRead.most);
  up(base.before, COUNT, seen.before);
  up(base.behind, COUNT, seen.behind);
  up(base.beside, COUNT, Math.max(seen.before, seen.behind));
  up(base.triple, COUNT, seen.triple);
  up(base.beforeRead, COUNT, seenRead.before);
  up(base.behindRead, COUNT, seenRead.behind);
  up(base.tripleRead, COUNT, seenRead.triple);
  up(base.word, COUNT, times.word);
  up(base.wordRead, COUNT, timesRead.word);
  up2(base.wordBoth, BOTH.times, times.word, BOTH.times, timesRead.word);
  up(base.pair, COUNT, times.pair);
  up(base.pairRead, COUNT, timesRead.pair);
  up2(base.pairBoth, BOTH.times, times.pair, BOTH.times, timesRead.pair);
  up(base.rarity, RARITY, signs.rarity);
  up(base.rarityRead, RARITY, signs.rarityRead);
  up(base.share, SHARE, signs.share);
  up(base.shareRead, SHARE, signs.shareRead);
  up(base.margin, MARGIN, signs.margin);
  up(base.lead, MARGIN, company.lead);
  up(base.elsewhere, ELSEWHERE, company.elsewhere);
  up(base.habit, HABIT, company.habit);
  up2(base.elsewhereOfShape, BOTH.elsewhere, company.elsewhere, BOTH.rank, rank);
  up(base.rate, RATE, company.rate);
  return features;
}

/** How likely features say that a misreading is one, by weights over `SIGNS`. */
export function probabilityOf(weights: Float64Array, features: readonly number[]): number {
  let odds = 0;
  for (const feature of features) odds += weights[feature]!;
  return 1 / (1 + Math.exp(-odds));
}
