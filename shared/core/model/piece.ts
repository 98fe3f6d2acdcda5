import type { Reason } from './reason.ts';

/** UTF-16 offsets into `Issue.source`, half-open. */
export type Range = { readonly from: number; readonly to: number };

/** The smallest statement about the text; a passage's pieces, read in order, are its marked-up text. */
export type Piece =
  | { readonly kind: 'kept'; readonly range: Range } // stands in the text as the source has it
  | { readonly kind: 'struck'; readonly range: Range; readonly why: Reason } // in the source, taken out of the text
  | { readonly kind: 'added'; readonly text: string; readonly why: Reason } // not in the source, put into the text
  | { readonly kind: 'gap'; readonly extent: number | null; readonly why: Reason }; // text known to be lost, in code points if it can be told
