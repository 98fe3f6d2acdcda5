import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';

/** Who may read a new file: its owner alone, or whoever the system's settings let. */
export type Readers = 'owner' | 'as-usual';

const MODES: Readonly<Record<Readers, number>> = { owner: 0o600, 'as-usual': 0o666 }; // the second is cut down by the umask

/** Puts text into a file so that a reader finds the old text or the new, never a part: written beside its place, synced, renamed. Throws what the disk says. */
export async function writeWhole(path: string, text: string, readers: Readers): Promise<void> {
  const beside = join(dirname(path), `.${randomUUID()}.partial`);
  try {
    const file = await open(beside, 'wx', MODES[readers]);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

// The new name is durable once the folder is. Windows cannot open a folder and needs no telling.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
