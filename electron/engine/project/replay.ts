import type { EntryId, IssueId } from '#contract/schemas/library.ts';
import type { AnchoredEdit } from '#core/edits/rebase/anchor.ts';
import { rebase } from '#core/edits/rebase/rebase.ts';
import type { Rebased, RecordedEntry } from '#core/edits/rebase/rebase.ts';
import { createdArticles, renameArticles } from '#core/edits/rename-articles.ts';
import { articleId } from '#core/model/ids.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import { recordedEdits } from './deed.ts';
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
      ...effects.flatMap(({ deed }) => recordedEdits(deed)),
      ...waiting.filter((each) => each.entry === entry).map(({ edit }) => edit),
    ];
    return edits.length > 0 ? [{ entry, edits }] : [];
  });
}

/** Replays what people did to an issue on a fresh tree: of its file's new version, or of a better splitter. */
export function replay(db: Database, stored: Pick<StoredIssue, 'id' | 'issue'>, fresh: Issue): Replayed {
  return replayed(recordedOn(db, stored.id), stored, fresh);
}

/** The same on the tree of another issue. Articles that people made get ids of their own there: an article's id is one issue's alone, and so is a link. */
export function replayOnAnother(db: Database, stored: StoredIssue, fresh: Issue, another: IssueId): Replayed {
  const recorded = recordedOn(db, stored.id);
  const created = new Set(recorded.flatMap(({ edits }) => edits.flatMap(({ edit }) => createdArticles(edit))));
  const rename = (id: ArticleId) => (created.has(id) ? articleId(`${id}.${another}`) : id);
  return replayed(recorded.map(({ entry, edits }) => ({ entry, edits: edits.filter(({ edit }) => edit.kind !== 'setLink').map((edit) => renameArticles(edit, rename)) })), stored, fresh);
}

function replayed(recorded: readonly RecordedEntry[], stored: Pick<StoredIssue, 'issue'>, fresh: Issue): Replayed {
  const { issue, placed, unplaced } = rebase(fresh, stored.issue.source.length, recorded);
  return { issue, placed, recorded, unplaced: unplaced.map(({ edit, ...rest }) => ({ ...rest, edit: anchored(recorded, rest.entry, edit) })) };
}

/** The recorded edit, with its anchors, that a rebase speaks of: it hands back the very object it was given. */
function anchored(recorded: readonly RecordedEntry[], entry: EntryId, edit: AnchoredEdit['edit']): AnchoredEdit {
  return recorded.find((each) => each.entry === entry)!.edits.find((each) => each.edit === edit)!;
}
