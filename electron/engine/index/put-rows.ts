import type { IssueId } from '#contract/schemas/library.ts';
import type { Status, TopicRef } from '#core/model/issue.ts';
import type { Database, Value } from '../db/database.ts';
import type { Derived, DerivedPage, QuietedBy } from './derive.ts';
import type { PageBody } from './page-body.ts';
import { pageStatus } from './page-status.ts';

/** Columns of `article` beside its place on the page, with what of a derived row they hold. */
const COLUMNS = {
  article: (row) => row.article,
  headline: (row) => row.headline,
  byline: (row) => row.byline,
  newspaper: (row) => row.newspaper,
  edition: (row) => row.edition,
  date: (row) => row.date,
  page: (row) => row.page,
  page_order: (row) => row.pageOrder,
  file: (row) => row.file,
  folder: (row) => row.folder,
  topics: (row) => JSON.stringify(row.topics),
  status: (row) => row.status,
  confidence: (row) => row.confidence,
  risk: (row) => row.risk,
  findings: (row) => row.findings,
  length: (row) => row.length,
  corrections: ({ corrections }) => (Object.keys(corrections).length > 0 ? JSON.stringify(corrections) : ''),
} as const satisfies Record<string, (row: Derived) => Value>;
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** The same of `page`. */
const PAGE_COLUMNS = {
  newspaper: (page) => page.newspaper,
  edition: (page) => page.edition,
  date: (page) => page.date,
  page: (page) => page.page,
  page_order: (page) => page.pageOrder,
  file: (page) => page.file,
  folder: (page) => page.folder,
  articles: (page) => page.articles,
  unapproved: (page) => page.unapproved,
  done: (page) => (page.done ? 1 : 0),
  doubts: (page) => page.doubts,
  findings: (page) => page.findings,
  risk: (page) => page.risk,
  length: (page) => page.length,
  status: (page) => page.status,
  print: (_, { print }) => print,
  changed: (_, { changed }) => changed,
} as const satisfies Record<string, (page: DerivedPage, body: PageBody) => Value>;
const PAGE_NAMES = Object.keys(PAGE_COLUMNS) as (keyof typeof PAGE_COLUMNS)[];

type Stored = Readonly<Record<keyof typeof COLUMNS, Value>> & { readonly id: number; readonly position: number } & Texts;

/** What of a row has a table of its own: article_text. */
const TEXTS = {
  text: (row) => row.text,
  roles: (row) => row.roles,
  printed: (row) => row.printed,
  printed_roles: (row) => row.printedRoles,
} as const satisfies Record<string, (row: Derived) => Value>;
const TEXT_NAMES = Object.keys(TEXTS) as (keyof typeof TEXTS)[];
type Texts = Readonly<Record<keyof typeof TEXTS, Value>>;

/** Takes an issue out of the index. */
export function removeRows(index: Database, issue: IssueId): void {
  index.run('DELETE FROM article WHERE issue = ?', issue);
  index.run('DELETE FROM page WHERE issue = ?', issue);
  index.run('DELETE FROM quieted WHERE issue = ?', issue);
  index.run('DELETE FROM judged WHERE issue = ?', issue);
}

/** Makes the index say of an issue what was derived. Only what differs is written: most acts change a column or two of what has an index for each. */
export function putRows(index: Database, issue: IssueId, { page, rows, quieted }: { readonly page: DerivedPage; readonly rows: readonly Derived[]; readonly quieted: readonly QuietedBy[] }, body: PageBody): void {
  putPage(index, issue, page, body);
  const stored = index.all<Stored>(`SELECT id, position, ${NAMES.join(', ')}, ${TEXT_NAMES.join(', ')} FROM article JOIN article_text USING (id) WHERE issue = ? ORDER BY position`, issue);
  const known = new Map(stored.map((row) => [row.position, row]));
  for (const row of rows) {
    const before = known.get(row.position);
    if (before) update(index, before, row);
    else insert(index, issue, row);
  }
  index.run('DELETE FROM article WHERE issue = ? AND position > ?', issue, rows.length);
  putQuieted(index, issue, quieted);
}

