import type { AppError } from '#contract/app-error.ts';
import { NoListError } from '../accepted/everywhere.ts';
import { LostTextError, LostTreeError, databaseOf, sqliteTrouble } from '../db/sqlite-error.ts';
import type { Log } from '../log.ts';

/** What was thrown, as the window is told it: what can be foreseen of disks and databases by its code, else a bug that is in the log. */
export function toAppError(error: unknown, log: Log): AppError {
  switch (sqliteTrouble(error)) {
    case 'disk-full':
      return { code: 'disk-full' };
    case 'damaged':
      log('database.damaged', { error: error instanceof Error ? error.stack : String(error) });
      if (error instanceof LostTextError) return { code: 'page-text-lost', path: error.path };
      if (error instanceof LostTreeError) return { code: 'page-tree-lost', path: error.path };
      return { code: 'database-damaged', file: databaseOf(error) };
    case 'not-writable':
      return { code: 'read-only-disk' };
    case 'busy':
      return { code: 'read-only' };
    case 'io-error':
      log('database.io-error', { error: error instanceof Error ? error.stack : String(error) });
      return { code: 'disk-error' };
    case null:
      break;
  }
  if (error instanceof NoListError) return { code: 'list-file-unreadable', file: error.file };
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full' };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { code: 'no-permission', path };
  if (code === 'EIO') return { code: 'disk-error' };
  return { code: 'bug', id: log.bug(error) };
}
