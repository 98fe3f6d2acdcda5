import type { Decision } from '../model/decision.ts';
import type { Article, Passage } from '../model/issue.ts';
import { settlementKey } from '../model/settlement.ts';
import type { Verdicts } from '../model/settlement.ts';
import { toSource } from '../model/positions.ts';
import { NO_RULES } from '../mend/rule.ts';
import type { Rule } from '../mend/rule.ts';
import { NOTHING_ACCEPTED, acceptedFor, wordingOf } from './accepted.ts';
import type { Accepted, AcceptedText } from './accepted.ts';
import type { Finding, FindingKind, Subject } from './check.ts';
import type { LanguageOf } from './judged.ts';
import type { PageLanguage } from './language.ts';
import { passageText } from './passage-text.ts';
import type { PassageText } from './passage-text.ts';
import { CHECKS } from './registry.ts';

const NO_DECISIONS: readonly Decision[] = [];
const texts = new WeakMap<Passage, { readonly source: string; readonly text: PassageText }>();
const bySubject = new WeakMap<readonly Decision[], ReadonlyMap<string, readonly Decision[]>>();

type Known = { readonly text: PassageText; readonly above: PassageText | null; readonly below: PassageText | null; readonly decisions: readonly Decision[]; readonly goesOn: boolean; readonly language: PageLanguage | null; readonly rules: readonly Rule[]; readonly findings: readonly Finding[] };
const known = new WeakMap<Passage, Known>();

function textOf(source: string, passage: Passage): PassageText {
  const before = texts.get(passage);
  if (before?.source === source) return before.text;
  const text = passageText(source, passage.pieces);
  texts.set(passage, { source, text });
  return text;
}

function decisionsOf(decisions: readonly Decision[], passage: Passage): readonly Decision[] {
  let map = bySubject.get(decisions);
  if (!map) {
    const made = new Map<string, Decision[]>();
    for (const decision of decisions) made.set(decision.subject, [...(made.get(decision.subject) ?? []), decision]);
    bySubject.set(decisions, (map = made));
  }
  return map.get(passage.id) ?? NO_DECISIONS;
}

/**
 * What the checks find in an article, in reading order. A passage that is the same object as before, between the same neighbours, is not
 * looked at again: after an edit that is all but one or three, and their findings are the same objects. `languages`: what misreadings are judged by; null: nothing is known. `rules`: those in force on the page.
 */
export function findingsIn(source: string, { passages, next }: Pick<Article, 'passages' | 'next'>, decisions: readonly Decision[], languages: PageLanguage | LanguageOf | null = null, rules: readonly Rule[] = NO_RULES): readonly Finding[] {
  const last = next ? passages.findLastIndex(({ role }) => role === 'body') : -1;
  return passages.flatMap((passage, i) => {
    const text = textOf(source, passage);
    const above = i > 0 ? textOf(source, passages[i - 1]!) : null;
    const below = i < passages.length - 1 ? textOf(source, passages[i + 1]!) : null;
    const own = decisionsOf(decisions, passage);
    const goesOn = i === last;
    const language = typeof languages === 'function' ? languages(passage.id, text.text) : languages;
    const before = known.get(passage);
    if (before && before.text === text && before.above === above && before.below === below && before.decisions === own && before.goesOn === goesOn && before.language === language && before.rules === rules) return before.findings;
    const findings = look({ source, passage: passage.id, text, above, below, decisions: own, goesOn, language, rules }, passage);
    known.set(passage, { text, above, below, decisions: own, goesOn, language, rules, findings });
    return findings;
  });
}

/** What the checks find in an article that nobody has said anything of yet, and the accepted wordings because of which others are not asked about. */
export type Sorted = { readonly open: readonly Finding[]; readonly quieted: readonly AcceptedText[] };

/** Parts what is found in an article into what is open and what an accepted wording quiets. What was approved was looked at: nothing is asked about it any more. */
export function sortFindings(source: string, article: Pick<Article, 'passages' | 'status' | 'next'>, decisions: readonly Decision[], verdicts: Verdicts, languages: LanguageOf | null = null, accepted: Accepted = NOTHING_ACCEPTED, rules: readonly Rule[] = NO_RULES): Sorted {
  if (article.status === 'approved') return { open: [], quieted: [] };
  const unanswered = findingsIn(source, article, decisions, languages, rules).filter(({ id }) => !verdicts.has(settlementKey('finding', id)));
  if (accepted.size === 0) return { open: unanswered, quieted: [] };
  const passages = new Map(article.passages.map((passage) => [passage.id, passage]));
  const quieted: AcceptedText[] = [];
  const open = unanswered.filter((finding) => {
    const by = acceptedFor(accepted, finding, textOf(source, passages.get(finding.passage)!));
    if (by) quieted.push(by);
    return by === null;
  });
  return { open, quieted };
}

/** The open ones of those. */
export function openFindings(source: string, article: Pick<Article, 'passages' | 'status' | 'next'>, decisions: readonly Decision[], verdicts: Verdicts, languages: LanguageOf | null = null, accepted: Accepted = NOTHING_ACCEPTED, rules: readonly Rule[] = NO_RULES): readonly Finding[] {
  return sortFindings(source, article, decisions, verdicts, languages, accepted, rules).open;
}

/** The wording that would have to be accepted for a finding to be none wherever it is found; null where it is about its place alone. */
export function wordingFound(source: string, passage: Passage, finding: Finding): AcceptedText | null {
  const check = CHECKS.find(({ id }) => id === finding.check);
  return check ? wordingOf(finding, check, textOf(source, passage)) : null;
}

// What a rule says of a place is settled: these need not wonder about it too.
const SETTLED_BY_RULES: ReadonlySet<FindingKind> = new Set(['confusion', 'name_variant']);

function look(subject: Subject, passage: Passage): readonly Finding[] {
  const found = CHECKS.flatMap((check) =>
    check.check(subject).map((one): Finding => ({
      ...one,
      id: `${check.id}:${passage.id}:${toSource(passage.pieces, one.range.from) ?? one.range.from}`,
      check: check.id,
      kind: check.kind,
      passage: passage.id,
    })));
  const ruled = found.filter(({ kind }) => kind === 'rule');
  const asked = ruled.length === 0 ? found : found.filter(({ kind, range }) => !SETTLED_BY_RULES.has(kind) || !ruled.some((one) => one.range.from <= range.from && range.to <= one.range.to));
  return asked.toSorted((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
}

/** The texts of an article's passages as the checks read them, each passage with its own. Empty ones are left out. */
export function textsIn(source: string, { passages }: Pick<Article, 'passages'>): readonly { readonly passage: Passage['id']; readonly text: string }[] {
  return passages.map((passage) => ({ passage: passage.id, text: textOf(source, passage).text })).filter(({ text }) => text !== '');
}
