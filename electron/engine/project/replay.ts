import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import type { AnchoredEdit } from '#core/edits/rebase/anchor.ts';
import { rebase } from '#core/edits/rebase/rebase.ts';
import type { Rebased, RecordedEntry } from '#core/edits/rebase/rebase.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import type { StoredIssue } from './issues.ts';
import { effectsOf, standingOn } from './journal.ts';
import { APPROVED, unplacedOn } from './unplaced.ts';
import type { UnplacedRow } from './unplaced.ts';

/** Live human edits of an issue replayed on a fresh tree. */
export type Replayed = Omit<Rebased, 'unplaced'> & { readonly recorded: readonly RecordedEntry[]; readonly unplaced: readonly UnplacedRow[] };

/** What people did to an issue and did not take back, entry by entry: with what found no place the last time. */
export function recordedOn(db: Database, issue: IssueId): readonly RecordedEntry[] {
  const waiting = unplacedOn(db, issue).filter(({ problem }) => problem !== APPROVED);
  return standingOn(db, issue, ['live', 'displaced']).flatMap(({ entry, state, deeds }) => {
    const effects = state === 'live' ? effectsOf(db, deeds, entry, issue) : [];
    const edits = [
      ...effects.flatMap(({ deed }) => (deed.kind === 'edits' ? deed.edits : [])),
      ...waiting.filter((each) => each.entry === entry).map(({ edit }) => edit),
    ];
    return edits.length > 0 ? [{ entry, edits }] : [];
  });
}

/** Replays what people did to an issue on a fresh tree: of its file's new version, or of a better splitter. */
export function replay(db: Database, stored: StoredIssue, fresh: Issue): Replayed {
  const recorded = recordedOn(db, stored.id);
  const { issue, placed, unplaced } = rebase(fresh, stored.issue.source.length, recorded);
  return { issue, placed, recorded, unplaced: unplaced.map(({ edit, ...rest }) => ({ ...rest, edit: anchored(recorded, rest.entry, edit) })) };
}

/** The recorded edit, with its anchors, that a rebase speaks of: it hands back the very object it was given. */
function anchored(recorded: readonly RecordedEntry[], entry: EntryId, edit: AnchoredEdit['edit']): AnchoredEdit {
  return recorded.find((each) => each.entry === entry)!.edits.find((each) => each.edit === edit)!;
}
