import { defineConfig } from '@playwright/test';

/** Journeys: a user's story each, in a real window. One at a time, because each has the whole screen to itself. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '{guards,journeys}/**/*.journey.ts',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { trace: 'off' },
});
