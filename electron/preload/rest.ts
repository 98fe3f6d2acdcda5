import { whenQuiet } from '#util/when-quiet.ts';

const IDLE = 30_000; // milliseconds without a key or a movement
const ACTS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'input'] as const;

/**
 * Has a page give memory back once each time that nobody did anything in it for a while: what V8 keeps for objects that may come, glyphs and styles that can be
 * made again. Chromium does so by itself only where memory is short.
 */
export function restWhenIdle(target: Pick<EventTarget, 'addEventListener'>, release: () => void): void {
  const { touched } = whenQuiet(release, IDLE, { set: setTimeout, clear: clearTimeout });
  for (const act of ACTS) target.addEventListener(act, touched, { capture: true, passive: true });
}
