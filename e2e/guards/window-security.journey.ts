import { CALL_NAMES } from '#contract/calls.ts';
import { EVENT_NAMES } from '#contract/events.ts';
import { expect, test } from '../pages/app.ts';
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
  const exposed = await page.evaluate(() => ({
    names: Object.keys(window.stet).sort(),
    calls: Object.entries(window.stet.calls).map(([name, call]) => [name, typeof call]),
    events: Object.entries(window.stet.events).map(([name, subscribe]) => [name, typeof subscribe]),
    node: ['require', 'process', 'Buffer', 'module', 'global', '__dirname', 'setImmediate', 'electron', 'ipcRenderer'].filter((name) => name in window),
  }));
  expect(exposed.names).toEqual(['calls', 'events']);
  expect(exposed.calls.sort()).toEqual(CALL_NAMES.map((name) => [name, 'function']));
  expect(exposed.events.sort()).toEqual(EVENT_NAMES.map((name) => [name, 'function']));
  expect(exposed.node).toEqual([]);
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
  expect(heard).toEqual([['electron', 'language', 'languageSetting', 'project', 'recent', 'theme', 'themeSetting', 'version']]);
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
  // In a timer of the page's own: what Playwright evaluates is exempt from the policy, what the page runs later is not.
  const outcome = await page.evaluate(
    () =>
      new Promise<Readonly<Record<string, string>>>((resolve) => {
        const results: Record<string, string> = {};
        const attempt = (name: string, act: () => void): void => {
          try {
            act();
            results[name] = 'done';
          } catch (error) {
            results[name] = error instanceof Error ? error.name : String(error);
          }
        };
        const place = document.createElement('div');
        setTimeout(() => {
          attempt('eval', () => void (0, eval)('window.ran = 1'));
          attempt('Function', () => void new Function('window.ran = 1')());
          attempt('timer', () => void setTimeout('window.ran = 1'));
          attempt('innerHTML', () => (place.innerHTML = '<img src=x onerror="window.ran = 1">'));
          attempt('insertAdjacentHTML', () => place.insertAdjacentHTML('beforeend', '<b>x</b>'));
          attempt('document.write', () => document.write('<b>x</b>'));
          attempt('script text', () => (document.createElement('script').text = 'window.ran = 1'));
          attempt('script address', () => (document.createElement('script').src = 'data:text/javascript,window.ran=1'));
          attempt('parser', () => void new DOMParser().parseFromString('<b>x</b>', 'text/html'));
          attempt('policy', () => void (window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }).trustedTypes.createPolicy('any', {}));
          const handler = document.createElement('button');
          handler.setAttribute('id', 'inline-handler');
          attempt('handler', () => handler.setAttribute('onclick', 'window.ran = 1'));
          document.body.append(handler);
          handler.click();
          const link = document.createElement('a');
          link.href = 'javascript:void(window.ran = 1)';
          link.click();
          handler.remove();
          setTimeout(() => resolve({ ...results, ran: String((window as unknown as { ran?: number }).ran) }));
        });
      }),
  );
  const { ran, ...attempts } = outcome;
  expect(ran).toBe('undefined');
  expect(Object.keys(attempts)).toHaveLength(11);
  for (const [name, result] of Object.entries(attempts)) {
    // An attribute can be set; what it would run is refused when it is clicked.
    if (name !== 'handler') expect(result, name).not.toBe('done');
  }
});

test('nothing reaches the network, whatever the page tries', async ({ launch }) => {
  const { app, page } = await launch();
  const server = await openCountingServer();
  try {
    const violations = await page.evaluate(async (origin) => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
      const load = <K extends keyof HTMLElementTagNameMap>(tag: K, set: (element: HTMLElementTagNameMap[K]) => void): Promise<void> =>
        new Promise((resolve) => {
          const element = document.createElement(tag);
          element.addEventListener('load', () => resolve());
          element.addEventListener('error', () => resolve());
          try {
            set(element);
          } catch {
            return resolve(); // refused out loud
          }
          document.body.append(element);
          setTimeout(resolve, 500); // some kinds fail without a word
        });
      await load('img', (img) => (img.src = `${origin}/img`));
      await load('iframe', (frame) => (frame.src = `${origin}/frame`));
      await load('video', (video) => (video.src = `${origin}/video`));
      await load('object', (object) => (object.data = `${origin}/object`));
      for (const rel of ['stylesheet', 'preload', 'prefetch', 'preconnect', 'dns-prefetch', 'icon', 'manifest']) {
        await load('link', (link) => Object.assign(link, { rel, as: 'image', href: `${origin}/${rel}` }));
      }
      await fetch(`${origin}/fetch`).catch(() => undefined);
      await fetch('app://stet/', { method: 'POST', body: 'x' }).catch(() => undefined);
      navigator.sendBeacon(`${origin}/beacon`, 'x');
      const attempts = [
        () => new WebSocket(origin.replace('http', 'ws')),
        () => new EventSource(`${origin}/events`),
        () => new Worker('data:text/javascript,fetch(1)'),
        () => void navigator.serviceWorker.register('/worker.js').catch(() => undefined),
        () => {
          const form = document.createElement('form');
          form.action = `${origin}/form`;
          document.body.append(form);
          form.submit();
        },
      ];
      for (const attempt of attempts) {
        try {
          attempt();
        } catch {
          // refused out loud
        }
      }
      await settle();
      return seen;
    }, server.origin);
    expect(violations).toEqual(expect.arrayContaining(['img-src', 'frame-src', 'media-src', 'connect-src']));
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getURL()))).toEqual(['app://stet/']);
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
