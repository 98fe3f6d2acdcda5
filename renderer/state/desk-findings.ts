import { useSyncExternalStore } from 'react';
import type { IssueId } from '#contract/schemas/library.ts';
import type { Accepted } from '#core/checks/accepted.ts';
import type { Finding } from '#core/checks/check.ts';
import type { LanguageOf } from '#core/checks/judged.ts';
import { openFindings } from '#core/checks/run.ts';
import type { Rule } from '#core/mend/rule.ts';
import type { PassageId } from '#core/model/ids.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { acceptedStore } from './accepted.ts';
import { followAtDeskLate } from './desk-parts.ts';
import { deskStore } from './desk.ts';
import type { Page } from './desk.ts';
import { shared } from './late.ts';
import { rulesOn } from './rules.ts';

const NONE: readonly Finding[] = [];
let known: { readonly issue: Page['issue']; readonly decisions: Page['decisions']; readonly settled: Page['settled']; readonly language: LanguageOf | null; readonly accepted: Accepted; readonly rules: readonly Rule[]; readonly findings: readonly Finding[] } | null = null;

/** How many findings each passage of a page has, as they were counted last. */
let counted: { readonly page: IssueId | null; readonly findings: readonly Finding[]; readonly of: ReadonlyMap<PassageId, number> } = { page: null, findings: NONE, of: new Map() };

/** Counts anew; false where that says what it said. */
function count(): boolean {
  const page = deskStore.getState().page?.id ?? null;
  const findings = findingsNow();
  if (counted.page === page && counted.findings === findings) return false;
  const of = new Map<PassageId, number>();
  for (const { passage } of findings) of.set(passage, (of.get(passage) ?? 0) + 1);
  counted = { page, findings, of };
  return true;
}

const followCounts = shared((tell) => {
  const take = () => {
    if (count()) tell();
  };
  const stops = [afterPaint(take), followAtDeskLate(take)];
  return () => stops.forEach((stop) => stop());
});

/**
 * How many findings a passage has. Counted once for all who ask, and after the paint only: whoever is drawn meanwhile is told what was counted last, for no key
 * waits until a page is looked through.
 */
export function useFindingsOn(passage: PassageId): number {
  return useSyncExternalStore(followCounts, () => (counted.page === deskStore.getState().page?.id ? (counted.of.get(passage) ?? 0) : 0));
}

/** What the checks find on the page, in reading order; not in approved articles, nor what a person has answered or an accepted wording quiets. The same list while it says the same. */
export function findingsNow(): readonly Finding[] {
  const { page, language } = deskStore.getState();
  if (!page) return NONE;
  const { issue, decisions, settled } = page;
  const { accepted } = acceptedStore.getState();
  const rules = rulesOn({ path: page.files[0]?.path ?? '', newspaper: page.metadata.values.newspaper, date: page.metadata.values.date });
  if (known?.issue === issue && known.decisions === decisions && known.settled === settled && known.language === language && known.accepted === accepted && known.rules === rules) return known.findings;
  const found = issue.articles.flatMap((article) => openFindings(issue.source, article, decisions, settled, language, accepted, rules));
  const before = known?.findings ?? NONE;
  const isSame = before.length === found.length && found.every((one, i) => one === before[i]);
  known = { issue, decisions, settled, language, accepted, rules, findings: isSame ? before : found };
  return known.findings;
}
