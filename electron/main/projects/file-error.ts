import type { AppError } from '#contract/app-error.ts';

/** What a failed file operation means to the user; null if nobody foresaw it. */
export function fileError(thrown: unknown): AppError | null {
  if (!(thrown instanceof Error) || !('code' in thrown)) return null;
  const path = 'path' in thrown && typeof thrown.path === 'string' ? thrown.path : '';
  switch (thrown.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'no-permission', path };
    case 'ENOENT':
      // Node's recursive mkdir says so where nothing can be written.
      return 'syscall' in thrown && thrown.syscall === 'mkdir' ? { code: 'no-permission', path } : { code: 'folder-gone' };
    case 'ENOTDIR':
      return { code: 'folder-gone' };
    default:
      return null;
  }
}
