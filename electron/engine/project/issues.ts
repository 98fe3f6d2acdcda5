import type { AppError } from '#contract/app-error.ts';
import type { Encoding } from '#contract/schemas/file.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { carryOut } from '#core/edits/apply.ts';
import type { Edit, EditError } from '#core/edits/edit.ts';
import { firstTouches } from '#core/edits/first-touch.ts';
import { anchorsOf } from '#core/edits/rebase/anchor.ts';
import type { AnchoredEdit } from '#core/edits/rebase/anchor.ts';
import type { Decision } from '#core/model/decision.ts';
import type { Issue, Tree } from '#core/model/issue.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Database } from '../db/database.ts';
import { DamagedError, LostTextError, LostTreeError } from '../db/sqlite-error.ts';
import { decisionsOfReading, treeOfReading } from './readings.ts';
import { canBeMended, rebuiltTree } from './rebuilt.ts';
import type { SourceStore, Wanted } from './source-store.ts';
import type { Tx } from './store.ts';
import { readTree, treePrint, writeTree } from './tree-codec.ts';

/** An issue as it stands, with the machine's part of it. */
export type StoredIssue = {
  readonly id: IssueId;
  readonly version: number;
  readonly change: number; // of the project's changes the last that was one of this issue
  readonly path: string;
  readonly hash: string;
  readonly issue: Issue;
  readonly machine: () => Tree; // as the machine read it
  readonly decisions: () => readonly Decision[];
  readonly layout: () => { readonly bytes: Uint8Array; readonly encoding: Encoding } | null; // the bytes of its file, where that may say more than the text
};

type Row = {
  readonly version: number;
  readonly change: number;
  readonly tree: Uint8Array | null;
  readonly path: string;
  readonly hash: string;
  readonly encoding: Encoding;
  readonly textHash: string;
  readonly reading: number;
  readonly machine: Uint8Array | null; // where the tree is not another
};

/** Issues as they were last read or written, latest last: they are so as long as nothing was written since. */
type AtHand = { readonly writes: number | null; readonly issues: Map<IssueId, StoredIssue> };
const atHand = new WeakMap<Database, AtHand>();
const AT_HAND = 4;

function issuesAtHand(db: Database): Map<IssueId, StoredIssue> {
  const known = atHand.get(db);
  if (known && known.writes !== null && known.writes === db.writes) return known.issues;
  const issues = new Map<IssueId, StoredIssue>();
  atHand.set(db, { writes: db.writes, issues });
  return issues;
}

function keepAtHand(db: Database, stored: StoredIssue): void {
  const issues = issuesAtHand(db);
  issues.delete(stored.id);
  issues.set(stored.id, stored);
  for (const oldest of issues.keys()) if (issues.size > AT_HAND) issues.delete(oldest);
}

type Stores = { readonly db: Database; readonly sources: SourceStore };

/** An issue as it stands; null if there is none of this id. Throws DamagedError where stored bytes changed. */
export function loadIssue(stores: Stores, id: IssueId): StoredIssue | null {
  const known = issuesAtHand(stores.db).get(id);
  if (known) return known;
  const stored = readIssue(stores, id);
  if (stored) keepAtHand(stores.db, stored);
  return stored;
}

/** The same, from what is stored in any case. */
export function readIssue({ db, sources }: Stores, id: IssueId): StoredIssue | null {
  const row = db.get<Row>(
    `SELECT issue.version, issue.change, issue.tree, issue.path, issue.reading, reading.hash, reading.encoding, reading.text_hash AS textHash,
       CASE WHEN issue.tree IS NULL THEN reading.tree END AS machine
     FROM issue JOIN reading ON reading.id = issue.reading WHERE issue.id = ?`, id,
  );
  if (!row) return null;
  const source = textOf(sources, row);
  return {
    id,
    version: row.version,
    change: row.change,
    path: row.path,
    hash: row.hash,
    issue: { source, ...treeOf(db, id, row, source) },
    machine: () => (row.machine ? readTree(row.machine) : treeOfReading(db, row.reading)), // an edit needs neither this nor what was decided
    decisions: () => decisionsOfReading(db, row.reading),
    layout: () => {
      const bytes = sources.bytesBehind(row.hash, row.encoding);
      return bytes && { bytes, encoding: row.encoding };
    },
  };
}

/** Has the texts of a few issues at hand before they are loaded. */
export async function fetchTexts({ db, sources }: Stores, ids: readonly IssueId[]): Promise<void> {
  await sources.fetch(db.all<Wanted>(
    'SELECT reading.hash, reading.encoding, reading.text_hash AS textHash FROM json_each(?) AS asked JOIN issue ON issue.id = asked.value JOIN reading ON reading.id = issue.reading', JSON.stringify(ids),
  ));
}

