import type { Encoding } from '#contract/schemas/file.ts';
import type { IssueId, Metadata } from '#contract/schemas/library.ts';
import type { PageHistory } from '#core/export/attribution.ts';
import type { PageNames } from '#core/export/page-names.ts';
import type { PageFacts } from '#core/export/page-record.ts';
import type { Issue } from '#core/model/issue.ts';
import { asideMark } from '#core/model/settlement.ts';
import { invariant } from '#util/invariant.ts';
import { NumberSet } from '#util/number-set.ts';
import { Database } from '../db/database.ts';
import { LostTextError, LostTreeError, databaseOf, sqliteTrouble } from '../db/sqlite-error.ts';
import { loadIssue, sourceOf } from '../project/issues.ts';
import { publicIds } from '../project/public-ids.ts';
import type { SourceStore } from '../project/source-store.ts';
import type { Store } from '../project/store.ts';
import { projectPart } from './project-part.ts';
import { ExportLinks } from './export-links.ts';
import type { Leaving, PageLinks } from './export-links.ts';
import { historyOf } from './history.ts';
import type { LostPage } from './lost-page.ts';
import type { Matter } from './making/matter.ts';

/** A page of the project as it is at one moment. */
export type StoredPage = { readonly id: IssueId; readonly issue: Issue; readonly facts: PageFacts; readonly history: PageHistory; readonly asideConfirmed: boolean; readonly links: PageLinks };

/** Ids of pages, eight bytes each: there may be a million. */
export type PageIds = Float64Array;

function idsOf(db: Database, sql: string): PageIds {
  let ids = new Float64Array(1024);
  let count = 0;
  for (const { id } of db.iterate<{ id: IssueId }>(sql)) {
    if (count === ids.length) {
      const more = new Float64Array(2 * count);
      more.set(ids);
      ids = more;
    }
    ids[count] = id;
    count += 1;
  }
  return ids.slice(0, count);
}

/** What a page comes to in an export is another only if this is, or something that is the same for all of them. `ids`: how many it has: none is ever another or goes. */
export type PageState = { readonly id: IssueId; readonly path: string; readonly name: string; readonly ids: number; readonly state: string };

type MatterRow = Metadata & { readonly tree: Uint8Array; readonly edited: 0 | 1; readonly confirmed: string | null; readonly path: string; readonly hash: string; readonly encoding: Encoding; readonly textHash: string; readonly splitter: string };

type Row = Metadata & { readonly encoding: string; readonly splitter: string; readonly confirmed: string | null; readonly edited: 0 | 1 };

/**
 * The project's pages at one moment, in the order of their paths: what is edited while an export runs is not in it.
 * To be closed when done with.
 */
export class Snapshot {
  readonly #db: Database;
  readonly #sources: SourceStore;
  #leaving: Leaving | null = null;
  #links: ExportLinks | null = null;
  issues: PageIds;
  readonly head: number; // the last journal entry
  readonly splitters: readonly string[];

