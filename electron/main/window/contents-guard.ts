import { app } from 'electron';
import type { WebContents } from 'electron';

/**
 * Keeps every page Electron ever makes where it is: no navigation, no new windows, no embedded ones.
 * `home` is the page's address. Has to run before any is made.
 */
export function guardContents(home: string): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, home));
}

function guard(contents: WebContents, home: string): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Chromium goes to about: pages, or to an error page in their place, without asking anybody.
  const comeBack = (url: string): void => {
    if (url.startsWith('about:')) void contents.loadURL(home);
  };
  contents.on('did-navigate', (_event, url) => comeBack(url));
  contents.on('did-fail-load', (_event, _code, _text, url, isMainFrame) => {
    if (isMainFrame) comeBack(url);
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
