import { LINKS, type LinkGroup } from './links.ts';
import { OBSERVATIONS, type ObservationGroup } from './observations.ts';

/** What a reason speaks of. A message id is `split.reason.` and one of these. */
export const REASONS = [
  'length',
  'ending',
  'ends-like-a-clause',
  'ends-unlike-a-clause',
  'beginning',
  'beginning-below',
  'first-mark',
  'formula',
  'punctuation',
  'no-punctuation',
  'colon-inside',
  'space-inside',
  'function-words',
  'quotation-open',
  'byline-at-end',
  'byline-above',
  'dangling-word',
  'gap',
  'gap-below',
  'edge-of-page',
  'neighbours',
  'end-above',
  'text-end-above',
  'above-breaks-off',
  'lines-together',
  'short-lines-around',
  'text-around',
  'dispatch-ahead',
  'named-below',
  'not-named-below',
  'subject-changes',
  'subject-goes-on',
  'like-another-line',
  'reads-on-from-above',
  'goes-on-below',
  'word-across',
  'quotation-across',
  'meeting-known',
  'begins-inside-a-sentence',
  'fills-column',
  'until-line',
  'verse-or-list',
  'type-size',
] as const;
export type ReasonName = (typeof REASONS)[number];

/** What one value of a group of observations says, as its parts are named in observations.ts. Null: nothing that could be told in a sentence. */
type Saying = (...parts: readonly string[]) => ReasonName | null;

const always =
  (name: ReasonName | null): Saying =>
  () =>
    name;
const when =
  (name: ReasonName, ...values: readonly string[]): Saying =>
  (part) =>
    values.includes(part) ? name : null;
/** Shares and likenesses: little of it speaks for one thing, much of it for the other. */
const shared =
  (little: ReasonName, much: ReasonName): Saying =>
  (level) =>
    level === 'none' || level === 'faint' ? little : much;
const alike: Saying = (_lines, level) => (Number(level) < 4 ? 'subject-changes' : 'subject-goes-on');
const clause =
  (likely: ReasonName, unlikely: ReasonName): Saying =>
  (gain) =>
    gain === 'some' || gain === 'much' ? likely : gain === 'against' || gain === 'rather-not' ? unlikely : null;
const like = (...values: readonly string[]): boolean => values.some((value) => value === 'ending' || value === 'skeleton');
const stacked: Saying = (place) => (place === '1of1' ? null : 'lines-together');
const wrap =
  (name: ReasonName): Saying =>
  (meeting, seen) =>
    meeting === 'inside-word' || seen !== '0' ? name : null;
const parallel: Saying = (longer, sameSkeleton) => (longer === 'same' || sameSkeleton === 'yes' ? 'like-another-line' : null);
const firstMark = when('first-mark', 'digit', 'latin', 'dash', 'bullet', 'opening');

