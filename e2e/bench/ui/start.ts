import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT, freshHome, userEnvironment } from '../../pages/app.ts';
import { EMPTY, homeWith, sandbox } from './session.ts';
import type { Bench } from './session.ts';
import { median } from './statistics.ts';
import type { Figure } from './statistics.ts';

const TURNS = 11;
const WARM = 1;
const PATIENCE = 60_000; // milliseconds

type Program = { readonly app: string; readonly home: string; readonly ready: string; readonly answer: string };

/** Starts a program and waits until its window is usable; then it quits. Returns milliseconds. */
function started({ electron }: Bench, { app, home, ready, answer }: Program): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(electron, ['-r', join(EMPTY, 'usable.cjs'), app, `--user-data-dir=${join(home, 'data')}`, ...sandbox()], {
      env: { ...userEnvironment(home, 'en'), STET_BENCH_READY: ready, STET_BENCH_ANSWER: answer },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    let time: number | null = null;
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('usable')) time = performance.now() - begun;
    });
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(patience);
      if (time === null) reject(new Error(`${app} never became usable: ${complaints}`));
      else resolve(time);
    });
  });
}

/** From starting the program to a window that shows rows and answers a key, beside an empty window, and with 100,000 articles beside 1,000, by turns. */
export async function start(bench: Bench): Promise<readonly Figure[]> {
  const [many, few] = [await homeWith(bench, 100_000), await homeWith(bench, 1_000)];
  const bare = await freshHome();
  const rows = `document.querySelectorAll('[role="gridcell"]').length > 20`;
  const cursor = `document.querySelector('[role="grid"]')?.getAttribute('aria-activedescendant')`;
  const programs = {
    many: { app: CHECKOUT, home: many.home, ready: rows, answer: cursor },
    few: { app: CHECKOUT, home: few.home, ready: rows, answer: cursor },
    bare: { app: EMPTY, home: bare, ready: 'true', answer: 'window.benchKeys' },
  };
  const names = ['bare', 'few', 'many'] as const;
  const times: Readonly<Record<(typeof names)[number], number[]>> = { many: [], few: [], bare: [] };
  try {
    for (let n = 0; n < WARM + TURNS; n += 1) {
      for (const name of n % 2 === 0 ? names : names.toReversed()) {
        const time = await started(bench, programs[name]);
        if (n >= WARM) times[name].push(time);
      }
    }
  } finally {
    for (const home of [many.home, few.home, bare]) rmSync(home, { recursive: true, force: true });
  }
  return [
    { name: `start to usable window, 100,000 articles, median of ${TURNS}, beside an empty window`, unit: 'ms', ours: median(times.many), baseline: median(times.bare), bound: 2 },
    { name: '  with 100,000 articles beside 1,000', unit: 'ms', ours: median(times.many), baseline: median(times.few), bound: 1.15 },
  ];
}
