import { defineConfig } from 'vitest/config';

/** Unit tests, property tests and the guards: all that needs no window. */
export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,resources}/**/*.test.{ts,tsx,mjs}', 'e2e/{bench,guards}/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['vitest.setup.ts'],
    cache: false,
    // No test may depend on how fast the machine is: this only ends one that hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
