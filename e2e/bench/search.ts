import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SearchQuestion } from '#contract/schemas/search.ts';
import { Database } from '../../electron/engine/db/database.ts';
import { migrate } from '../../electron/engine/db/migrate.ts';
import { Library } from '../../electron/engine/index/library.ts';
import { randomFrom } from '../../electron/engine/ingest/testing/word-pages.ts';
import { Packer } from '../../electron/engine/search/packer.ts';
import { Search } from '../../electron/engine/search/search.ts';
import { searchThreads } from '../../electron/engine/search/threads.ts';
import { articleTexts } from './search-articles.ts';

// npm run bench -- search (electron/setup/bench.mjs): the search against ripgrep on the same articles. STET_BENCH_ARTICLES sets how many there are, STET_BENCH_TERMS
// how many terms. ripgrep looks through one file with all articles, which is the quickest it can; for some terms also through one file an article.
const ARTICLES = Number(process.env['STET_BENCH_ARTICLES'] ?? 200_000);
const TERMS = Number(process.env['STET_BENCH_TERMS'] ?? 1_000);
const FEW = 30; // terms that slow ways are measured by
const LIMITS = { median: 0.2, p99: 1, slow: 1 };

const entry = pathToFileURL(join(process.argv[2]!, '.cache', 'bench', 'engine', 'search-worker.js'));
const folder = mkdtempSync(join(tmpdir(), 'stet-bench-search-'));
const files = join(folder, 'articles');
const one = join(folder, 'all.txt');
const path = join(folder, 'index.db');

if (spawnSync('rg', ['--version']).status !== 0) throw new Error('ripgrep (rg) is not installed');

function makeArticles(index: Database): readonly string[] {
  const texts: string[] = [];
  const make = articleTexts();
  for (let from = 1; from <= ARTICLES; from += 1_000) {
    mkdirSync(join(files, String(from)), { recursive: true });
    index.transaction(() => {
      for (let id = from; id < from + 1_000 && id <= ARTICLES; id += 1) {
        const text = make();
        texts.push(text);
        writeFileSync(join(files, String(from), `${id}.txt`), `${text}\n`);
        const date = new Date(Date.UTC(1990, 0, 1 + (id * 7919) % 12_000)).toISOString().slice(0, 10);
        index.run(
          `INSERT INTO article (id, issue, position, article, headline, byline, newspaper, edition, date, page, page_order, file, folder, topics, status, findings, length)
           VALUES (?, ?, ?, ?, ?, '', '', '', ?, '01', '00000001', ?, '', '[]', 'new', 0, ?)`, id, Math.ceil(id / 10), id % 10, `a${id}`, text.slice(0, 12), date, `${id}.txt`, text.length,
        );
        index.run('INSERT INTO article_text (id, text, roles) VALUES (?, ?, ?)', id, text, '5'.repeat(text.split('\n').length));
      }
    });
  }
  writeFileSync(one, texts.map((text) => `${text}\n`).join(''));
  return texts;
}

/** Words out of the articles: of two to four characters, or one. */
function terms(texts: readonly string[], lengths: readonly number[], count: number): readonly string[] {
  const random = randomFrom(42);
  const found: string[] = [];
  while (found.length < count) {
    const text = texts[Math.floor(random() * texts.length)]!;
    const at = Math.floor(random() * text.length);
    const term = text.slice(at, at + lengths[found.length % lengths.length]!);
    if (term.length === lengths[found.length % lengths.length] && !/[\n，。]/.test(term)) found.push(term);
  }
  return found;
}

/** What is asked. The texts themselves are let go of: Stet does not hold an archive in memory either, and they would be gone through at each collection of garbage. */
const wordsOf = (texts: readonly string[]) => ({ words: terms(texts, [2, 3, 4], TERMS), singles: terms(texts, [1], Math.min(TERMS, FEW)) });

const ask = (text: string, more: Partial<SearchQuestion> = {}): SearchQuestion => ({ text, expression: false, exact: true, view: 'emended', roles: [], filter: {}, newest: false, ...more });

async function timed<T>(act: () => T | Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const begun = performance.now();
  const value = await act();
  return { ms: performance.now() - begun, value };
}

const rg = (...args: readonly string[]): string => spawnSync('rg', args, { encoding: 'utf8', maxBuffer: 1 << 30 }).stdout;
const total = (output: string): number => output.split('\n').reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(':') + 1) || 0), 0);
const at = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;

let unequal = 0;
let broken = false;

