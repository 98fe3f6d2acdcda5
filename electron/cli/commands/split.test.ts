import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSplitVersion } from '#core/split/version.ts';
import { housePage } from '#core/testing/house-pages.ts';
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

  it('finds nothing in wordings that a list says are right', async () => {
    const kinds = (file: string) => {
      const { findings, otherFindings } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<'findings' | 'otherFindings', readonly { readonly check?: string; readonly offset: number }[]>;
      return [...findings, ...otherFindings].map(({ check }) => check);
    };
    writeFileSync(join(folder, 'a.txt'), PAGE.replace('两岸居民', '两岸,居民').replace('看船', '看,船'));
    writeFileSync(join(folder, 'list.csv'), 'text,check\n"岸,居",half-width\n');
    expect(await stet('a.txt', '--out', 'plain')).toBe(0);
    expect(await stet('a.txt', '--out', 'quiet', '--accepted', 'list.csv')).toBe(0);
    expect([kinds('plain/a.json'), kinds('quiet/a.json')]).toEqual([['half-width', 'half-width'], ['half-width']]);
    expect(await stet('a.txt', '--out', 'none', '--accepted', 'gone.csv')).toBe(1);
    expect(said.join()).toContain('list-file-unreadable');
  });

  describe('splits by the language', () => {
    const pages = Array.from({ length: 5 }, (_, number) => housePage(number).source);
    const put = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    const written = (path: string) => readFileSync(join(folder, path), 'utf8');
    const statistics = (path: string) => readSplitVersion((JSON.parse(written(path)) as { readonly splitter: string }).splitter).statistics;

    it('of the pages given, in whatever order', async () => {
      pages.forEach((text, i) => put(`in/${i}.txt`, text));
      expect(await stet('in', '--out', 'a')).toBe(0);
      expect(await stet(...pages.map((_, i) => `in/${4 - i}.txt`), '--out', 'b')).toBe(0);
      for (const i of pages.keys()) expect(written(`a/${i}.json`)).toBe(written(`b/${i}.json`));
      expect(statistics('a/0.json')).not.toBe('');
      expect(await stet('in/0.txt', '--out', 'c')).toBe(0);
      expect(statistics('c/0.json')).not.toBe(statistics('a/0.json'));
    });

    it('of another folder, where one is named', async () => {
      pages.forEach((text, i) => put(`in/${i}.txt`, text));
      put('one/0.txt', pages[0]!);
      expect(await stet('in', '--out', 'a')).toBe(0);
      expect(await stet('one', '--out', 'b', '--archive', 'in')).toBe(0);
      expect(written('b/0.json')).toBe(written('a/0.json'));
    });

    it.each([['nowhere', 'is not there'], ['empty', 'holds no page']])('but of no folder that %s', async (name, why) => {
      put('in/0.txt', pages[0]!);
      put('empty/blank.txt', '\n');
      expect(await stet('in', '--out', 'out', '--archive', name)).toBe(1);
      expect(said.join()).toContain('stet: not-found:');
      expect(said.join()).toContain(why);
    });
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
