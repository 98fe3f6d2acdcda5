import type { AcceptedScope } from '#contract/schemas/accepted.ts';
import type { Encoding } from '#contract/schemas/file.ts';
import type { EntryId, FileId, Metadata, Origin } from '#contract/schemas/library.ts';
import type { Settings } from '#contract/schemas/project.ts';
import type { SavedPreset } from '#contract/schemas/preset.ts';
import type { SavedQueue } from '#contract/schemas/queue.ts';
import type { SavedSearch } from '#contract/schemas/search.ts';
import type { AcceptedText } from '#core/checks/accepted.ts';
import type { Edit } from '#core/edits/edit.ts';
import type { AnchoredEdit } from '#core/edits/rebase/anchor.ts';
import type { Settled } from '#core/edits/rebase/rebase.ts';
import type { Rule } from '#core/mend/rule.ts';
import type { Tree } from '#core/model/issue.ts';
import { pack } from '../db/pack.ts';
import type { SettledRow } from './settlements.ts';
import type { UnplacedRow } from './unplaced.ts';

export type Field = keyof Metadata;
export const FIELDS = ['newspaper', 'edition', 'date', 'page'] as const satisfies readonly Field[];

/** A value of an issue's metadata and who set it. */
export type FieldValue = { readonly value: string; readonly by: Origin };
export type FieldValues = { readonly [K in Field]?: FieldValue };

/** A topic of the user's own. What is left out was not known when the journal was written: nothing above it, no notation, no note. */
export type OwnTopic = {
  readonly en: string;
  readonly zh: string;
  readonly retired: boolean;
  readonly broader?: string | null;
  readonly notation?: string;
  readonly noteEn?: string;
  readonly noteZh?: string;
};

/** A scheme of the user's own. */
export type OwnScheme = { readonly en: string; readonly zh: string; readonly retired: boolean };

type StoredSettings = Settings & { readonly presets: readonly SavedPreset[]; readonly queues: readonly SavedQueue[]; readonly searches: readonly SavedSearch[]; readonly rules: readonly Rule[] };

/** A wording in a list, with who accepted it and when; `by` null: it is not in it. */
export type AcceptedChange = AcceptedText & { readonly by: { readonly who: string; readonly at: string } | null };

/** Settings as stored; `null` stands for the default. */
export type SettingValues = { readonly [K in keyof StoredSettings]?: StoredSettings[K] | null };

export type State = 'live' | 'undone' | 'displaced';

/** Where an entry stood on a page: see `Standing`. */
export type StoodAt = { readonly entry: EntryId; readonly state: State; readonly by: EntryId; readonly deeds: EntryId };

/** A page at one moment, whole: what it was made of, its tree (null: as the machine read it), where each entry stood, and what had found no place. */
export type PagePoint = {
  readonly reading: number;
  readonly tree: Tree | null;
  readonly standings: readonly StoodAt[];
  readonly unplaced: readonly UnplacedRow[];
};

/** One thing that a journal entry did, with what takes it back. */
export type Deed =
  | { readonly kind: 'edits'; readonly edits: readonly AnchoredEdit[]; readonly inverse: readonly Edit[]; readonly settled?: readonly Settled[] }
  | { readonly kind: 'back'; readonly edits: readonly Edit[] } // takes edits back
  | { readonly kind: 'metadata'; readonly before: FieldValues; readonly after: FieldValues }
  | { readonly kind: 'settle'; readonly before: readonly SettledRow[]; readonly after: readonly SettledRow[] } // answers to the machine's decisions
  | { readonly kind: 'aside'; readonly before: string | null; readonly after: string | null } // what was confirmed to stand aside
  | { readonly kind: 'encoding'; readonly file: FileId; readonly before: Encoding | null; readonly after: Encoding | null }
  | { readonly kind: 'settings'; readonly before: SettingValues; readonly after: SettingValues }
  | { readonly kind: 'accepted'; readonly scope: AcceptedScope; readonly before: readonly AcceptedChange[]; readonly after: readonly AcceptedChange[] } // everywhere: in a list that is not the project's
  | { readonly kind: 'topic'; readonly scheme?: string; readonly id: string; readonly before: OwnTopic | null; readonly after: OwnTopic | null }
  | { readonly kind: 'scheme'; readonly id: string; readonly before: OwnScheme | null; readonly after: OwnScheme | null }
  | { readonly kind: 'weights'; readonly before: string | null; readonly after: string | null } // versions; null: the program's own
  | { readonly kind: 'reading'; readonly before: PagePoint; readonly after: PagePoint }; // the page was split anew: what people did to it was replayed

/** A deed as it is stored, and how many edits it holds. */
export type PackedDeed = { readonly packed: Uint8Array; readonly edits: number };

/** Takes a deed. */
export function packDeed(deed: Deed): PackedDeed {
  return { packed: pack(deed), edits: 'edits' in deed ? deed.edits.length : 1 };
}

/** A deed that sets values. */
export type FieldDeed = Exclude<Deed, { readonly kind: 'edits' | 'back' | 'reading' }>;

export const isField = (deed: Deed): deed is FieldDeed => deed.kind !== 'edits' && deed.kind !== 'back' && deed.kind !== 'reading';

/** What a person did, as far as a deed tells: what was made, and in between what was so already on the tree it was replayed on. */
export function recordedEdits(deed: Deed): readonly AnchoredEdit[] {
  if (deed.kind !== 'edits') return [];
  const settledAfter = (count: number) => (deed.settled ?? []).flatMap(({ after, edit }) => (after === count ? [edit] : []));
  return [...settledAfter(0), ...deed.edits.flatMap((edit, index) => [edit, ...settledAfter(index + 1)])];
}
