import type { IssueId } from '#contract/schemas/library.ts';
import type { Database } from '../db/database.ts';
import type { Where } from './filter.ts';
import { throughArticles } from './stretches.ts';

/** Rows by id: 1 where a condition holds. */
export type Marks = Uint8Array;

/** Which rows a condition holds for, kept right as pages change. */
export class Match {
  marks: Marks = new Uint8Array(0);
  readonly #db: Database;
  readonly #where: Where;

  private constructor(db: Database, where: Where) {
    this.#db = db;
    this.#where = where;
  }

  /** Looks at all rows. `begun` is given the match before it is complete: what changes from then on it must `renew`. */
  static async find(db: Database, where: Where, begun: (match: Match) => void): Promise<Match> {
    const match = new Match(db, where);
    begun(match);
    const { sql, values } = where;
    await throughArticles(db, (from, to) => match.#mark(db.all(`SELECT id FROM article WHERE id BETWEEN ? AND ? AND (${sql})`, from, to, ...values)));
    return match;
  }

  has(id: number): boolean {
    return this.marks[id] === 1;
  }

  /** The ids, ascending. */
  ids(): readonly number[] {
    return Array.from(this.marks.keys()).filter((id) => this.marks[id] === 1);
  }

  /** Looks at an issue's rows again; `ids` are those it had or has. */
  renew(issue: IssueId, ids: readonly number[]): void {
    for (const id of ids) if (id < this.marks.length) this.marks[id] = 0;
    this.#mark(this.#db.all(`SELECT id FROM article WHERE issue = ? AND (${this.#where.sql})`, issue, ...this.#where.values));
  }

  #mark(rows: readonly { readonly id: number }[]): void {
    const last = rows.reduce((most, { id }) => Math.max(most, id), 0);
    if (last >= this.marks.length) {
      const wider = new Uint8Array(Math.max(last + 1, Math.ceil(this.marks.length * 1.5)));
      wider.set(this.marks);
      this.marks = wider;
    }
    for (const { id } of rows) this.marks[id] = 1;
  }
}
