import type { Page } from '@playwright/test';

/** What a page finds in its window: the bridge's names, and whatever of Node or Electron has slipped in. */
export function lookAround(page: Page) {
  return page.evaluate(() => ({
    names: Object.keys(window.stet).sort(),
    calls: Object.keys(window.stet.calls).sort(),
    events: Object.keys(window.stet.events).sort(),
    others: [...Object.values(window.stet.calls), ...Object.values(window.stet.events)].filter((value) => typeof value !== 'function').length,
    node: ['require', 'process', 'Buffer', 'module', 'global', '__dirname', 'setImmediate', 'electron', 'ipcRenderer'].filter((name) => name in window),
  }));
}

/** Tries every way a text could become script or markup. Gives what came of each; `ran` tells whether one of them ran. */
export function tryScripts(page: Page): Promise<Readonly<Record<string, string>>> {
  // In a timer of the page's own: what Playwright evaluates is exempt from the policy, what the page runs later is not.
  return page.evaluate(
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
          attempt('policy', () => (window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }).trustedTypes.createPolicy('any', {}));
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
}

/**
 * Tries every way a page could reach a server. Gives the directives of the policy that were violated. Some kinds fail without a word:
 * whether anything got through is the server's to say, once Stet has quit.
 */
export function tryNetwork(page: Page, server: string): Promise<readonly string[]> {
  return page.evaluate(async (origin) => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
    const put = <K extends keyof HTMLElementTagNameMap>(tag: K, properties: Partial<HTMLElementTagNameMap[K]>): void => {
      document.body.append(Object.assign(document.createElement(tag), properties));
    };
    const attempts: readonly (() => unknown)[] = [
      () => put('img', { src: `${origin}/img` }),
      () => put('iframe', { src: `${origin}/frame` }),
      () => put('video', { src: `${origin}/video` }),
      () => put('object', { data: `${origin}/object` }),
      ...['stylesheet', 'preload', 'prefetch', 'preconnect', 'dns-prefetch', 'icon', 'manifest'].map(
        (rel) => () => put('link', { rel, as: 'image', href: `${origin}/${rel}` }),
      ),
      () => fetch(`${origin}/fetch`).catch(() => undefined),
      () => fetch('app://stet/', { method: 'POST', body: 'x' }).catch(() => undefined),
      () => navigator.sendBeacon(`${origin}/beacon`, 'x'),
      () => new WebSocket(origin.replace('http', 'ws')),
      () => new EventSource(`${origin}/events`),
      () => new Worker('data:text/javascript,fetch(1)'),
      () => navigator.serviceWorker.register('/worker.js').catch(() => undefined),
      () => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: origin.replace('http://', 'turn:'), username: 'x', credential: 'x' }] });
        peer.createDataChannel('x');
        void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
      },
      () => {
        const form = Object.assign(document.createElement('form'), { action: `${origin}/form` });
        document.body.append(form);
        form.submit();
      },
    ];
    for (const attempt of attempts) {
      try {
        await attempt();
      } catch {
        // refused out loud
      }
    }
    // A load of our own, to its end: those before it have had their turn.
    await new Promise<void>((resolve) => {
      const last = new Image();
      last.addEventListener('error', () => resolve());
      last.src = 'app://stet/not-there.png';
    });
    return seen;
  }, server);
}
