import { rangeOf, textElement } from './range.ts';
import type { Spot } from './spot.ts';

const ABOVE = 88;
const BELOW = 96;

function scrollTo(spot: Spot): void {
  const element = textElement(spot.passage);
  const pane = element?.closest('.articles');
  if (!element || !pane) return;
  const at = (rangeOf(element, spot) ?? element).getBoundingClientRect();
  const view = pane.getBoundingClientRect();
  const [top, bottom] = [at.top - view.top, at.bottom - view.top];
  if (top >= ABOVE && bottom <= view.height - BELOW) return;
  pane.scrollTop += top - view.height / 3;
}

/** Brings a stretch of text into sight, to the upper third if it was out of it, just before the next frame is drawn. Gives what calls that off. */
export function bringSpot(spot: Spot): () => void {
  const frame = requestAnimationFrame(() => scrollTo(spot));
  return () => cancelAnimationFrame(frame);
}
