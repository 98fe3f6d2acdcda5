import type { ArticleId, PassageId } from './ids.ts';
import type { Reason } from './reason.ts';
import type { Role } from './role.ts';

/**
 * `no-boundary` and `no-join` are near misses: that no article begins with a passage, that a paragraph does not go on with the one above it, where the
 * machine was not far from deciding otherwise.
 */
export const DECISION_KINDS = ['boundary', 'role', 'join', 'duplicate', 'truncated', 'gap', 'order', 'no-boundary', 'no-join'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What the machine decided about a passage or an article, how sure it is (0..1), and why (strongest reason first). Kept beside the tree. */
export type Decision = {
  readonly subject: PassageId | ArticleId;
  readonly kind: DecisionKind;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  readonly roles?: readonly [decided: Role, next: Role]; // of a role: which it is, and which comes next in likelihood
};

/** Whether it is of what the machine did not do, but nearly did. Its reasons speak for doing it. */
export const isNearMiss = ({ kind }: Pick<Decision, 'kind'>): boolean => kind === 'no-boundary' || kind === 'no-join';
