import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchQuestion } from '#contract/schemas/search.ts';
import type { AppError } from '#contract/app-error.ts';
import type { Result } from '#util/result.ts';
import { Database } from '../../electron/engine/db/database.ts';
import { openEngine } from '../../electron/engine/engine.ts';
import type { FileReport } from '../../electron/engine/project/file-store.ts';
import { fileStore } from '../../electron/engine/project/record.ts';
import { randomFrom } from '../../electron/engine/ingest/testing/word-pages.ts';
import { reportOf } from './page-report.ts';
import { articleTexts } from './search-articles.ts';

// npm run bench -- mass (electron/setup/bench.mjs): a mass change of 10,000 places, its undo, and the taking back of all its places, against the bare loop: the texts of the same pages in a plain table, read,
// replaced and updated in one transaction, as durably. STET_BENCH_PAGES sets on how many pages the places are, STET_BENCH_PLACES how many there are.
const PAGES = Number(process.env['STET_BENCH_PAGES'] ?? 5_000);
const PLACES = Number(process.env['STET_BENCH_PLACES'] ?? 10_000);
const ARTICLES = 8; // a page
const ROUNDS = 3;
const LIMIT = 2.5;
const [READ, PUT] = ['抵偿', '低偿'];

const folder = mkdtempSync(join(tmpdir(), 'stet-bench-mass-'));
const random = randomFrom(5);
const make = articleTexts();

/** A page of articles, with so many of the places in them. */
function page(path: string, places: number): FileReport {
  const has = Array.from({ length: ARTICLES }, () => 0);
  for (let i = 0; i < places; i += 1) has[Math.floor(random() * ARTICLES)]! += 1;
  return reportOf(path, has.map((count) => {
    let text = make().replaceAll(READ, '');
    for (let i = 0; i < count; i += 1) {
      const at = Math.floor(random() * text.length);
      text = `${text.slice(0, at)}${READ}${text.slice(at)}`;
    }
    return text;
  }));
}

function must<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function timed(act: () => unknown): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

