import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { AppError } from '#contract/app-error.ts';
import type { Chunk, ExportContext, ExportSession, Exporter } from '#core/export/exporter.ts';
import { takesAside } from '#core/export/filter.ts';
import { PageNames } from '#core/export/page-names.ts';
import { pageRecord } from '#core/export/page-record.ts';
import type { PageRecord } from '#core/export/record.ts';
import type { Article } from '#core/model/issue.ts';
import { invariant } from '#util/invariant.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { Store } from '../project/store.ts';
import { accountOf } from './account.ts';
import type { PageAccount } from './account.ts';
import type { ExportIds } from './export-ids.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { KeptPages } from './kept/kept-pages.ts';
import { packChunks, unpackChunks } from './kept/page-chunks.ts';
import type { KeptWays } from './kept/ways.ts';
import { labeller } from './labeller.ts';
import type { ExportOptions } from './options.ts';
import type { PageState, Snapshot, StoredPage } from './pages.ts';

/** A format that is being exported, and what the last export kept of its pages. */
export type Going = { readonly exporter: Exporter; readonly session: ExportSession; readonly kept: KeptPages | null };

/** What the pages of an export are written from. */
export type Pages = {
  readonly store: Store; readonly options: ExportOptions; readonly ids: ExportIds; readonly snapshot: Snapshot; readonly context: ExportContext;
  readonly going: readonly Going[]; readonly ways: KeptWays | null; readonly writer: FolderWriter;
  readonly account: (page: PageAccount) => void; // called for every page
  readonly written: (pages: number) => void; // called now and then
};

const AT_ONCE = 50; // pages between two looks at the clock, the cancel button and the rest of the engine

/** Adds what a format made. */
export function put(writer: FolderWriter, { id }: Exporter, chunks: Iterable<Chunk>): void {
  for (const chunk of chunks) {
    const path = `${id}/${chunk.path}`;
    writer.append(path, 'text' in chunk ? chunk.text : chunk.bytes);
    if (chunk.closes) writer.close(path);
  }
}

const keyOf = ({ state, name }: PageState, ids: number): Uint8Array => createHash('sha256').update(`${ids}\n${name}\n${state}`).digest().subarray(0, 16);

/** A page on its way out: what was kept of it, and where something was not, the page itself. */
type Leaving = { readonly state: PageState; readonly account: PageAccount | null; readonly parts: readonly (readonly Chunk[] | null)[]; readonly stored: StoredPage | null };

/** Writes every page in every format. What the last export in the same way made of a page that is still as it was then is taken from there; the rest is made, and kept. */
export async function writePages(pages: Pages, signal: AbortSignal): Promise<Result<void, AppError>> {
  const { options, ids, snapshot, going, ways, writer } = pages;
  const names = new PageNames();
  const labels = labeller(pages.store);
  const leaving = (state: PageState): Leaving => {
    const key = keyOf(state, state.ids);
    const account = ways?.accounts.get(state.id, key) ?? null;
    const parts = going.map(({ kept }) => {
      const bytes = kept?.get(state.id, key);
      return bytes ? unpackChunks(bytes) : null;
    });
    const isKept = account !== null && parts.every((part) => part !== null);
    return { state, account: account && (JSON.parse(account.toString('utf8')) as PageAccount), parts, stored: isKept ? null : snapshot.page(state.id, { next: () => state.name }) };
  };
  const made = (stored: StoredPage, known: ReturnType<ExportIds['ofPage']>): Result<PageRecord, AppError> => {
    const { issue, facts, history, asideConfirmed } = stored;
    const wanted = (article: Article) => ids.wanted(stored, article);
    const takesArticle = issue.articles.some(wanted);
    const withAside = takesAside(options.filter, asideConfirmed, takesArticle) && (!ids.leftOut || takesArticle);
    const page = pageRecord(issue, facts, { wanted, withAside, history, labels, publicId: (article) => known.get(article)! });
    return page.ok ? page : fail({ code: 'ledger-broken', at: page.error.at });
  };
  for (let start = 0; start < snapshot.issues.length; start += AT_ONCE) {
    await breathe();
    if (signal.aborted) return fail({ code: 'cancelled' });
    const block = snapshot.states(snapshot.issues.slice(start, start + AT_ONCE), names).map(leaving);
    const minted = ids.mint(block.flatMap(({ stored }) => stored ?? []));
    if (!minted.ok) return minted;
    for (const { state, account, parts, stored } of block) {
      const known = stored && ids.ofPage(state.id);
      const record = stored && made(stored, known!);
      if (record && !record.ok) return record;
      const key = known && keyOf(state, known.size);
      going.forEach(({ exporter, session, kept }, k) => {
        const part = parts[k] ?? (kept ? exporter.part!(record!.value, pages.context) : null);
        if (part && !parts[k]) kept!.put(state.id, key!, packChunks(part));
        if (part) return put(writer, exporter, session.take?.(part) ?? part);
        invariant(record, 'what is not kept was read');
        put(writer, exporter, session.page(record.value));
      });
      if (record && !account) ways?.accounts.put(state.id, key!, Buffer.from(JSON.stringify(accountOf(record.value)), 'utf8'));
      pages.account(account ?? accountOf(record!.value));
      await writer.calm();
    }
    writer.flush();
    ways?.exports.letGo();
    pages.written(Math.min(start + AT_ONCE, snapshot.issues.length));
  }
  return ok(undefined);
}
