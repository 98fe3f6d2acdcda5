import './node-version.mjs';
import { parts } from './build-parts.mjs';
import { runVerb } from './failure.mjs';
import { inRoot } from './paths.mjs';
import { preparePlain } from './prepare.mjs';
import { handOver } from './run.mjs';
import { beQuiet } from './say.mjs';

// npm run --silent stet -- ARGS: the command line; stdout holds only what the command itself prints.
beQuiet();
await runVerb(async () => {
  await preparePlain([parts.node]);
  // npm runs scripts in the folder of package.json; paths on the command line are meant from where the user stands.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  return handOver(process.execPath, [inRoot('dist', 'cli', 'cli.js'), ...process.argv.slice(2)], { cwd });
});
