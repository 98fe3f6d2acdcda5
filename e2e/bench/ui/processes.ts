import { readdirSync, readFileSync } from 'node:fs';

/** The process and all that it started, directly or not, as /proc tells it. */
export function treeOf(root: number, proc = '/proc'): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync(proc)) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`${proc}/${name}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]); // the name before it may hold blanks and brackets
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const all: number[] = [];
  for (const waiting = [root]; waiting.length > 0; ) {
    const next = waiting.pop()!;
    all.push(next);
    waiting.push(...(children.get(next) ?? []));
  }
  return all;
}

/** Bytes of memory of a process, each page that it shares counted by its share (PSS). 0 once it is gone. */
export function memoryOf(pid: number, proc = '/proc'): number {
  const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB/mu.exec(read(`${proc}/${pid}/smaps_rollup`)) ?? [];
  return Number(kilobytes) * 1024;
}

// A process may end while it is looked at.
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
