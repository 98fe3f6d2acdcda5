import type { AppError } from '#contract/app-error.ts';
import type { IssueId } from '#contract/schemas/library.ts';

/** What of a page cannot be read: the text it was made on, its tree, or what of its journal is in force. */
export type WhyLost = 'text' | 'tree' | 'history';

/** A page that cannot be read. `again`: the project's next opening may mend it. */
export type LostPage = {
  readonly id: IssueId;
  readonly sourceFile: string; // path below the watched folder
  readonly sourceSha256: string;
  readonly encoding: string;
  readonly why: WhyLost;
  readonly source: number | null; // code points of its text that are not blank; null where that cannot be read
  readonly again: boolean;
};

const MOST_NAMED = 500; // in an error

/** Why pages that cannot be read keep a corpus from being exported: which they are, and whether the project's next opening may mend some. */
export function lostError(lost: readonly LostPage[]): AppError {
  return { code: 'pages-lost', count: lost.length, again: lost.filter(({ again }) => again).length, pages: lost.slice(0, MOST_NAMED).map(({ sourceFile, why }) => ({ path: sourceFile, why })) };
}

/** What the ledger says of pages that were left out: what is known of each, and sums. The characters of one whose text cannot be read are in no sum. */
export function lostInLedger(lost: readonly LostPage[]): { readonly lines: readonly string[]; readonly totals: Readonly<Record<'pages' | 'source' | 'unknown', number>> } {
  return {
    lines: lost.map(({ sourceFile, sourceSha256, encoding, why, source }) => JSON.stringify({ source_file: sourceFile, sha256: sourceSha256, encoding, why, source })),
    totals: { pages: lost.length, source: lost.reduce((sum, { source }) => sum + (source ?? 0), 0), unknown: lost.filter(({ source }) => source === null).length },
  };
}
