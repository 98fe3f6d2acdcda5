import type { LedgerCounts } from '../model/ledger.ts';
import type { Status, TopicRef } from '../model/issue.ts';

/** One article as it leaves Stet: texts as emended, nothing of offsets or ids of ours but the public one. */
export type ArticleRecord = {
  readonly articleId: string; // public, minted once, never changed
  readonly position: number; // on its page, from 1
  readonly kicker: string;
  readonly headline: string;
  readonly subtitle: string;
  readonly byline: string;
  readonly paragraphs: readonly { readonly role: 'body' | 'subhead'; readonly text: string }[];
  readonly captions: readonly string[];
  readonly credits: readonly string[];
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
