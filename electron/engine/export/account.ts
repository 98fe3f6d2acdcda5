import type { PageRecord } from '#core/export/record.ts';

type Totals = { pages: number; articles: number; source: number; kept: number; struck: number; aside: number; added: number; gaps: number };

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, each) => all + each, 0);

/** What an export accounts for of a page, whatever its formats. */
export type PageAccount = Pick<PageRecord, 'sourceFile' | 'sourceSha256' | 'encoding' | 'ledger' | 'unusual'> & { readonly articles: number };

export const accountOf = ({ sourceFile, sourceSha256, encoding, ledger, unusual, articles }: PageRecord): PageAccount => ({ sourceFile, sourceSha256, encoding, ledger, unusual, articles: articles.length });

/** ledger.json: a line a source file and the totals, so that kept + struck + aside = source in every line. */
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

  /** The end of the file. */
  tail(): string {
    return `\n],\n"totals": ${JSON.stringify(this.totals)}\n}\n`;
  }
}
