import { rangeOf, textElement } from './range.ts';
import type { Spot } from './spot.ts';

const LOOKS = 6; // frames: text beyond the screen is measured only when it comes near, and pushes what is below it away
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

/** Brings a stretch of text into sight, to the upper third if it was out of it. Gives what ends the looking. */
export function bringSpot(spot: Spot): () => void {
  let looks = 0;
  let frame = 0;
  const look = () => {
    scrollTo(spot);
    looks += 1;
    if (looks < LOOKS) frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}
