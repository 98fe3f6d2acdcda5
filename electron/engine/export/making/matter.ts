import type { Encoding } from '#contract/schemas/file.ts';
import type { Filter, IssueId } from '#contract/schemas/library.ts';
import type { PageHistory } from '#core/export/attribution.ts';
import type { ExportContext } from '#core/export/exporter.ts';
import type { PageFacts } from '#core/export/page-record.ts';
import type { Label } from '../labeller.ts';
import type { PackedText } from '../../project/source-store.ts';
import type { PageLinks } from '../export-links.ts';
import type { AskedArticle } from '../wanted.ts';

/** What a page is made from, as the databases have it: plain data, so that a thread can be handed it. */
export type Matter = {
  readonly id: IssueId;
  readonly tree: Uint8Array; // packed
  readonly text: PackedText;
  readonly textHash: string; // of the text its tree was made on
  readonly confirmed: string | null; // which aside a person said belongs there
  readonly history: PageHistory;
  readonly links: PageLinks;
  readonly facts: PageFacts & { readonly encoding: Encoding };
};

/** What is the same for all pages of an export. Plain data. */
export type Way = {
  readonly formats: readonly string[];
  readonly context: ExportContext;
  readonly filter: Filter;
  readonly leavesOut: boolean; // articles without an id
  readonly labels: readonly Label[];
};

/** What is to be made of a page. */
export type Ask = {
  readonly ids: readonly (string | null)[]; // of its articles, in their order; null: one that does not leave
  readonly formats: readonly number[]; // their places among those of the way
};

/** The articles of a page that was read; null: its tree or its text is not as it was. */
export type Listed = readonly AskedArticle[] | null;

/** What a page came to: in each format asked for, packed, and what the ledger says of it, as JSON. Or where its ledger does not add up. */
export type Made = { readonly parts: readonly Uint8Array[]; readonly account: string } | { readonly at: number };
