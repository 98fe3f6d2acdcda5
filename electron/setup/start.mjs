import './node-version.mjs';
import { allParts, buildStale } from './build-parts.mjs';
import { hasDisplay } from './display.mjs';
import { runVerb, SetupFailure } from './failure.mjs';
import { root } from './paths.mjs';
import { prepareWindows } from './prepare.mjs';
import { handOver } from './run.mjs';
import { requireSandbox, sandboxFlags } from './sandbox.mjs';

// npm start: installs what is missing, builds what is stale, opens Stet.
await runVerb(async () => {
  const electron = await prepareWindows({ virtualDisplay: false });
  await buildStale(allParts);
  if (!hasDisplay()) {
    throw new SetupFailure(
      'there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).',
      'Run it in a desktop session, or see it work without one: npm test. The command line needs none: npm run stet -- --help',
    );
  }
  requireSandbox(electron.folder);
  return handOver(electron.binary, [...sandboxFlags(), root, ...process.argv.slice(2)]);
});
