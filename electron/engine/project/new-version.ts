import type { IssueId } from '#contract/schemas/library.ts';
import type { Edit } from '#core/edits/edit.ts';
import { anchorsOf } from '#core/edits/rebase/anchor.ts';
import type { Article, Issue } from '#core/model/issue.ts';
import { invariant } from '#util/invariant.ts';
import type { PageReading } from './file-store.ts';
import { loadIssue, makeEdits } from './issues.ts';
import type { StoredIssue } from './issues.ts';
import { addEffect, addEntry, setStanding } from './journal.ts';
import { deriveMetadata, namePattern, putMetadata, readMetadata } from './metadata.ts';
import { approvalOf, articleText, lostApprovals, unfoundedApprovals } from './pinned.ts';
import { addIssue, addReading, waitingReading } from './readings.ts';
import { recordedOn, replay, replayOnAnother } from './replay.ts';
import type { Tx } from './store.ts';
import { takeUp } from './take-up.ts';
import { APPROVED, addUnplaced, unpin } from './unplaced.ts';

const EXCERPT = 200; // code points of a text shown beside another

const freshOf = ({ source, tree }: PageReading): Issue => ({ source, ...tree });

function load(tx: Tx, issue: IssueId): StoredIssue {
  const stored = loadIssue(tx.store, issue);
  invariant(stored, 'a file speaks of an issue that is there');
  return stored;
}

/**
 * An issue's file has other bytes, or the same ones are read otherwise: human edits are replayed on the fresh tree, those that no longer
 * fit are listed. If that would change the text of an approved article, the issue stays on the reading it was approved on, and
 * the approvals are listed with both texts.
 */
export function recordNewVersion(tx: Tx, id: IssueId, page: PageReading): void {
  adopt(tx, id, freshOf(page), addReading(tx, id, page));
}

/** A new version that waited because of approved articles is taken up once it would change none of them any more. */
export function takeUpWaiting(tx: Tx, id: IssueId): void {
  const waiting = waitingReading(tx, id);
  if (!waiting) return;
  const stored = load(tx, id);
  if (lostApprovals(stored.issue, replay(tx.db, stored, waiting.issue).issue).length === 0) adopt(tx, id, waiting.issue, waiting.reading);
}

/** Makes a reading the issue's own, or pins the issue to the one it has. */
function adopt(tx: Tx, id: IssueId, fresh: Issue, reading: number): void {
  const stored = load(tx, id);
  const replayed = replay(tx.db, stored, fresh);
  const pinned = lostApprovals(stored.issue, replayed.issue);
  if (pinned.length > 0) return pin(tx, stored, replayed.issue, pinned);
  takeUp(tx, id, reading, replayed, () => addEntry(tx, { who: '', origin: 'parser', label: 're-read' }));
}

/** Leaves the issue as it is and lists what would have become of each approved article. */
function pin(tx: Tx, { id, issue, version }: StoredIssue, other: Issue, articles: readonly Article[]): void {
  unpin(tx, id);
  const recorded = recordedOn(tx.db, id);
  for (const article of articles) {
    const edit: Edit = { kind: 'setStatus', article: article.id, status: 'approved' };
    const entry = approvalOf(recorded, article.id);
    invariant(entry !== null, 'an approval is an entry of the journal');
    const there = other.articles.find((each) => each.id === article.id) ?? other.articles[issue.articles.indexOf(article)];
    addUnplaced(tx, id, {
      entry, edit: { edit, anchors: anchorsOf(issue, edit) }, problem: APPROVED,
      was: excerpt(articleText(issue.source, article)), is: there ? excerpt(articleText(other.source, there)) : '',
    });
  }
  tx.touch(id, version);
}

const excerpt = (text: string) => Array.from(text).slice(0, EXCERPT).join('');

/**
 * One of two paths of an issue changed: it becomes an issue of its own, on which what people decided is replayed as one entry.
 * An approval is not taken over by text it did not see.
 */
export function recordOwnIssue(tx: Tx, from: IssueId, path: string, page: PageReading): IssueId {
  const stored = load(tx, from);
  const id = addIssue(tx, path, page);
  putMetadata(tx, id, readMetadata(tx.db, from)!);
  deriveMetadata(tx, id, namePattern(tx.db));
  const replayed = replayOnAnother(tx.db, stored, freshOf(page), id);
  const edits = replayed.placed.flatMap((placed) => placed.edits.map(({ edit }) => edit));
  const back = unfoundedApprovals(stored.issue, replayed.issue).map(({ id: article }): Edit => ({ kind: 'setStatus', article, status: 'in-work' }));
  if (edits.length === 0 && replayed.unplaced.length === 0) return id;
  const made = makeEdits(freshOf(page), [...edits, ...back]);
  invariant(made.ok, 'edits that were replayed apply again');
  const { bytes, before, after, inverse } = made.value;
  const entry = addEntry(tx, { who: '', origin: 'parser', label: 'own-issue' });
  const place = addEffect(tx, { entry, standsFor: entry, issue: id, deed: { kind: 'edits', edits: made.value.edits, inverse }, before, after });
  setStanding(tx, { issue: id, entry, state: edits.length > 0 ? 'live' : 'displaced', by: entry, deeds: entry, place });
  for (const each of replayed.unplaced) addUnplaced(tx, id, { ...each, entry }); // here it is this entry that waits for its place
  tx.db.run('UPDATE issue SET tree = ?, version = 1 WHERE id = ?', bytes, id);
  tx.touch(id, 1);
  return id;
}
