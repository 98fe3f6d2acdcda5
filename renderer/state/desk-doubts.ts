import type { ArticleId, PassageId } from '#core/model/ids.ts';
import { isNearMiss } from '#core/model/decision.ts';
import type { Decision, DecisionKind } from '#core/model/decision.ts';
import type { Article, Tree } from '#core/model/issue.ts';
import type { Role } from '#core/model/role.ts';
import { settlementKey } from '#core/model/settlement.ts';
import type { Verdicts } from '#core/model/settlement.ts';
import { SURE } from '#core/risk/risk.ts';
import { seamsOf } from '#core/model/seams.ts';
import { articlesApart } from '#core/strands/apart.ts';
import type { Asking } from './desk-asking.ts';
import { outlineOf } from './desk-outline.ts';
import type { Stop } from './desk-outline.ts';

/**
 * What is asked, and in which order where several are asked of one passage. Not asked: a gap (I goes to it and fills it) and an end that is lacking
 * (a check finds it, F goes to it).
 */
export const DOUBT_KINDS = ['boundary', 'no-boundary', 'order', 'role', 'join', 'no-join', 'duplicate'] as const satisfies readonly DecisionKind[];
export type DoubtKind = (typeof DOUBT_KINDS)[number];

/** A question that wants a person: where it stands, and the passage that has the focus when it is put. */
export type Doubt = {
  readonly kind: DoubtKind;
  readonly subject: PassageId | ArticleId;
  readonly passage: PassageId;
  readonly confidence: number; // that yes is right
  readonly instead: Role | null; // of a role: what it is if not
};

/** On dev and clean every second role below this is wrong: 3.5 a page are asked. Between this and `SURE` it is one in four, of five more a page. */
const LIKELY_WRONG = 0.6;

/** The decision on a subject, if the machine made one and the subject still is what it was made on. */
export function decisionOn(decisions: readonly Decision[], kind: DecisionKind, subject: string): Decision | null {
  return decisions.find((decision) => decision.kind === kind && decision.subject === subject) ?? null;
}

function isAsked(decision: Decision, { near, roles }: Asking): boolean {
  if (isNearMiss(decision)) return near;
  return decision.kind === 'role' ? roles && decision.confidence < LIKELY_WRONG : decision.confidence < SURE;
}

/**
 * What wants a decision, in reading order, whether it was answered or not. What is in an approved article is settled. That an article is in work
 * settles nothing: a person may have mended a word in it without a thought for where it begins.
 */
export function questionsOn(tree: Tree, decisions: readonly Decision[], asking: Asking): readonly Doubt[] {
  const asked = askedOf(decisions, asking);
  if (asked.size === 0) return [];
  const doubts: Doubt[] = [];
  const apart: Apart = [...asked.values()].some((kinds) => kinds.has('order')) ? articlesApart(tree) : new Map();
  for (const stop of outlineOf(tree).stops) {
    const { passage } = stop;
    const article = tree.articles[stop.article];
    if (article?.status === 'approved') continue;
    const [ofArticle, ofPassage] = [article && asked.get(article.id), asked.get(passage.id)];
    if (!ofArticle && !ofPassage) continue;
    for (const kind of DOUBT_KINDS) {
      const decision = (kind === 'boundary' || kind === 'order' ? ofArticle : ofPassage)?.get(kind);
      if (!decision || !isHere(decision, kind, stop, article, apart)) continue;
      if (kind === 'role' && doubts.at(-1)?.passage === passage.id && doubts.at(-1)?.kind !== 'order') continue; // whether it heads an article is asked: that says what it is
      const confidence = isNearMiss(decision) ? 1 - decision.confidence : decision.confidence;
      doubts.push({ kind, subject: decision.subject, passage: passage.id, confidence, instead: kind === 'role' ? (decision.roles?.[1] ?? null) : null });
    }
  }
  return doubts;
}

/** By what it is of, and its kind. */
type Asked = ReadonlyMap<string, ReadonlyMap<DecisionKind, Decision>>;

const known = new WeakMap<readonly Decision[], { readonly asking: Asking; readonly asked: Asked }>();

/** What is asked of the machine's decisions on a page, which stay as they are whatever is done to it. */
function askedOf(decisions: readonly Decision[], asking: Asking): Asked {
  const before = known.get(decisions);
  if (before?.asking === asking) return before.asked;
  const asked = new Map<string, Map<DecisionKind, Decision>>();
  for (const decision of decisions) {
    if (!isAsked(decision, asking)) continue;
    const kinds = asked.get(decision.subject) ?? new Map<DecisionKind, Decision>();
    asked.set(decision.subject, kinds.set(decision.kind, decision));
  }
  known.set(decisions, { asking, asked });
  return asked;
}

type Apart = ReturnType<typeof articlesApart>;

/** Whether a passage is the place of a question, and things still are as the machine left them. */
function isHere({ roles }: Decision, kind: DoubtKind, { passage, article: position, index }: Stop, article: Article | undefined, apart: Apart): boolean {
  switch (kind) {
    case 'boundary':
      return index === 0 && position > 0;
    case 'no-boundary':
      return article !== undefined && index > 0;
    case 'order':
      return article !== undefined && apart.get(article.id) === passage.id;
    case 'role':
      return roles?.[0] === passage.role;
    case 'join':
      return article !== undefined && seamsOf(passage.pieces).length > 0;
    case 'no-join':
      return passage.role === 'body' && paragraphAbove(article, index) !== null;
    case 'duplicate':
      return article === undefined;
  }
}

/** The paragraph that a passage would go on with: the next above it in its article. */
export function paragraphAbove(article: Pick<Article, 'passages'> | undefined, index: number): PassageId | null {
  return article?.passages.slice(0, index).findLast(({ role }) => role === 'body')?.id ?? null;
}

/** What still wants a decision, in reading order; what `settled` names was answered. */
export function openDoubts(tree: Tree, decisions: readonly Decision[], settled: Pick<Verdicts, 'has'>, asking: Asking): readonly Doubt[] {
  return questionsOn(tree, decisions, asking).filter(({ kind, subject }) => !settled.has(settlementKey(kind, subject)));
}

/** A question that was answered and stands as it was answered: with whether that was a yes. */
export type Answered = { readonly doubt: Doubt; readonly wasYes: boolean };

/** What was answered of a passage and still can be answered otherwise, as things stand. */
export function answeredAt(tree: Tree, decisions: readonly Decision[], settled: Verdicts, asking: Asking, passage: PassageId | null): Answered | null {
  for (const doubt of questionsOn(tree, decisions, asking)) {
    const verdict = doubt.passage === passage ? settled.get(settlementKey(doubt.kind, doubt.subject)) : undefined;
    if (verdict) return { doubt, wasYes: (verdict === 'right') !== isNearMiss(doubt) };
  }
  return null;
}

/** The doubt the keys answer: the first of those of the focused passage. */
export function doubtAt(doubts: readonly Doubt[], passage: PassageId | null): Doubt | null {
  return doubts.find((doubt) => doubt.passage === passage) ?? null;
}

/** The first doubt after a passage in reading order, from the top again after the last; null when none is left. */
export function nextDoubt(tree: Tree, doubts: readonly Doubt[], passage: PassageId | null): Doubt | null {
  const { at } = outlineOf(tree);
  const here = passage === null ? -1 : (at.get(passage) ?? -1);
  return doubts.find((doubt) => at.get(doubt.passage)! > here) ?? doubts[0] ?? null;
}
