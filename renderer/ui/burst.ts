const CALM = 150; // milliseconds without a stroke that end a burst
const LONGEST = 1_000; // milliseconds after which what waits is done in the midst of it

const waiting = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | null = null; // while a burst is under way
let [begun, last] = [0, 0];

function look(): void {
  const left = Math.min(last + CALM, begun + LONGEST) - performance.now();
  if (left > 0) timer = setTimeout(look, left);
  else endBurst();
}

/** Does what waits now: something else than what is typed is about to be drawn, and is to be drawn with it. */
export function endBurst(): void {
  if (timer === null) return;
  clearTimeout(timer);
  timer = null;
  const now = [...waiting];
  waiting.clear();
  for (const run of now) run();
}

/** Says that something was typed: a burst of typing begins or goes on. Each frame drawn in it is one the next character may have to wait for. */
export function strike(): void {
  last = performance.now();
  if (timer !== null) return;
  begun = last;
  timer = setTimeout(look, CALM);
}

/** Runs something when the hands rest; at once where no burst is under way. The same function twice in a burst then runs once. */
export function afterBurst(run: () => void): void {
  if (timer === null) run();
  else waiting.add(run);
}
