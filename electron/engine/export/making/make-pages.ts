import type { AppError } from '#contract/app-error.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { ExportIds } from '../export-ids.ts';
import type { PageState, Snapshot, StoredPage } from '../pages.ts';
import type { ListedPage } from '../public-ids.ts';
import type { Makers } from './makers.ts';
import type { Ask, Made } from './matter.ts';

/** A page as it was made: packed, by the place of the format. `ids`: how many ids its articles had when it was. */
export type MadePage = { readonly ids: number; readonly parts: ReadonlyMap<number, Buffer>; readonly account: string };

/** A page of which something is to be made: the formats' places; none, and it is left alone. */
export type Lacking = { readonly state: PageState; readonly lacks: readonly number[] };

type From = { readonly ids: ExportIds; readonly snapshot: Snapshot; readonly makers: Makers; readonly turn: Promise<unknown>; readonly here?: boolean };
type Pages = Result<readonly (MadePage | null)[], AppError>;

/**
 * Makes what some pages lack. Their articles get ids when `turn` comes, and `minted` says when they have them, as ids hang on those given before; everything else goes on
 * beside that. `here`: in no thread.
 */
export function makePages({ ids, snapshot, makers, turn, here }: From, pages: readonly Lacking[]): { readonly minted: Promise<unknown>; readonly made: Promise<Pages> } {
  const lacking = pages.filter(({ lacks }) => lacks.length > 0);
  if (lacking.length === 0) return { minted: turn, made: Promise.resolve(ok(pages.map(() => null))) };
  const begun = begin();
  const made = begun.then(async (asked) => (asked.ok ? finish(asked.value) : asked));
  made.catch(() => undefined); // it is waited for when its turn to be written comes
  return { minted: begun.catch(() => undefined), made };

  async function begin() {
    const { block, listed } = await makers.read(snapshot.matters(lacking.map(({ state }) => state)), here);
    // A page whose tree or text is not as it was: what can be mended is, of all else the error says which page it is.
    const mended = lacking.map(({ state }, k): StoredPage | null => (listed[k] ? null : snapshot.page(state.id, { next: () => state.name })));
    const known = lacking.map(({ state }, k): ListedPage => ({ id: state.id, facts: mended[k]?.facts ?? block.matters[k]!.facts, articles: listed[k] ?? mended[k]!.issue.articles }));
    await turn;
    const minted = ids.mint(known);
    if (!minted.ok) return minted;
    const asks = known.map((page, k) => askOf(page, ids.ofPage(page.id), lacking[k]!.lacks));
    return ok({ block, mended, asks });
  }

  function askOf(page: ListedPage, has: ReadonlyMap<ArticleId, string>, formats: readonly number[]): { readonly ask: Ask; readonly ids: number } {
    return { ask: { ids: page.articles.map((article) => (ids.wanted(page, article) ? has.get(article.id)! : null)), formats }, ids: has.size };
  }

  async function finish({ block, mended, asks }: Extract<Awaited<ReturnType<typeof begin>>, { ok: true }>['value']): Promise<Pages> {
    const made = await makers.make(block, asks.map(({ ask }, k) => (mended[k] ? null : ask)));
    const out = new Map<PageState, MadePage>();
    for (const [k, { ask, ids: count }] of asks.entries()) {
      const page = made[k] ?? makers.page(mended[k]!, ask);
      if ('at' in page) return fail({ code: 'ledger-broken', at: page.at });
      out.set(lacking[k]!.state, madePage(page, ask, count));
    }
    return ok(pages.map(({ state }) => out.get(state) ?? null));
  }
}

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length);

const madePage = ({ parts, account }: Extract<Made, { parts: unknown }>, { formats }: Ask, ids: number): MadePage => (
  { ids, parts: new Map(formats.map((k, at) => [k, asBuffer(parts[at]!)])), account }
);
