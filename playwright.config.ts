import { defineConfig } from '@playwright/test';

/** What needs a real window: journeys and the guards of its security. One at a time: each has the whole screen to itself. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '{guards,journeys}/**/*.journey.ts',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  retries: 1, // what passes only then is named at the end of a check, to be looked into
  // A Stet that does not open fails every journey at its time limit: the first few say it all.
  maxFailures: 6,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { trace: 'off' },
});
