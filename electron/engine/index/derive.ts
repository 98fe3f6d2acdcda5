import type { Metadata } from '#contract/schemas/library.ts';
import { fieldsOf } from '#core/model/fields.ts';
import type { Status, TopicRef } from '#core/model/issue.ts';
import { readPieces } from '#core/model/reading.ts';
import { withSettlements } from '#core/model/settlement.ts';
import type { Settlement } from '#core/model/settlement.ts';
import type { StoredIssue } from '../project/issues.ts';
import { confidenceOf } from './confidence.ts';

/** Changes whenever what is derived does: an index made by another recipe is made anew. */
export const RECIPE = '2';

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
  readonly findings: number;
  readonly length: number;
  readonly text: string;
};

/** The rows of an issue's articles, in their order on the page. */
export function derive(stored: StoredIssue, metadata: Metadata, settled: readonly Settlement[]): readonly Derived[] {
  const { issue, path } = stored;
  if (issue.articles.length === 0) return [];
  const [machine, decisions] = [stored.machine(), stored.decisions()];
  const verdicts = withSettlements(new Map(), settled);
  const slash = path.lastIndexOf('/');
  return issue.articles.map((article, index) => {
    const { headline, byline } = fieldsOf(issue.source, article, 'emended');
    const texts = article.passages.map(({ pieces }) => readPieces(issue.source, pieces, 'emended')).filter((text) => text !== '');
    return {
      ...metadata,
      position: index + 1,
      article: article.id,
      headline,
      byline,
      pageOrder: pageOrder(metadata.page),
      file: path.slice(slash + 1),
      folder: slash < 0 ? '' : path.slice(0, slash),
      topics: article.topics,
      status: article.status,
      confidence: confidenceOf(article, machine, decisions, verdicts),
      findings: 0, // filled in by the checks that are run over the archive
      length: texts.reduce((sum, text) => sum + codePoints(text), 0),
      text: texts.join('\n'),
    };
  });
}

/** A page's number as text that sorts as people count: A2 before A10. */
export function pageOrder(page: string): string {
  return page.replace(/\d+/g, (digits) => digits.padStart(8, '0'));
}

function codePoints(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}
