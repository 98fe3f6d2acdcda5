import type { IssueId } from '#contract/schemas/library.ts';
import type { Status, TopicRef } from '#core/model/issue.ts';
import { STATUSES } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import { throughArticles } from './stretches.ts';

type Stored = { readonly id: number; readonly issue: IssueId; readonly folder: string; readonly status: Status; readonly topics: string };

const STORED = 'SELECT id, issue, folder, status, topics FROM article';

/** Texts as numbers, from 0, in the order in which they were first met. */
class Names {
  readonly #numbers = new Map<string, number>();
  readonly list: string[] = [];

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

/** What the library counts articles by, at hand for every row: some ten bytes each. A column's place is the row's id. */
export class Facts {
  issue = new Int32Array(0); // 0: no such row
  folder = new Int32Array(0);
  status = new Uint8Array(0);
  topics = new Int32Array(0);
  readonly folders = new Names();
  readonly topicSets = new Names(); // as stored: JSON
  readonly #db: Database;
  // Between which ids an issue's rows are, by the issue's id: a list for each page would take more than all the columns.
  #first = new Int32Array(0); // 0: it has none
  #last = new Int32Array(0);

  private constructor(db: Database) {
    this.#db = db;
  }

  /** Reads the facts of all rows. `begun` is given them before they are complete: what changes from then on it must `renew`. */
  static async read(db: Database, begun: (facts: Facts) => void): Promise<Facts> {
    const facts = new Facts(db);
    begun(facts);
    await throughArticles(db, (from, to) => facts.#take(db.all(`${STORED} WHERE id BETWEEN ? AND ?`, from, to)));
    return facts;
  }

  /** The ids of an issue's rows. */
  rowsOf(issue: IssueId): readonly number[] {
    const rows: number[] = [];
    const first = this.#first[issue] ?? 0;
    if (first > 0) for (let id = first; id <= this.#last[issue]!; id += 1) if (this.issue[id] === issue) rows.push(id); // others may have come between
    return rows;
  }

  /** Reads the rows of an issue anew. Returns the ids it had or has. */
  renew(issue: IssueId): readonly number[] {
    const before = this.rowsOf(issue);
    for (const id of before) this.issue[id] = 0;
    if (before.length > 0) this.#first[issue] = 0;
    this.#take(this.#db.all(`${STORED} WHERE issue = ?`, issue));
    return [...new Set([...before, ...this.rowsOf(issue)])];
  }

  topicsOf(set: number): readonly TopicRef[] {
    return JSON.parse(this.topicSets.list[set]!) as TopicRef[];
  }

  #take(rows: readonly Stored[]): void {
    const last = rows.reduce((most, { id }) => Math.max(most, id), 0);
    if (last >= this.issue.length) this.#growRows(Math.max(last + 1, Math.ceil(this.issue.length * 1.5)));
    const lastIssue = rows.reduce((most, { issue }) => Math.max(most, issue), 0);
    if (lastIssue >= this.#first.length) this.#growIssues(Math.max(lastIssue + 1, Math.ceil(this.#first.length * 1.5)));
    for (const { id, issue, folder, status, topics } of rows) {
      const isFirst = this.#first[issue] === 0;
      this.#first[issue] = isFirst ? id : Math.min(this.#first[issue]!, id);
      this.#last[issue] = isFirst ? id : Math.max(this.#last[issue]!, id);
      this.issue[id] = issue;
      this.folder[id] = this.folders.numberOf(folder);
      this.status[id] = STATUSES.indexOf(status);
      this.topics[id] = this.topicSets.numberOf(topics);
    }
  }

  #growRows(size: number): void {
    this.issue = grown(this.issue, new Int32Array(size));
    this.folder = grown(this.folder, new Int32Array(size));
    this.status = grown(this.status, new Uint8Array(size));
    this.topics = grown(this.topics, new Int32Array(size));
  }

  #growIssues(size: number): void {
    this.#first = grown(this.#first, new Int32Array(size));
    this.#last = grown(this.#last, new Int32Array(size));
  }
}

function grown<T extends Int32Array | Uint8Array>(column: T, wider: T): T {
  wider.set(column);
  return wider;
}
