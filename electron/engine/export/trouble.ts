import type { AppError } from '#contract/app-error.ts';

/** What a file system error means to someone who exports to `path`; null for one that nobody foresaw. */
export function exportTrouble(error: unknown, path: string): AppError | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { code: 'disk-full' };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'no-permission', path };
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'target-gone' };
    case 'EEXIST':
    case 'ENOTEMPTY':
      return { code: 'target-exists', path };
    default:
      return null;
  }
}
