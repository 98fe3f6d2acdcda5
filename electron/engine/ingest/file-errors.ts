import type { FileProblem } from '#contract/schemas/file.ts';

/** The code of a failed system call, or '' where something else was thrown. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What a failed system call says about the file. */
export function problemOf(error: unknown): FileProblem {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'vanished';
    case 'EACCES':
    case 'EPERM':
      return 'no-permission';
    case 'ELOOP':
      return 'link-loop';
    case 'ENXIO':
    case 'ENODEV':
    case 'EISDIR':
      return 'not-a-file';
    default:
      return 'io-error';
  }
}
