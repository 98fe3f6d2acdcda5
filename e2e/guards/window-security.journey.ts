import { CALL_NAMES } from '#contract/calls.ts';
import { EVENT_NAMES } from '#contract/events.ts';
import { expect, test } from '../pages/app.ts';
import { lookAround, tryNetwork, tryScripts } from '../pages/attempts.ts';
import { openCountingServer } from '../pages/counting-server.ts';

type Preferences = Readonly<Record<string, unknown>>;

test('every page of Electron’s runs by itself, without Node', async ({ launch }) => {
  const { app } = await launch();
  const all = await app.evaluate(({ webContents }) =>
    // Electron has it and does not declare it.
    webContents.getAllWebContents().map((contents) => (contents as unknown as { getLastWebPreferences: () => Preferences }).getLastWebPreferences()),
  );
  expect(all).toHaveLength(1);
  for (const preferences of all) {
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
  }
});

test('developer tools stay shut and the spell checker, which fetches dictionaries, is off', async ({ launch }) => {
  const { app } = await launch();
  const state = await app.evaluate(({ webContents, session }) => {
    const all = webContents.getAllWebContents();
    for (const contents of all) contents.openDevTools();
    return { tools: all.map((contents) => contents.isDevToolsOpened()), spelling: session.defaultSession.isSpellCheckerEnabled() };
  });
  expect(state).toEqual({ tools: [false], spelling: false });
});

test('the page has the contract’s names and nothing of Node or Electron', async ({ launch }) => {
  const { page } = await launch();
  const exposed = await lookAround(page);
  expect(exposed).toEqual({ names: ['calls', 'events'], calls: CALL_NAMES, events: EVENT_NAMES, others: 0, node: [] });
});

test('the page cannot replace what the bridge gave it', async ({ launch }) => {
  const { page } = await launch();
  const kept = await page.evaluate(() => {
    const before = window.stet.calls['app.state'];
    const attempts = [
      () => Object.assign(window, { stet: null }),
      () => Object.assign(window.stet, { calls: null }),
      () => Object.assign(window.stet.calls, { 'app.state': null }),
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch {
        // refused out loud
      }
    }
    return window.stet.calls['app.state'] === before;
  });
  expect(kept).toBe(true);
});

test('an event gives its payload and no event object', async ({ launch }) => {
  const { page } = await launch();
  const heard = await page.evaluate(
    () =>
      new Promise<readonly string[][]>((resolve) => {
        window.stet.events['app.changed']((...args: readonly unknown[]) => resolve(args.map((arg) => Object.keys(arg as object).sort())));
        void window.stet.calls['app.setTheme']({ theme: 'dark' });
      }),
  );
  expect(heard).toEqual([['electron', 'keys', 'language', 'languageSetting', 'notOpened', 'project', 'reading', 'recent', 'theme', 'themeSetting', 'version']]);
});

test('the content security policy comes with a nonce of its own for each load', async ({ launch }) => {
  const { app } = await launch();
  const loads = await app.evaluate(async ({ net }) => {
    const load = async (): Promise<{ policy: string; html: string }> => {
      const response = await net.fetch('app://stet/');
      return { policy: response.headers.get('content-security-policy') ?? '', html: await response.text() };
    };
    return [await load(), await load()];
  });
  const nonces = loads.map(({ policy, html }) => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(html).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
    return nonce;
  });
  expect(nonces[0]?.length).toBeGreaterThan(20);
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('text becomes neither script nor markup', async ({ launch }) => {
  const { page } = await launch();
  const outcome = await tryScripts(page);
  const { ran, ...attempts } = outcome;
  expect(ran).toBe('undefined');
  expect(Object.keys(attempts)).toHaveLength(11);
  expect(Object.entries(attempts).filter(([, result]) => result === 'done')).toEqual([]);
});

test('nothing reaches the network, whatever the page tries', async ({ launch }) => {
  const { app, page, quit } = await launch();
  const server = await openCountingServer();
  try {
    const violations = await tryNetwork(page, server.origin);
    expect(violations).toEqual(expect.arrayContaining(['img-src', 'style-src-elem', 'connect-src']));
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getURL()))).toEqual(['app://stet/']);
    await quit();
    expect(server.seen()).toEqual([]);
  } finally {
    await server.close();
  }
});

test('where the page’s own policy would not hold, the session still lets nothing out', async ({ launch }) => {
  const { app } = await launch();
  const server = await openCountingServer();
  try {
    const outcome = await app.evaluate(async ({ session, net }, origin) => {
      const attempt = (asked: Promise<unknown>): Promise<string> => asked.then(() => 'answered', (error: unknown) => String(error));
      return [await attempt(session.defaultSession.fetch(`${origin}/session`)), await attempt(net.fetch(`${origin}/net`))];
    }, server.origin);
    for (const result of outcome) expect(result).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(server.seen()).toEqual([]);
  } finally {
    await server.close();
  }
});
