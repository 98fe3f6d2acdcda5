import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

const PAGE = '清河渡口今天恢复通航\n\n本报讯（记者 石磊）停航两年的清河渡口今天恢复通航，两岸居民一早赶来看船。\n\nwww.example.com\n';

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-split-'));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stet = (...args: readonly string[]) =>
  runCli(['split', ...args], { out: () => undefined, err: (text) => said.push(text), cwd: folder, signal: new AbortController().signal });

describe('stet split', () => {
  it('writes one file a page, below the folder as the pages are', async () => {
    mkdirSync(join(folder, 'in', 'may'), { recursive: true });
    writeFileSync(join(folder, 'in', 'a.txt'), PAGE);
    writeFileSync(join(folder, 'in', 'may', 'b.text'), `\uFEFF${PAGE}`);
    expect(await stet('in', '--out', 'out')).toBe(0);
    const report = JSON.parse(readFileSync(join(folder, 'out', 'a.json'), 'utf8')) as unknown;
    expect(report).toMatchObject({
      page: 'a',
      articles: [{ headline: '清河渡口今天恢复通航', blocks: [0, 1], roles: { 0: 'headline', 1: 'body' }, truncated: false }],
      roles: { 2: 'furniture' },
      joins: [],
      findings: [],
    });
    expect(JSON.parse(readFileSync(join(folder, 'out', 'may', 'b.json'), 'utf8'))).toMatchObject({ page: 'may/b' });
    expect(said).toEqual([]);
  });

  it('names what it cannot read and goes on', async () => {
    writeFileSync(join(folder, 'empty.txt'), '\n');
    writeFileSync(join(folder, 'page.txt'), PAGE);
    expect(await stet('empty.txt', 'page.txt', '--out', 'out')).toBe(1);
    expect(readdirSync(join(folder, 'out'))).toEqual(['page.json']);
    expect(said).toEqual([`stet: cannot-read: ${join(folder, 'empty.txt')}: empty`]);
  });

  it.each([
    [['--out', 'out'], 'usage'],
    [['page.txt'], 'usage'],
    [['nothing.txt', '--out', 'out'], 'not-found'],
  ])('refuses %j', async (args, code) => {
    writeFileSync(join(folder, 'page.txt'), PAGE);
    expect(await stet(...args)).not.toBe(0);
    expect(said.join()).toContain(`stet: ${code}:`);
  });
});
