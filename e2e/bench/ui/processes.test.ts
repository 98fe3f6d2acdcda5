import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { memoryOf, treeOf } from './processes.ts';

function procWith(processes: readonly (readonly [pid: number, parent: number, name: string, pss: number])[]): string {
  const proc = mkdtempSync(join(tmpdir(), 'stet-proc-'));
  onTestFinished(() => rmSync(proc, { recursive: true, force: true }));
  for (const [pid, parent, name, pss] of processes) {
    mkdirSync(join(proc, String(pid)));
    writeFileSync(join(proc, String(pid), 'stat'), `${pid} (${name}) S ${parent} 1 1`);
    writeFileSync(join(proc, String(pid), 'smaps_rollup'), `00400000-7fff [rollup]\nRss: ${pss * 2} kB\nPss:               ${pss} kB\nPss_Anon: 1 kB\n`);
  }
  mkdirSync(join(proc, 'sys'));
  return proc;
}

it('finds what a process started, and what that started, whatever it is called', () => {
  const proc = procWith([[1, 0, 'init', 1], [10, 1, 'a) b (c', 2], [11, 10, 'x', 3], [12, 11, 'y', 4], [20, 1, 'z', 5]]);
  expect(treeOf(10, proc).toSorted((a, b) => a - b)).toEqual([10, 11, 12]);
  expect(memoryOf(12, proc)).toBe(4096);
  expect(memoryOf(99, proc)).toBe(0);
});
