import { listBackups, makeBackup } from '../db/backup.ts';
import type { Log } from '../log.ts';
import type { Layout } from './layout.ts';
import type { Store } from './store.ts';

const HOUR = 3_600_000; // milliseconds

/** Keeps verified copies of project.db: one an hour while anything changes, and one on closing. */
export class BackupKeeper {
  readonly #store: Store;
  readonly #layout: Layout;
  readonly #log: Log;
  #timer: NodeJS.Timeout | null = null;
  #copied: string | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(store: Store, layout: Layout, log: Log) {
    this.#store = store;
    this.#layout = layout;
    this.#log = log;
  }

  /** Begins: at once if the newest backup is older than an hour, or of a clock that was an hour ahead, then hourly. */
  start(): void {
    const newest = listBackups(this.#layout.backups)[0];
    if (newest && Math.abs(this.#store.now().getTime() - Date.parse(newest.at)) >= HOUR) void this.backUp();
    this.#timer = setInterval(() => void this.backUp(), HOUR);
    this.#timer.unref();
  }

  /** Makes a backup if anything has changed since the last one of this session. A failure is written down, and the work goes on. */
  backUp(): Promise<void> {
    this.#running = this.#running.then(async () => {
      const state = this.#state();
      if (state === this.#copied) return;
      try {
        const backup = await makeBackup(this.#store.db, this.#layout.backups, this.#store.now().toISOString());
        if (backup) this.#copied = state;
        else this.#log('backup.not-good');
      } catch (error) {
        this.#log('backup.failed', { error: error instanceof Error ? error.stack : String(error) });
      }
    });
    return this.#running;
  }

  /** Makes the last one. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.backUp();
  }

  /** What tells one state of the project from another. */
  #state(): string {
    const row = this.#store.db.get<Record<string, number>>(
      'SELECT (SELECT max(change) FROM issue) AS change, (SELECT max(id) FROM effect) AS effect, (SELECT count(*) FROM file) AS files, (SELECT max(modified) FROM file) AS modified',
    );
    return JSON.stringify(row);
  }
}
