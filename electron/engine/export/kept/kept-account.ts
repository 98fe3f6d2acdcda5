import { hash } from 'node:crypto';
import type { ArticleId } from '#core/model/ids.ts';
import type { PageAccount } from '../account.ts';
import type { PageState } from '../pages.ts';
import type { KeptPages } from './kept-pages.ts';

/** An article that had no id when its page was made, its place on the page, from 1, and the id it was taken to get. */
export type Promised = readonly [article: ArticleId, position: number, id: string];

/** What is kept of a page beside what it comes to in formats. */
type KeptAccount = PageAccount & { readonly promise?: { readonly had: number; readonly ids: readonly Promised[] } }; // had: ids, when it was made

/**
 * The account of a page and its key, and what was promised of the ids that its articles lack: what the page comes to, kept under `partKey`, is right only if they get these.
 */
export type Kept = { readonly account: PageAccount; readonly promised: readonly Promised[]; readonly key: Uint8Array; readonly partKey: Uint8Array };

/** What the account of a page is kept under. `ids`: how many ids its articles have. */
export const accountKey = (state: PageState, ids = state.ids): Uint8Array => keyOf(state, String(ids));

/** What a page is kept under in a format: as its account, where no ids were promised. */
export const partKey = (state: PageState, promised: readonly Promised[]): Uint8Array => (promised.length === 0 ? accountKey(state) : keyOf(state, [state.ids, ...promised.map(([, , id]) => id)].join('\n')));

const keyOf = ({ state, name }: PageState, ids: string): Uint8Array => hash('sha256', `${ids}\n${name}\n${state}`, 'buffer').subarray(0, 16);

/** What is kept of a page as it is; null: nothing, or it is damaged. */
export function keptAccount(accounts: KeptPages, state: PageState): Kept | null {
  const key = accountKey(state);
  const bytes = accounts.peek(state.id, key);
  if (!bytes) return null;
  const { promise, ...account } = JSON.parse(bytes.toString('utf8')) as KeptAccount;
  const promised = promise?.had === state.ids ? promise.ids : []; // elsewhere it was kept: given, they count among those it has
  return { account, promised, key, partKey: promised.length === 0 ? key : partKey(state, promised) };
}

/** An account, as JSON, as it is kept beside a promise. */
export function promising(account: string, { ids: had }: PageState, ids: readonly Promised[]): Buffer {
  const kept = ids.length === 0 ? account : JSON.stringify({ ...(JSON.parse(account) as PageAccount), promise: { had, ids } } satisfies KeptAccount);
  return Buffer.from(kept, 'utf8');
}