function putQuieted(index: Database, issue: IssueId, quieted: readonly QuietedBy[]): void {
  index.run('DELETE FROM quieted WHERE issue = ?', issue);
  for (const { check, text, places } of quieted) index.run('INSERT INTO quieted (issue, "check", text, places) VALUES (?, ?, ?, ?)', issue, check, text, places);
}

function putPage(index: Database, issue: IssueId, page: DerivedPage, body: PageBody): void {
  const values = PAGE_NAMES.map((name) => PAGE_COLUMNS[name](page, body));
  const before = index.get<Record<keyof typeof PAGE_COLUMNS, Value>>(`SELECT ${PAGE_NAMES.join(', ')} FROM page WHERE issue = ?`, issue);
  if (before && PAGE_NAMES.every((column, at) => before[column] === values[at])) return;
  index.run('DELETE FROM page WHERE issue = ?', issue);
  index.run(`INSERT INTO page (issue, ${PAGE_NAMES.join(', ')}) VALUES (?, ${PAGE_NAMES.map(() => '?').join(', ')})`, issue, ...values);
}

function update(index: Database, before: Stored, row: Derived): void {
  const changed = NAMES.filter((name) => before[name] !== COLUMNS[name](row));
  if (changed.length > 0) index.run(`UPDATE article SET ${changed.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, ...changed.map((name) => COLUMNS[name](row)), before.id);
  const texts = TEXT_NAMES.filter((name) => before[name] !== TEXTS[name](row));
  if (texts.length > 0) index.run(`UPDATE article_text SET ${texts.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, ...texts.map((name) => TEXTS[name](row)), before.id);
  if (changed.includes('topics')) {
    index.run('DELETE FROM article_topic WHERE article = ?', before.id);
    putTopics(index, before.id, row);
  }
}

/**
 * Where nothing but heads of articles changed since a page was last derived, and none was approved or is so no longer, tells the index those alone: but the
 * page's own status nothing else depends on them. Says whether that was so.
 */
export function putHeads(index: Database, issue: IssueId, { articles, print, changed }: PageBody): boolean {
  const page = index.get<{ print: string; done: number }>('SELECT print, done FROM page WHERE issue = ?', issue);
  if (page?.print !== print) return false;
  const rows = index.all<{ id: number; status: Status; topics: string }>('SELECT id, status, topics FROM article WHERE issue = ? ORDER BY position', issue);
  if (rows.some(({ status }, at) => (status === 'approved') !== (articles[at]?.status === 'approved'))) return false;
  for (const [at, { id, status, topics }] of rows.entries()) {
    const article = articles[at]!;
    const written = JSON.stringify(article.topics);
    if (article.status !== status || written !== topics) index.run('UPDATE article SET status = ?, topics = ? WHERE id = ?', article.status, written, id);
    if (written === topics) continue;
    index.run('DELETE FROM article_topic WHERE article = ?', id);
    putTopics(index, id, article);
  }
  index.run('UPDATE page SET status = ?, changed = ? WHERE issue = ?', pageStatus(articles.map(({ status }) => status), page.done === 1), changed, issue);
  return true;
}

function insert(index: Database, issue: IssueId, row: Derived): void {
  const { id } = index.run(
    `INSERT INTO article (issue, position, ${NAMES.join(', ')}) VALUES (?, ?, ${NAMES.map(() => '?').join(', ')})`, issue, row.position, ...NAMES.map((name) => COLUMNS[name](row)),
  );
  index.run(`INSERT INTO article_text (id, ${TEXT_NAMES.join(', ')}) VALUES (?, ${TEXT_NAMES.map(() => '?').join(', ')})`, id, ...TEXT_NAMES.map((name) => TEXTS[name](row)));
  putTopics(index, id, row);
}

function putTopics(index: Database, article: number, { topics }: { readonly topics: readonly TopicRef[] }): void {
  for (const { scheme, id } of topics) index.run('INSERT OR IGNORE INTO article_topic (article, scheme, topic) VALUES (?, ?, ?)', article, scheme, id);
}
