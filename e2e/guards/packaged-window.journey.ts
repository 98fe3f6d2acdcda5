import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { CALL_NAMES } from '#contract/calls.ts';
import { EVENT_NAMES } from '#contract/events.ts';
import { pdfOf } from '../../electron/engine/companion/testing/picture-files.ts';
import { CHECKOUT, expect, test as base, userEnvironment } from '../pages/app.ts';
import { lookAround, tryNetwork, tryScripts } from '../pages/attempts.ts';
import { openCountingServer } from '../pages/counting-server.ts';

// What is given away is another binary with other fuses: Playwright cannot be told of by Node's inspector there, so the
// window is driven over Chromium's own protocol.

const manifest = JSON.parse(await readFile(join(CHECKOUT, 'package.json'), 'utf8')) as { readonly productName: string };

const BINARY = join(
  CHECKOUT,
  'release',
  ...({ linux: ['linux-unpacked', 'stet'], darwin: ['mac', `${manifest.productName}.app`, 'Contents', 'MacOS', manifest.productName], win32: ['win-unpacked', `${manifest.productName}.exe`] }[
    process.platform as string
  ] ?? []),
);

/** How a fuse that is on is written in the binary. */
const ON = '1';

type Packaged = { readonly page: Page; readonly said: readonly string[]; readonly quit: () => Promise<void> };

const test = base.extend<{ readonly packaged: Packaged }>({
  packaged: async ({ home }, use) => {
    const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const program = spawn(BINARY, [...flags, '--inspect=0', '--remote-debugging-port=0', `--user-data-dir=${join(home, 'data')}`], {
      // Nothing of this may matter to a packaged Stet.
      env: { ...userEnvironment(home, 'en'), ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require /not/there.js', STET_DEV_SERVER: 'http://127.0.0.1:9/' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: string[] = [];
    const browser = await chromium.connectOverCDP(await devToolsAddress(program, said));
    const page = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.waitForEvent('page'));
    if (page === undefined) throw new Error('the packaged Stet has no window');
    await page.waitForLoadState('domcontentloaded');
    const quit = async (): Promise<void> => {
      if (program.exitCode !== null) return;
      const gone = once(program, 'exit');
      await page.close();
      await gone;
    };
    await use({ page, said, quit });
    await quit();
  },
});

async function devToolsAddress(program: ChildProcess, said: string[]): Promise<string> {
  if (program.stderr === null) throw new Error('no stderr');
  const lines = createInterface(program.stderr);
  return new Promise((resolve, reject) => {
    program.once('error', reject);
    program.once('exit', (code) => reject(new Error(`the packaged Stet ended with ${code}: ${said.join('\n')}`)));
    lines.on('line', (line) => {
      said.push(line);
      const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

test('a packaged Stet opens its own page, sealed as in development', async ({ packaged }) => {
  const { page, said, quit } = packaged;
  expect(page.url()).toBe('app://stet/');
  const exposed = await lookAround(page);
  expect(exposed).toEqual({ names: ['calls', 'events'], calls: CALL_NAMES, events: EVENT_NAMES, others: 0, node: [] });

  const { ran, ...attempts } = await tryScripts(page);
  expect(ran).toBe('undefined');
  expect(Object.values(attempts)).not.toContain('done');

  expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
  const server = await openCountingServer();
  try {
    expect(await tryNetwork(page, server.origin)).toEqual(expect.arrayContaining(['img-src', 'connect-src']));
    await page.evaluate((origin) => void (location.href = origin), server.origin);
    expect(await page.evaluate(async () => (await window.stet.calls['app.state']({})).ok)).toBe(true);
    expect(page.url()).toBe('app://stet/');
    await quit();
    expect(server.seen()).toEqual([]);
  } finally {
    await server.close();
  }
  expect(said.filter((line) => /Debugger listening/.test(line))).toEqual([]); // Node's inspector stays shut
});

test('a packaged Stet reads the samples with its own engine, and draws a page of a PDF beside one', async ({ packaged, home }) => {
  const { page } = packaged;
  const opened = await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  expect(opened).toMatchObject({ ok: true, value: { name: 'Samples' } });
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const info = await window.stet.calls['project.info']({});
        return info.ok ? info.value.articles : info.error.code;
      }),
    )
    .toBeGreaterThan(20);

  const [samples] = await readdir(join(home, 'Documents'), { recursive: true }).then((paths) => paths.filter((path) => path.endsWith('.txt')).sort());
  if (samples === undefined) throw new Error('the samples are not where documents are');
  await writeFile(join(home, 'Documents', samples.replace(/\.txt$/, '.pdf')), pdfOf(595, 842, [[200, 30, 30]]));
  const drawn = (): Promise<string> =>
    page.evaluate(async () => {
      const rows = await window.stet.calls['library.rows']({ offset: 0, limit: 200, filter: {}, sort: [] });
      if (!rows.ok) return rows.error.code;
      for (const issue of new Set(rows.value.rows.map((row) => row.issue))) {
        const found = await window.stet.calls['companion.find']({ issue });
        if (!found.ok || found.value === null) continue;
        const image = await window.stet.calls['companion.image']({ issue, page: 0 });
        return image.ok ? `${image.value.image.kind} ${image.value.pages}` : image.error.code;
      }
      return 'no picture';
    });
  await expect.poll(drawn).toBe('pixels 1');
});

test('the packaged binary has its fuses set', async () => {
  const wire = await getCurrentFuseWire(BINARY);
  const state = (fuse: FuseV1Options): boolean => String.fromCharCode(wire[fuse] ?? 0) === ON;
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    nodeInspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    fileProtocolPrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    archiveIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyFromArchive: state(FuseV1Options.OnlyLoadAppFromAsar),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    nodeInspect: false,
    fileProtocolPrivileges: false,
    cookieEncryption: true,
    archiveIntegrity: true,
    onlyFromArchive: true,
  });
});
