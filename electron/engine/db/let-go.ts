import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Resolves when databases that were closed have let go of their files. The binding has no way to end a prepared statement but to
 * let it be collected, and until then SQLite keeps the files of a closed connection open; where open files cannot be renamed, that matters.
 */
export async function letGo(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let i = 0; i < 2; i += 1) {
    collect();
    await turn(); // what was collected is finalised in a turn of its own
  }
}
