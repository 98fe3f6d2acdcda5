import { isNearMiss } from '../model/decision.ts';
import type { Decision } from '../model/decision.ts';
import type { ArticleId, PassageId } from '../model/ids.ts';
import type { Article, Passage, Tree } from '../model/issue.ts';
import { settlementKey } from '../model/settlement.ts';
import type { Verdicts } from '../model/settlement.ts';
import { assertNever } from '#util/assert-never.ts';
import { treePassages } from './tree-passages.ts';

/** What the machine decided about a page, and what a person answered. */
export type Machine = { readonly tree: Tree; readonly decisions: readonly Decision[]; readonly verdicts: Verdicts };

/**
 * The machine's decisions about an article that nobody has vouched for: the article is not approved, the decision not answered, and what it
 * decided is still as the machine had it.
 */
export function openDecisions(article: Article, { tree, decisions, verdicts }: Machine): readonly Decision[] {
  if (article.status === 'approved') return [];
  const before = treePassages(tree);
  const now = new Map<string, Passage>(article.passages.map((passage) => [passage.id, passage]));
  return decisions.filter((decision) => isUnanswered(decision, verdicts) && stands(decision, article, now, before, tree));
}

/** The same of what stands aside, for as long as nobody has confirmed it. */
export function openAsideDecisions(aside: readonly Passage[], { tree, decisions, verdicts }: Machine): readonly Decision[] {
  const before = treePassages(tree);
  const now = new Map<string, Passage>(aside.map((passage) => [passage.id, passage]));
  return decisions.filter((decision) => isUnanswered(decision, verdicts) && passageStands(decision, now, before));
}

/** How sure a decision is. That a paragraph may lack its end is a doubt only where it is neither likely nor unlikely. */
export const surenessOf = ({ kind, confidence }: Decision): number => (kind === 'truncated' ? Math.max(confidence, 1 - confidence) : confidence);

const isUnanswered = ({ kind, subject }: Decision, verdicts: Verdicts): boolean => !verdicts.has(settlementKey(kind, subject));

type Passages = ReadonlyMap<string, Passage>;

function stands(decision: Decision, article: Article, now: Passages, before: Passages, machine: Tree): boolean {
  const { subject, kind } = decision;
  if (subject === article.id) return firstOf(article) === firstOf(machine.articles.find(({ id }) => id === subject));
  if (kind === 'boundary' && firstOf(article) !== subject) return false;
  if (isNearMiss(decision) && firstOf(article) === subject) return false; // an article does begin here now
  return passageStands(decision, now, before);
}

function passageStands({ subject, kind }: Decision, now: Passages, before: Passages): boolean {
  const [passage, was] = [now.get(subject), before.get(subject)];
  if (!passage || !was) return false;
  switch (kind) {
    case 'role':
      return passage.role === was.role;
    case 'boundary':
    case 'order':
    case 'no-boundary':
      return true;
    case 'join':
    case 'duplicate':
    case 'truncated':
    case 'gap':
    case 'no-join':
      return JSON.stringify(passage.pieces) === JSON.stringify(was.pieces);
    default:
      return assertNever(kind);
  }
}

const firstOf = (article: { readonly id: ArticleId; readonly passages: readonly Passage[] } | undefined): PassageId | undefined => article?.passages[0]?.id;
