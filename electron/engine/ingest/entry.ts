import type { FileProblem } from '#contract/schemas/file.ts';

/** What `lstat` says of one path, enough to tell whether it is the same file with the same bytes. */
export type Stamp = {
  readonly size: number; // bytes
  readonly modified: number; // mtime in milliseconds, with fractions
  readonly changed: number; // ctime, likewise: no program can set it back
  readonly device: number;
  readonly inode: number;
};

/** One path of the watched folder that Stet would read, or has to say why not. */
export type Entry = Stamp & {
  readonly path: string; // below the watched folder, with `/`
  readonly target: string | null; // where the bytes are if the path is a link to a file of the same folder
  readonly problem: FileProblem | null;
};

/** What one look at the watched folder found. */
export type Listing = {
  readonly folder: { readonly device: number; readonly inode: number } | null; // null: it is not there, or cannot be looked into
  readonly entries: readonly Entry[]; // sorted by path
  readonly closed: readonly string[]; // sub-folders that could not be looked into
};

/** The stamp of something that could not be looked at. */
export const NO_STAMP: Stamp = { size: 0, modified: 0, changed: 0, device: 0, inode: 0 };

const COLUMNS = 5;

/** A listing as it crosses from a thread: a hundred thousand small objects would take longer to send than to make. */
export type PackedListing = {
  readonly folder: Listing['folder'];
  readonly paths: string; // joined by NUL, which no path holds
  readonly stamps: Float64Array<ArrayBuffer>;
  readonly odd: readonly (readonly [index: number, target: string | null, problem: FileProblem | null])[];
  readonly closed: readonly string[];
};

/** Takes a listing apart into columns; `unpackListing` puts it together again. */
export function packListing({ folder, entries, closed }: Listing): PackedListing {
  const stamps = new Float64Array(entries.length * COLUMNS);
  const odd: [number, string | null, FileProblem | null][] = [];
  entries.forEach((entry, i) => {
    stamps.set([entry.size, entry.modified, entry.changed, entry.device, entry.inode], i * COLUMNS);
    if (entry.target !== null || entry.problem !== null) odd.push([i, entry.target, entry.problem]);
  });
  return { folder, paths: entries.map((entry) => entry.path).join('\0'), stamps, odd, closed };
}

/** The listing that was packed. */
export function unpackListing({ folder, paths, stamps, odd, closed }: PackedListing): Listing {
  const oddities = new Map(odd.map(([index, target, problem]) => [index, { target, problem }]));
  const names = stamps.length === 0 ? [] : paths.split('\0');
  const entries = names.map((path, i): Entry => {
    const [size = 0, modified = 0, changed = 0, device = 0, inode = 0] = stamps.subarray(i * COLUMNS, (i + 1) * COLUMNS);
    return { path, size, modified, changed, device, inode, ...(oddities.get(i) ?? { target: null, problem: null }) };
  });
  return { folder, entries, closed };
}
