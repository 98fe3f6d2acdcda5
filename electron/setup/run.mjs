import { spawn } from 'node:child_process';
import { SetupFailure } from './failure.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';

const secondsBetweenReminders = 30;

/**
 * @typedef {object} RunOptions
 * @property {string} [waitingFor] what to tell while it takes long, as in "npm ci (installs packages)"
 * @property {number} [minutes] time limit; none if left out
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {string} [cwd]
 * @property {boolean} [shell]
 *
 * @typedef {object} RunResult
 * @property {number | null} code exit status; null if it was ended by a signal or could not be started
 * @property {string} output stdout and stderr, as they came
 * @property {boolean} timedOut
 */

/**
 * How many minutes something may take: what the user says in STET_TIME_LIMIT, else what is usual for it.
 * @param {number} usual
 */
export const allowedMinutes = (usual) => Number(process.env['STET_TIME_LIMIT']) || usual;

/**
 * Runs a program to its end and keeps what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  const { minutes } = options;
  const started = Date.now();
  return new Promise((resolve) => {
    // A group of its own, so that a time limit ends the program together with what it started.
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      shell: options.shell ?? false,
    });
    let output = '';
    let timedOut = false;
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));

    // A group of its own gets no Ctrl+C from the terminal, so it is passed on.
    const end = () => endGroup(child.pid);
    const interrupted = () => {
      end();
      process.exit(130);
    };
    const limit =
      minutes === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            end();
          }, minutes * 60_000);
    const reminder = setInterval(() => {
      if (options.waitingFor === undefined) return;
      const waited = Math.round((Date.now() - started) / 1000);
      say(`still waiting for ${options.waitingFor}: ${waited} s${minutes === undefined ? '' : ` of at most ${minutes * 60} s`}`);
    }, secondsBetweenReminders * 1000);
    process.once('exit', end).once('SIGINT', interrupted).once('SIGTERM', interrupted);

    /** @param {number | null} code */
    const finish = (code) => {
      clearTimeout(limit);
      clearInterval(reminder);
      process.off('exit', end).off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve({ code, output, timedOut });
    };
    child.once('error', (error) => {
      output += `${error.message}\n`;
      finish(null);
    });
    child.once('close', finish);
  });
}

/** @param {number | undefined} pid */
function endGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

/**
 * Runs a program that may not fail.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions & { what: string, remedy: string }} options `what` names the act, as in "Installing packages"
 * @returns {Promise<string>} its output
 */
export async function runOrFail(command, args, options) {
  const result = await run(command, args, options);
  if (result.code === 0) return result.output;
  const how = result.timedOut ? 'took longer than its time limit' : `failed (${command} ${args.join(' ')})`;
  throw new SetupFailure(`${options.what} ${how}.\n${tail(result.output)}`, options.remedy);
}

/**
 * Hands the terminal to a program and waits for it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options] `env` is added to the environment
 * @returns {Promise<number>} its exit status; 1 if a signal ended it
 */
export function handOver(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
    const pass = /** @param {NodeJS.Signals} signal */ (signal) => void child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? 1);
    });
  });
}

/** @param {string} output */
const tail = (output) => output.trimEnd().split('\n').slice(-20).join('\n');
