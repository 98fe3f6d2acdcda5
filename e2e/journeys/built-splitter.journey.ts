import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runCli } from '../../electron/cli/run-cli.ts';

const root = join(import.meta.dirname, '..', '..');
const samples = join(root, 'resources', 'samples');

/** Every file below a folder with its text, by name. */
const textsIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );

test('what is built splits the samples as the source does: no pattern or table changes its meaning when it is bundled', async () => {
  const into = mkdtempSync(join(tmpdir(), 'stet-built-'));
  try {
    const [built, written] = [join(into, 'built'), join(into, 'written')];
    execFileSync(process.execPath, [join(root, 'dist', 'cli', 'cli.js'), 'split', samples, '--out', built]);
    const said: string[] = [];
    const code = await runCli(['split', samples, '--out', written], { out: () => {}, err: (text) => void said.push(text), cwd: root, signal: new AbortController().signal });
    expect(code, said.join('\n')).toBe(0);
    const expected = textsIn(written);
    expect(Object.keys(expected).length).toBeGreaterThan(0);
    expect(textsIn(built)).toEqual(expected);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
});
