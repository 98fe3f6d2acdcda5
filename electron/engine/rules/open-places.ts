import type { IssueId } from '#contract/schemas/library.ts';
import type { SearchQuestion } from '#contract/schemas/search.ts';
import type { RulePlaces } from '#contract/schemas/rules.ts';
import { acceptedAt, acceptedOf } from '#core/checks/accepted.ts';
import type { Accepted } from '#core/checks/accepted.ts';
import { passageText } from '#core/checks/passage-text.ts';
import { placeKey } from '#core/mend/places.ts';
import { placesOfRule } from '#core/mend/rule.ts';
import type { Rule } from '#core/mend/rule.ts';
import { toSource } from '#core/model/positions.ts';
import { dismissal, dismissedPlaces, ruleFinding } from '../concordance/dismissed.ts';
import type { Database } from '../db/database.ts';
import { paced } from '../paced.ts';
import { acceptedTexts } from '../project/accepted.ts';
import { loadIssue } from '../project/issues.ts';
import type { Store } from '../project/store.ts';
import type { Search } from '../search/search.ts';

const AT_ONCE = 200; // articles read from the index at a time

type Parts = { readonly store: Store; readonly index: Database; readonly search: Search };
type Row = { readonly issue: IssueId; readonly article: string; readonly text: string };

/** What a rule is for, as the search asks it. */
export const questionOf = ({ read, newspaper, from, to }: Rule): SearchQuestion => ({
  text: read, expression: false, exact: true, view: 'emended', roles: [], newest: false,
  filter: { ...(newspaper !== '' && { columns: { newspaper } }), ...(from !== '' && { dateFrom: from }), ...(to !== '' && { dateTo: to }) },
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
      const found = answered ? onPage(store, row, rule, accepted, answered) : { open: row.text.split('\n').reduce((sum, line) => sum + placesIn(line, rule, accepted).length, 0), left: 0 };
      open += found.open;
      left += found.left;
    }
    yield;
  }
  return { open, left };
}

const placesIn = (text: string, rule: Rule, accepted: Accepted): readonly number[] => placesOfRule(text, rule).filter((at) => acceptedAt(accepted, 'rule', text, at, at + rule.read.length) === null);

/** The same on a page of which somebody left something as it is. */
function onPage(store: Store, { issue, article: id }: Row, rule: Rule, accepted: Accepted, answered: ReadonlySet<string>): RulePlaces {
  const stored = loadIssue(store, issue);
  let [open, left] = [0, 0];
  for (const passage of stored?.issue.articles.find((each) => each.id === id)?.passages ?? []) {
    const text = passageText(stored!.issue.source, passage.pieces);
    for (const from of placesIn(text.text, rule, accepted)) {
      const at = toSource(passage.pieces, text.at[from]!) ?? -1;
      if (answered.has(ruleFinding(passage.id, at)) || answered.has(dismissal(placeKey(passage.id, at, 0), rule.read).subject)) left += 1;
      else open += 1;
    }
  }
  return { open, left };
}
