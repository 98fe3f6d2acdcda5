import { whenQuiet } from '#util/when-quiet.ts';
import { afterPaint } from '../ui/after-paint.ts';

const REST = 15_000; // milliseconds: Chromium waits five to ten before it lets go of what it has drawn and shows no more
const INPUT = ['keydown', 'pointermove', 'wheel'] as const;

/**
 * Draws a dot that nobody sees, once each time that nothing was done for a while. Where it draws without a graphics card, Chromium gives back the memory of what the
 * window showed before (a whole window of it, 6 MB) only with the next thing that it draws: at rest that is never.
 */
export function followRest(): void {
  const timers = { set: (act: () => void, milliseconds: number) => setTimeout(act, milliseconds), clear: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer) };
  const { touched } = whenQuiet(drawDot, REST, timers);
  for (const kind of INPUT) window.addEventListener(kind, touched, { capture: true, passive: true });
}

function drawDot(): void {
  const dot = document.createElement('i');
  dot.className = 'rest-dot';
  dot.ariaHidden = 'true';
  document.body.append(dot);
  afterPaint(() => dot.remove());
}
