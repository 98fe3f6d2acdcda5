import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, test as base } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Bridge } from '#contract/bridge.ts';

declare global {
  interface Window {
    readonly stet: Bridge;
  }
}

/** The folder that is opened as an app: this checkout, whose dist/ the checks have built. */
export const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));

export type LaunchOptions = {
  /** A home folder made by `freshHome`; the same one again is the same user starting Stet again. Left out: a fresh one. */
  readonly home?: string;
  /** The system's language. */
  readonly language?: 'en' | 'zh-Hans';
  /** What the system's folder dialogs answer, in order; null is Cancel. A dialog more than that fails the test. */
  readonly dialogs?: readonly (string | null)[];
  /** Arguments for Electron beside those the launcher needs. */
  readonly args?: readonly string[];
};

/** A Stet that runs, with what a journey does to it from outside its window. */
export type Stet = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly home: string;
  readonly documents: string;
  /** What the page complained about: uncaught errors and console errors. A journey without a reason for one expects none. */
  readonly complaints: readonly string[];
  readonly answerDialogs: (...answers: readonly (string | null)[]) => Promise<void>;
  /** Process ids of the engines that run now. */
  readonly engines: () => Promise<readonly number[]>;
  readonly quit: () => Promise<void>;
};

/** Starts Stet in a real window, as a user of its own, and waits for its page. Electron is the one the checks have named. */
export async function launchStet(options: LaunchOptions = {}): Promise<Stet> {
  const home = options.home ?? (await freshHome());
  const app = await _electron.launch({
    args: [CHECKOUT, `--user-data-dir=${join(home, 'data')}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...(options.args ?? [])],
    chromiumSandbox: process.getuid?.() !== 0,
    colorScheme: null, // what Stet asks for, not what Playwright would have it look like
    env: userEnvironment(home, options.language ?? 'en'),
  });
  const complaints: string[] = [];
  const page = await app.firstWindow();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.waitForLoadState('domcontentloaded');
  const stet: Stet = {
    app,
    page,
    home,
    documents: join(home, 'Documents'),
    complaints,
    answerDialogs: (...answers) => answerDialogs(app, answers),
    engines: () =>
      app.evaluate((electron) =>
        electron.app
          .getAppMetrics()
          .filter((metric) => metric.name === 'Stet Engine')
          .map((metric) => metric.pid),
      ),
    quit: () => app.close(),
  };
  await stet.answerDialogs(...(options.dialogs ?? []));
  return stet;
}

/** Makes a home folder for one user, with a documents folder in it. Whoever made it removes it. */
export async function freshHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'stet-home-'));
  await mkdir(join(home, '.config'));
  await mkdir(join(home, 'Documents'));
  await writeFile(join(home, '.config', 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Documents"\n');
  return home;
}

type Fixtures = {
  /** A home folder, removed after the test. */
  readonly home: string;
  /** `launchStet` in that home; what still runs after the test is quit. */
  readonly launch: (options?: Omit<LaunchOptions, 'home'>) => Promise<Stet>;
};

/** Playwright's `test` with a user of its own for each test. */
export const test = base.extend<Fixtures>({
  home: async ({}, use) => {
    const home = await freshHome();
    await use(home);
    await rm(home, { recursive: true, force: true });
  },
  launch: async ({ home }, use) => {
    const launched: Stet[] = [];
    await use(async (options = {}) => {
      const stet = await launchStet({ ...options, home });
      launched.push(stet);
      return stet;
    });
    for (const stet of launched) await stet.quit();
  },
});

export { expect } from '@playwright/test';

/** What a program started for that user has in its environment. */
export function userEnvironment(home: string, language: 'en' | 'zh-Hans'): Record<string, string> {
  const locale = language === 'en' ? 'en_US' : 'zh_CN';
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !/^XDG_|^LC_/.test(entry[0]));
  return { ...Object.fromEntries(inherited), HOME: home, LANG: `${locale}.UTF-8`, LANGUAGE: locale };
}

// The dialogs are the system's, drawn outside the page: a test answers in their place. What calls them is the real thing.
async function answerDialogs(app: ElectronApplication, answers: readonly (string | null)[]): Promise<void> {
  await app.evaluate(({ dialog }, list) => {
    const left = [...list];
    dialog.showOpenDialog = async () => {
      const path = left.shift();
      if (path === undefined) throw new Error('a folder dialog the test did not expect');
      return path === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [path] };
    };
    dialog.showSaveDialog = async () => {
      const path = left.shift();
      if (path === undefined) throw new Error('a file dialog the test did not expect');
      return path === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: path };
    };
  }, answers);
}
