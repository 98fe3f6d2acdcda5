import { type Lost, reasonOfLoss } from '../flow/lost.ts';
import { truncationOf } from '../flow/truncation.ts';
import type { ArticleId } from '../model/ids.ts';
import { articlesApart } from '../strands/apart.ts';
import type { Decision } from '../model/decision.ts';
import type { Reason } from '../model/reason.ts';
import type { Page } from '../parse/page.ts';
import { type CalibratedKind, toState } from './calibration.ts';
import { BEGINS, KIND_COUNT, KIND_OF_STATE, type Model, ROLE, ROLES } from './model.ts';
import type { Reading } from './read-page.ts';
import type { Asked } from './reasons.ts';
import { KINDS } from './states.ts';
import type { Grown } from './tree.ts';

const BODY = ROLES.indexOf('body');
const CONTINUED = KINDS.indexOf('continued');
const PARAGRAPH = KINDS.indexOf('paragraph');
const KICKER = KINDS.indexOf('kicker');

/** The kinds of each role. */
const KINDS_OF_ROLE = ROLES.map((_, role) => KINDS.flatMap((__, kind) => (ROLE[kind] === role ? [kind] : [])));

/** How often all of an article and nothing else was gathered where its text does not stand together, on dev split by weights that never saw it: 7 of 20. */
const TAKEN_APART = 0.35;

/** What was decided about a page's articles and passages, how surely, and why: `reasonsOf` is asked for what speaks for it. */
export function rememberDecisions(page: Page, reading: Reading, grown: Grown, model: Model, reasonsOf: (asked: Asked) => readonly Reason[]): readonly Decision[] {
  const { order, decoding } = reading;
  const odds = (position: number, kind: number) => decoding.likely[position * KIND_COUNT + kind]!;
  const chosenAt = (position: number) => KIND_OF_STATE[decoding.states[position]!]!;
  const why = (position: number, chosen: number, other: number) => reasonsOf({ position, chosen, other });
  const certain = (kind: CalibratedKind, value: number, kicker = false) => toState(model.calibration, kind, value, kicker);

  const boundaries = grown.articles.map(({ id, begin }): Decision => {
    const chosen = chosenAt(begin);
    let opening = 0;
    let rival = -1; // the likeliest kind that begins no article
    for (let kind = 0; kind < KIND_COUNT; kind += 1) {
      if (BEGINS[kind] === 1) opening += odds(begin, kind);
      else if (kind !== chosen && (rival < 0 || odds(begin, kind) > odds(begin, rival))) rival = kind;
    }
    const confidence = BEGINS[chosen] === 1 ? opening : odds(begin, chosen);
    return { subject: id, kind: 'boundary', confidence: certain('boundary', confidence, chosen === KICKER), reasons: why(begin, chosen, rival) };
  });
  const roles = grown.passages.map(({ id, draft }): Decision => {
    let position = draft.positions[0]!; // where the role is least sure
    let confidence = Infinity;
    for (const each of draft.positions) {
      const kinds = KINDS_OF_ROLE[ROLE[chosenAt(each)]!]!;
      let sum = 0;
      for (let k = 0; k < kinds.length; k += 1) sum += odds(each, kinds[k]!);
      if (sum < confidence) [position, confidence] = [each, sum];
    }
    const chosen = chosenAt(position);
    if (draft.role === 'byline' && ROLE[chosen] === BODY) {
      return { subject: id, kind: 'role', confidence: certain('role', confidence), reasons: [{ id: 'split.reason.byline-at-end' }] };
    }
    let rival = -1; // the likeliest kind of another role
    for (let kind = 0; kind < KIND_COUNT; kind += 1) if (ROLE[kind] !== ROLE[chosen] && (rival < 0 || odds(position, kind) > odds(position, rival))) rival = kind;
    return { subject: id, kind: 'role', confidence: certain('role', confidence), reasons: why(position, chosen, rival), roles: [draft.role, ROLES[rival]!] };
  });
  const joins: Decision[] = [];
  for (const { id, draft } of grown.passages) {
    if (draft.positions.length < 2) continue;
    const weakest = draft.positions.reduce((worst, position, part) => (part === 1 || odds(position, CONTINUED) < odds(worst, CONTINUED) ? position : worst));
    const goesOnWith = draft.positions[draft.positions.indexOf(weakest) - 1]!;
    const reasons = reasonsOf({ position: weakest, chosen: CONTINUED, other: PARAGRAPH, goesOnWith });
    joins.push({ subject: id, kind: 'join', confidence: certain('join', odds(weakest, CONTINUED)), reasons });
  }
  const duplicates = reading.duplicates.map(
    ({ likeness }, index): Decision => ({
      subject: grown.duplicates[index]!,
      kind: 'duplicate',
      confidence: likeness,
      reasons: [{ id: 'split.reason.repeats', data: { likeness: Math.round(likeness * 100) } }],
    }),
  );
  const gaps: Decision[] = [];
  for (const { id, draft } of reading.lost.size === 0 ? [] : grown.passages) {
    const lost: Lost[] = [];
    for (const position of draft.positions) {
      const found = reading.lost.get(position);
      if (found !== undefined) lost.push(found);
    }
    if (lost.length > 0) gaps.push({ subject: id, kind: 'gap', confidence: Math.min(...lost.map(({ confidence }) => confidence)), reasons: lost.map(reasonOfLoss) });
  }
  const truncated: Decision[] = []; // from the end of the page on
  let below: ArticleId | null = null; // the article of the text that comes next
  for (const { id, draft, article } of grown.passages.toReversed()) {
    if (draft.role !== 'body') continue;
    const following = below === null ? 'end-of-page' : below === article ? 'text' : 'no-text';
    const truncation = truncationOf(page.shapes[order[draft.positions.at(-1)!]!]!, following);
    if (truncation !== null) truncated.push({ subject: id, kind: 'truncated', ...truncation });
    below = article;
  }
  const apart = Array.from(articlesApart(grown.tree).keys(), (subject): Decision => ({ subject, kind: 'order', confidence: TAKEN_APART, reasons: [{ id: 'split.reason.columns' }] }));
  return [...boundaries, ...roles, ...joins, ...duplicates, ...gaps, ...truncated.toReversed(), ...apart];
}
