import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './failure.mjs';

/** Chromium refuses to run its sandbox as root; everywhere else it stays on. */
export const sandboxFlags = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/**
 * Fails with what to do where Linux forbids the sandbox to an ordinary user.
 * @param {string} folder of Electron
 */
export function requireSandbox(folder) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  if (!isForbidden('/proc/sys/kernel/unprivileged_userns_clone', '0')
    && !isForbidden('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1')) return;
  const helper = join(folder, 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4000) !== 0) return;
  throw new SetupFailure(
    'this system lets ordinary users have no sandbox, and Stet does not open a window without one.',
    `sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`,
  );
}

/**
 * @param {string} setting
 * @param {string} forbidding
 */
function isForbidden(setting, forbidding) {
  try {
    return readFileSync(setting, 'utf8').trim() === forbidding;
  } catch {
    return false;
  }
}
