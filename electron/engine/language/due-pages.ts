import type { IssueId } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';

type Databases = { readonly project: Database; readonly index: Database };

const STEP = 2_000; // pages looked at between two calls

/** Pages that are not approved whose texts were not judged as they are now, by this version of the language. `among`: only these are asked about; null: all. */
export function* duePages({ project, index }: Databases, language: string, among: Iterable<IssueId> | null): Generator<void, readonly IssueId[]> {
  const due: IssueId[] = [];
  for (const ids of among === null ? stretchesOf(project) : inStretches([...among])) {
    const named = JSON.stringify(ids);
    const changes = project.all<{ id: IssueId; change: number }>('SELECT id, change FROM issue WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id', named);
    const open = new Set(index.all<{ issue: IssueId }>('SELECT issue FROM page WHERE unapproved > 0 AND issue IN (SELECT value FROM json_each(?))', named).map(({ issue }) => issue));
    const judged = new Map(index.all<{ issue: IssueId; change: number }>('SELECT issue, change FROM judged WHERE language = ? AND issue IN (SELECT value FROM json_each(?))', language, named).map(({ issue, change }) => [issue, change]));
    for (const { id, change } of changes) if (open.has(id) && judged.get(id) !== change) due.push(id);
    yield;
  }
  return due;
}

function* inStretches(ids: readonly IssueId[]): Generator<readonly IssueId[]> {
  for (let from = 0; from < ids.length; from += STEP) yield ids.slice(from, from + STEP);
}

function* stretchesOf(project: Database): Generator<readonly IssueId[]> {
  for (let last = 0; ;) {
    const ids = project.all<{ id: IssueId }>('SELECT id FROM issue WHERE id > ? ORDER BY id LIMIT ?', last, STEP).map(({ id }) => id);
    const end = ids.at(-1);
    if (end === undefined) return;
    yield ids;
    last = end;
  }
}

/** How much an archive says of its language: its characters, those of approved articles as often as they count. Pages of which some articles are approved count by their share. */
export function* extentOf({ index }: Databases, approvedWeight: number): Generator<void, number> {
  let extent = 0;
  for (let last = 0; ;) {
    const row = index.get<{ end: number | null; sum: number | null }>(
      `SELECT max(issue) AS "end", sum(length * (1.0 + ? * (articles - unapproved) / max(articles, 1))) AS sum
       FROM (SELECT issue, length, articles, unapproved FROM page WHERE issue > ? ORDER BY issue LIMIT ?)`, approvedWeight - 1, last, STEP,
    )!;
    if (row.end === null) return Math.round(extent);
    extent += row.sum ?? 0;
    last = row.end;
    yield;
  }
}
