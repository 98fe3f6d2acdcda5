import type { Decision } from '#core/model/decision.ts';
import type { ArticleId, PassageId } from '#core/model/ids.ts';
import type { Article, Passage, Tree } from '#core/model/issue.ts';
import { settlementKey } from '#core/model/settlement.ts';
import type { Verdicts } from '#core/model/settlement.ts';
import { treePassages } from './tree-passages.ts';

/**
 * The probability of an article's weakest machine decision, or null where none is left: a person approved the article, or made
 * every decision about it anew or answered it. A decision stands while what it decided is as the machine had it.
 */
export function confidenceOf(article: Article, machine: Tree, decisions: readonly Decision[], verdicts: Verdicts): number | null {
  if (article.status === 'approved') return null;
  const before = treePassages(machine);
  const now = new Map<string, Passage>(article.passages.map((passage) => [passage.id, passage]));
  const standing = decisions.filter((decision) => !verdicts.has(settlementKey(decision.kind, decision.subject)) && stands(decision, article, now, before, machine));
  return standing.length === 0 ? null : standing.reduce((least, decision) => Math.min(least, surenessOf(decision)), 1);
}

/** How sure a decision is. That a paragraph may lack its end is a doubt only where it is neither likely nor unlikely. */
const surenessOf = ({ kind, confidence }: Decision): number => (kind === 'truncated' ? Math.max(confidence, 1 - confidence) : confidence);

function stands({ subject, kind }: Decision, article: Article, now: ReadonlyMap<string, Passage>, before: ReadonlyMap<string, Passage>, machine: Tree): boolean {
  if (subject === article.id) return firstOf(article) === firstOf(machine.articles.find(({ id }) => id === subject));
  const [passage, was] = [now.get(subject), before.get(subject)];
  if (!passage || !was) return false;
  switch (kind) {
    case 'role':
      return passage.role === was.role;
    case 'boundary':
      return firstOf(article) === subject;
    case 'order':
      return true;
    case 'join':
    case 'duplicate':
    case 'truncated':
    case 'gap':
      return JSON.stringify(passage.pieces) === JSON.stringify(was.pieces);
  }
}

const firstOf = (article: { readonly id: ArticleId; readonly passages: readonly Passage[] } | undefined): PassageId | undefined => article?.passages[0]?.id;
