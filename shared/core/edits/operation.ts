import type { Result } from '#util/result.ts';
import type { Issue } from '../model/issue.ts';
import type { Edit, EditError, EditKind } from './edit.ts';

export type EditOf<K extends EditKind> = Extract<Edit, { kind: K }>;

/** One kind of edit: what it does, and which edit takes it back. An operation and its inverse share a file. */
export type Operation<K extends EditKind> = {
  /** The issue after the edit, or why it cannot be made. */
  readonly apply: (issue: Issue, edit: EditOf<K>) => Result<Issue, EditError>;
  /** The edit that takes `edit` back. `before` is the issue it applied to; throws if it does not apply there. */
  readonly invert: (before: Issue, edit: EditOf<K>) => Edit;
  /** Both at once, where that is less work. */
  readonly carryOut?: (issue: Issue, edit: EditOf<K>) => Result<{ readonly after: Issue; readonly back: Edit }, EditError>;
};
