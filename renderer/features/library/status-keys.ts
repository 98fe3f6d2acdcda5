import type { Status } from '#core/model/issue.ts';

/** The keys of each status: in the library they give it, in the search they show what has it. */
export const STATUS_KEYS: { readonly [S in Status]: string } = { new: 'Y N', 'in-work': 'Y I', approved: 'Y A', problem: 'Y P' };
