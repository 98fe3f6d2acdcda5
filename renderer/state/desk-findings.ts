import type { Accepted } from '#core/checks/accepted.ts';
import type { Finding } from '#core/checks/check.ts';
import type { LanguageOf } from '#core/checks/judged.ts';
import { openFindings } from '#core/checks/run.ts';
import type { Rule } from '#core/mend/rule.ts';
import type { PassageId } from '#core/model/ids.ts';
import { acceptedStore } from './accepted.ts';
import { deskStore } from './desk.ts';
import type { Page } from './desk.ts';
import { rulesOn } from './rules.ts';

const NONE: readonly Finding[] = [];
let known: { readonly issue: Page['issue']; readonly decisions: Page['decisions']; readonly settled: Page['settled']; readonly language: LanguageOf | null; readonly accepted: Accepted; readonly rules: readonly Rule[]; readonly findings: readonly Finding[] } | null = null;

let counted: { readonly findings: readonly Finding[]; readonly of: ReadonlyMap<string, number> } | null = null;

/** How many findings a passage has; counted once for all who ask. */
export function findingsOn(passage: PassageId): number {
  const findings = findingsNow();
  if (counted?.findings !== findings) {
    const of = new Map<string, number>();
    for (const one of findings) of.set(one.passage, (of.get(one.passage) ?? 0) + 1);
    counted = { findings, of };
  }
  return counted.of.get(passage) ?? 0;
}

/** What the checks find on the page, in reading order; not in approved articles, nor what a person has answered or an accepted wording quiets. The same list while it says the same. */
export function findingsNow(): readonly Finding[] {
  const { page, language } = deskStore.getState();
  if (!page) return NONE;
  const { issue, decisions, settled } = page;
  const { accepted } = acceptedStore.getState();
  const rules = rulesOn({ newspaper: page.metadata.values.newspaper, date: page.metadata.values.date });
  if (known?.issue === issue && known.decisions === decisions && known.settled === settled && known.language === language && known.accepted === accepted && known.rules === rules) return known.findings;
  const found = issue.articles.flatMap((article) => openFindings(issue.source, article, decisions, settled, language, accepted, rules));
  const before = known?.findings ?? NONE;
  const isSame = before.length === found.length && found.every((one, i) => one === before[i]);
  known = { issue, decisions, settled, language, accepted, rules, findings: isSame ? before : found };
  return known.findings;
}