/** The longest that nothing else was done meanwhile, in milliseconds. */
async function longestStop(act: () => Promise<unknown>): Promise<{ readonly ms: number; readonly stop: number }> {
  let [stop, last] = [0, performance.now()];
  let going = true;
  const tick = () => {
    const now = performance.now();
    [stop, last] = [Math.max(stop, now - last), now];
    if (going) setImmediate(tick);
  };
  tick();
  const ms = await timed(act);
  stop = Math.max(stop, performance.now() - last);
  going = false;
  return { ms, stop };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const ask: SearchQuestion = { text: READ, expression: false, exact: true, view: 'emended', roles: [], filter: {}, newest: false };

try {
  mkdirSync(join(folder, 'pages'));
  const engine = must(await openEngine({ projectPath: join(folder, 'bench.stet'), folder: join(folder, 'pages'), resourcesPath: join(process.argv[2]!, 'resources'), logPath: join(folder, 'log'), editor: 'Bench', watch: false }, { read: false, careful: false })); // as packaged: in development each page's ledger is proved besides
  const plain = Database.open(join(folder, 'plain.db'), 'keep');
  plain.exec('CREATE TABLE page (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const counts = Array.from({ length: PAGES }, () => 1);
  for (let i = PAGES; i < PLACES; i += 1) counts[Math.floor(random() * PAGES)]! += 1;
  for (let from = 0; from < PAGES; from += 250) {
    const reports = counts.slice(from, from + 250).map((places, i) => page(`清河晚报_1998-01-01_${from + i}.txt`, places));
    fileStore(engine.store).record(reports);
    plain.transaction(() => reports.forEach((report) => report.kind === 'read' && plain.run('INSERT INTO page (text) VALUES (?)', report.page.source)));
  }
  const size = plain.get<{ size: number }>('SELECT sum(length(text)) AS size FROM page')!.size;
  console.log(`${PLACES} places on ${PAGES} pages of ${Math.round(size / PAGES)} characters`);

  const ids = plain.all<{ id: number }>('SELECT id FROM page').map(({ id }) => id);
  const bare = (read: string, put: string) => plain.transaction(() => {
    for (const id of ids) {
      const { text } = plain.get<{ text: string }>('SELECT text FROM page WHERE id = ?', id)!;
      plain.run('UPDATE page SET text = ? WHERE id = ?', text.replaceAll(read, put), id);
    }
  });
  const nextChange = () => new Promise<void>((resolve) => {
    const stop = engine.on((name) => {
      if (name !== 'library.changed') return;
      stop();
      resolve();
    });
  });
  let nth = 0;
  const once = () => `bench-mass-${(nth += 1)}`;
  const rounds: { readonly bare: number; readonly listed: number; readonly change: number; readonly undo: number; readonly back: number; readonly stops: readonly number[] }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    let [change, listedPlaces] = [0, 0];
    // The list stands before anyone asks for the change: looking the places up again is a part of it, making the index of the pages of the round before is not.
    const list = async () => {
      for (;;) {
        const changed = nextChange();
        const found = must(await engine.call('concordance.find', { question: ask, put: PUT, near: null, offset: 0, limit: 50 }));
        if (found.behind === 0) return found;
        await changed;
      }
    };
    const listed = await timed(async () => {
      const found = await list();
      if (found.places < PLACES * 0.99) throw new Error(`${found.places} places are listed`); // a few are cut where a headline ends
      [change, listedPlaces] = [found.change, found.places];
    });
    const loop = await timed(() => bare(READ, PUT));
    bare(PUT, READ);
    let entry = 0;
    const done = await longestStop(async () => {
      const mended = must(await engine.call('concordance.change', { once: once(), question: ask, put: PUT, change, chosen: { which: 'all', approved: false, but: [], and: [] } }));
      if (mended.places !== listedPlaces || mended.skipped > 0) throw new Error(JSON.stringify(mended));
      entry = mended.entry!;
    });
    const undone = await longestStop(async () => must(await engine.call('history.undo', { once: once(), issue: null })));
    must(await engine.call('history.redo', { once: once(), issue: null }));
    // As all that a rule changed is undone: place by place, whatever was done to the pages since, as one act.
    const back = await longestStop(async () => {
      const taken = must(await engine.call('concordance.takeAllBack', { once: once(), mender: { by: 'entry', entry } }));
      if (taken.places !== listedPlaces || taken.left > 0) throw new Error(JSON.stringify(taken));
    });
    if (round > 0) rounds.push({ bare: loop, listed, change: done.ms, undo: undone.ms, back: back.ms, stops: [done.stop, undone.stop, back.stop] });
    console.log(`  round ${round}: bare ${loop.toFixed(0)}, change ${done.ms.toFixed(0)}, undo ${undone.ms.toFixed(0)}, all places taken back ${back.ms.toFixed(0)} ms; longest stops ${done.stop.toFixed(0)}, ${undone.stop.toFixed(0)} and ${back.stop.toFixed(0)} ms; listed in ${listed.toFixed(0)} ms`);
  }
  const ratio = median(rounds.map((each) => each.change / each.bare));
  const undo = median(rounds.map((each) => each.undo / each.change));
  const all = median(rounds.map((each) => each.back / each.change));
  const kept = ratio <= LIMIT && undo <= 1;
  console.log(`  change ${ratio.toFixed(2)} times the bare loop (at most ${LIMIT}), undo ${undo.toFixed(2)} times the change (at most 1), all places taken back ${all.toFixed(2)} times the change, ${median(rounds.map((each) => each.back / each.bare)).toFixed(2)} times the bare loop (no limit)${kept ? '' : ' NOT KEPT'}`);
  plain.close();
  await engine.close();
  if (!kept) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
