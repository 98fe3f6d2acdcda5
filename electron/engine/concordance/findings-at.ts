import type { IssueId } from '#contract/schemas/library.ts';
import { passageText, rangeIn } from '#core/checks/passage-text.ts';
import { openFindings } from '#core/checks/run.ts';
import { rulesFor } from '#core/mend/rule.ts';
import { toSource } from '#core/model/positions.ts';
import type { Settlement } from '#core/model/settlement.ts';
import type { Database } from '../db/database.ts';
import { judgedRow, languageOfRow } from '../index/judged-rows.ts';
import type { StoredIssue } from '../project/issues.ts';
import { readMetadata } from '../project/metadata.ts';
import { standingRules } from '../project/rule-due.ts';
import type { Store } from '../project/store.ts';

type Parts = { readonly store: Store; readonly index: Database };

/** The answers by which what the checks find inside a place of the concordance is right as it is: whoever leaves a place is not asked about it again. */
export function answersAt({ store, index }: Parts, issue: IssueId, { issue: { source, articles }, path, decisions }: StoredIssue, key: string, read: string): readonly Settlement[] {
  const [id = '', at = ''] = key.split(':');
  const article = articles.find(({ passages }) => passages.some((each) => each.id === id));
  const passage = article?.passages.find((each) => each.id === id);
  const metadata = readMetadata(store.db, issue);
  if (!article || !passage || !metadata) return [];
  const text = passageText(source, passage.pieces);
  const first = text.at.findIndex((place) => toSource(passage.pieces, place) === Number(at));
  if (first < 0) return [];
  const place = rangeIn(text, first, first + read.length);
  const rules = rulesFor(standingRules(store.db), { path, newspaper: metadata.newspaper.value, date: metadata.date.value });
  return openFindings(source, article, decisions(), new Map(), languageOfRow(judgedRow(index, issue)), undefined, rules).flatMap((finding): readonly Settlement[] => (
    finding.passage === passage.id && finding.range.from >= place.from && finding.range.to <= place.to ? [{ kind: 'finding', subject: finding.id, verdict: 'wrong' }] : []
  ));
}
