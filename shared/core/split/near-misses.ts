import type { Decision } from '../model/decision.ts';
import type { ArticleId, PassageId } from '../model/ids.ts';
import type { Reason } from '../model/reason.ts';
import type { Page } from '../parse/page.ts';
import { type Scaling, calibrated } from './calibration.ts';
import { KIND_COUNT, KIND_OF_STATE } from './model.ts';
import type { Reading } from './read-page.ts';
import type { Asked } from './reasons.ts';
import { KINDS } from './states.ts';
import type { Grown } from './tree.ts';

const KICKER = KINDS.indexOf('kicker');
const OPENING = KINDS.indexOf('opening');
const CONTINUED = KINDS.indexOf('continued');

/**
 * How likely it is that an article begins where none was begun, given the model's odds: fitted on dev and clean, each page split by weights that never saw
 * it. It is rarer than the odds say (5 of 115 with odds over .03); that a paragraph goes on where it was not let go on is as frequent as they say.
 */
const BEGINS: Scaling = { slope: 1.52, shift: -0.67 };

/**
 * From which probability on something is worth a question. On dev and clean .15 asks 1.6 questions a page, of which one in three mends a mistake: 24 of the
 * 62 missed beginnings and joins. .25 would ask 0.9 for 15 of them; of what lies between .1 and .15 one question in ten would mend one.
 */
const WORTH_ASKING = 0.15;

/** A page stays calm: the likeliest so many are told. */
const MOST = 5;

/**
 * What the machine nearly did but did not: let an article begin with a passage, let a paragraph go on with the one above it in its article. A decision's
 * `confidence` is that it was right not to; its reasons say what speaks for doing it. In the order of the page, at most `MOST`.
 */
export function nearMisses(page: Page, reading: Reading, grown: Grown, reasonsOf: (asked: Asked) => readonly Reason[]): readonly Decision[] {
  const { order, decoding } = reading;
  const begins = new Set(grown.articles.map(({ begin }) => begin));
  const odds = (position: number, kind: number) => decoding.likely[position * KIND_COUNT + kind]!;
  const found: Decision[] = [];
  const consider = (subject: PassageId, kind: 'no-boundary' | 'no-join', probability: number, position: number, other: number, goesOnWith?: number) => {
    if (probability < WORTH_ASKING) return;
    const chosen = KIND_OF_STATE[decoding.states[position]!]!;
    found.push({ subject, kind, confidence: 1 - probability, reasons: reasonsOf({ position, chosen: other, other: chosen, ...(goesOnWith !== undefined && { goesOnWith }) }) });
  };
  const textAbove = new Map<ArticleId, number>(); // the place of the last block of an article's text
  for (const { id, draft, article } of grown.passages) {
    const position = draft.positions[0]!;
    const isWhole = draft.ranges[0]!.from === page.blocks[order[position]!]!.range.from; // not a byline cut off a paragraph
    if (article === null || !isWhole) continue;
    const above = draft.role === 'body' ? textAbove.get(article) : undefined;
    if (draft.role === 'body') textAbove.set(article, draft.positions.at(-1)!);
    // Next to a beginning it is only in doubt which line comes first: that is asked there.
    const isApart = !begins.has(position - 1) && !begins.has(position) && !begins.has(position + 1);
    const opening = odds(position, KICKER) > odds(position, OPENING) ? KICKER : OPENING;
    if (isApart) consider(id, 'no-boundary', calibrated(BEGINS, odds(position, KICKER) + odds(position, OPENING)), position, opening);
    if (above !== undefined) consider(id, 'no-join', odds(position, CONTINUED), position, CONTINUED, above);
  }
  if (found.length <= MOST) return found;
  const bar = found.map(({ confidence }) => confidence).toSorted((a, b) => a - b)[MOST - 1]!;
  return found.filter(({ confidence }) => confidence <= bar).slice(0, MOST);
}
