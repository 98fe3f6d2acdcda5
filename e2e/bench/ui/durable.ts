import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Database } from '../../../electron/engine/db/database.ts';
import { openAtDesk, pageThat } from './pages.ts';
import { rest } from './probe.ts';
import { homeWith, stetWith } from './session.ts';
import type { Bench } from './session.ts';
import { median, p99 } from './statistics.ts';
import type { Figure } from './statistics.ts';

const EDITS = 400;
const WARM = 20;
const ARTICLES = 100_000;

/** Makes one edit of an issue through the contract, as the desk sends it. Resolves with the milliseconds from the call to the answer that says it is durable. */
const edited = (page: Page, name: string, n: number): Promise<number> =>
  page.evaluate(async ({ file, turn }) => {
    const { calls } = window.stet;
    const rows = await calls['library.rows']({ offset: 0, limit: 1, filter: { columns: { file } }, sort: [] });
    const opened = rows.ok && rows.value.rows[0] ? await calls['issue.open']({ issue: rows.value.rows[0].issue }) : null;
    if (!opened?.ok) throw new Error(`${file} cannot be opened`);
    const { issue, version, tree } = opened.value;
    const { passages } = tree.articles[turn % tree.articles.length]!;
    const { id, role } = passages.at(-1)!;
    const edits = [{ kind: 'setRole' as const, passage: id, role: role === 'body' ? 'credit' as const : 'body' as const }];
    await new Promise((resolve) => setTimeout(resolve, 50)); // what was asked before has been answered for a while, as between two keys
    const begun = performance.now();
    const saved = await calls['issue.edit']({ once: crypto.randomUUID(), issue, version, label: 'set-role', edits });
    const time = performance.now() - begun;
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    return time;
  }, { file: name, turn: n });

/** Commits the tree of an issue by itself, by the same binding with the same settings. Returns milliseconds. */
function committed(db: Database, path: string, n: number): number {
  const { id, tree } = db.get<{ id: number; tree: Uint8Array }>('SELECT issue.id, coalesce(issue.tree, reading.tree) AS tree FROM issue JOIN reading ON reading.id = issue.reading WHERE path = ?', path)!;
  const begun = performance.now();
  db.transaction(() => db.run('UPDATE issue SET tree = ?, version = ? WHERE id = ?', tree, n + 1, id));
  return performance.now() - begun;
}

/** From sending an edit to hearing that it is durable, beside a bare durable commit of the same row, by turns. */
export async function durable(bench: Bench): Promise<readonly Figure[]> {
  const { page } = pageThat(({ length }) => length > 5_000);
  const shown = pageThat(({ number, length }) => number > 500 && length > 5_000);
  const other = await homeWith(bench, ARTICLES);
  const stet = await stetWith(bench, ARTICLES);
  const db = Database.open(join(other.projectPath, 'project.db'), 'keep');
  try {
    await openAtDesk(stet.page, shown.page);
    await rest(stet.page);
    const [ours, bare]: [number[], number[]] = [[], []];
    const name = page.path.slice(page.path.lastIndexOf('/') + 1);
    for (let n = 0; n < WARM + EDITS; n += 1) {
      const [mine, plain] = [await edited(stet.page, name, n), committed(db, page.path, n)];
      if (n < WARM) continue;
      ours.push(mine);
      bare.push(plain);
    }
    return [
      { name: `durable acknowledgement, median of ${EDITS}`, unit: 'ms', ours: median(ours), baseline: median(bare), bound: 4 },
      { name: 'durable acknowledgement, p99', unit: 'ms', ours: p99(ours), baseline: p99(bare), bound: 10 },
    ];
  } finally {
    db.close();
    await stet.quit();
    rmSync(other.home, { recursive: true, force: true });
  }
}
