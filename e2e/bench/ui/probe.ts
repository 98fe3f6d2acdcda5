import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Waits for the next key. Resolves with the milliseconds from its event to the frame that showed the page another than it was, painted. */
    benchProbe: (what: string) => Promise<number>;
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
  const PATIENCE = 5_000;
  window.benchProbe = (what) =>
    new Promise((resolve, reject) => {
      const before = seen();
      const painted = new MessageChannel();
      let begun = 0;
      const look = () => {
        if (seen() !== before) painted.port2.postMessage(null);
        else if (performance.now() - begun < PATIENCE) requestAnimationFrame(look);
        else reject(new Error(`${what} changed nothing: ${before}`));
      };
      painted.port1.onmessage = () => {
        resolve(performance.now() - begun);
        painted.port1.close();
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

/** Lets a page come to rest: what was done is saved, two frames are drawn, and what follows from it a little later has happened. */
export async function rest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.saved.wait') === null);
  await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)))));
}
