import type { Decision } from '../model/decision.ts';
import type { Passage, Tree } from '../model/issue.ts';
import type { Range } from '../model/piece.ts';
import { markedUpText } from '../model/reading.ts';
import { toSource } from '../model/positions.ts';
import { type Block, parseBlocks } from '../parse/blocks.ts';
import { type PageReport, pageReport } from '../split/page-report.ts';
import { NOTHING_ACCEPTED, acceptedFor } from './accepted.ts';
import type { Accepted } from './accepted.ts';
import type { Finding, FindingKind } from './check.ts';
import { passageText } from './passage-text.ts';
import type { PageLanguage } from './language.ts';
import { findingsIn } from './run.ts';

/** A finding as `stet split` writes it: offsets count code points in a block; a suggestion stands in place of so many of them. */
export type ReportedFinding = {
  readonly block: number;
  readonly offset: number;
  readonly length: number;
  readonly kind: string;
  readonly check: string;
  readonly probability: number;
  readonly suggestion?: string; // the best
  readonly suggestions?: readonly string[]; // for this very place, best first
};

/** What the evaluation calls kinds of findings that have another name here. */
const NAMED: Readonly<Partial<Record<FindingKind, string>>> = { unpaired: 'dropped_quote' };

/** What the evaluation has a truth for; findings of other kinds (style, furniture, dates) are told apart from those. */
const EVALUATED = new Set(['confusion', 'dropped_quote', 'halfwidth', 'lost_char', 'name_variant']);

/** A page as `stet split` writes it, with what the checks find on it. */
export type CheckedReport = Omit<PageReport, 'findings'> & {
  readonly findings: readonly (PageReport['findings'][number] | ReportedFinding)[];
  readonly otherFindings: readonly ReportedFinding[];
};

/** Tells a split page and what is found on it in terms of its blocks. `language`: what misreadings are judged by; without it none is found. `accepted`: wordings in which nothing is found. */
export function checkedReport(name: string, source: string, tree: Tree, decisions: readonly Decision[], language: PageLanguage | null = null, accepted: Accepted = NOTHING_ACCEPTED): CheckedReport {
  const report = pageReport(name, source, tree, decisions);
  const found = reportedFindings(source, tree, decisions, language, accepted);
  return { ...report, findings: [...report.findings, ...found.filter(({ kind }) => EVALUATED.has(kind))], otherFindings: found.filter(({ kind }) => !EVALUATED.has(kind)) };
}

/** What the checks find on a split page. Of texts that stop the page's own report tells. */
function reportedFindings(source: string, tree: Tree, decisions: readonly Decision[], language: PageLanguage | null, accepted: Accepted): readonly ReportedFinding[] {
  const blocks = parseBlocks(source);
  return tree.articles.flatMap((article) => {
    const passages = new Map(article.passages.map((passage) => [passage.id, passage]));
    return findingsIn(source, article, decisions, language).flatMap((finding) => {
      const passage = passages.get(finding.passage)!;
      if (accepted.size > 0 && acceptedFor(accepted, finding, passageText(source, passage.pieces))) return [];
      return reported(source, passage, finding, blocks) ?? [];
    });
  });
}

function reported(source: string, passage: Passage, finding: Finding, blocks: readonly Block[]): ReportedFinding | null {
  const { kind, check, probability } = finding;
  if (kind === 'truncated') return null;
  const places = finding.suggestions.flatMap((edit) => (edit.kind === 'replaceText' && 'text' in edit.put ? [{ from: edit.from, to: edit.to, text: edit.put.text }] : edit.kind === 'fillGap' ? [{ from: edit.at, to: edit.at + 1, text: edit.text }] : []));
  const [best] = places;
  const range = best ?? finding.range;
  const span = spanInSource(source, passage, range);
  const block = blocks.findLastIndex((one) => one.range.from <= span.from);
  if (block < 0) return null;
  const start = blocks[block]!.range.from;
  const points = (from: number, to: number) => Array.from(source.slice(from, to)).length;
  const end = Math.min(span.to, blocks[block]!.range.to);
  return {
    block,
    offset: points(start, span.from),
    length: points(span.from, Math.max(span.from, end)),
    kind: NAMED[kind] ?? kind,
    check,
    probability,
    ...(best && { suggestion: best.text, suggestions: places.filter(({ from, to }) => from === best.from && to === best.to).map(({ text }) => text) }),
  };
}

/** Where a range of the marked-up text stands in the source; where nothing of the source stands in it (a gap), behind what stands before. */
function spanInSource(source: string, { pieces }: Passage, { from, to }: Range): Range {
  const before = from > 0 ? toSource(pieces, from - 1) : null;
  const isGap = markedUpText(source, pieces).slice(from, to) === '\uFFFC';
  if (isGap || from === to) {
    const at = before === null ? (toSource(pieces, from) ?? 0) : before + 1;
    return { from: at, to: at };
  }
  const first = toSource(pieces, from) ?? 0;
  return { from: first, to: Math.max(first, (toSource(pieces, to - 1) ?? first) + 1) };
}
