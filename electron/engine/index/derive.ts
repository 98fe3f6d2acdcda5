import type { Metadata } from '#contract/schemas/library.ts';
import { acceptedKey } from '#core/checks/accepted.ts';
import type { Accepted, AcceptedText } from '#core/checks/accepted.ts';
import type { LanguageOf } from '#core/checks/judged.ts';
import { sortFindings } from '#core/checks/run.ts';
import { countCorrections } from '#core/export/correction-kind.ts';
import type { Rule } from '#core/mend/rule.ts';
import { fieldsOf } from '#core/model/fields.ts';
import type { Article, Issue, Status, TopicRef } from '#core/model/issue.ts';
import { readPieces } from '#core/model/reading.ts';
import type { Reading } from '#core/model/reading.ts';
import { ARTICLE_ROLES } from '#core/model/role.ts';
import type { ArticleRole } from '#core/model/role.ts';
import { withSettlements } from '#core/model/settlement.ts';
import type { Settlement } from '#core/model/settlement.ts';
import { openAsideDecisions, openDecisions } from '#core/risk/open-decisions.ts';
import { NO_WORK, riskOf, together, workOf } from '#core/risk/risk.ts';
import type { StoredIssue } from '../project/issues.ts';
import { confidenceOf } from './confidence.ts';
import { pageStatus } from './page-status.ts';

/** Changes whenever what is derived does: an index made by another recipe is made anew. */
export const RECIPE = '9';

/** What the library shows of an article, and its text for looking things up. */
export type Derived = Metadata & {
  readonly position: number;
  readonly article: string;
  readonly headline: string;
  readonly byline: string;
  readonly pageOrder: string;
  readonly file: string;
  readonly folder: string;
  readonly topics: readonly TopicRef[];
  readonly status: Status;
  readonly confidence: number | null;
  readonly risk: number;
  readonly findings: number;
  readonly length: number;
  readonly text: string; // as emended, a passage a line
  readonly roles: string; // of its lines, a digit each: the place in ARTICLE_ROLES
  readonly printed: string | null; // the text as printed; null: the same
  readonly printedRoles: string | null;
  readonly corrections: Readonly<Record<string, number>>; // by their kind
};

/** What lists and queues of pages need to know of one. */
export type DerivedPage = Metadata & Pick<Derived, 'pageOrder' | 'file' | 'folder' | 'risk' | 'length' | 'findings' | 'status'> & { readonly articles: number; readonly unapproved: number; readonly done: boolean; readonly doubts: number };

/** What people answered on a page, and what its texts are judged by (null: nothing is known of that). */
export type Answered = { readonly settled: readonly Settlement[]; readonly asideConfirmed: boolean; readonly languages?: LanguageOf | null };

/** How many findings of a page an accepted wording quiets. */
export type QuietedBy = AcceptedText & { readonly places: number };

/** A page, the rows of its articles in their order on it, and what of the accepted wordings quiets findings there. */
export function derive(stored: StoredIssue, metadata: Metadata, { settled, asideConfirmed, languages = null }: Answered, accepted: Accepted, rules: readonly Rule[]): { readonly page: DerivedPage; readonly rows: readonly Derived[]; readonly quieted: readonly QuietedBy[] } {
  const { issue, path } = stored;
  const machine = { tree: stored.machine(), decisions: stored.decisions(), verdicts: withSettlements(new Map(), settled) };
  const slash = path.lastIndexOf('/');
  const place = { pageOrder: pageOrder(metadata.page), file: path.slice(slash + 1), folder: slash < 0 ? '' : path.slice(0, slash) };
  const made = issue.articles.map((article, index) => {
    const { headline, byline } = fieldsOf(issue.source, article, 'emended');
    const emended = linesOf(issue.source, article, 'emended');
    const printed = isCorrected(article) ? linesOf(issue.source, article, 'printed') : emended;
    const isOther = printed.text !== emended.text || printed.roles !== emended.roles;
    const length = codePoints(emended.text) - Math.max(0, emended.roles.length - 1);
    const open = openDecisions(article, machine);
    const work = article.status === 'approved' ? NO_WORK : workOf(open, length);
    const findings = sortFindings(issue.source, article, machine.decisions, machine.verdicts, languages, accepted, rules);
    const row: Derived = {
      ...metadata,
      ...place,
      position: index + 1,
      article: article.id,
      headline,
      byline,
      topics: article.topics,
      status: article.status,
      confidence: confidenceOf(open),
      risk: riskOf(work),
      findings: findings.open.length,
      length,
      text: emended.text,
      roles: emended.roles,
      printed: isOther ? printed.text : null,
      printedRoles: isOther ? printed.roles : null,
      corrections: countCorrections(article),
    };
    return { row, work, quieted: findings.quieted };
  });
  const unapproved = issue.articles.filter(({ status }) => status !== 'approved').length;
  const aside = asideConfirmed ? NO_WORK : workOf(openAsideDecisions(issue.aside, machine), asideLength(issue));
  const work = together([...made.map((each) => each.work), aside]);
  const done = unapproved === 0 && asideConfirmed;
  const rows = made.map(({ row }) => row);
  const sum = (column: 'length' | 'findings') => rows.reduce((total, row) => total + row[column], 0);
  const page = {
    ...metadata, ...place, articles: rows.length, unapproved, done, doubts: work.doubts, risk: riskOf(work),
    length: sum('length'), findings: sum('findings'), status: pageStatus(rows.map(({ status }) => status), done),
  };
  return { page, rows, quieted: countQuieted(made.flatMap(({ quieted }) => quieted)) };
}

function countQuieted(quieted: readonly AcceptedText[]): readonly QuietedBy[] {
  const counts = new Map<string, QuietedBy>();
  for (const wording of quieted) counts.set(acceptedKey(wording), { ...wording, places: (counts.get(acceptedKey(wording))?.places ?? 0) + 1 });
  return [...counts.values()];
}

/** An article's text as it is searched, a passage a line, and the roles of the lines. What reads as nothing has no line. */
function linesOf(source: string, { passages }: Article, reading: Reading): { readonly text: string; readonly roles: string } {
  const lines = passages.map(({ role, pieces }) => ({ text: readPieces(source, pieces, reading), role })).filter(({ text }) => text !== '');
  return { text: lines.map(({ text }) => text).join('\n'), roles: lines.map(({ role }) => ARTICLE_ROLES.indexOf(role as ArticleRole)).join('') };
}

const isCorrected = ({ passages }: Article): boolean => passages.some(({ pieces }) => pieces.some(({ kind }) => kind !== 'kept'));

const asideLength = ({ source, aside }: Issue): number => aside.reduce((sum, { pieces }) => sum + codePoints(readPieces(source, pieces, 'emended')), 0);

/** A page's number as text that sorts as people count: A2 before A10. */
export function pageOrder(page: string): string {
  return page.replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}

function codePoints(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}
