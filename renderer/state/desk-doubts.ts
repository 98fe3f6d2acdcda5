import type { ArticleId, PassageId } from '#core/model/ids.ts';
import type { Decision, DecisionKind } from '#core/model/decision.ts';
import type { Tree } from '#core/model/issue.ts';
import { settlementKey } from '#core/model/settlement.ts';
import type { Verdicts } from '#core/model/settlement.ts';
import { SURE } from '#core/risk/risk.ts';
import { seamsOf } from '#core/model/seams.ts';
import { outlineOf } from './desk-outline.ts';

/** A machine's decision that wants a person: where it stands, and the passage that has the focus when it is put. */
export type Doubt = {
  readonly kind: 'boundary' | 'join' | 'duplicate';
  readonly subject: PassageId | ArticleId;
  readonly passage: PassageId;
  readonly confidence: number;
};

/** The decision on a subject, if the machine made one and the subject still is what it was made on. */
export function decisionOn(decisions: readonly Decision[], kind: DecisionKind, subject: string): Decision | null {
  return decisions.find((decision) => decision.kind === kind && decision.subject === subject) ?? null;
}

/**
 * What still wants a decision, in reading order. What is in an approved article is settled, and so is what `settled` names: it was
 * answered. That an article is in work settles nothing: a person may have mended a word in it without a thought for where it begins.
 */
export function openDoubts(tree: Tree, decisions: readonly Decision[], settled: Pick<Verdicts, 'has'>): readonly Doubt[] {
  const weak = new Map<string, Decision>();
  for (const decision of decisions) {
    if (decision.confidence < SURE) weak.set(settlementKey(decision.kind, decision.subject), decision);
  }
  const open = (kind: Doubt['kind'], subject: PassageId | ArticleId, passage: PassageId): Doubt[] => {
    const key = settlementKey(kind, subject);
    const decision = weak.get(key);
    return decision && !settled.has(key) ? [{ kind, subject, passage, confidence: decision.confidence }] : [];
  };
  const doubts: Doubt[] = [];
  for (const { passage, article: position, index } of outlineOf(tree).stops) {
    const article = tree.articles[position];
    if (!article) {
      doubts.push(...open('duplicate', passage.id, passage.id));
    } else if (article.status !== 'approved') {
      if (index === 0 && position > 0) doubts.push(...open('boundary', article.id, passage.id));
      if (seamsOf(passage.pieces).length > 0) doubts.push(...open('join', passage.id, passage.id));
    }
  }
  return doubts;
}

/** The doubt the keys answer: one that belongs to the focused passage, a boundary before a join. */
export function doubtAt(doubts: readonly Doubt[], passage: PassageId | null): Doubt | null {
  return doubts.find((doubt) => doubt.passage === passage) ?? null;
}

/** The first doubt after a passage in reading order, from the top again after the last; null when none is left. */
export function nextDoubt(tree: Tree, doubts: readonly Doubt[], passage: PassageId | null): Doubt | null {
  const { at } = outlineOf(tree);
  const here = passage === null ? -1 : (at.get(passage) ?? -1);
  return doubts.find((doubt) => at.get(doubt.passage)! > here) ?? doubts[0] ?? null;
}
