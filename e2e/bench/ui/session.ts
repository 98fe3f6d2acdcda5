import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { LANGUAGE_COUNTING } from '../../../electron/engine/language/language-head.ts';
import { paperProject } from '../../../electron/engine/testing/paper-project.ts';
import { CHECKOUT, freshHome, launchStet, userEnvironment } from '../../pages/app.ts';
import type { Stet } from '../../pages/app.ts';

/** What every figure is measured with. */
export type Bench = {
  readonly cache: string; // folder for what is made once
  readonly electron: string; // path of the binary
  readonly tell: (line: string) => void;
};

/** The folder of the program that does nothing. */
export const EMPTY = join(CHECKOUT, '.cache', 'bench-ui', 'empty');
export const BASELINE = join(CHECKOUT, '.cache', 'bench-ui', 'baseline', 'index.html');

/** Two windows are open at once and neither may be held to be out of sight. */
const STEADY = ['--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding', '--disable-background-timer-throttling'];

export const sandbox = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** A user whose Stet opens a project of so many articles: a copy, to be worked on. The caller removes the home. */
export async function homeWith({ cache, tell }: Bench, articles: number): Promise<{ readonly home: string; readonly projectPath: string; readonly folder: string }> {
  const { projectPath, folder } = await paperProject(cache, articles, (done, of) => tell(`writing generated pages: ${done} of ${of} articles`));
  if (articles >= MANY) await lookThrough(projectPath, folder, tell);
  const home = await freshHome();
  const copy = join(home, 'Documents', 'paper.stet');
  cpSync(projectPath, copy, { recursive: true });
  settle(home, copy, folder);
  return { home, projectPath: copy, folder };
}

const MANY = 1_000; // articles from which on looking them through takes long enough to be told, and to be felt
const LOOKED_THROUGH = 3_600_000; // milliseconds that this may take

/** Has Stet look a project through for misreadings, once: what an archive waits for after it was read is no part of any figure. */
async function lookThrough(projectPath: string, folder: string, tell: (line: string) => void): Promise<void> {
  const mark = join(dirname(projectPath), `looked-through-${LANGUAGE_COUNTING}`); // counted otherwise, all is looked through again
  if (existsSync(mark)) return;
  tell('having Stet look through the generated pages for misreadings');
  const home = await freshHome();
  settle(home, projectPath, folder);
  const stet = await launchStet({ home, args: STEADY });
  try {
    const job = stet.page.locator('.job').filter({ hasText: 'Looking for misreadings' });
    await job.waitFor({ timeout: LOOKED_THROUGH });
    await job.waitFor({ state: 'detached', timeout: LOOKED_THROUGH });
  } finally {
    await stet.quit();
    rmSync(home, { recursive: true, force: true });
  }
  writeFileSync(mark, '');
}

/** Writes the settings with which Stet opens a project by itself. */
function settle(home: string, projectPath: string, folder: string): void {
  mkdirSync(join(home, 'data'), { recursive: true });
  const bounds = { x: 0, y: 0, width: 1440, height: 900, maximized: false };
  const projects = [{ id: 'paper', projectPath, folder, openedAt: '2026-01-01T00:00:00.000Z' }];
  writeFileSync(join(home, 'data', 'settings.json'), JSON.stringify({ projects, lastProject: 'paper', bounds, theme: 'light' }));
}

/** Stet on a project of so many articles, its rows in sight. `quit` also removes what it worked on. */
export async function stetWith(bench: Bench, articles: number): Promise<Stet & { readonly folder: string; readonly projectPath: string }> {
  const { home, folder, projectPath } = await homeWith(bench, articles);
  const stet = await launchStet({ home, args: STEADY });
  await stet.page.getByRole('row').nth(5).waitFor();
  return {
    ...stet, folder, projectPath,
    quit: async () => {
      await stet.quit();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export type Plain = { readonly app: ElectronApplication; readonly page: Page; readonly quit: () => Promise<void> };

/** The plain page that ours is held against, in an Electron of the same version that does nothing else. */
export async function plainPage(): Promise<Plain> {
  const plain = await launchPlain([`--page=${BASELINE}`]);
  await plain.page.waitForFunction(() => 'baseline' in window);
  return plain;
}

/** An empty window and a utility process that does nothing. */
export const idleProgram = (): Promise<Plain> => launchPlain(['--idle']);

async function launchPlain(args: readonly string[]): Promise<Plain> {
  const home = await freshHome();
  const app = await _electron.launch({
    args: [EMPTY, ...args, `--user-data-dir=${join(home, 'data')}`, ...sandbox(), ...STEADY],
    chromiumSandbox: process.getuid?.() !== 0,
    colorScheme: null,
    env: userEnvironment(home, 'en'),
  });
  return {
    app,
    page: await app.firstWindow(),
    quit: async () => {
      await app.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