/** The text of a page. Where it is lost, the error says of which file. */
function textOf(sources: SourceStore, { hash, encoding, textHash, path }: Row): string {
  try {
    return sources.text(hash, encoding, textHash);
  } catch (error) {
    if (error instanceof LostTextError) error.path = path;
    throw error;
  }
}

/** The tree that is stored; where its bytes are others than they were, as the journal says it was. Where the next opening cannot mend it either, the error names the page. */
function treeOf(db: Database, id: IssueId, { tree, machine, reading, path }: Row, source: string): Tree {
  try {
    return readTree(tree ?? machine!);
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    if (tree === null || !canBeMended(db, id, reading)) throw new LostTreeError(path, { cause: error });
    return rebuiltTree(db, id, source, reading);
  }
}

/** The text an issue is of; '' if there is none of this id. Throws DamagedError where stored bytes changed. */
export function sourceOf({ db, sources }: { readonly db: Database; readonly sources: SourceStore }, id: IssueId): string {
  const row = db.get<Pick<Row, 'hash' | 'encoding' | 'textHash'>>('SELECT reading.hash, reading.encoding, reading.text_hash AS textHash FROM issue JOIN reading ON reading.id = issue.reading WHERE issue.id = ?', id);
  return row ? sources.text(row.hash, row.encoding, row.textHash) : '';
}

/** Stores what was made of an issue under its next version, and keeps it at hand for whoever asks for it next. */
export function saveMade(tx: Tx, stored: StoredIssue, { issue, bytes }: Pick<Made, 'issue' | 'bytes'>): void {
  const version = saveTree(tx, stored.id, stored.version, bytes);
  tx.afterwards(() => {
    if (tx.versionOf(stored.id) === version) keepAtHand(tx.db, { ...stored, version, change: tx.change, issue });
  });
}

/** Stores an issue's new tree under the next version. Returns the version. */
export function saveTree(tx: Tx, id: IssueId, version: number, bytes: Uint8Array): number {
  tx.db.run('UPDATE issue SET tree = ?, version = ?, change = ? WHERE id = ?', bytes, version + 1, tx.change, id);
  tx.touched(id, version + 1);
  return version + 1;
}

/** A group of edits as it was carried out: with anchors, with what takes it back, with the tree's prints before and after. */
export type Made = {
  readonly issue: Issue;
  readonly edits: readonly AnchoredEdit[];
  readonly inverse: readonly Edit[];
  readonly bytes: Uint8Array;
  readonly before: string;
  readonly after: string;
};

/** Edits that are carried out on an issue in memory one after the other, each with what a journal keeps of it. */
export class Making {
  readonly #before: Issue;
  readonly #edits: AnchoredEdit[] = [];
  readonly #inverse: Edit[] = []; // the first first
  #now: Issue;

  constructor(issue: Issue) {
    this.#before = issue;
    this.#now = issue;
  }

  /** The issue after the edits so far. */
  get now(): Issue {
    return this.#now;
  }

  /** How many there were so far. */
  get count(): number {
    return this.#edits.length;
  }

  /** Carries out one more, or says why it cannot be made: all is then as it was. */
  make(edit: Edit): EditError | null {
    const done = carryOut(this.#now, edit);
    if (!done.ok) return done.error;
    this.#edits.push({ edit, anchors: anchorsOf(this.#now, edit) });
    this.#inverse.push(done.value.back);
    this.#now = done.value.after;
    return null;
  }

  /** What was made, with the tree as it is stored. */
  made(): Made {
    const { bytes, print } = writeTree(this.#now);
    return { issue: this.#now, edits: this.#edits, inverse: this.#inverse.toReversed(), bytes, before: treePrint(this.#before), after: print };
  }
}

/** Carries out an act of a person on an issue in memory: its edits, and that the articles it touches are in work from then on. The same error as `makeEdits`. */
export const makeAct = (issue: Issue, edits: readonly Edit[]): Result<Made, AppError> => makeEdits(issue, edits, (after) => firstTouches(issue, edits, after));

/** Carries out a group of edits on an issue in memory, then those that `more` finds to follow: all of them, or the error of the first that cannot be made. */
export function makeEdits(issue: Issue, edits: readonly Edit[], more: (after: Issue) => readonly Edit[] = () => []): Result<Made, AppError> {
  const making = new Making(issue);
  const make = (group: readonly Edit[]): EditError | null => {
    for (const edit of group) {
      const error = making.make(edit);
      if (error) return error;
    }
    return null;
  };
  const error = make(edits) ?? make(more(making.now));
  return error ? fail(refusal(error)) : ok(making.made());
}

/** An EditError as the window is told it. */
export function refusal(error: EditError): AppError {
  return { code: 'edit-refused', edit: error.code, passage: 'passage' in error ? error.passage : null };
}
