import type { Filter } from '#contract/schemas/library.ts';
import type { Reading } from '#core/model/reading.ts';
import type { MakerOptions } from './making/makers.ts';
import type { Wanted } from './wanted.ts';

/** What is to be exported, and where to. */
export type ExportOptions = {
  readonly projectDb: string; // path of project.db
  readonly watchedFolder: string;
  readonly target: string; // the folder to be made
  readonly formats: readonly string[];
  readonly filter: Filter; // as the manifest says it
  readonly wanted: Wanted; // what it takes
  readonly reading: Reading;
  readonly bom: boolean; // before tables for spreadsheets
  readonly licence: string; // '' where none is stated
  readonly shardBytes?: number;
  readonly withProject?: boolean; // what the project can be rebuilt from goes with it
  readonly replace?: boolean; // an export of ours that is there gives way to the new one
  readonly onlyWithId?: boolean; // articles that were given no id yet are left out, and none is given
  readonly leaveOutLost?: boolean; // pages that cannot be read are left out, and counted as such
  readonly kept?: string; // a folder for what pages came to, so that the next export need not make it again; absent: nothing is kept
  readonly pending: string; // a file that says, while one takes the place of another, which
  readonly version: string; // Stet's
  readonly makers?: MakerOptions; // by what pages are made
};
