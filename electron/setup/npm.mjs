import { run } from './run.mjs';

/**
 * Runs npm itself, the one that started us if there is one, with the user's own settings (registry, proxy, offline).
 * @param {readonly string[]} args
 * @param {import('./run.mjs').RunOptions} options
 */
export function npm(args, options) {
  const program = process.env['npm_execpath'];
  if (program && /npm-cli\.c?js$/.test(program)) return run(process.execPath, [program, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Whether the user told npm to stay off the network. */
export const isOffline = () => process.env['npm_config_offline'] === 'true';
