import { setImmediate as breathe } from 'node:timers/promises';
import type { AppError } from '#contract/app-error.ts';
import type { Chunk, ExportSession, Exporter } from '#core/export/exporter.ts';
import { PageNames } from '#core/export/page-names.ts';
import { invariant } from '#util/invariant.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { PageAccount } from './account.ts';
import type { ExportIds } from './export-ids.ts';
import type { FolderWriter } from './folder-writer.ts';
import { accountKey, keptAccount } from './kept/kept-account.ts';
import type { Kept } from './kept/kept-account.ts';
import type { KeptPages } from './kept/kept-pages.ts';
import { unpackChunks } from './kept/page-chunks.ts';
import type { KeptWays } from './kept/ways.ts';
import { makePages } from './making/make-pages.ts';
import type { Became, MadePage } from './making/make-pages.ts';
import type { Makers } from './making/makers.ts';
import type { PageState, Snapshot } from './pages.ts';

/** A format that is being exported, and what the last export kept of its pages. */
export type Going = { readonly exporter: Exporter; readonly session: ExportSession; readonly kept: KeptPages | null };

/** What the pages of an export are written from. */
export type Pages = {
  readonly ids: ExportIds; readonly snapshot: Snapshot; readonly going: readonly Going[]; readonly ways: KeptWays | null; readonly makers: Makers; readonly writer: FolderWriter;
  readonly account: (page: PageAccount, isMade: boolean) => void; // called for every page; whether something of it was made, not taken from what was kept
  readonly written: (pages: number) => void; // called now and then
};

const AT_ONCE = 25; // pages between two looks at the clock, the cancel button and the rest of the engine
const KEPT_AT_ONCE = 100; // the same, where nothing is to be made of any of them: their ids are given in one transaction

/** Adds what a format made. */
export function put(writer: FolderWriter, { id }: Exporter, chunks: Iterable<Chunk>): void {
  for (const chunk of chunks) {
    const path = `${id}/${chunk.path}`;
    writer.append(path, 'text' in chunk ? chunk.text : chunk.bytes);
    if (chunk.closes) writer.close(path);
  }
}

/** What a page is kept under once its articles have the ids they were promised. */
const keyAfter = (state: PageState, { promised, key }: Kept): Uint8Array => (promised.length === 0 ? key : accountKey(state, state.ids + promised.length));

/** A page on its way out. `lacks`: the formats that nothing is kept of; all, where its account is not either, or where nothing could tell of some whether the ids they were promised were given. */
type Leaving = { readonly state: PageState; readonly known: Kept | null; readonly lacks: readonly number[] };

/** Some pages on their way out together. */
type UnderWay = { readonly leaving: readonly Leaving[]; readonly made: Promise<Result<readonly Became[], AppError>>; readonly here: boolean; isMade: boolean };

/** Writes every page in every format. What the last export in the same way made of a page that is still as it was then is taken from there; the rest is made, and kept. */
export async function writePages(pages: Pages, signal: AbortSignal): Promise<Result<void, AppError>> {
  const { ids, snapshot, going, ways, makers, writer } = pages;
  const names = new PageNames();
  const all = going.map((_, k) => k);
  const under: UnderWay[] = [];
  let turn: Promise<unknown> = Promise.resolve(); // when the pages before have their ids
  let done = 0;

  const leavingOf = (state: PageState): Leaving => {
    const known = ways && keptAccount(ways.accounts, state);
    if (!known) return { state, known, lacks: all };
    const lacks = all.filter((k) => !going[k]!.kept?.has(state.id, known.partKey));
    return lacks.length > 0 && known.promised.length > 0 ? { state, known: null, lacks: all } : { state, known, lacks };
  };
  let looked = 0;
  const waiting: Leaving[] = [];
  const begin = (here: boolean): void => {
    if (waiting.length === 0) {
      waiting.push(...snapshot.states(snapshot.issues.slice(looked, looked + KEPT_AT_ONCE), names).map(leavingOf));
      looked += waiting.length;
    }
    const leaving = waiting.splice(0, waiting.some(({ lacks }) => lacks.length > 0) ? AT_ONCE : waiting.length);
    const { minted, made } = makePages({ ids, snapshot, makers, turn, here }, leaving.map(({ state, known, lacks }) => ({ state, lacks, promised: known?.promised ?? [] })));
    turn = minted;
    const block: UnderWay = { leaving, made, here, isMade: false };
    void made.then(() => (block.isMade = true), () => undefined);
    under.push(block);
  };
  const isLeft = () => waiting.length > 0 || looked < snapshot.issues.length;
  const write = async (leaving: Leaving, became: Became): Promise<Result<void, AppError>> => {
    const { state } = leaving;
    const known = became === 'not-as-promised' ? null : leaving.known;
    const after = known && keyAfter(state, known);
    const kept = all.map((k) => (known && !leaving.lacks.includes(k) ? (going[k]!.kept?.get(state.id, known.partKey, after!) ?? null) : null));
    let page = typeof became === 'string' ? null : became;
    // What was kept may turn out not to be what it was.
    if (all.some((k) => kept[k] === null && page?.parts.get(k) === undefined)) {
      const again = await makePages({ ids, snapshot, makers, turn }, [{ state, lacks: all, promised: [] }]).made;
      if (!again.ok) return again;
      page = again.value[0] as MadePage;
    }
    const { id } = state;
    const newKey = page && accountKey(state, page.ids);
    going.forEach((each, k) => {
      const bytes = kept[k] ?? page!.parts.get(k)!;
      if (!kept[k]) each.kept?.put(id, newKey!, bytes);
      const part = unpackChunks(bytes);
      put(writer, each.exporter, each.session.take?.(part) ?? part);
    });
    if (!known) ways?.accounts.put(id, newKey!, Buffer.from(page!.account, 'utf8'));
    else ways?.accounts.keep(id, known.key, after!);
    pages.account(known?.account ?? (JSON.parse(page!.account) as PageAccount), page !== null);
    if (writer.isFull) {
      writer.flush();
      ways?.exports.letGo();
    }
    await writer.calm();
    return ok(undefined);
  };

  try {
    while (isLeft() || under.length > 0) {
      await breathe();
      if (signal.aborted) return fail({ code: 'cancelled' });
      while (isLeft() && under.filter(({ here }) => !here).length <= makers.ahead) begin(false);
      const next = under[0];
      invariant(next, 'a block is under way');
      // Where the threads do not keep up with the disk there is time to make some here.
      if (isLeft() && !next.isMade && makers.ahead > 0 && !under.some(({ here }) => here)) begin(true);
      const made = await next.made;
      under.shift();
      if (!made.ok) return made;
      for (const [at, leaving] of next.leaving.entries()) {
        const written = await write(leaving, made.value[at]!);
        if (!written.ok) return written;
      }
      writer.flush();
      ways?.exports.letGo();
      pages.written((done += next.leaving.length));
    }
    return ok(undefined);
  } finally {
    await makers.stop();
    await Promise.allSettled(under.map((each) => each.made)); // none of them may ask the snapshot for anything any more
  }
}
