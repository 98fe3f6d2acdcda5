import type { ArticleId, PassageId } from '../model/ids.ts';
import type { ArticleHead, LinkEnd, LinkSide, Status, TopicRef } from '../model/issue.ts';
import type { Piece } from '../model/piece.ts';
import type { Reason } from '../model/reason.ts';
import type { Role } from '../model/role.ts';

/** What a passage that an edit creates is called. Ids travel inside the edit, so that replaying it gives the same tree. */
export type NewPassage = { readonly id: PassageId; readonly role: Role; readonly twin?: PassageId };

/** An article to be opened by a move: its head, and the article it stands after (null: first on the page). */
export type Opening = { readonly head: ArticleHead; readonly after: ArticleId | null };

/**
 * A place between passages. `article: null` is the aside. `after: null` is the first place.
 * `open` creates the article just before the passage moves in.
 */
export type Spot =
  | { readonly article: ArticleId; readonly after: PassageId | null; readonly open?: Opening }
  | { readonly article: null; readonly after: PassageId | null };

/** One passage to one place. A passage that crosses between an article and the aside is given a role that is allowed there. */
export type Move = {
  readonly passage: PassageId;
  readonly to: Spot;
  readonly role?: Role;
  readonly twin?: PassageId | null;
};

/** What stands in a replaced stretch of text afterwards: typed text, or the very pieces (how an inverse restores what was there). */
export type Put = { readonly text: string; readonly why: Reason } | { readonly pieces: readonly Piece[] };

/**
 * The closed list of changes to an issue: values with a JSON form.
 * `from`, `to` and `at` are UTF-16 offsets in the passage's marked-up text, in which struck text counts and a gap counts one.
 */
export type Edit =
  | { readonly kind: 'mergeAbove'; readonly article: ArticleId }
  | { readonly kind: 'splitBefore'; readonly passage: PassageId; readonly head: ArticleHead }
  | { readonly kind: 'movePassages'; readonly moves: readonly Move[] } // applied in order; inside and between articles
  | { readonly kind: 'reorder'; readonly article: ArticleId; readonly after: ArticleId | null }
  | { readonly kind: 'setRole'; readonly passage: PassageId; readonly role: Role }
  | { readonly kind: 'join'; readonly passage: PassageId } // with the passage above it
  | { readonly kind: 'break'; readonly passage: PassageId; readonly at: number; readonly lower: NewPassage } // a new paragraph
  | { readonly kind: 'cutPassage'; readonly passage: PassageId; readonly at: number; readonly lower: NewPassage } // a part with another role
  | { readonly kind: 'replaceText'; readonly passage: PassageId; readonly from: number; readonly to: number; readonly put: Put }
  | { readonly kind: 'fillGap'; readonly passage: PassageId; readonly at: number; readonly text: string; readonly why: Reason }
  | { readonly kind: 'setAside'; readonly moves: readonly Move[] } // out of articles
  | { readonly kind: 'restore'; readonly moves: readonly Move[] } // out of the aside
  | { readonly kind: 'setTopics'; readonly article: ArticleId; readonly topics: readonly TopicRef[] }
  | { readonly kind: 'setNote'; readonly article: ArticleId; readonly note: string }
  | { readonly kind: 'setStatus'; readonly article: ArticleId; readonly status: Status }
  | { readonly kind: 'setLink'; readonly article: ArticleId; readonly side: LinkSide; readonly to: LinkEnd | null }; // one end of a link between two articles

export type EditKind = Edit['kind'];

/** Every kind of edit, in the order of the union. */
export const EDIT_KINDS = [
  'mergeAbove', 'splitBefore', 'movePassages', 'reorder', 'setRole', 'join', 'break', 'cutPassage',
  'replaceText', 'fillGap', 'setAside', 'restore', 'setTopics', 'setNote', 'setStatus', 'setLink',
] as const satisfies readonly EditKind[];

/** Why an edit cannot be applied to this issue. Nothing was changed. */
export type EditError =
  | { readonly code: 'no-such-passage'; readonly passage: PassageId }
  | { readonly code: 'no-such-article'; readonly article: ArticleId }
  | { readonly code: 'no-such-place'; readonly after: PassageId | ArticleId }
  | { readonly code: 'nothing-above' } // the first article or passage has none
  | { readonly code: 'nothing-to-split' } // the passage already begins its article
  | { readonly code: 'id-in-use'; readonly id: PassageId | ArticleId }
  | { readonly code: 'role-not-allowed-here'; readonly role: Role }
  | { readonly code: 'wrong-side'; readonly passage: PassageId } // set aside what stands aside, or restored what does not
  | { readonly code: 'out-of-text'; readonly at: number; readonly length: number }
  | { readonly code: 'inside-a-character'; readonly at: number }
  | { readonly code: 'not-a-gap'; readonly at: number }
  | { readonly code: 'text-not-well-formed' } // NUL or a lone surrogate
  | { readonly code: 'source-not-preserved' }; // given pieces speak of other source text than those they replace

