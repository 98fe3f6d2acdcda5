import { hash } from 'node:crypto';
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
import type { KeptPages } from './kept/kept-pages.ts';
import { unpackChunks } from './kept/page-chunks.ts';
import type { KeptWays } from './kept/ways.ts';
import { makePages } from './making/make-pages.ts';
import type { MadePage } from './making/make-pages.ts';
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

/** Adds what a format made. */
export function put(writer: FolderWriter, { id }: Exporter, chunks: Iterable<Chunk>): void {
  for (const chunk of chunks) {
    const path = `${id}/${chunk.path}`;
    writer.append(path, 'text' in chunk ? chunk.text : chunk.bytes);
    if (chunk.closes) writer.close(path);
  }
}

/** By what is kept of a page that has so many ids. */
export const keyOf = ({ state, name }: PageState, ids: number): Uint8Array => hash('sha256', `${ids}\n${name}\n${state}`, 'buffer').subarray(0, 16);

/** A page on its way out. `lacks`: the formats that nothing is kept of under its key, or nothing at all where not even its account is. */
type Leaving = { readonly state: PageState; readonly key: Uint8Array; readonly lacks: readonly number[] };

/** Some pages on their way out together. */
type UnderWay = { readonly leaving: readonly Leaving[]; readonly made: Promise<Result<readonly (MadePage | null)[], AppError>>; readonly here: boolean; isMade: boolean };

/** Writes every page in every format. What the last export in the same way made of a page that is still as it was then is taken from there; the rest is made, and kept. */
export async function writePages(pages: Pages, signal: AbortSignal): Promise<Result<void, AppError>> {
  const { ids, snapshot, going, ways, makers, writer } = pages;
  const names = new PageNames();
  const all = going.map((_, k) => k);
  const under: UnderWay[] = [];
  let turn: Promise<unknown> = Promise.resolve(); // when the pages before have their ids
  let done = 0;

  const leavingOf = (state: PageState): Leaving => {
    const key = keyOf(state, state.ids);
    if (!ways?.accounts.has(state.id, key)) return { state, key, lacks: all };
    return { state, key, lacks: all.filter((k) => !going[k]!.kept?.has(state.id, key)) };
  };
  let begun = 0;
  const begin = (here: boolean): void => {
    const leaving = snapshot.states(snapshot.issues.slice(begun, begun + AT_ONCE), names).map(leavingOf);
    begun += leaving.length;
    const { minted, made } = makePages({ ids, snapshot, makers, turn, here }, leaving);
    turn = minted;
    const block: UnderWay = { leaving, made, here, isMade: false };
    void made.then(() => (block.isMade = true), () => undefined);
    under.push(block);
  };
  const isLeft = () => begun < snapshot.issues.length;
  /** What is kept of a page in a format, once it is looked for. */
  const keptOf = ({ state, key, lacks }: Leaving, k: number) => (lacks.includes(k) ? null : (going[k]!.kept?.get(state.id, key) ?? null));

  const write = async (leaving: Leaving, given: MadePage | null): Promise<Result<void, AppError>> => {
    const { state, key } = leaving;
    const kept = all.map((k) => keptOf(leaving, k));
    const account = ways?.accounts.get(state.id, key) ?? null;
    let page = given;
    // What was kept may turn out not to be what it was.
    const lost = all.filter((k) => kept[k] === null && given?.parts.get(k) === undefined);
    if (lost.length > 0 || (!given && !account)) {
      const again = await makePages({ ids, snapshot, makers, turn }, [{ state, lacks: all }]).made;
      if (!again.ok) return again;
      page = again.value[0]!;
    }
    const { id } = state;
    const newKey = page && keyOf(state, page.ids);
    going.forEach((each, k) => {
      const bytes = kept[k] ?? page!.parts.get(k)!;
      if (!kept[k]) each.kept?.put(id, newKey!, bytes);
      const part = unpackChunks(bytes);
      put(writer, each.exporter, each.session.take?.(part) ?? part);
    });
    if (page && !account) ways?.accounts.put(id, newKey!, Buffer.from(page.account, 'utf8'));
    pages.account(JSON.parse(account?.toString('utf8') ?? page!.account) as PageAccount, page !== null);
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
