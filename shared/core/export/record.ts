import type { Fields } from '../model/fields.ts';
import type { LedgerCounts } from '../model/ledger.ts';
import type { Status, TopicRef } from '../model/issue.ts';
import type { Range } from '../model/piece.ts';
import type { Reason } from '../model/reason.ts';
import type { ArticleRole, AsideRole } from '../model/role.ts';
import type { UnusualCharacter } from './unusual.ts';

/** Who did something: a person, a standing rule of the project, or the machine that read the page. */
export type Agent = {
  readonly kind: 'person' | 'rule' | 'machine';
  readonly who: string; // '' where it is not known, or the machine
  readonly when: string; // ISO 8601, UTC; '' where it is not known
  readonly act: string; // what the journal calls it; '' for what the machine read
};

/**
 * One of the parts a passage is made of, in order. Kept, added and gap put together are the passage as emended; kept and struck are it as printed, where kept
 * text is `printed`, if it has that: beside a correction lines can meet with a blank in one reading and without in the other. `from`, `to`: of the source, in
 * code points. `correction`: its place among the corrections of the article (or aside).
 */
export type Run =
  | { readonly kind: 'kept'; readonly text: string; readonly printed?: string; readonly from: number; readonly to: number }
  | { readonly kind: 'struck'; readonly text: string; readonly from: number; readonly to: number; readonly correction: number }
  | { readonly kind: 'added'; readonly text: string; readonly correction: number }
  | { readonly kind: 'gap'; readonly text: string; readonly extent: number | null; readonly correction: number }; // text: a white square a character

/** A passage in both readings. */
export type PassageRecord<R extends ArticleRole | AsideRole = ArticleRole> = {
  readonly role: R;
  readonly emended: string;
  readonly printed: string;
  readonly runs: readonly Run[];
  readonly ranges: readonly Range[]; // of the source, in code points: all of it that is in the passage, struck or not
};

/** One change of the text, or a loss that is marked. All offsets are code points. */
export type CorrectionRecord = {
  readonly kind: 'replaced' | 'struck' | 'added' | 'gap';
  readonly before: string; // as printed; '' where something was added
  readonly after: string; // as emended; '' where something was struck; white squares where text is lost
  readonly contextBefore: string; // what stands before it in the passage as emended, up to sixteen characters
  readonly contextAfter: string;
  readonly passage: number; // its place in the article (or 0), from 0
  readonly role: ArticleRole | AsideRole;
  readonly at: Range; // of the passage as emended
  readonly source: Range; // of the source; empty where nothing was struck
  readonly reason: Reason;
  readonly by: Agent;
  readonly probability: number | null; // that it is so, 0..1, where a machine reckoned it
};

/** The article in which another goes on, or from which it comes. `leaves`: it is in the same export, on the page with this path of its own (else ''). */
export type LinkedArticle = { readonly articleId: string; readonly leaves: boolean; readonly name: string };

/** One article as it leaves Stet. The fields are as emended; `asPrinted` are the same from the page as it was printed. */
export type ArticleRecord = Fields & {
  readonly articleId: string; // public, minted once, never changed
  readonly position: number; // on its page, from 1
  readonly asPrinted: Fields;
  readonly passages: readonly PassageRecord[];
  readonly corrections: readonly CorrectionRecord[];
  readonly topics: readonly (TopicRef & { readonly labelEn: string; readonly labelZh: string })[];
  readonly status: Status;
  readonly checkedBy: 'person' | 'machine'; // approved by a person, or as the machine left it
  readonly approvals: readonly Agent[]; // that hold, oldest first
  readonly next: LinkedArticle | null; // in which it goes on, on another page
  readonly previous: LinkedArticle | null; // from which it comes
};

/** What stands on the page and in no article. The role is why. */
export type AsideRecord = PassageRecord<AsideRole> & {
  readonly corrections: readonly CorrectionRecord[];
  readonly by: Agent; // who set it aside
  readonly twin: { readonly articleId: string; readonly passage: number } | null; // of a duplicate: what it repeats, if that is exported
};

/** One page and its articles, in the page's order. */
export type PageRecord = {
  readonly newspaper: string;
  readonly edition: string;
  readonly date: string; // YYYY, YYYY-MM, YYYY-MM-DD or empty
  readonly page: string;
  readonly sourceFile: string; // path below the watched folder, with `/`
  readonly name: string; // path of its own below a format's folder, safe on every platform
  readonly sourceSha256: string; // of the file's bytes
  readonly encoding: string;
  readonly splitter: string; // version
  readonly source: string; // the decoded text that all offsets count in, U+FFFD for every lone surrogate
  readonly unusual: readonly UnusualCharacter[]; // of the source as it was decoded, and of what was added to it
  readonly ledger: LedgerCounts; // of the whole page, whichever of its articles are exported
  readonly articles: readonly ArticleRecord[];
  readonly aside: readonly AsideRecord[]; // none where only what was approved is exported and this was not confirmed
};
