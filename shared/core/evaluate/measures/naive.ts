import type { Role } from '../../model/role.ts';
import type { PageReport } from '../../split/page-report.ts';
import type { MarkedTruth } from '../marked-truth.ts';

/** What any script would do: `literal` opens an article at every short line without a full stop, `runs` at every run of them. */
export type Naive = 'literal' | 'runs';

const SHORT = 30; // code points
const CLOSED = /[。！？…；”’）》：.!?;，,]$/u;

/** A page by the naive baseline: short lines at an article's top are its headline, all else is body; nothing is joined or set aside. */
export function naiveReport(page: string, truth: MarkedTruth, naive: Naive): PageReport {
  const articles: { headline: string; blocks: number[]; roles: Record<string, Role>; body: string[]; truncated: false }[] = [];
  let inRun = false;
  for (const { index, text } of truth.blocks) {
    const short = [...text].length <= SHORT && !CLOSED.test(text);
    if (articles.length === 0 || (short && !(naive === 'runs' && inRun))) articles.push({ headline: text, blocks: [], roles: {}, body: [], truncated: false });
    const article = articles.at(-1)!;
    const headline = short && article.body.length === 0;
    article.roles[String(index)] = headline ? 'headline' : 'body';
    if (!headline) article.body.push(text);
    article.blocks.push(index);
    inRun = short;
  }
  return { page, articles, roles: {}, joins: [], findings: [] };
}
