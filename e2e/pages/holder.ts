import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CHECKOUT } from './app.ts';

const HOLDER = `
  const { DatabaseSync } = require(${JSON.stringify(join(CHECKOUT, 'node_modules', '@photostructure', 'sqlite'))});
  const db = new DatabaseSync(process.argv[1]);
  db.exec('BEGIN EXCLUSIVE');
  process.stdout.write('held');
  process.stdin.resume();
  process.stdin.on('end', () => process.exit(0));
`;

/** Another process that writes to a project, as far as its lock goes: it ends when its input does. */
export async function hold(lock: string): Promise<ChildProcessByStdio<Writable, Readable, null>> {
  const holder = spawn(process.execPath, ['-e', HOLDER, lock], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  return holder;
}