/** Asks both for each term by turns. `where`: what ripgrep looks through. Of few terms, each is asked several times, and the best time of each side counts: what else the machine does meanwhile falls on single questions. */
async function compare(name: string, search: Search, words: readonly string[], where: string, limits: { readonly median: number; readonly p99?: number }): Promise<void> {
  const times = words.length > FEW ? 1 : where === files ? 2 : 3;
  const ratios: number[] = [];
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const [nth, word] of words.entries()) {
    const askUs = () => timed(async () => {
      const found = await search.find(ask(word, { newest: (nth & 1) === 1 }));
      if (!found.ok) throw new Error(found.error.code);
      return { found: found.value, first: search.hits(found.value, 'emended', 0, 50) };
    });
    const askThem = () => timed(() => rg('-F', '--count-matches', '--no-messages', '--', word, where));
    let [mine, other] = [await askUs(), await askThem()];
    for (let again = 1; again < times; again += 1) {
      await search.find(ask('，。')); // the last answer is remembered
      const [we, they] = [await askUs(), await askThem()];
      [mine, other] = [we.ms < mine.ms ? we : mine, they.ms < other.ms ? they : other];
    }
    const { ids, ends } = mine.value.found;
    if (total(other.value) !== (ends.at(-1) ?? 0)) unequal += 1;
    if (where === files) {
      const counts = new Map(other.value.trim().split('\n').map((line) => [Number(/(\d+)\.txt:/.exec(line)?.[1]), Number(line.slice(line.lastIndexOf(':') + 1))]));
      if (ids.length !== counts.size || Array.from(ids).some((id, i) => counts.get(id) !== ends[i]! - (i > 0 ? ends[i - 1]! : 0))) unequal += 1;
    }
    if (mine.value.first.some(({ hit }) => hit !== word)) unequal += 1;
    ratios.push(mine.ms / other.ms);
    ours.push(mine.ms);
    theirs.push(other.ms);
  }
  const [median, p99] = [at(ratios, 0.5), at(ratios, 0.99)];
  const kept = median <= limits.median && (limits.p99 === undefined || p99 <= limits.p99);
  if (!kept) broken = true;
  console.log(`  ${name}: median ${median.toFixed(3)}, p99 ${p99.toFixed(3)} times ripgrep's time (at most ${limits.median}${limits.p99 === undefined ? '' : ` and ${limits.p99}`})${kept ? '' : ' NOT KEPT'}; ${at(ours, 0.5).toFixed(1)} ms against ${at(theirs, 0.5).toFixed(1)} ms, ${words.length} terms`);
}

try {
  const index = Database.open(path, 'derive');
  migrate(index, 'index');
  const { words, singles } = wordsOf(makeArticles(index));
  const threads = searchThreads({ index, path, entry });
  let revision = 0;
  const search = new Search({ index, library: new Library(index, { topics: () => [], topicsNamed: () => [], gone: () => new Set() }), threads, revision: () => revision });
  const packer = new Packer({ index, threads, onError: (error) => { throw error; } });
  const some = words.slice(0, FEW);
  console.log(`${ARTICLES} articles, ${(statSync(one).size / 1e6).toFixed(0)} MB`);

  await search.find(ask('一')); // threads are started
  await compare('before anything is packed, one file an article', search, [...some.slice(0, 10), ...singles.slice(0, 5)], files, { median: LIMITS.slow, p99: LIMITS.slow });
  const before = statSync(path).size;
  const { ms } = await timed(() => packer.complete());
  index.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  console.log(`  packed and indexed in ${(ms / 1_000).toFixed(0)} s; index.db ${(before / 1e6).toFixed(0)} MB before, ${(statSync(path).size / 1e6).toFixed(0)} MB after`);
  index.run('UPDATE search_pack SET indexed = 0');
  revision += 1;
  await compare('packed, not indexed, one file an article', search, [...some.slice(10, 20), ...singles.slice(5, 10)], files, { median: LIMITS.slow, p99: LIMITS.slow });
  index.run('UPDATE search_pack SET indexed = 1');
  revision += 1;
  await search.find(ask('一')); // the heads of packs are read
  await compare('two to four characters, one file', search, words, one, LIMITS);
  await compare('two to four characters, one file an article', search, some, files, LIMITS);
  await compare('one character, one file', search, singles, one, { median: LIMITS.slow, p99: LIMITS.slow });
  const folded = await timed(async () => {
    for (const word of some) search.hits(must(await search.find(ask(word, { exact: false }))), 'emended', 0, 50);
  });
  console.log(`  forms folded: ${(folded.ms / some.length).toFixed(1)} ms a term`);
  const expression = await timed(async () => must(await search.find(ask('[我你他]们.{0,4}年', { expression: true }))));
  const theirs = await timed(() => total(rg('--count-matches', '[我你他]们.{0,4}年', one)));
  if (theirs.value !== (expression.value.ends.at(-1) ?? 0)) unequal += 1;
  console.log(`  an expression: ${expression.ms.toFixed(0)} ms against ${theirs.ms.toFixed(0)} ms`);
  console.log(`  terms with other hits than ripgrep's: ${unequal}`);
  await packer.stop();
  await threads.stop();
  index.close();
  if (unequal > 0 || broken) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
