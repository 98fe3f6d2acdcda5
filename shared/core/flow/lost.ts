import type { Reason } from '../model/reason.ts';
import { insertion } from '../parse/archive-says.ts';
import { COLUMN_FILLS, COLUMN_LACKS } from '../parse/columns.ts';
import { JUNCTIONS, NOTHING, junctionBin, meetingOf } from '../parse/meeting.ts';
import type { Page } from '../parse/page.ts';
import { MEETINGS } from '../parse/word-meeting.ts';
import { countWords } from '../parse/words.ts';
import { cross, featureTable } from '../split/feature-table.ts';

const gain = { name: 'gain', values: ['none', '-6', '-4', '-2', '0', '2', '4', 'more'] };
const GAINS = [-6, -4, -2, 0, 2, 4];
const meeting = { name: 'meeting', values: MEETINGS };
const words = { name: 'words', values: ['fewer', 'as-many', 'more', 'many-more'] };

/** What is looked at to tell whether a column break that cut a paragraph lost a character. */
export const LOST = featureTable({
  always: { name: 'always', values: ['yes'] },
  gain: cross('gain', gain, meeting),
  junction: cross('junction', { name: 'junction', values: JUNCTIONS }, meeting),
  lacks: { name: 'lacks', values: COLUMN_LACKS },
  fillsBelow: { name: 'fillsBelow', values: COLUMN_FILLS },
  words: cross('words', words, gain),
});

/** Characters on either side that the dictionary is shown. */
const CONTEXT = 4;

/** A number with a measure word, about (余, 多) or not: 三百余家, 12个. */
const QUANTITY = /[\d０-９〇一二三四五六七八九十百千万亿两几数][余多来]?[家个位名件条项次种辆台座所间户亩吨场批套部张支只头匹棵株幢栋艘架份篇首册盏]$/u;

/** What the archive says of the meeting of two blocks. Behind a quantity anything may be counted: that the archive never had just this beside a measure word says nothing. */
function junctionOf(page: Page, above: number, below: number): number {
  const bin = junctionBin(page, above, below);
  return bin < NOTHING && QUANTITY.test(page.texts[above]!) ? NOTHING : bin;
}

/** What speaks for a lost character between two blocks: features of `LOST`, and the character that would fit best. */
export type Traces = { readonly features: readonly number[]; readonly likely: string | null };

/** `atLeast`: characters that gain less are not looked for. */
export function tracesOf(page: Page, above: number, below: number, atLeast = -Infinity): Traces {
  const { base } = LOST;
  const [upper, lower] = [page.texts[above]!, page.texts[below]!];
  const found = insertion(page.archive, page.ends, above, below, atLeast);
  const { kind } = meetingOf(page, above, below);
  const limit = found === null ? -1 : GAINS.findIndex((each) => found.gain <= each);
  const level = found === null ? 0 : 1 + (limit < 0 ? GAINS.length : limit);
  const features = [
    base.always,
    base.gain + level * MEETINGS.length + kind,
    base.junction + junctionOf(page, above, below) * MEETINGS.length + kind,
    base.lacks + page.columns.lacks[above]!,
    base.fillsBelow + page.columns.fills[below]!,
  ];
  if (found !== null) {
    const [tail, head] = [upper.slice(-CONTEXT), lower.slice(0, CONTEXT)];
    const more = countWords(page.words, tail + found.character + head) - countWords(page.words, tail + head);
    features.push(base.words + Math.min(3, Math.max(0, more + 1)) * gain.values.length + level);
  }
  return { features, likely: found?.character ?? null };
}

/** A character that a column break lost: how sure that is (0..1), and which it may have been. */
export type Lost = { readonly confidence: number; readonly likely: string | null };

/** Judges the meeting of two blocks of one paragraph; null if that is less sure than `sure` (0..1). */
export function lostBetween(page: Page, weights: Float64Array, above: number, below: number, sure: number): Lost | null {
  const atLeast = leastGain(page, weights, above, below, Math.log(sure / (1 - sure)) - ROUNDING);
  if (atLeast === Infinity) return null;
  const { features, likely } = tracesOf(page, above, below, atLeast);
  let odds = 0;
  for (const feature of features) odds += weights[feature]!;
  const confidence = confidenceOf(odds);
  return confidence < sure ? null : { confidence, likely };
}

const confidenceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** More than sums of the same numbers in another order differ by. */
const ROUNDING = 1e-9;

/**
 * What a lost character has to gain for the odds to be `enough`, whatever it is: to look for one is dear, and mostly nothing speaks for a loss. Infinity: it
 * could not gain enough.
 */
function leastGain(page: Page, weights: Float64Array, above: number, below: number, enough: number): number {
  const { base } = LOST;
  const { kind } = meetingOf(page, above, below);
  const junction = base.junction + junctionOf(page, above, below) * MEETINGS.length + kind;
  const lacks = base.lacks + page.columns.lacks[above]!;
  const fills = base.fillsBelow + page.columns.fills[below]!;
  const needed = enough - weights[base.always]! - weights[junction]! - weights[lacks]! - weights[fills]!;
  if (weights[base.gain + kind]! >= needed) return -Infinity; // no character is needed
  for (let level = 1; level < gain.values.length; level += 1) {
    let most = -Infinity;
    for (let more = 0; more < words.values.length; more += 1) most = Math.max(most, weights[base.words + more * gain.values.length + level]!);
    if (weights[base.gain + level * MEETINGS.length + kind]! + most >= needed) return GAINS[level - 2] ?? -Infinity;
  }
  return Infinity;
}

/** What speaks for it, as the gap in the text and the decision say it. */
export function reasonOfLoss({ confidence, likely }: Lost): Reason {
  const sure = Math.round(confidence * 100);
  return likely === null ? { id: 'flow.reason.lost-character', data: { sure } } : { id: 'flow.reason.lost-likely', data: { sure, likely } };
}
