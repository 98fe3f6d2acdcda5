import { randomUUID } from 'node:crypto';
import type { IssueId } from '#contract/schemas/library.ts';
import { acceptedAt, acceptedOf } from '#core/checks/accepted.ts';
import type { Accepted } from '#core/checks/accepted.ts';
import { passageText } from '#core/checks/passage-text.ts';
import { mendingEdits, placeKey } from '#core/mend/places.ts';
import { isForPage, placesOfRule } from '#core/mend/rule.ts';
import type { Rule } from '#core/mend/rule.ts';
import type { Issue } from '#core/model/issue.ts';
import { acceptedTexts } from '../project/accepted.ts';
import { editPages } from '../project/edit-pages.ts';
import { readMetadata } from '../project/metadata.ts';
import { dueForRules, isApplied, ruleIsDone, standingRules } from '../project/rule-due.ts';
import { write } from '../project/store.ts';
import type { Store } from '../project/store.ts';
import { ok } from '#util/result.ts';
import { APPLY_RULE, runOfRule } from './rules.ts';

const NO_PAGES: readonly IssueId[] = [];

/**
 * Has the pages that came since this was last done read as the rules have it that are to be applied: an entry of its own for each rule that finds something.
 * What is done is noted in the same transaction: after a sudden end each rule goes on where it was, and no page is changed twice.
 */
export async function applyRules(store: Store): Promise<void> {
  const rules = new Map(standingRules(store.db).map((rule) => [rule.id, rule]));
  const accepted = acceptedOf(acceptedTexts(store));
  const due = dueForRules(store.db);
  for (const id of [...rules.keys(), ...due.keys()].filter((each, at, all) => all.indexOf(each) === at)) {
    const issues = due.get(id) ?? NO_PAGES;
    const rule = rules.get(id);
    if (issues.length === 0) continue;
    if (rule && isApplied(rule)) await applyRule(store, rule, accepted, issues);
    else write(store, ({ db }) => ok(ruleIsDone(db, id, issues)));
  }
}

async function applyRule(store: Store, rule: Rule, accepted: Accepted, issues: readonly IssueId[]): Promise<void> {
  const act = { once: `${runOfRule(rule.id)}:${randomUUID()}`.slice(-60), label: APPLY_RULE, run: runOfRule(rule.id), origin: 'rule' as const };
  const done = await editPages(store, act, issues.map((issue) => ({ issue })), null, ({ id, issue, path }) => {
    const metadata = readMetadata(store.db, id);
    const isFor = metadata !== null && metadata !== undefined && isForPage(rule, { path, newspaper: metadata.newspaper.value, date: metadata.date.value });
    return { edits: isFor ? mendingEdits(placesOn(issue, rule, accepted), rule.put) : [], told: null };
  }, () => {
    ruleIsDone(store.db, rule.id, issues);
    return null;
  });
  if (done.ok) return;
  // One page that cannot be changed keeps the others from nothing, and is not tried for ever.
  if (issues.length > 1) for (const issue of issues) await applyRule(store, rule, accepted, [issue]);
  else write(store, ({ db }) => ok(ruleIsDone(db, rule.id, issues)));
}

const placesOn = ({ source, articles }: Issue, rule: Rule, accepted: Accepted) => articles.flatMap(({ passages, status }) => (status === 'approved' ? [] : passages.flatMap((passage) => {
  const text = passageText(source, passage.pieces);
  return placesOfRule(text.text, rule).flatMap((from) => {
    const to = from + rule.read.length;
    return acceptedAt(accepted, 'rule', text.text, from, to) ? [] : [{ key: placeKey(passage.id, from, 0), passage, text, from, to, read: rule.read }];
  });
})));
