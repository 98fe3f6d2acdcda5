import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stateFolder } from './paths.mjs';
import { say } from './say.mjs';

const nameless = 10_000;

/**
 * Runs the act while no other command of this checkout runs it: two commands started together must not both install.
 * @template T
 * @param {() => Promise<T>} act
 * @param {string} [lock] folder that stands for the right to act
 * @returns {Promise<T>}
 */
export async function oneAtATime(act, lock = join(stateFolder, 'lock')) {
  await mkdir(join(lock, '..'), { recursive: true });
  const holder = join(lock, 'pid');
  let told = false;
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!(await isHeld(lock, holder))) {
      await rm(lock, { recursive: true, force: true });
      continue;
    }
    if (!told) say('waiting for another command that is setting up this folder');
    told = true;
    await pause(200);
  }
  try {
    await writeFile(holder, String(process.pid));
    return await act();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/**
 * A lock whose holder has ended, or which nobody put a name on for longer than that takes, is left over.
 * @param {string} lock
 * @param {string} holder
 */
async function isHeld(lock, holder) {
  const pid = Number(await readFile(holder, 'utf8').catch(() => ''));
  if (pid > 0) return isRunning(pid);
  const made = await stat(lock).catch(() => undefined);
  return made !== undefined && Date.now() - made.mtimeMs < nameless;
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
