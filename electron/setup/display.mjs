import { spawn } from 'node:child_process';
import { SetupFailure } from './failure.mjs';

/** Whether windows can be opened here at all. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/**
 * Starts a virtual display, or finds that there is a real one.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, close: () => void }>} what a program needs in its environment to be seen there
 */
export async function openDisplay() {
  if (hasDisplay()) return { env: {}, close: () => {} };
  // Xvfb picks a free number by itself and writes it to the descriptor we name.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const close = () => void server.kill();
  process.once('exit', close);
  const number = await new Promise((resolve, reject) => {
    let complaint = '';
    server.stderr?.setEncoding('utf8').on('data', (text) => (complaint += text));
    server.once('error', (error) => reject(error));
    server.once('exit', () => reject(new SetupFailure(`the virtual display did not start.\n${complaint}`, 'Try: Xvfb :99')));
    /** @type {import('node:stream').Readable} */ (server.stdio[3]).setEncoding('utf8').once('data', (text) => resolve(text.trim()));
  });
  server.removeAllListeners('exit');
  return { env: { DISPLAY: `:${number}` }, close };
}
