const IDLE = 30_000; // milliseconds without a key or a movement
const ACTS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'input'] as const;

export type RestTimers = { readonly set: (act: () => void, milliseconds: number) => NodeJS.Timeout; readonly clear: (timer: NodeJS.Timeout | undefined) => void };

const TIMERS: RestTimers = { set: (act, milliseconds) => setTimeout(act, milliseconds), clear: (timer) => clearTimeout(timer) }; // a page's own know whose they are

/**
 * Has a page give memory back once each time that nobody did anything in it for a while: what V8 keeps for objects that may come, glyphs and styles that can be
 * made again. Chromium does so by itself only where memory is short.
 */
export function restWhenIdle(target: Pick<EventTarget, 'addEventListener'>, release: () => void, timers: RestTimers = TIMERS): void {
  let timer: NodeJS.Timeout | undefined;
  const touched = () => {
    timers.clear(timer);
    timer = timers.set(release, IDLE);
  };
  for (const act of ACTS) target.addEventListener(act, touched, { capture: true, passive: true });
  touched();
}
