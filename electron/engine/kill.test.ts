import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueOf } from '#core/testing/notation.ts';
import { bundle } from './testing/bundle.ts';
import { must, openOn, readReport, record, temporaryProject } from './testing/project.ts';
import type { Engine } from './engine.ts';
import { treePrint } from './project/tree-codec.ts';
import { verifyProject } from './project/verify.ts';

/** More of them for a thorough look: STET_KILLS=1000 npx vitest run kill. */
const KILLS = Number(process.env['STET_KILLS'] ?? 6);
const PAGES = 8;
const page = (n: number) => issueOf(`a${n} headline: 第${n}版`, `a${n} body: 一二三四五六七八九十`);

let child: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  child = await bundle('busy-child');
}, 60_000);
afterAll(() => child.dispose());

/** Runs the child until it has acknowledged so many acts, and kills it there and then. Returns every key it acknowledged, also those still in the pipe. */
function killAfter(acks: number, base: string, seed: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child.file, base, String(seed)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, errors] = ['', ''];
    running.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    running.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      if (out.split('\n').length > acks) running.kill('SIGKILL');
    });
    running.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(out.split('\n').slice(0, -1));
      else reject(new Error(`the child ended by itself: ${errors}`));
    });
  });
}

/** Groups whose effects are not on every page. */
function halfGroups(engine: Engine): readonly number[] {
  const groups = engine.store.db.all<{ entry: number; pages: number }>(
    `SELECT entry.id AS entry, count(DISTINCT effect.issue) AS pages FROM entry JOIN effect ON effect.entry = entry.id
     WHERE entry.label = 'set-topics' GROUP BY entry.id`,
  );
  return groups.filter(({ pages }) => pages !== PAGES).map(({ entry }) => entry);
}

test(`killed at ${KILLS} points, no acknowledged act is lost and none is half there`, async () => {
  const place = temporaryProject();
  const first = await openOn(place);
  record(first, ...Array.from({ length: PAGES }, (_, n) => readReport(`${n}.txt`, page(n))));
  await first.close();

  let acknowledged = 0;
  for (let seed = 1; seed <= KILLS; seed += 1) {
    const keys = await killAfter(1 + ((seed * 37) % 60), place.base, seed);
    acknowledged += keys.length;
    const engine = await openOn(place);
    expect(engine.store.readOnly).toBe(null); // the killed process holds no lock
    expect(engine.context.restored).toBe(null);
    const kept = new Set(engine.store.db.all<{ once: string }>('SELECT once FROM done').map(({ once }) => once));
    expect(keys.filter((key) => !kept.has(key))).toEqual([]);
    expect(halfGroups(engine)).toEqual([]);
    expect((await verifyProject(engine.store, () => undefined, new AbortController().signal)).flaws).toEqual([]);
    // The pages are as the last effect on each left them, and undo goes on from there.
    for (const { id } of engine.store.db.all<{ id: number }>('SELECT id FROM issue')) {
      const last = engine.store.db.get<{ after: string }>('SELECT after FROM effect WHERE issue = ? ORDER BY id DESC LIMIT 1', id);
      const open = must(await engine.call('issue.open', { issue: id }));
      if (last) expect(treePrint(open.tree)).toBe(last.after);
      const undone = open.canUndo ? await engine.call('history.undo', { once: `check-${seed}-${id}`, issue: id }) : null;
      if (undone && !undone.ok) expect(undone.error.code).toBe('undo-stands-in-the-way'); // a group, under later edits of the same field
    }
    await engine.close();
  }
  expect(acknowledged).toBeGreaterThan(KILLS);
}, 30_000 + KILLS * 10_000);