const SAYINGS: Readonly<Record<ObservationGroup, Saying>> = {
  always: always(null),
  width: always('length'),
  ending: always('ending'),
  first: firstMark,
  formula: (formula) => (formula === 'none' ? null : 'formula'),
  sentences: always('punctuation'),
  pauses: always('punctuation'),
  colons: when('colon-inside', '1', 'more'),
  functionWords: always('function-words'),
  opening: when('beginning', 'opener', 'bound'),
  ends: clause('ends-like-a-clause', 'ends-unlike-a-clause'),
  endsBefore: when('above-breaks-off', 'against', 'rather-not'),
  dangling: when('dangling-word', 'yes'),
  openingAfter: when('beginning-below', 'opener', 'bound'),
  mentioned: shared('not-named-below', 'named-below'),
  gapLook: when('gap', '2', 'more'),
  gapLookAfter: when('gap', '2', 'more'),
  danglingProseBefore: when('above-breaks-off', 'yes'),
  spaces: when('space-inside', '1', 'more'),
  marks: (unclosed, unopened, glued) => (unclosed === 'yes' || unopened === 'yes' ? 'quotation-open' : glued === 'yes' ? 'byline-at-end' : null),
  gapBefore: when('gap', '2', 'more'),
  gapAfter: when('gap-below', '2', 'more'),
  edge: when('edge-of-page', 'first', 'last'),
  widthEnding: always('length'),
  widthSpaces: always('length'),
  formulaLook: (formula) => (formula === 'none' ? null : 'formula'),
  look2Before: always('neighbours'),
  lookBefore: always('neighbours'),
  lookAfter: always('neighbours'),
  look2After: always('neighbours'),
  lookPairBefore: always('neighbours'),
  endingBefore: always('end-above'),
  proseEndingBefore: always('text-end-above'),
  proseGluedBefore: when('byline-above', 'yes'),
  run: (place, _at, length) => (place === 'titled' && length !== '1' ? 'lines-together' : null),
  dispatchAhead: (_look, ahead) => (ahead === 'yes' ? 'dispatch-ahead' : null),
  shareBefore: shared('subject-changes', 'subject-goes-on'),
  likeness: alike,
  wrapBefore: wrap('reads-on-from-above'),
  wrapAfter: wrap('goes-on-below'),
  meetingBefore: when('word-across', 'inside-word'),
  meetingAfter: when('goes-on-below', 'inside-word'),
  partBefore: always(null),
  partAfter: always(null),
  firstLook: firstMark,
  parallelBefore: parallel,
  parallelAfter: parallel,
  untilTitle: always('until-line'),
  shortAround: (_place, lines) => (lines === '5' || lines === 'more' ? 'short-lines-around' : lines === '0' ? 'text-around' : null),
  verse: (_place, _fromStart, _fromEnd, long) => (long === '14' || long === 'more' ? 'verse-or-list' : null),
  stackEnding: stacked,
  stackFirst: (_place, first) => firstMark(first),
  stackFormula: (_place, formula) => (formula === 'none' ? null : 'formula'),
  sectionLikeness: alike,
  sectionFar: alike,
  earlierNamed: shared('subject-changes', 'subject-goes-on'),
  earlierBalance: (balance) => (balance.endsWith('before') ? 'subject-goes-on' : balance === 'even' ? null : 'named-below'),
  stackLike: (above, below) => (like(above, below) ? 'like-another-line' : null),
  stackSuffix: (above, below) => (above === 'yes' || below === 'yes' ? 'like-another-line' : null),
};

const breaksOff = when('above-breaks-off', 'against', 'rather-not');

/** The same of what is looked at in a block and the one that it may go on with. */
const SAYINGS_OF_LINKS: Readonly<Record<LinkGroup, Saying>> = {
  always: always(null),
  ending: always('text-end-above'),
  endingFirst: always('text-end-above'),
  quotes: (unclosed, unopened) => (unclosed === 'yes' && unopened === 'yes' ? 'quotation-across' : null),
  opening: (opening, dangling) => (opening === 'bound' ? 'beginning' : dangling === 'yes' ? 'above-breaks-off' : null),
  functionWords: always(null),
  between: always(null),
  meeting: when('word-across', 'inside-word'),
  meetingEnding: when('word-across', 'inside-word'),
  pairSeen: when('meeting-known', '1', 'more'),
  widthAbove: always(null),
  widthBelow: always(null),
  column: when('fills-column', 'fills', 'surely-fills'),
  junction: when('meeting-known', 'some', 'much', 'most'),
  starts: when('begins-inside-a-sentence', 'against', 'rather-not'),
  ends: breaksOff,
  firstLine: always(null),
  formulaBelow: always(null),
  rest: always('length'),
  introduced: always(null),
};

/** The features of a block, and behind them those of its link, numbered through. */
export const TELLING_OF_LINKS = OBSERVATIONS.size;

/** The parts of a telling feature's value, by their names in observations.ts and links.ts. */
export function partsOf(feature: number): readonly string[] {
  return (PARTS[feature] ??= readParts(feature));
}

const PARTS: (readonly string[])[] = []; // each read once, when it is first asked for

function readParts(feature: number): readonly string[] {
  const name = feature < TELLING_OF_LINKS ? OBSERVATIONS.nameOf(feature) : LINKS.nameOf(feature - TELLING_OF_LINKS);
  return name.slice(name.indexOf('=') + 1).split('+');
}

const placeOf = (said: ReasonName | null): number => (said === null ? -1 : REASONS.indexOf(said));

/** The place in `REASONS` of what each telling feature says, -1 for nothing. What is said is so: what is not there says nothing, or its opposite. */
export const REASON_OF_FEATURE = Int8Array.from({ length: TELLING_OF_LINKS + LINKS.size }, (_, feature) =>
  placeOf(
    feature < TELLING_OF_LINKS
      ? SAYINGS[OBSERVATIONS.groupOf(feature)](...partsOf(feature))
      : SAYINGS_OF_LINKS[LINKS.groupOf(feature - TELLING_OF_LINKS)](...partsOf(feature)),
  ),
);
