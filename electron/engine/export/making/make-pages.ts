import type { AppError } from '#contract/app-error.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { ExportIds } from '../export-ids.ts';
import type { PageState, Snapshot, StoredPage } from '../pages.ts';
import type { Promised } from '../kept/kept-account.ts';
import type { ListedPage, ToMint } from '../public-ids.ts';
import type { Makers } from './makers.ts';
import type { Ask, Made } from './matter.ts';

/** A page as it was made: packed, by the place of the format. `ids`: how many ids its articles had when it was. */
export type MadePage = { readonly ids: number; readonly parts: ReadonlyMap<number, Buffer>; readonly account: string };

/** A page of which something is to be made: the formats' places; none, and it is left alone, but that its articles get the ids they were promised. */
export type Lacking = { readonly state: PageState; readonly lacks: readonly number[]; readonly promised: readonly Promised[] };

/** What became of a page: it was made; nothing was to be made of it, and what it was promised was kept; or it was not. */
export type Became = MadePage | 'as-kept' | 'not-as-promised';

type From = { readonly ids: ExportIds; readonly snapshot: Snapshot; readonly makers: Makers; readonly turn: Promise<unknown>; readonly here?: boolean };
type Pages = Result<readonly Became[], AppError>;

/**
 * Makes what some pages lack. Their articles get ids when `turn` comes, and `minted` says when they have them, as ids hang on those given before; everything else goes on
 * beside that. `here`: in no thread.
 */
export function makePages({ ids, snapshot, makers, turn, here }: From, pages: readonly Lacking[]): { readonly minted: Promise<unknown>; readonly made: Promise<Pages> } {
  const lacking = pages.filter(({ lacks }) => lacks.length > 0);
  if (lacking.length === 0 && pages.every(({ promised }) => promised.length === 0)) return { minted: turn, made: Promise.resolve(ok(pages.map(() => 'as-kept'))) };
  const begun = lacking.length > 0 ? begin() : mintPromised();
  const made = begun.then(async (asked) => (asked.ok ? finish(asked.value) : asked));
  made.catch(() => undefined); // it is waited for when its turn to be written comes
  return { minted: begun.catch(() => undefined), made };

  async function begin() {
    const { block, listed } = await makers.read(snapshot.matters(lacking.map(({ state }) => state)), here);
    // A page whose tree or text is not as it was: what can be mended is, of all else the error says which page it is.
    const mended = lacking.map(({ state }, k): StoredPage | null => (listed[k] ? null : snapshot.page(state.id, { next: () => state.name })));
    const known = lacking.map(({ state }, k): ListedPage => ({ id: state.id, facts: mended[k]?.facts ?? block.matters[k]!.facts, articles: listed[k] ?? mended[k]!.issue.articles }));
    await turn;
    const listedOf = new Map(known.map((page) => [page.id, page]));
    const broken = mint(listedOf);
    if (!broken.ok) return broken;
    const asks = known.map((page, k) => askOf(page, ids.ofPage(page.id), lacking[k]!.lacks));
    return ok({ making: { block, mended, asks }, broken: broken.value });
  }

  async function mintPromised() {
    await turn;
    const broken = mint(new Map());
    return broken.ok ? ok({ making: null, broken: broken.value }) : broken;
  }

  /** Has the articles of all pages get their ids, in order. Returns the pages that did not get what they were promised. */
  function mint(listed: ReadonlyMap<IssueId, ListedPage>): Result<ReadonlySet<IssueId>, AppError> {
    const promising = pages.filter(({ lacks, promised }) => lacks.length === 0 && promised.length > 0);
    const minted = ids.mint(pages.flatMap(({ state: { id }, promised }): readonly ToMint[] => {
      const page = listed.get(id);
      if (page) return [{ issue: id, articles: ids.nameless(page) }];
      return [{ issue: id, articles: promised.map(([article, position]) => ({ article, position })), promised: promised.map(([, , name]) => name) }];
    }));
    if (!minted.ok) return minted;
    const broken = minted.value ? [] : promising.filter(({ state: { id }, promised }) => {
      const has = ids.ofPage(id);
      return promised.some(([article, , name]) => has.get(article) !== name);
    });
    return ok(new Set(broken.map(({ state: { id } }) => id)));
  }

  function askOf(page: ListedPage, has: ReadonlyMap<ArticleId, string>, formats: readonly number[]): { readonly ask: Ask; readonly ids: number } {
    return { ask: { ids: page.articles.map((article) => (ids.wanted(page, article) ? has.get(article.id)! : null)), formats }, ids: has.size };
  }

  async function finish({ making, broken }: Extract<Awaited<typeof begun>, { ok: true }>['value']): Promise<Pages> {
    const out = new Map<PageState, MadePage>();
    const { block, mended, asks } = making ?? { block: null, mended: [], asks: [] };
    const made = block ? await makers.make(block, asks.map(({ ask }, k) => (mended[k] ? null : ask))) : [];
    for (const [k, { ask, ids: count }] of asks.entries()) {
      const page = made[k] ?? makers.page(mended[k]!, ask);
      if ('at' in page) return fail({ code: 'ledger-broken', at: page.at });
      out.set(lacking[k]!.state, madePage(page, ask, count));
    }
    return ok(pages.map(({ state }) => out.get(state) ?? (broken.has(state.id) ? 'not-as-promised' : 'as-kept')));
  }
}

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length);

const madePage = ({ parts, account }: Extract<Made, { parts: unknown }>, { formats }: Ask, ids: number): MadePage => (
  { ids, parts: new Map(formats.map((k, at) => [k, asBuffer(parts[at]!)])), account }
);
