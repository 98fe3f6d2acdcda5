import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** All that holds words and controls side by side. */
const BARS = [
  '.title-bar', '.status-bar', '.desk-bar', '.rule', '.questions', '.page-end', '.queue-bar', '.queue-end-acts', '.find-bar', '.strands-bar', '.held', '.article-head', '.history-acts',
  '.filter-bar', '.pane-bar', '.preview-head', '.preview-facts', '.bulk', '.data-head', '.scheme-head', '.settings-line', '.topic-acts', 'header', 'footer', '[role=toolbar]', '[role=tablist]',
];

/** What leaves the bar it stands in, is laid over its neighbour, or (of what acts) is cut off: of the bars that are in sight now. */
function faultsNow(page: Page): Promise<readonly string[]> {
  return page.evaluate((bars) => {
    type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
    const SLACK = 1.5; // of a pixel: boxes lie between pixels
    const meet = (a: Box, b: Box): Box => ({ left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) });
    const isEmpty = ({ left, top, right, bottom }: Box): boolean => right - left <= SLACK || bottom - top <= SLACK;
    const isWithin = (a: Box, b: Box): boolean => a.left >= b.left - SLACK && a.top >= b.top - SLACK && a.right <= b.right + SLACK && a.bottom <= b.bottom + SLACK;
    const isSeen = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const nameOf = (node: Node): string => (node instanceof Element ? `${node.localName}${[...node.classList].map((one) => `.${one}`).join('')} “${(node.textContent ?? '').slice(0, 24)}”` : `“${(node.textContent ?? '').slice(0, 24)}”`);
    const boxesOf = (node: Node): readonly Box[] => {
      if (node instanceof Element) return [...node.getClientRects()];
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    };
    const faults: string[] = [];

    /** The parts of an element that stand in its flow and are seen. */
    const partsOf = (element: Element): readonly Node[] => [...element.childNodes].flatMap((node): readonly Node[] => {
      if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '' ? [node] : [];
      const { display, position, clipPath } = getComputedStyle(node);
      if (display === 'contents') return partsOf(node);
      return !isSeen(node) || position === 'absolute' || position === 'fixed' || clipPath !== 'none' ? [] : [node];
    });

    const look = (element: Element, clip: Box, bar: string): void => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const clips = overflowX !== 'visible' || overflowY !== 'visible';
      const own = element.getBoundingClientRect();
      const inner = clips ? meet(clip, own) : clip;
      const seen = partsOf(element).map((node) => ({ node, boxes: boxesOf(node) })).filter(({ boxes }) => boxes.some((box) => !isEmpty(meet(box, inner))));
      for (const { node, boxes } of seen) {
        const acts = node instanceof Element && node.matches('button, a, input, select, textarea, kbd');
        const isInline = getComputedStyle(element).display === 'inline';
        if (acts && boxes.some((box) => !isWithin(box, inner))) faults.push(`${bar}: ${nameOf(node)} is cut off`);
        else if (!clips && !isInline && boxes.some((box) => box.left < own.left - SLACK || box.right > own.right + SLACK)) faults.push(`${bar}: ${nameOf(node)} leaves ${nameOf(element)}`);
      }
      seen.forEach(({ node, boxes }, at) => seen.slice(at + 1).forEach((other) => {
        if (boxes.some((box) => other.boxes.some((over) => !isEmpty(meet(meet(box, over), inner))))) faults.push(`${bar}: ${nameOf(node)} and ${nameOf(other.node)} lie over each other`);
      }));
      for (const { node } of seen) if (node instanceof Element && !(node instanceof SVGElement)) look(node, inner, bar);
    };

    // What scrolls cuts off at its edge whatever is scrolled there, which is no fault of a bar in it: such a bar is looked at where it is whole.
    const view: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    const all = [...document.querySelectorAll(bars.join(','))].filter((bar) => isSeen(bar) && bar.parentElement?.closest(bars.join(',')) === null);
    for (const bar of all) {
      const box = bar.getBoundingClientRect();
      let frame = view;
      let isWide = false; // it stands in what is scrolled sideways
      for (let around = bar.parentElement; around; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        isWide ||= overflowX === 'auto' && around.scrollWidth > around.clientWidth;
        const edge = around.getBoundingClientRect();
        frame = meet(frame, { left: edge.left, right: edge.right, top: overflowY === 'visible' ? frame.top : edge.top, bottom: overflowY === 'visible' ? frame.bottom : edge.bottom });
      }
      if (isWide || isEmpty(meet(box, frame)) || box.top < frame.top - SLACK || box.bottom > frame.bottom + SLACK) continue;
      const name = `.${bar.className.trim().replaceAll(/\s+/g, '.')}`;
      if (box.right > frame.right + SLACK) faults.push(`${name} leaves what it stands in`);
      look(bar, frame, name);
    }
    return faults;
  }, BARS);
}

export const BAR_WIDTHS = [1024, 1280, 1440] as const;

/** Looks at all bars in both languages at every width, and gives what is wrong with them. What a language or a width brings is waited for. */
export async function barFaults(page: Page, state: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const language of ['en', 'zh-Hans'] as const) {
    await page.evaluate((wanted) => window.stet.calls['app.setLanguage']({ language: wanted }), language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const width of BAR_WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
      // Two frames: one that is laid out anew, one for what hears of its new size.
      await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))));
      found.push(...(await faultsNow(page)).map((fault) => `${state} ${width} ${language}: ${fault}`));
    }
  }
  return found;
}
