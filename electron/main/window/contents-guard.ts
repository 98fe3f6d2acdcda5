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
  comeBackFromNowhere(contents, home);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Chromium goes to about: pages, or to an error page in their place, without asking anybody: then the page is loaded anew. */
function comeBackFromNowhere(contents: WebContents, home: string): void {
  let isComing = false; // one way out is told twice: as a failure and as a place
  const look = (url: string): void => {
    if (!url.startsWith('about:')) isComing = false;
    else if (!isComing) {
      isComing = true;
      contents.loadURL(home).catch(() => (isComing = false));
    }
  };
  contents.on('did-navigate', (_event, url) => look(url));
  contents.on('did-fail-load', (_event, _code, _text, url, isMainFrame) => {
    if (isMainFrame && url.startsWith('about:')) look(url);
  });
}
