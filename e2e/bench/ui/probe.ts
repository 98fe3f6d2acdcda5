import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Waits for the next key. Resolves with the milliseconds from its event to the frame that showed the page another than it was, painted. */
    benchProbe: (what: string) => Promise<number>;
    /** What is looked at of the page: as it stands, and as it was in the frame that was taken for the result of the last key. */
    benchSeen: { now: () => string; painted: string };
  }
}

// From the key event's time stamp to the first task after the frame in which the page was another: requestAnimationFrame runs just before that frame is
// laid out and painted, and a message posted from it arrives just after. The Event Timing API would say the same rounded to 8 ms, which is too coarse for ratios.
function install(): void {
  const seen = () => [
    document.querySelector('[data-passage][aria-current="true"]')?.getAttribute('data-passage'),
    document.querySelector('[data-passage]')?.getAttribute('data-passage'),
    document.querySelectorAll('.rule').length,
    document.querySelectorAll('.answers').length,
    document.querySelector('.cm-content')?.textContent?.length,
  ].join(' ');
  // Whoever shows an empty place, or the right one beyond the edge of the window, has shown nothing. Looked at when the time is taken: to measure lays a page out.
  const isShown = () => {
    const current = document.querySelector('[data-passage][aria-current="true"]');
    if (!current) return true;
    const { top, bottom } = current.getBoundingClientRect();
    return current.textContent !== '' && bottom > 0 && top < window.innerHeight;
  };
  const PATIENCE = 5_000;
  window.benchSeen = { now: seen, painted: seen() };
  window.benchProbe = (what) =>
    new Promise((resolve, reject) => {
      const before = seen();
      const painted = new MessageChannel();
      let begun = 0;
      let looking = 0; // milliseconds that the looking took itself: a page with more in it is longer to be looked at, which is nothing of its own doing
      const look = () => {
        const from = performance.now();
        window.benchSeen.painted = seen();
        looking += performance.now() - from;
        if (window.benchSeen.painted !== before) painted.port2.postMessage(null);
        else if (performance.now() - begun < PATIENCE) requestAnimationFrame(look);
        else reject(new Error(`${what} changed nothing: ${before}`));
      };
      painted.port1.onmessage = () => {
        const time = performance.now() - begun - looking;
        painted.port1.close();
        if (isShown()) resolve(time);
        else reject(new Error(`${what}: where the focus is cannot be seen`));
      };
      const listen = (event: KeyboardEvent) => {
        if (['Control', 'Shift', 'Alt'].includes(event.key)) return;
        window.removeEventListener('keydown', listen, true);
        begun = event.timeStamp;
        requestAnimationFrame(look);
      };
      window.addEventListener('keydown', listen, true);
    });
}

/** Makes a page ready to be measured. */
export const installProbe = (page: Page): Promise<void> => page.evaluate(install);

/** Presses a key and returns the milliseconds to its painted result. */
export async function keyToPaint(page: Page, key: string): Promise<number> {
  // Not awaited before the key: the promise is the answer to it. The handle says that the listener is there.
  const asked = await page.evaluateHandle((what) => ({ painted: window.benchProbe(what) }), key);
  await page.keyboard.press(key);
  const time = await asked.evaluate(({ painted }) => painted);
  await asked.dispose();
  return time;
}

/** Fails where the frame that was timed did not show all of what the key did: what came later does not count as shown. */
export async function wasWhole(page: Page, key: string): Promise<void> {
  const { now, painted } = await page.evaluate(() => ({ now: window.benchSeen.now(), painted: window.benchSeen.painted }));
  if (now !== painted) throw new Error(`${key}: painted was ${painted}, and in the end it is ${now}`);
}

const twoFrames = (page: Page): Promise<void> => page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

/** Lets a page come to rest: what was done is shown and saved, two frames are drawn, and what follows from it a little later has happened. */
export async function rest(page: Page): Promise<void> {
  await twoFrames(page);
  await page.waitForFunction(() => document.querySelector('.saved.wait') === null);
  await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)))));
}
