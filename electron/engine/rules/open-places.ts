import type { IssueId } from '#contract/schemas/library.ts';
import type { SearchQuestion } from '#contract/schemas/search.ts';
import type { PlaceRow } from '#contract/schemas/concordance.ts';
import type { RulePlaces } from '#contract/schemas/rules.ts';
import { acceptedAt, acceptedOf } from '#core/checks/accepted.ts';
import type { Accepted } from '#core/checks/accepted.ts';
import { passageText, rangeIn } from '#core/checks/passage-text.ts';
import type { PassageText } from '#core/checks/passage-text.ts';
import { placeKey } from '#core/mend/places.ts';
import { placesOfRule } from '#core/mend/rule.ts';
import type { Rule } from '#core/mend/rule.ts';
import type { ArticleId, PassageId } from '#core/model/ids.ts';
import type { Passage } from '#core/model/issue.ts';
import { toSource } from '#core/model/positions.ts';
import type { ArticleRole } from '#core/model/role.ts';
import type { Settlement } from '#core/model/settlement.ts';
import { dismissal, dismissedPlaces, ruleFinding } from '../concordance/dismissed.ts';
import { around, headOf } from '../concordance/place-rows.ts';
import type { Database } from '../db/database.ts';
import { paced } from '../paced.ts';
import { acceptedTexts } from '../project/accepted.ts';
import { loadIssue } from '../project/issues.ts';
import type { Store } from '../project/store.ts';
import type { Search } from '../search/search.ts';

const AT_ONCE = 200; // articles read from the index at a time

type Parts = { readonly store: Store; readonly index: Database; readonly search: Search };
const MOST_SHOWN = 50; // places that were left, as they are told

type Left = { readonly key: string; readonly passage: Passage; readonly text: PassageText; readonly from: number };
type Found = { readonly open: number; readonly left: readonly Left[] };
type Row = { readonly issue: IssueId; readonly article: string; readonly text: string };

/** What a rule is for, as the search asks it. */
export const questionOf = ({ read, folder, newspaper, from, to }: Rule): SearchQuestion => ({
  text: read, expression: false, exact: true, view: 'emended', roles: [], newest: false,
  filter: { ...(folder !== '' && { folder }), ...(newspaper !== '' && { columns: { newspaper } }), ...(from !== '' && { dateFrom: from }), ...(to !== '' && { dateTo: to }) },
});

/** How many places a rule would still have read otherwise if it were on, in articles that are not approved; and how many a person left as they are. */
export async function openPlacesOf({ store, index, search }: Parts, rule: Rule, signal: AbortSignal): Promise<RulePlaces> {
  const found = await search.places(questionOf(rule), signal);
  if (!found.ok) return { open: 0, left: 0 };
  return paced(counting(store, index, rule, Array.from(found.value.ids)));
}

function* counting(store: Store, index: Database, rule: Rule, ids: readonly number[]): Generator<void, RulePlaces> {
  const accepted = acceptedOf(acceptedTexts(store));
  const dismissed = dismissedPlaces(store.db, 'both');
  let [open, left] = [0, 0];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = index.all<Row>(
      `SELECT issue, article, text FROM json_each(?) AS asked JOIN article ON article.id = asked.value JOIN article_text ON article_text.id = article.id WHERE status <> 'approved'`, JSON.stringify(ids.slice(from, from + AT_ONCE)),
    );
    for (const row of rows) {
      const answered = dismissed.get(row.issue);
      const found = answered ? onPage(store, row, rule, accepted, answered) : { open: row.text.split('\n').reduce((sum, line) => sum + placesIn(line, rule, accepted).length, 0), left: [] };
      open += found.open;
      left += found.left.length;
    }
    yield;
  }
  return { open, left };
}

const placesIn = (text: string, rule: Rule, accepted: Accepted): readonly number[] => placesOfRule(text, rule).filter((at) => acceptedAt(accepted, 'rule', text, at, at + rule.read.length) === null);

/** The same on a page of which somebody left something as it is. */
function onPage(store: Store, { issue, article: id }: Row, rule: Rule, accepted: Accepted, answered: ReadonlySet<string>): Found {
  const stored = loadIssue(store, issue);
  const left: Left[] = [];
  let open = 0;
  for (const passage of stored?.issue.articles.find((each) => each.id === id)?.passages ?? []) {
    const text = passageText(stored!.issue.source, passage.pieces);
    for (const from of placesIn(text.text, rule, accepted)) {
      const at = toSource(passage.pieces, text.at[from]!) ?? -1;
      const key = placeKey(passage.id, at, 0);
      if (leavesOf(passage.id, at, rule).some(({ subject }) => answered.has(subject))) left.push({ key, passage, text, from });
      else open += 1;
    }
  }
  return { open, left };
}

/** The answers of which either leaves a place as it is: one given in the list of every place, and one given to what the rule finds. */
export const leavesOf = (passage: PassageId, at: number, { read }: Pick<Rule, 'read'>): readonly Settlement[] => [
  dismissal(placeKey(passage, at, 0), read), { kind: 'finding', subject: ruleFinding(passage, at), verdict: 'wrong' },
];

/** The first places of a rule that a person left as they are. */
export async function leftPlacesOf({ store, index, search }: Parts, rule: Rule, signal: AbortSignal): Promise<readonly PlaceRow[]> {
  const found = await search.places(questionOf(rule), signal);
  if (!found.ok) return [];
  const accepted = acceptedOf(acceptedTexts(store));
  const dismissed = dismissedPlaces(store.db, 'both');
  const pages = index.all<Row>(
    `SELECT issue, article, '' AS text FROM json_each(?) AS asked JOIN article ON article.id = asked.value WHERE status <> 'approved' AND issue IN (SELECT value FROM json_each(?))`,
    JSON.stringify(Array.from(found.value.ids)), JSON.stringify([...dismissed.keys()]),
  );
  const rows: PlaceRow[] = [];
  for (const row of pages) {
    const head = headOf(index, row.issue, row.article as ArticleId);
    if (!head || rows.length >= MOST_SHOWN) break;
    for (const { key, passage, text, from } of onPage(store, row, rule, accepted, dismissed.get(row.issue)!).left) {
      const to = from + rule.read.length;
      rows.push({ ...head, key, issue: row.issue, passage: passage.id, ...rangeIn(text, from, to), role: passage.role as ArticleRole, ...around(text, from, to) });
    }
  }
  return rows.slice(0, MOST_SHOWN);
}
