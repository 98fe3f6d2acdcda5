import { existsSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { AppError } from '#contract/app-error.ts';
import { createTranslator, isStringKey } from '#strings/index.ts';
import type { Result } from '#util/result.ts';
import { openEngine } from '../engine/engine.ts';
import type { Engine } from '../engine/engine.ts';
import { toAppError } from '../engine/serve/trouble.ts';
import { CommandError } from './command.ts';
import type { Io } from './command.ts';
import { resourcesFolder } from './places.ts';

/** An error of the engine as the command line tells it. */
export function commandError(error: AppError): CommandError {
  const key = `error.${error.code}`;
  const params = Object.fromEntries(Object.entries(error).map(([name, value]) => [name, value ?? '']));
  return new CommandError(error.code, isStringKey(key) ? createTranslator('en')(key, params) : error.code);
}

/** The value of a result; an error ends the command. */
export function orFail<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw commandError(result.error);
  return result.value;
}

/** How a command opens a project. Without a `folder` the project has to be there; `read`: its watched folder is looked at, once. */
export type Opening = { readonly projectPath: string; readonly folder?: string; readonly read: boolean };

/** Opens a project, runs `body` on it, and closes it whatever happens. */
export async function withProject<T>({ projectPath, folder, read }: Opening, body: (engine: Engine) => Promise<T>): Promise<T> {
  if (folder === undefined && !['project.db', 'backups'].some((part) => existsSync(join(projectPath, part)))) throw new CommandError('not-a-project', `${projectPath} is not a Stet project.`);
  const logPath = join(tmpdir(), 'stet-cli.log');
  const options = { projectPath, folder: folder ?? null, resourcesPath: resourcesFolder, logPath, editor: userInfo().username, watch: false };
  const engine = orFail(await openEngine(options, { read }));
  try {
    return await body(engine);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const known = toAppError(error, engine.context.log); // reading the folder throws what the disk says
    throw known.code === 'bug' ? error : commandError(known);
  } finally {
    await engine.close();
  }
}

/** Tells how far something is on stderr, a line each ten per cent. */
export function progressLines(io: Io, what: string): (done: number, total: number) => void {
  let told = -1;
  return (done, total) => {
    const tenth = total === 0 ? 10 : Math.floor((done * 10) / total);
    if (tenth === told) return;
    told = tenth;
    io.err(`${what}: ${done} of ${total}`);
  };
}
