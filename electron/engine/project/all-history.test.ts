import { expect, test } from 'vitest';
import { HISTORY_KINDS } from '#contract/schemas/history.ts';
import type { HistoryFilter } from '#contract/schemas/history.ts';
import { Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { NEWEST, authors, countEntries, entriesFor, newestFirst } from './all-history.ts';
import type { EntryQuery } from './all-history.ts';

const LABELS = Object.values(HISTORY_KINDS).flat();
const PEOPLE = ['阿青', '老秦', '小方'];
const ENTRIES = 100_000;
const PAGES = 900;

/** A journal of 100,000 entries over 900 pages, made up so that every filter has something to find. */
function bigJournal(): Database {
  const db = Database.inMemory();
  migrate(db, 'project');
  db.transaction(() => {
    for (let page = 1; page <= PAGES; page += 1) db.run('INSERT INTO issue (id, path, date, change) VALUES (?, ?, ?, 0)', page, `晚报/版面_${String(page).padStart(4, '0')}.txt`, `2024-0${1 + (page % 6)}-11`);
    for (let entry = 1; entry <= ENTRIES; entry += 1) {
      const rare = entry % 9_973 === 0;
      db.run('INSERT INTO entry (at, who, origin, label) VALUES (?, ?, ?, ?)', '2026-01-01T00:00:00Z', rare ? '' : PEOPLE[entry % 3]!, rare ? 'parser' : 'person', LABELS[(entry * 7 + Math.floor(entry / PAGES)) % LABELS.length]!);
      db.run(`INSERT INTO effect (entry, stands_for, issue, at, deed, edits) VALUES (?1, ?1, ?2, '', x'00', 1)`, entry, 1 + ((entry * 31) % PAGES));
    }
  });
  return db;
}

const db = bigJournal();
type Row = { readonly id: number; readonly label: string; readonly who: string; readonly origin: string; readonly page: string };
const all = db.all<Row>(`SELECT entry.id, label, who, origin, path || ' ' || date AS page FROM entry JOIN effect ON effect.entry = entry.id JOIN issue ON issue.id = effect.issue ORDER BY entry.id DESC`);
const wanted = ({ kind, by, page }: HistoryFilter): readonly number[] => all.filter((row) =>
  (kind === undefined || (HISTORY_KINDS[kind] as readonly string[]).includes(row.label)) && (by === undefined || (row.who === by.who && row.origin === by.origin)) && (page === undefined || row.page.includes(page))).map(({ id }) => id);

const ask = ({ sql, values }: EntryQuery) => db.all<{ id: number }>(sql, ...values).map(({ id }) => id);
const plan = ({ sql, values }: EntryQuery) => db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail);

const FILTERS: readonly (readonly [string, HistoryFilter])[] = [
  ['everything', {}],
  ['a kind', { kind: 'text' }],
  ['a person', { by: { origin: 'person', who: '老秦' } }],
  ['the machine', { by: { origin: 'parser', who: '' } }],
  ['a kind by a person', { kind: 'articles', by: { origin: 'person', who: '小方' } }],
  ['a page', { page: '版面_0123' }],
  ['a month', { page: '2024-03' }],
  ['a kind on a page', { kind: 'status', page: '版面_0123' }],
  ['all three', { kind: 'topics', by: { origin: 'person', who: '阿青' }, page: '2024-05' }],
];

test.each(FILTERS)('%s: page by page, by the last entry of the page before or by how many were passed, it gives what it should', (_, filter) => {
  const expected = wanted(filter);
  expect(expected.length).toBeGreaterThan(5);
  expect(countEntries(db, filter)).toBe(expected.length);
  const size = 100;
  let before = NEWEST;
  for (let page = 0; page < 3; page += 1) {
    const rows = ask(newestFirst(entriesFor(filter, before), 0, size));
    expect(rows).toEqual(expected.slice(page * size, (page + 1) * size));
    before = rows.at(-1) ?? before;
  }
  const middle = Math.floor(expected.length / 2);
  expect(ask(newestFirst(entriesFor(filter, NEWEST), middle, size))).toEqual(expected.slice(middle, middle + size));
});

test('who there are entries by', () => {
  expect(authors(db)).toEqual([...PEOPLE.map((who) => ({ origin: 'person', who })), { origin: 'parser', who: '' }]
    .map(({ origin, who }) => ({ origin, who, entries: wanted({ by: { origin: origin as 'person', who } }).length }))
    .toSorted((a, b) => b.entries - a.entries || (a.origin + a.who < b.origin + b.who ? -1 : 1)));
});

test('each question walks an index in the order of the journal: nothing is sorted but the entries of the pages asked for', () => {
  for (const [name, filter] of FILTERS) {
    const steps = plan(newestFirst(entriesFor(filter, NEWEST), 0, 100));
    const said = `${name}: ${steps.join('; ')}`;
    const scans = steps.filter((step) => /^SCAN (?!\(|CONSTANT)/.test(step));
    if (filter.page !== undefined) {
      expect(scans, said).toEqual(['SCAN issue']); // the pages' names are looked through, not the journal
      expect(steps, said).toContainEqual(expect.stringContaining('USING COVERING INDEX effect_by_issue (issue=? AND entry<?)'));
      continue;
    }
    expect(scans, said).toEqual([]);
    expect(said).not.toContain('TEMP B-TREE');
    if (filter.kind) expect(said).toContain('entry_by_label (label=? AND rowid<?)');
    else expect(said).toContain('SEARCH entry USING INTEGER PRIMARY KEY (rowid<?)');
  }
});
