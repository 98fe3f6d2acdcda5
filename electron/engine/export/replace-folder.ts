import { existsSync, linkSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NumberSet } from '#util/number-set.ts';
import { numberOf } from '#util/text-number.ts';
import { moveIntoPlace, syncToDisk } from '../db/files.ts';
import { digestFile } from './digest.ts';
import { MANIFEST, readManifest } from './read-manifest.ts';
import type { Manifest, WrittenFile } from './read-manifest.ts';

/** How an export differs from the one whose place it takes, in files. */
export type Differences = { readonly filesAdded: number; readonly filesChanged: number; readonly filesRemoved: number; readonly filesSame: number };

/** Where the former export stands while the new one takes its place. */
const formerOf = (target: string): string => `${target}.former`;

/** Says how the export in one folder differs from that in another, by their manifests. Null: one of them is no export of ours. */
export function differences(before: string, after: string): Differences | null {
  const [old, next] = [readManifest(before), readManifest(after)];
  if (!old || !next) return null;
  const paths = new NumberSet();
  for (const { path } of old.files) paths.add(numberOf(path));
  const isSame = sameAs(old);
  let [there, same] = [0, 0];
  for (const file of next.files) {
    if (paths.has(numberOf(file.path))) there += 1;
    if (isSame(file)) same += 1;
  }
  return { filesAdded: next.count - there, filesChanged: there - same, filesRemoved: old.count - there, filesSame: same };
}

/** Says of a file whether a manifest lists the same, by checksum: a number of each is kept, as there may be a million. */
function sameAs({ files }: Manifest): (file: WrittenFile) => boolean {
  const number = ({ path, sha256 }: WrittenFile) => numberOf(`${path}\n${sha256}`);
  const known = new NumberSet();
  for (const file of files) known.add(number(file));
  return (file) => known.has(number(file));
}

/**
 * Makes the files of a new export that are, by checksum, those of the former one the same files on the disk (hard links), so that a corpus exported again takes only the
 * room of what changed. What was changed by hand since is not linked: its bytes are looked at. Where the disk knows no links the copies stay.
 */
export async function linkUnchanged(next: string, former: string): Promise<void> {
  const [made, old] = [readManifest(next), readManifest(former)];
  if (!made || !old) return;
  const isSame = sameAs(old);
  for (const file of made.files) {
    if (!isSame(file)) continue;
    const { path, sha256 } = file;
    const [mine, theirs] = [next, former].map((folder) => join(folder, ...path.split('/'))) as [string, string];
    if (!existsSync(theirs) || (await digestFile(theirs)).sha256 !== sha256) continue;
    const link = `${mine}.link`;
    try {
      linkSync(theirs, link);
    } catch {
      return; // a disk without links, or one that allows no more of them
    }
    renameSync(link, mine);
  }
}

/** What puts a finished folder in the place of an export, a step at a time; stopped between any two of them, `finishReplacing` does the rest. */
export function replacingSteps(next: string, target: string): readonly (() => void)[] {
  const former = formerOf(target);
  return [
    () => renameSync(target, former),
    () => syncToDisk(dirname(target), 'folder'),
    () => renameSync(next, target),
    () => syncToDisk(dirname(target), 'folder'),
    () => removeExport(former),
  ];
}

/**
 * Ends what an interrupted replacement left: the new export comes to its place where it is whole, else the former one comes back. Only folders that are exports of ours
 * are touched. Says whether there was anything to end.
 */
export function finishReplacing(next: string, target: string): boolean {
  const former = formerOf(target);
  if (!readManifest(former)) return false;
  if (existsSync(target)) {
    if (!readManifest(target)) return false; // somebody put something else there
    removeExport(former);
    return true;
  }
  renameSync(readManifest(next) ? next : former, target);
  syncToDisk(dirname(target), 'folder');
  if (existsSync(former)) removeExport(former);
  return true;
}

/** Says on the disk which export is about to be replaced. */
export function putPending(pending: string, target: string): void {
  writeFileSync(`${pending}.partial`, JSON.stringify({ target }));
  moveIntoPlace(`${pending}.partial`, pending);
}

/** Ends a replacement that the program was stopped in the middle of, if there was one. */
export function endPending(pending: string): void {
  if (!existsSync(pending)) return;
  try {
    const { target } = JSON.parse(readFileSync(pending, 'utf8')) as { readonly target: string };
    if (!existsSync(dirname(target))) return; // a disk that is not plugged in: it is tried again at the next start
    finishReplacing(`${target}.partial`, target);
  } catch {
    return; // it is tried again at the next start
  }
  rmSync(pending);
}

/** Takes an export away, its manifest last: as long as anything is left of it, it is known to be ours. */
function removeExport(folder: string): void {
  for (const name of readdirSync(folder)) if (name !== MANIFEST) rmSync(join(folder, name), { recursive: true });
  rmSync(folder, { recursive: true });
}
