import type { ArticleId, PassageId } from './ids.ts';
import type { Piece } from './piece.ts';
import type { Role } from './role.ts';

export const STATUSES = ['new', 'in-work', 'approved', 'problem'] as const;
export type Status = (typeof STATUSES)[number];

/** A topic an article is tagged with; its labels live in the scheme. */
export type TopicRef = { readonly scheme: string; readonly id: string };

/** Text with one role. `twin`: the passage that a duplicate standing aside repeats. */
export type Passage = {
  readonly id: PassageId;
  readonly role: Role;
  readonly pieces: readonly Piece[];
  readonly twin?: PassageId;
};

/**
 * Where an article goes on, or where it comes from, on another page: the page's issue, and a name that the two ends of one link share. The other end is whatever article
 * there bears that name and says that it comes from here: so it is found again wherever that article's text is, whatever its id.
 */
export type LinkEnd = { readonly link: string; readonly issue: number };

export const LINK_SIDES = ['next', 'previous'] as const;
export type LinkSide = (typeof LINK_SIDES)[number];

/** What is said of an article as a whole. */
export type ArticleHead = {
  readonly id: ArticleId;
  readonly status: Status;
  readonly topics: readonly TopicRef[];
  readonly note: string;
  readonly next?: LinkEnd; // where it goes on
  readonly previous?: LinkEnd; // where it comes from
};

/** The passages that belong together, in reading order. Never without passages: an article that loses its last is gone. */
export type Article = ArticleHead & { readonly passages: readonly Passage[] };

/** The part of an issue that edits change; the source never does. */
export type Tree = {
  readonly articles: readonly Article[];
  readonly aside: readonly Passage[]; // banner, furniture, duplicate
};

/** What an issue file holds once parsed: its text, and a small tree that points into it. */
export type Issue = Tree & { readonly source: string };
