import { randomUUID } from 'node:crypto';
import type { IssueId } from '#contract/schemas/library.ts';
import { passageText } from '#core/checks/passage-text.ts';
import { mendingEdits, placeKey } from '#core/mend/places.ts';
import { isForPage, placesOfRule } from '#core/mend/rule.ts';
import type { Rule } from '#core/mend/rule.ts';
import type { Issue } from '#core/model/issue.ts';
import { editPages } from '../project/edit-pages.ts';
import { readMetadata } from '../project/metadata.ts';
import type { Store } from '../project/store.ts';
import { APPLY_RULE, runOfRule } from './rules.ts';

/** Has pages that came for the first time read as the rules have it that are to be applied: an entry of its own for each rule that finds something. */
export async function applyRules(store: Store, rules: readonly Rule[], issues: readonly IssueId[]): Promise<void> {
  for (const rule of rules.filter(({ applies, on }) => applies && on)) {
    const act = { once: `${runOfRule(rule.id)}:${randomUUID()}`.slice(-60), label: APPLY_RULE, run: runOfRule(rule.id), origin: 'rule' as const };
    await editPages(store, act, issues.map((issue) => ({ issue })), null, ({ id, issue }) => {
      const metadata = readMetadata(store.db, id);
      const isFor = metadata !== null && metadata !== undefined && isForPage(rule, { newspaper: metadata.newspaper.value, date: metadata.date.value });
      return { edits: isFor ? mendingEdits(placesOn(issue, rule), rule.put) : [], told: null };
    }, () => null);
  }
}

const placesOn = ({ source, articles }: Issue, rule: Rule) => articles.flatMap(({ passages, status }) => (status === 'approved' ? [] : passages.flatMap((passage) => {
  const text = passageText(source, passage.pieces);
  return placesOfRule(text.text, rule).map((from) => ({ key: placeKey(passage.id, from, 0), passage, text, from, to: from + rule.read.length, read: rule.read }));
})));
