import type { ArticleId, PassageId } from './ids.ts';
import type { Reason } from './reason.ts';

export type DecisionKind = 'boundary' | 'role' | 'join' | 'duplicate' | 'truncated' | 'gap' | 'order';

/** What the machine decided, kept beside the tree. `confidence` is a probability in 0..1. */
export type Decision = {
  readonly subject: PassageId | ArticleId;
  readonly kind: DecisionKind;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
};
