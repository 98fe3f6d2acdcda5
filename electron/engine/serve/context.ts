import type { Encoding } from '#contract/schemas/file.ts';
import type { Lost } from '#contract/schemas/project.ts';
import type { Companions } from '../companion/companions.ts';
import type { ReadyKeeper } from '../ready/ready-keeper.ts';
import type { Concordance } from '../concordance/concordance.ts';
import type { Database } from '../db/database.ts';
import type { Indexer } from '../index/indexer.ts';
import type { Quieting } from '../index/quieting.ts';
import type { Library } from '../index/library.ts';
import type { Jobs } from '../jobs.ts';
import type { LanguageKeeper } from '../language/language-keeper.ts';
import type { Learner } from '../learn/learner.ts';
import type { Log } from '../log.ts';
import type { Layout } from '../project/layout.ts';
import type { Store } from '../project/store.ts';
import type { Suggester } from '../topics/suggester.ts';
import type { Ends } from '../strands/meets.ts';
import type { Search } from '../search/search.ts';
import type { Events } from './events.ts';

/** How the watched folder is read, as far as calls ask for it. Of a project opened for reading nothing is read. */
export type Reading = {
  /** Looks at the whole folder again; does not wait. */
  rescan(): void;
  readLarge(path: string): Promise<void>;
  reread(path: string, encoding: Encoding | null): Promise<void>;
  /** How well ends of a page go on with one another; see `meetsOf`. */
  meets(source: string, pairs: readonly Ends[]): Promise<readonly (number | null)[]>;
};

/** What handlers work on. */
export type Context = {
  readonly store: Store;
  readonly layout: Layout;
  readonly name: string; // of the project
  readonly folder: string; // the watched one
  readonly folderThere: () => boolean;
  readonly restored: Lost | null;
  readonly resourcesPath: string;
  readonly indexer: Indexer;
  readonly quieting: Quieting;
  readonly background: { hold(): () => void }; // what is derived and packed of its own accord rests until the returned function is called
  readonly library: Library;
  readonly reading: Reading;
  readonly companions: Companions;
  readonly language: LanguageKeeper;
  readonly learner: () => Promise<Learner>; // loaded when it is first asked for
  readonly suggester: Suggester;
  readonly search: Search;
  readonly concordance: Concordance;
  readonly index: Database;
  readonly jobs: Jobs;
  readonly ready: ReadyKeeper | null; // null where nothing is kept of exports
  readonly events: Events;
  readonly log: Log;
  readonly grants: ReadonlyMap<string, string>; // folders the user chose in a dialog, by their opaque ids
};
