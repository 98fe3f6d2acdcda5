import type { ArticleId, PassageId } from './ids.ts';
import type { Reason } from './reason.ts';

export const DECISION_KINDS = ['boundary', 'role', 'join', 'duplicate', 'truncated', 'gap', 'order'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What the machine decided about a passage or an article, how sure it is (0..1), and why (strongest reason first). Kept beside the tree. */
export type Decision = {
  readonly subject: PassageId | ArticleId;
  readonly kind: DecisionKind;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
};
