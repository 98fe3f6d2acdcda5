const MINUTE = 60_000;
const WAITS = [0, 250, 1_000, 4_000];

/**
 * Takes the moments of an engine's deaths, the last one included, and now (all in ms).
 * Gives how long to wait before starting it again, in ms; null if it died too often within a minute to be worth it.
 */
export function restartWait(deaths: readonly number[], now: number): number | null {
  const recent = deaths.filter((death) => now - death < MINUTE).length;
  return WAITS[recent - 1] ?? null;
}
