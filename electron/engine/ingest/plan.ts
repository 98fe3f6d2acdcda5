import type { FileProblem } from '#contract/schemas/file.ts';
import type { FileReport, KnownFile } from '../project/file-store.ts';
import type { Entry, Listing } from './entry.ts';
import type { ReadItem } from './read-page.ts';
import type { Settling } from './settling.ts';

/** Above this a file is listed, and read when asked for. */
export const LARGE = 32 * 1024 * 1024; // bytes

/** What has to be done so that the project says what the folder holds. */
export type Plan = {
  readonly toRead: readonly ReadItem[];
  readonly missing: readonly Gone[];
  readonly reports: readonly FileReport[]; // known without reading anything
  readonly waiting: number; // files that do not hold still yet
};

/** A path that is no longer there. The hash of what it held tells a rename when the same bytes turn up elsewhere. */
export type Gone = { readonly path: string; readonly hash: string | null };

/** Problems that may pass although the file itself does not change. The others are about its bytes. */
const PASSING: ReadonlySet<FileProblem> = new Set(['no-permission', 'not-a-file', 'link-loop', 'link-outside', 'vanished', 'changing', 'io-error', 'same-page', 'page-damaged']);

/**
 * Size and time stay with a missing file, to know it again by. Those of bytes that were never read must not vouch for the ones that were, so
 * they are taken back, in a transaction before the one that says it is missing.
 */
export function withoutStamp({ path, hash, state }: KnownFile): readonly FileReport[] {
  const unread = hash !== null && (state === 'problem' || state === 'waiting');
  return unread ? [{ kind: 'waiting', path, size: 0, modified: 0 }] : [];
}

type Step = FileReport | { readonly kind: 'to-read'; readonly item: ReadItem } | null;

/** What a file of the project would be read with. */
export function readItem(entry: Entry, known: KnownFile | null): ReadItem {
  const { path, target, size, modified, changed, device, inode } = entry;
  const told = known?.state === 'problem' && isStamped(entry, known) ? known.problem : null;
  return { path, target, size, modified, changed, device, inode, encoding: known?.encodingByPerson ?? null, knownHash: known?.hash ?? null, told };
}

/** Whether a file is as the project last saw it, as far as its size and time tell. */
export const isStamped = (entry: Entry, known: KnownFile) => known.size === entry.size && known.modified === entry.modified;

function problemReport(entry: Entry, problem: FileProblem, known: KnownFile | null): FileReport | null {
  const { path, size, modified } = entry;
  const told = known?.state === 'problem' && known.problem === problem && isStamped(entry, known);
  return told ? null : { kind: 'problem', path, size, modified, problem };
}

function step(entry: Entry, known: KnownFile | null, settling: Settling, now: number): Step {
  // A page that was read once stays one, whatever comes to stand beside its file.
  if (entry.problem && (entry.problem !== 'same-page' || known === null || known.hash === null)) return problemReport(entry, entry.problem, known);
  const { path, size, modified } = entry;
  if (known && isStamped(entry, known)) {
    if (known.state === 'read') return null;
    if (known.state === 'missing' && known.hash !== null) return { kind: 'touched', path, size, modified };
    if (known.state === 'problem' && known.problem && !PASSING.has(known.problem)) return null;
  }
  switch (settling.look(entry, now)) {
    case 'waiting':
      return known?.state === 'waiting' ? null : { kind: 'waiting', path, size, modified };
    case 'restless':
      return problemReport(entry, 'changing', known);
    case 'settled':
      if (size === 0) return problemReport(entry, 'empty', known);
      // Asked for once, a large file is read again when it changes.
      if (size > LARGE && (known === null || known.hash === null)) return problemReport(entry, 'too-large', known);
      return { kind: 'to-read', item: readItem(entry, known) };
  }
}

/** Compares a listing with what the project knows. Files of which neither size nor time changed are not opened. */
export function plan(listing: Listing, knownFiles: readonly KnownFile[], settling: Settling, now: number): Plan {
  const known = new Map(knownFiles.map((file) => [file.path, file]));
  const toRead: ReadItem[] = [];
  const reports: FileReport[] = [];
  let waiting = 0;
  for (const entry of listing.entries) {
    const file = known.get(entry.path) ?? null;
    known.delete(entry.path);
    const next = step(entry, file, settling, now);
    if (next?.kind === 'to-read') toRead.push(next.item);
    else if (next) reports.push(next);
    if (next?.kind === 'waiting' || (!next && file?.state === 'waiting')) waiting += 1;
  }
  const missing: Gone[] = [];
  for (const file of known.values()) {
    settling.forget(file.path);
    const { path, size, modified } = file;
    if (!listing.closed.some((folder) => path.startsWith(`${folder}/`))) {
      if (file.state === 'missing') continue;
      reports.push(...withoutStamp(file));
      missing.push({ path, hash: file.hash });
    } else if (file.state === 'read' || file.state === 'waiting') {
      reports.push({ kind: 'problem', path, size, modified, problem: 'no-permission' });
    }
  }
  return { toRead, missing, reports, waiting };
}
