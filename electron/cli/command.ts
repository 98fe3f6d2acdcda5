import type { ParseArgsConfig } from 'node:util';
import type { AppErrorCode } from '#contract/app-error.ts';

/** Where a command reads and writes beside files: the test gives its own. */
export type Io = {
  readonly out: (text: string) => void; // the command's own output, a line at a time
  readonly err: (text: string) => void; // progress and errors
  readonly cwd: string; // what relative paths are relative to
  readonly signal: AbortSignal; // Ctrl+C
};

/** Arguments as `util.parseArgs` gives them. */
export type Args = {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
};

/** One command of the command line. `run` returns the exit status; what can be foreseen to go wrong is thrown as a `CommandError`. */
export type Command = {
  readonly name: string;
  readonly usage: string; // behind the name
  readonly summary: string; // one line
  readonly help: string; // what the options mean, and what comes out
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly run: (args: Args, io: Io) => Promise<number>;
};

/** Something foreseen: printed on stderr as `stet: CODE: message`, exit status 1 (2 for arguments that are off). */
export class CommandError extends Error {
  readonly code: AppErrorCode | 'usage' | 'not-found' | 'cannot-read' | 'cannot-write' | 'verify-failed';

  constructor(code: CommandError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** The value of a text option, or null. */
export function textOption({ values }: Args, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

/** The value of a text option that has to be there. */
export function requiredOption(args: Args, name: string): string {
  const value = textOption(args, name);
  if (value === null || value === '') throw new CommandError('usage', `--${name} is missing`);
  return value;
}
