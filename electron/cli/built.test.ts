import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';
import { unseenPages } from './training/lesson-pages.ts';

const root = join(import.meta.dirname, '..', '..');

/** Every file below a folder with its text, by name. */
const textsIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );

test('what is built splits pages as the source does: no pattern or table changes its meaning when it is bundled', async () => {
  const into = mkdtempSync(join(tmpdir(), 'stet-built-'));
  try {
    const [pages, built, written] = [join(into, 'pages'), join(into, 'built'), join(into, 'written')];
    mkdirSync(pages);
    for (const { name, source } of unseenPages(root)) writeFileSync(join(pages, `${name}.txt`), source);
    execFileSync(process.execPath, [join(root, 'electron', 'setup', 'stet.mjs'), 'split', pages, '--out', built]);
    const said: string[] = [];
    const code = await runCli(['split', pages, '--out', written], { out: () => {}, err: (text) => void said.push(text), cwd: root, signal: new AbortController().signal });
    expect(code, said.join('\n')).toBe(0);
    const expected = textsIn(written);
    expect(Object.keys(expected).length).toBeGreaterThan(0);
    expect(textsIn(built)).toEqual(expected);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}, 120_000);
