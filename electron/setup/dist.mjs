import './node-version.mjs';
import { allParts, buildStale } from './build-parts.mjs';
import { runVerb, SetupFailure } from './failure.mjs';
import { builder, electronArguments } from './package-app.mjs';
import { prepareWindows } from './prepare.mjs';
import { handOver } from './run.mjs';
import { say } from './say.mjs';

// npm run dist: installers for this platform; `npm run dist -- --linux dir` and the like reach electron-builder.
await runVerb(async () => {
  const electron = await prepareWindows({ virtualDisplay: false });
  if (electron.isFallback) say(`packaging the fallback Electron ${electron.version}: for trials, not for giving away`);
  await buildStale(allParts);
  const args = [builder, '--publish=never', ...electronArguments(electron), ...process.argv.slice(2)];
  const code = await handOver(process.execPath, args);
  if (code === 0) return 0;
  throw new SetupFailure(
    'electron-builder did not finish; its lines above say why.',
    'It downloads the tools for AppImage, deb, dmg and nsis when first used. Without them: npm run dist -- --dir',
  );
});
