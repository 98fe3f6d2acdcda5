import type { PageRecord } from '#core/export/record.ts';
import { lostInLedger } from './lost-page.ts';
import type { LostPage } from './lost-page.ts';

type Totals = { pages: number; articles: number; source: number; kept: number; struck: number; aside: number; added: number; gaps: number };

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, each) => all + each, 0);

/** What an export accounts for of a page, whatever its formats. */
export type PageAccount = Pick<PageRecord, 'sourceFile' | 'sourceSha256' | 'encoding' | 'ledger' | 'unusual'> & { readonly articles: number };

export const accountOf = ({ sourceFile, sourceSha256, encoding, ledger, unusual, articles }: PageRecord): PageAccount => ({ sourceFile, sourceSha256, encoding, ledger, unusual, articles: articles.length });

/** ledger.json: a line a source file and the totals, so that kept + struck + aside = source in every line. Pages that were left out have lines and totals of their own. */
export class Account {
  readonly totals: Totals = { pages: 0, articles: 0, source: 0, kept: 0, struck: 0, aside: 0, added: 0, gaps: 0 };

  /** The beginning of the file. */
  static readonly head = '{\n"unit": "code points, blanks not counted",\n"pages": [';

  /** The line of a page. */
  line(page: PageAccount): string {
    const { ledger, articles } = page;
    const struck = sum(ledger.struck);
    this.totals.pages += 1;
    this.totals.articles += articles;
    this.totals.source += ledger.source;
    this.totals.kept += ledger.kept;
    this.totals.struck += struck;
    this.totals.aside += ledger.aside;
    this.totals.added += ledger.added;
    this.totals.gaps += ledger.gaps;
    const reasons = Object.fromEntries(Object.entries(ledger.struck).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const entry = {
      source_file: page.sourceFile, sha256: page.sourceSha256, encoding: page.encoding, articles,
      source: ledger.source, kept: ledger.kept, struck, struck_by_reason: reasons, aside: ledger.aside, added: ledger.added, gaps: ledger.gaps,
    };
    return `${this.totals.pages === 1 ? '\n' : ',\n'}${JSON.stringify(entry)}`;
  }

  /** The end of the file. `lost`: the pages that were left out. */
  tail(lost: readonly LostPage[]): string {
    const { lines, totals } = lostInLedger(lost);
    const leftOut = lost.length === 0 ? '' : `"left_out": [\n${lines.join(',\n')}\n],\n`;
    return `\n],\n${leftOut}"totals": ${JSON.stringify({ ...this.totals, ...(lost.length > 0 && { left_out: totals }) })}\n}\n`;
  }
}
