const LATEST = 500; // milliseconds

/** Does something once what is on its way to the screen is drawn and no key waits, after half a second at the latest. */
export function whenIdle(act: () => void): void {
  requestIdleCallback(act, { timeout: LATEST });
}
