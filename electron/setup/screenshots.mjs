import './node-version.mjs';
import { allParts, buildStale } from './build-parts.mjs';
import { openDisplay } from './display.mjs';
import { runVerb } from './failure.mjs';
import { inRoot } from './paths.mjs';
import { prepareWindows } from './prepare.mjs';
import { handOver } from './run.mjs';

// npm run screenshots: takes the README's pictures anew, in a real window, on the samples.
await runVerb(async () => {
  const electron = await prepareWindows({ virtualDisplay: true });
  await buildStale(allParts);
  const display = await openDisplay();
  try {
    const args = [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--config', inRoot('e2e', 'screenshots', 'playwright.config.ts')];
    return await handOver(process.execPath, args, { env: { ...display.env, ...electron.env } });
  } finally {
    display.close();
  }
});
