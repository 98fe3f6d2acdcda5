import type { Encoding, FileProblem } from '#contract/schemas/file.ts';
import type { FileId, IssueId } from '#contract/schemas/library.ts';
import type { Decision } from '#core/model/decision.ts';
import type { Tree } from '#core/model/issue.ts';

/** One path of the watched folder as the project last saw it. */
export type KnownFile = {
  readonly file: FileId;
  readonly path: string; // below the watched folder, with `/`; may hold any character a file system allows
  readonly state: 'read' | 'missing' | 'problem' | 'waiting';
  readonly problem: FileProblem | null;
  readonly size: number; // bytes
  readonly modified: number; // mtime in milliseconds, with fractions
  readonly hash: string | null; // SHA-256 of the bytes, hex
  readonly issue: IssueId | null;
  readonly encodingByPerson: Encoding | null;
};

/** A file's bytes as text, and the machine's reading of it. */
export type PageReading = {
  readonly hash: string;
  readonly encoding: Encoding;
  readonly encodingOrigin: 'bom' | 'valid' | 'guessed' | 'person';
  readonly encodingCandidates: readonly Encoding[];
  readonly isLayout?: boolean; // `source` is what a layout file says, not what its bytes are
  readonly source: string;
  readonly tree: Tree;
  readonly decisions: readonly Decision[];
  readonly splitter: string; // SplitVersion as it is written
};

/** What a look at the watched folder found out about one path. */
export type FileReport =
  | { readonly kind: 'read'; readonly path: string; readonly size: number; readonly modified: number; readonly bytes: Uint8Array; readonly page: PageReading }
  | { readonly kind: 'problem'; readonly path: string; readonly size: number; readonly modified: number; readonly problem: FileProblem }
  | { readonly kind: 'waiting'; readonly path: string; readonly size: number; readonly modified: number } // still being written
  | { readonly kind: 'touched'; readonly path: string; readonly size: number; readonly modified: number } // the bytes last read there: new time, or back again after it was missing or could not be read
  | { readonly kind: 'missing'; readonly path: string };

/**
 * What reading the folder needs of the project. `record` is one transaction: all of a batch is kept or nothing.
 * It decides identity as model.md says: a known hash at a new path is a rename if the old path is gone, else a second path;
 * a new hash at a known path is a new version, on which human edits are replayed. A missing path deletes nothing.
 */
export type FileStore = {
  known(): readonly KnownFile[];
  find(path: string): KnownFile | null;
  record(reports: readonly FileReport[]): void;
};
