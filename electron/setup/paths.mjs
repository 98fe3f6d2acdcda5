import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/**
 * A path inside this checkout.
 * @param {...string} parts
 */
export const inRoot = (...parts) => join(root, ...parts);

/** What the set-up remembers about this checkout; safe to delete at any time. */
export const stateFolder = inRoot('.cache', 'setup');

/** What is shared by all checkouts of this user; STET_CACHE names another place. */
export function sharedCacheFolder() {
  const named = process.env['STET_CACHE'];
  if (named) return resolve(named);
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'stet');
}