  /** `durability`: `still` where the project lies on a disk that cannot be written to. */
  constructor(projectDb: string, sources: SourceStore, durability: 'read-only' | 'still' = 'read-only') {
    this.#db = Database.open(projectDb, durability);
    this.#sources = sources;
    this.#db.exec('BEGIN');
    this.issues = idsOf(this.#db, 'SELECT id FROM issue WHERE reading IS NOT NULL ORDER BY path, id');
    this.head = this.#db.get<{ head: number }>('SELECT coalesce(max(id), 0) AS head FROM entry')!.head;
    this.splitters = this.#db
      .all<{ splitter: string }>('SELECT DISTINCT splitter FROM reading JOIN issue ON issue.reading = reading.id ORDER BY splitter')
      .map(({ splitter }) => splitter);
  }

  /** Pages as the keys of what is kept of them say them; in order, as their names depend on those before. */
  states(issues: Iterable<IssueId>, names: Pick<PageNames, 'next'>): readonly PageState[] {
    const rows = this.#db.all<Omit<PageState, 'name'>>(
      `SELECT issue.id, issue.path, (SELECT count(*) FROM public_id WHERE public_id.issue = issue.id) AS ids,
         json_array(issue.id, issue.change, issue.version, issue.reading, issue.path, issue.newspaper, issue.edition, issue.date, issue.page, issue.aside_confirmed) AS state
       FROM json_each(?) AS each JOIN issue ON issue.id = each.value ORDER BY each.key`, JSON.stringify([...issues]),
    );
    return rows.map((row) => ({ ...row, name: names.next(row.path), state: this.#withLinks(row) }));
  }

  /** What becomes of the articles that a page's are linked with is of its state: they are on other pages. */
  #withLinks({ id, state }: Pick<PageState, 'id' | 'state'>): string {
    const links = this.links?.of(id) ?? [];
    return links.length === 0 ? state : `${state}\n${JSON.stringify(links)}`;
  }

  /** Has pages say where their articles go on, as far as that leaves; from here on it is as it is now. */
  follow(leaving: Leaving): void {
    [this.#leaving, this.#links] = [leaving, null];
  }

  /** The links between articles; null where nobody asked for them. */
  get links(): ExportLinks | null {
    if (this.#leaving) this.#links ??= new ExportLinks(this.#db, this.issues, this.#leaving);
    return this.#links;
  }

  /** What some pages are made from, in that order. */
  matters(pages: readonly PageState[]): readonly Matter[] {
    const rows = this.#db.all<MatterRow>(
      `SELECT coalesce(issue.tree, reading.tree) AS tree, issue.tree IS NOT NULL AS edited, issue.aside_confirmed AS confirmed, issue.newspaper, issue.edition, issue.date, issue.page, issue.path, reading.hash, reading.encoding,
         reading.text_hash AS textHash, reading.splitter
       FROM json_each(?) AS each JOIN issue ON issue.id = each.value JOIN reading ON reading.id = issue.reading ORDER BY each.key`, JSON.stringify(pages.map(({ id }) => id)),
    );
    invariant(rows.length === pages.length, 'every issue of the snapshot can be read');
    const texts = this.#sources.packed(rows);
    return rows.map(({ tree, edited, confirmed, textHash, hash, path, ...facts }, k) => {
      const { id, name } = pages[k]!;
      return { id, tree, text: texts.get(textHash)!, textHash, confirmed, history: edited ? historyOf(this.#db, id) : [], links: this.links?.of(id) ?? [], facts: { ...facts, sourceFile: path, name, sourceSha256: hash } };
    });
  }

  /** A page; to be asked for in order, as its name depends on those before. `withLinks`: with where its articles go on. */
  page(id: IssueId, names: Pick<PageNames, 'next'>, withLinks = true): StoredPage {
    const stored = loadIssue({ db: this.#db, sources: this.#sources }, id);
    const row = this.#db.get<Row>(
      `SELECT newspaper, edition, date, page, reading.encoding, reading.splitter, issue.aside_confirmed AS confirmed, issue.tree IS NOT NULL AS edited
       FROM issue JOIN reading ON reading.id = issue.reading WHERE issue.id = ?`, id,
    );
    invariant(stored && row, 'an issue of the snapshot can be read');
    const { confirmed, edited, ...facts } = row;
    return {
      id,
      issue: stored.issue,
      facts: { ...facts, sourceFile: stored.path, name: names.next(stored.path), sourceSha256: stored.hash },
      history: edited ? historyOf(this.#db, id) : [], // no edit is in force on a tree that is still the machine's
      asideConfirmed: confirmed !== null && confirmed === asideMark(stored.issue),
      links: (withLinks ? this.links?.of(id) : null) ?? [],
    };
  }

  /** What of a page cannot be read, and its text where that can; null: all of it can. */
  lost(id: IssueId): (Omit<LostPage, 'source'> & { readonly text: string | null }) | null {
    const stores = { db: this.#db, sources: this.#sources };
    let text: string | null = null;
    let reading: LostPage['why'] = 'text';
    try {
      text = sourceOf(stores, id);
      reading = 'tree';
      loadIssue(stores, id);
      reading = 'history';
      historyOf(this.#db, id);
      return null;
    } catch (error) {
      if (sqliteTrouble(error) !== 'damaged') throw error;
      const facts = this.#db.get<Pick<LostPage, 'sourceFile' | 'sourceSha256' | 'encoding'>>(
        'SELECT issue.path AS sourceFile, reading.hash AS sourceSha256, reading.encoding FROM issue JOIN reading ON reading.id = issue.reading WHERE issue.id = ?', id,
      );
      invariant(facts, 'an issue of the snapshot was read');
      const why = reading === 'text' && databaseOf(error) !== 'sources.db' ? 'tree' : reading; // the rows that say which text it is
      return { id, ...facts, why, text, again: why !== 'history' && !(error instanceof LostTextError || error instanceof LostTreeError) };
    }
  }

  /** Passes over pages from now on. */
  leaveOut(lost: readonly Pick<LostPage, 'id'>[]): void {
    const out = new Set(lost.map(({ id }) => id));
    this.issues = this.issues.filter((id) => !out.has(id));
    this.#links = null;
  }

  /** The ids that articles of an issue had outside of Stet at that moment. */
  publicIds(issue: IssueId): ReturnType<typeof publicIds> {
    return publicIds(this.#db, issue);
  }

  /** What the project is rebuilt from. Ids of articles are those there are now, but where the project only can be read. `withDamaged`: see `projectPart`. */
  part(store: Store, withDamaged: boolean): ReturnType<typeof projectPart> {
    return projectPart(this.#db, store.readOnly ? this.#db : store.db, this.#sources, withDamaged);
  }

  /** Whether an id is some article's. */
  isTaken(id: string): boolean {
    return this.#db.get('SELECT 1 FROM public_id WHERE public = ?', id) !== undefined;
  }

  /** The pages of which more than one may give its articles the same ids, but for a letter. */
  alike(): Pick<NumberSet, 'has'> {
    const alike = new NumberSet();
    const rows = this.#db.iterate<{ id: IssueId }>(
      `SELECT id FROM (SELECT id, newspaper, date, count(*) OVER (PARTITION BY newspaper, edition, date, page) AS pages FROM issue WHERE reading IS NOT NULL) WHERE pages > 1 OR newspaper = '' OR date = ''`,
    );
    for (const { id } of rows) alike.add(id);
    return alike;
  }

  /** Lets go of the moment: what is asked from here on is as it is at the first question. The pages are those that there were. */
  renew(): void {
    this.#db.exec('ROLLBACK');
    this.#links = null;
    this.#db.exec('BEGIN'); // reads nothing, and holds nothing, until something is asked
  }

  close(): void {
    this.#db.exec('ROLLBACK');
    this.#db.close();
  }
}
