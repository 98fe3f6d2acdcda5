import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { paperPage } from '#core/testing/paper-page.ts';
import { Database } from '../../../electron/engine/db/database.ts';
import { paperProject } from '../../../electron/engine/testing/paper-project.ts';
import { memoryOf, treeOf } from './processes.ts';
import { idleProgram, stetWith } from './session.ts';
import type { Bench } from './session.ts';
import type { Figure } from './statistics.ts';

const ARTICLES = 100_000;
const IDLE = 90_000; // milliseconds that nothing is done before memory is looked at
const MB = 1024 * 1024;

const megabytesOf = (app: ElectronApplication): number => treeOf(app.process().pid!).reduce((sum, pid) => sum + memoryOf(pid), 0) / MB;

/** What SQLite alone takes for the three databases of a project, each asked for something, in megabytes; and the text of its articles as UTF-16. */
function sqliteAlone(projectPath: string): { readonly taken: number; readonly text: number } {
  const own = () => memoryOf(process.pid) / MB;
  const before = own();
  const opened = ['project', 'sources', 'index'].map((name) => Database.open(join(projectPath, `${name}.db`), name === 'index' ? 'derive' : 'keep'));
  const { text } = opened[2]!.get<{ text: number }>('SELECT sum(length(text)) AS text FROM article_text')!;
  for (const [db, table] of [[opened[0]!, 'issue'], [opened[1]!, 'source'], [opened[2]!, 'article']] as const) db.get(`SELECT count(*) FROM ${table}`);
  const taken = own() - before;
  for (const db of opened) db.close();
  return { taken: Math.max(0, taken), text: (text * 2) / MB };
}

/** Memory of all processes when nothing has been done for a while, after pages were read and looked at, less that of a program that does nothing. */
export async function memory(bench: Bench): Promise<readonly Figure[]> {
  if (!existsSync('/proc/self/smaps_rollup')) {
    bench.tell('memory is only measured on Linux: elsewhere no process says which of its pages it shares');
    return [];
  }
  // A page that is read makes the engine load its dictionary and the counts of the archive's language.
  const { folder } = await paperProject(bench.cache, ARTICLES);
  const arrival = join(folder, 'arrived.txt');
  rmSync(arrival, { force: true });
  const idle = await idleProgram();
  const stet = await stetWith(bench, ARTICLES);
  try {
    writeFileSync(arrival, paperPage(99_999, 11).source);
    await stet.page.getByText(/100,0\d\d articles/u).first().waitFor({ timeout: 120_000 });
    await stet.page.keyboard.press('Enter');
    await stet.page.locator('[data-passage]').first().waitFor();
    await stet.page.waitForTimeout(IDLE);
    const [all, empty] = [megabytesOf(stet.app), megabytesOf(idle.app)];
    const { taken, text } = sqliteAlone(stet.projectPath);
    bench.tell(`all processes ${all.toFixed(0)} MB, of a program that does nothing ${empty.toFixed(0)} MB; the text ${text.toFixed(0)} MB, SQLite alone ${taken.toFixed(1)} MB`);
    return [{ name: 'idle memory beyond an idle program, beside half the text and SQLite', unit: 'MB', ours: all - empty, baseline: text / 2 + taken, bound: 1 }];
  } finally {
    rmSync(arrival, { force: true });
    await stet.quit();
    await idle.quit();
  }
}
