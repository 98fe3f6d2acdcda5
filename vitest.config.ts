import { defineConfig } from 'vitest/config';

/** Unit tests, property tests and the guards: all that needs no window. */
export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,resources}/**/*.test.{ts,tsx,mjs}', 'e2e/guards/**/*.test.ts'],
    environment: 'node',
    cache: false,
  },
});
