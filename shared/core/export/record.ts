import type { Fields } from '../model/fields.ts';
import type { LedgerCounts } from '../model/ledger.ts';
import type { Status, TopicRef } from '../model/issue.ts';

/** One article as it leaves Stet: texts as emended, nothing of offsets or ids of ours but the public one. */
export type ArticleRecord = Fields & {
  readonly articleId: string; // public, minted once, never changed
  readonly position: number; // on its page, from 1
  readonly topics: readonly (TopicRef & { readonly labelEn: string; readonly labelZh: string })[];
  readonly status: Status;
  readonly checkedBy: 'person' | 'machine'; // approved by a person, or as the machine left it
  readonly corrections: number; // pieces of text struck or added
};

/** One page and its articles, in the page's order. */
export type PageRecord = {
  readonly newspaper: string;
  readonly edition: string;
  readonly date: string; // YYYY, YYYY-MM, YYYY-MM-DD or empty
  readonly page: string;
  readonly sourceFile: string; // path below the watched folder, with `/`
  readonly sourceSha256: string;
  readonly encoding: string;
  readonly ledger: LedgerCounts; // of the whole page, whichever of its articles are exported
  readonly articles: readonly ArticleRecord[];
};
