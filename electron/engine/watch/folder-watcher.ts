import { realpath, stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import watcher from '@parcel/watcher';

/** What a folder is, whatever its name. */
type Identity = { readonly device: number; readonly inode: number };

/** Hints that something changed. They may be late, doubled or lost: only a look at the folder tells what is so. */
export type FolderWatcher = {
  /** Sees to it that the folder that is there now is the one watched. Returns what stands in the way, or null. */
  ensure(): Promise<Error | null>;
  stop(): Promise<void>;
};

export type FolderWatcherOptions = {
  readonly folder: string; // absolute path
  readonly passesOver: (path: string) => boolean; // below the folder, with `/`
  readonly onHint: () => void;
  readonly onTrouble: (error: Error) => void; // hints may have been lost, and none will come until `ensure` is called again
};

/** Watches a folder and all below it. A folder that is renamed away, unmounted or replaced is watched again by the next `ensure`. */
export function watchFolder({ folder, passesOver, onHint, onTrouble }: FolderWatcherOptions): FolderWatcher {
  let watched: (Identity & { readonly unsubscribe: () => Promise<void> }) | null = null;

  const leave = async () => {
    const before = watched;
    watched = null;
    await before?.unsubscribe().catch(() => undefined); // of a folder that is gone there is nothing to leave
  };

  const enter = async ({ device, inode }: Identity) => {
    const real = await realpath(folder); // events name paths below it
    const subscription = await watcher.subscribe(real, (error, events) => {
      if (error) {
        void leave();
        onTrouble(error);
      } else if (events.some(({ path }) => !passesOver(relative(real, path).split(sep).join('/')))) {
        onHint();
      }
    });
    watched = { device, inode, unsubscribe: () => subscription.unsubscribe() };
  };

  return {
    ensure: async () => {
      try {
        const stats = await stat(folder);
        if (watched?.device === stats.dev && watched.inode === stats.ino) return null;
        await leave();
        await enter({ device: stats.dev, inode: stats.ino });
        return null;
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        await leave();
        return error;
      }
    },
    stop: leave,
  };
}
