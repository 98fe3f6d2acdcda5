import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportContext, Exporter } from '#core/export/exporter.ts';
import { isExportFilter } from '#core/export/filter.ts';
import { listSchemes } from '../../project/topics.ts';
import type { Store } from '../../project/store.ts';
import type { ExportOptions } from '../options.ts';
import { KeptExports } from './kept-exports.ts';
import type { KeptPages } from './kept-pages.ts';

/** Another number wherever what is kept is written otherwise. */
const FORM = 3;

/** The program that runs, by the names and sizes of its files: builds between two versions bear one number, but a name holds a checksum of what is in the file. */
const program = (() => {
  let known: string | null = null;
  return () => (known ??= readdirSync(import.meta.dirname).toSorted().map((name) => `${name} ${statSync(join(import.meta.dirname, name)).size}`).join('\n'));
})();

/** What was kept of this way of exporting: the accounts of pages, and what pages came to in a format. */
export type KeptWays = { readonly exports: KeptExports; readonly accounts: KeptPages; readonly of: (exporter: Exporter) => KeptPages | null };

/**
 * Opens what was kept of an export asked for in this way; null where nothing may be kept, or the page alone does not tell what of it leaves. Everything that what a page comes to
 * hangs on beside the page goes into the names: options, names of topics, the program, the project.db it was made from.
 */
export function keptWays({ db, readOnly }: Store, { kept: folder, filter }: ExportOptions, context: ExportContext, leftOut: number | null): KeptWays | null {
  if (folder === undefined || readOnly !== null || !isExportFilter(filter)) return null;
  const kept = KeptExports.open(folder);
  if (!kept) return null;
  const { incarnation } = db.get<{ incarnation: string }>('SELECT incarnation FROM project')!;
  const { reading, bom, licence, withText, version, splitters } = context;
  const said = [FORM, program(), incarnation, process.versions['unicode'], reading, bom, licence, withText, version, splitters, filter, leftOut === null, leftOut === 0, listSchemes(db)];
  const way = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 24);
  const accounts = kept.pages(`ledger-${way}`);
  if (accounts) return { exports: kept, accounts, of: ({ id }) => kept.pages(`${id}-${way}`) };
  kept.close();
  return null;
}
