const PATIENCE = 100; // milliseconds: a window out of sight paints nothing

const waiting = new Set<() => void>();
let stop: (() => void) | null = null;

function runAll(): void {
  stop?.();
  stop = null;
  const now = [...waiting];
  waiting.clear();
  for (const run of now) run();
}

// requestAnimationFrame runs just before a frame is laid out and painted; a message posted from it arrives just after.
function nextPaint(): () => void {
  const painted = new MessageChannel();
  painted.port1.onmessage = runAll;
  const frame = requestAnimationFrame(() => painted.port2.postMessage(null));
  const timer = setTimeout(runAll, PATIENCE);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    painted.port1.close();
  };
}

/** Where no frames are drawn (a test of state alone), the next task. */
function nextTask(): () => void {
  const timer = setTimeout(runAll);
  return () => clearTimeout(timer);
}

/**
 * Runs something once the next frame has been painted: what that frame does not show need not hold it up. The same function twice before then runs once.
 * Gives what calls it off.
 */
export function afterPaint(run: () => void): () => void {
  waiting.add(run);
  stop ??= 'requestAnimationFrame' in globalThis ? nextPaint() : nextTask();
  return () => void waiting.delete(run);
}

/** The same where something waits for a paint already; else at once. */
export function afterAwaitedPaint(run: () => void): void {
  if (stop === null) run();
  else afterPaint(run);
}
