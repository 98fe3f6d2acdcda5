import { defineConfig } from '@playwright/test';

/** The README's pictures: not tests, so not among them. */
export default defineConfig({ testDir: '.', testMatch: '*.shots.ts', outputDir: '../../test-results', workers: 1, timeout: 120_000, reporter: 'list' });
