import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportContext, Exporter } from '#core/export/exporter.ts';
import { isExportFilter } from '#core/export/filter.ts';
import { listSchemes } from '../../project/topics.ts';
import type { Store } from '../../project/store.ts';
import type { ExportOptions } from '../options.ts';
import type { PageState } from '../pages.ts';
import { accountKey } from './kept-account.ts';
import { KeptExports } from './kept-exports.ts';
import type { KeptRoom } from './kept-exports.ts';
import type { KeptPages } from './kept-pages.ts';
import { indexAt } from './kept-pages.ts';

/** Another number wherever what is kept is written otherwise. */
const FORM = 5;

/** The program that runs, by the names and sizes of its files: builds between two versions bear one number, but a name holds a checksum of what is in the file. */
export const program = (() => {
  let known: string | null = null;
  return () => (known ??= readdirSync(import.meta.dirname).toSorted().map((name) => `${name} ${statSync(join(import.meta.dirname, name)).size}`).join('\n'));
})();

/** What was kept of this way of exporting: the accounts of pages, and what pages came to in a format. */
export type KeptWays = { readonly exports: KeptExports; readonly accounts: KeptPages; readonly of: (exporter: Exporter) => KeptPages | null };

/** What is kept of pages of one way of exporting, only looked at: which formats lack a page, by their places. */
export type KeptLook = (state: PageState) => readonly number[];

/** `by`: the program that makes it, see `program`. */
export type KeptFor = KeptRoom & { readonly by?: string };

/**
 * The name of a way of exporting; null where the page alone does not tell what of it leaves, or nothing may be kept. Everything that what a page comes to hangs on beside the page
 * goes into it: options, names of topics, the program, the project.db it was made from.
 */
function wayOf({ db, readOnly }: Pick<Store, 'db' | 'readOnly'>, filter: ExportOptions['filter'], context: ExportContext, leftOut: number | null, by = program()): string | null {
  if (readOnly !== null || !isExportFilter(filter)) return null;
  const { incarnation } = db.get<{ incarnation: string }>('SELECT incarnation FROM project')!;
  const { reading, bom, licence, withText, version, splitters } = context;
  const said = [FORM, by, incarnation, process.versions['unicode'], reading, bom, licence, withText, version, splitters, filter, leftOut === null, leftOut === 0, listSchemes(db)];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 24);
}

/** Looks at what was kept of exports in this way, without holding it. */
export function lookAtKept(store: Store, folder: string, formats: readonly string[], filter: ExportOptions['filter'], context: ExportContext): KeptLook {
  const way = wayOf(store, filter, context, null);
  const indexOf = (name: string) => (way === null ? null : indexAt(join(folder, `${name}-${way}`)));
  const accounts = indexOf('ledger');
  const kept = formats.map(indexOf);
  const all = formats.map((_, k) => k);
  return (state) => {
    const key = accountKey(state);
    if (!accounts?.find(state.id, key)) return all;
    // Which ids pages were promised that have none is not looked up: what is kept of such a page is taken to be what its account is of.
    return all.filter((k) => !kept[k]?.find(state.id, key) && !(state.ids === 0 && kept[k]?.has(state.id)));
  };
}

/**
 * Opens what was kept of an export asked for in this way; null where nothing may be kept, or the page alone does not tell what of it leaves.
 */
export function keptWays(
  store: Pick<Store, 'db' | 'readOnly'>, { kept: folder, filter }: Pick<ExportOptions, 'kept' | 'filter'>, context: ExportContext, leftOut: number | null, { by, ...room }: KeptFor = {},
): KeptWays | null {
  const way = folder === undefined ? null : wayOf(store, filter, context, leftOut, by);
  const kept = folder === undefined || way === null ? null : KeptExports.open(folder, room);
  if (!kept) return null;
  const accounts = kept.pages(`ledger-${way}`);
  if (accounts) return { exports: kept, accounts, of: ({ id }) => kept.pages(`${id}-${way}`) };
  kept.close();
  return null;
}
