import { expect, test } from '../pages/app.ts';

// Where a page must never go, in every spelling: other schemes, other hosts of ours, files, UNC, scripts.
const ELSEWHERE = [
  'http://127.0.0.1:9/', 'https://example.org/', 'http://[::1]/', '//example.org/', 'ftp://example.org/', 'ws://example.org/',
  'file:///etc/passwd', 'file://localhost/etc/passwd', 'file:////server/share', '\\\\server\\share', 'filesystem:app://stet/temporary/x',
  'app://other/', 'app://stet.example.org/', 'app://stet@example.org/', 'app://stet:80/', 'app:stet', 'app:///etc/passwd', 'app://stet/index.html', 'app://stet/elsewhere',
  'data:text/html,<h1>x', 'data:text/html;base64,PGgxPng=', 'blob:app://stet/0', 'javascript:void(document.title=1)', 'view-source:app://stet/',
  'chrome://settings', 'chrome://gpu', 'chrome-extension://x/', 'devtools://devtools/bundled/inspector.html', 'mailto:a@example.org', 'tel:1',
  'smb://server/share', 'ms-settings:', 'vscode://file/x', 'intent://x', 'steam://run/1', 'magnet:?x', 'jar:file:///x', 'blob:null/x',
];

test('no address leads the page away, opens a window or starts another program', async ({ launch }) => {
  const { app, page } = await launch();
  await app.evaluate(({ webContents, shell }) => {
    const seen = { gone: 0, external: 0 };
    Object.assign(globalThis, { seen });
    shell.openExternal = async () => void (seen.external += 1);
    for (const contents of webContents.getAllWebContents()) {
      contents.on('did-navigate', () => (seen.gone += 1));
      contents.on('did-frame-navigate', () => (seen.gone += 1));
    }
  });
  await page.evaluate(() => Object.assign(window, { stillHere: true }));

  for (const address of ELSEWHERE) {
    const opened = await page.evaluate((url) => {
      const attempt = (act: () => unknown): unknown => {
        try {
          return act();
        } catch {
          return null; // refused out loud
        }
      };
      const click = (target: string): void => {
        const link = document.createElement('a');
        Object.assign(link, { href: url, target });
        document.body.append(link);
        link.click();
        link.remove();
      };
      attempt(() => (location.href = url));
      attempt(() => location.assign(url));
      attempt(() => click(''));
      attempt(() => click('_blank'));
      attempt(() => click('stet-other'));
      return [attempt(() => window.open(url)), attempt(() => window.open(url, '_top'))].map((result) => result === null);
    }, address);
    expect(opened[0], address).toBe(true);
    // An answer from main comes after what the page sent it before.
    expect(await page.evaluate(async () => (await window.stet.calls['app.state']({})).ok).catch(String), address).toBe(true);
    expect(page.url(), address).toBe('app://stet/');
  }

  expect(await page.evaluate(() => (window as unknown as { stillHere?: boolean }).stillHere)).toBe(true);
  const after = await app.evaluate(({ webContents }) => ({
    seen: (globalThis as unknown as { seen: { gone: number; external: number } }).seen,
    pages: webContents.getAllWebContents().length,
  }));
  expect(after).toEqual({ seen: { gone: 0, external: 0 }, pages: 1 });
});

for (const address of ['about:blank', 'about:srcdoc']) {
  test(`${address}, which Chromium shows without asking, leads straight back`, async ({ launch }) => {
    const { app, page } = await launch();
    await app.evaluate(({ webContents }) => {
      const visited: string[] = [];
      Object.assign(globalThis, { visited });
      webContents.getAllWebContents()[0]?.on('did-navigate', (_event, url) => visited.push(url));
    });
    await page.evaluate((url) => void setTimeout(() => (location.href = url)), address);
    await expect.poll(() => app.evaluate(() => (globalThis as unknown as { visited: readonly string[] }).visited)).toContain('app://stet/');
    await page.waitForURL('app://stet/');
    // The page may be on its way back a second time: asking it then fails, and is asked again.
    const answers = () => page.evaluate(async () => (await window.stet.calls['app.state']({})).ok).catch(() => false);
    await expect.poll(answers).toBe(true);
  });
}

test('every permission is denied', async ({ launch }) => {
  const { page } = await launch();
  const NAMES = [
    'accelerometer', 'background-fetch', 'background-sync', 'camera', 'clipboard-read', 'clipboard-write', 'display-capture', 'geolocation',
    'gyroscope', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'nfc', 'notifications', 'persistent-storage',
    'screen-wake-lock', 'storage-access', 'window-management',
  ];
  const states = await page.evaluate(
    (names) =>
      Promise.all(
        names.map(async (name) => {
          const status = await navigator.permissions.query({ name } as unknown as PermissionDescriptor).catch(() => null);
          return [name, status?.state ?? 'unknown'] as const;
        }),
      ),
    NAMES,
  );
  expect(states.filter(([, state]) => state === 'granted')).toEqual([]);
  expect(states.filter(([, state]) => state === 'denied').length).toBeGreaterThan(8);

  const asked = await page.evaluate(async () => {
    const outcome = (promise: Promise<unknown>): Promise<string> => promise.then(String, (error: unknown) => (error instanceof Error ? error.name : 'refused'));
    return {
      camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await outcome(navigator.mediaDevices.getDisplayMedia()),
      notifications: await outcome(Notification.requestPermission()),
      clipboard: await outcome(navigator.clipboard.readText()),
      place: await outcome(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, () => reject(new Error('denied'))))),
    };
  });
  expect(asked).toEqual({ camera: expect.stringMatching(/Error$/), screen: expect.stringMatching(/Error$/), notifications: 'denied', clipboard: expect.stringMatching(/Error$/), place: 'Error' });
});

// What a path of app://stet/ must never mean.
const PATHS = [
  'app://stet/../package.json', 'app://stet/../../package.json', 'app://stet/%2e%2e/package.json', 'app://stet/%2e%2e%2fpackage.json',
  'app://stet/..%2f..%2fetc/passwd', 'app://stet/..%5c..%5cpackage.json', 'app://stet/%5c..%5cpackage.json', 'app://stet/assets/..%2f..%2f..%2fpackage.json',
  'app://stet/%00', 'app://stet/index.html%00.png', 'app://stet//etc/passwd', 'app://stet/%2fetc%2fpasswd', 'app://stet/C:/Windows/win.ini',
  'app://stet/%252e%252e%252fpackage.json', 'app://stet/main/main.js', 'app://stet/index.html/', 'app://stet/assets/', 'app://stet/INDEX.HTML',
  'app://stet/__proto__', 'app://stet/constructor', 'app://other/index.html', 'app://stet.example.org/index.html', 'app:///index.html',
];

test('app:// gives the files of the page and nothing beside them', async ({ launch }) => {
  const { app } = await launch();
  const answers = await app.evaluate(
    ({ net }, paths) =>
      Promise.all(
        paths.map(async (path) => {
          const outcome = await net.fetch(path).then((response) => response.status, () => 'refused');
          return [path, outcome] as const;
        }),
      ),
    PATHS,
  );
  expect(answers.filter(([, outcome]) => outcome !== 404 && outcome !== 'refused')).toEqual([]);
  const others = await app.evaluate(async ({ net }) => ({
    index: (await net.fetch('app://stet/index.html')).status,
    post: (await net.fetch('app://stet/index.html', { method: 'POST', body: 'x' })).status,
  }));
  expect(others).toEqual({ index: 200, post: 404 });
});
