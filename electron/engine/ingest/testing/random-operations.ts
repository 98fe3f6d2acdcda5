import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One thing that someone does to the folder. Returns what was done, for the report of a failure. */
export function operate(folder: string, random: () => number): string {
  const at = (path: string) => join(folder, path);
  const some = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const isFolder = (path: string) => statSync(at(path)).isDirectory();
  const file = some(all.filter((path) => !isFolder(path)));
  const sub = some(['', ...all.filter(isFolder)]) ?? '';
  const fresh = `${sub}${sub && '/'}${some(['a', 'b', 'c', 'd', 'e', 'f', '一', '二'])}${Math.floor(random() * 6)}`;
  const text = '字'.repeat(1 + Math.floor(random() * 40)); // few enough that the same content comes up twice; no two of one length
  const choice = random();
  if (choice < 0.35) {
    if (existsSync(at(`${fresh}.txt`)) && isFolder(`${fresh}.txt`)) return 'nothing';
    writeFileSync(at(`${fresh}.txt`), text);
    return `write ${fresh}.txt`;
  }
  if (choice < 0.5 && file) {
    writeFileSync(at(file), text);
    return `change ${file}`;
  }
  if (choice < 0.65 && file && !existsSync(at(`${fresh}.txt`))) {
    renameSync(at(file), at(`${fresh}.txt`));
    return `rename ${file} to ${fresh}.txt`;
  }
  if (choice < 0.78 && file) {
    rmSync(at(file));
    return `delete ${file}`;
  }
  if (choice < 0.9 && !existsSync(at(fresh)) && fresh.split('/').length < 5) {
    mkdirSync(at(fresh));
    return `make folder ${fresh}`;
  }
  if (choice < 0.97 && sub && !existsSync(at(fresh)) && !fresh.startsWith(`${sub}/`)) {
    renameSync(at(sub), at(fresh));
    return `move folder ${sub} to ${fresh}`;
  }
  if (choice > 0.985 && sub) {
    rmSync(at(sub), { recursive: true });
    return `delete folder ${sub}`;
  }
  return 'nothing';
}

/** Every file below the folder with its text. */
export const textsOnDisk = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
