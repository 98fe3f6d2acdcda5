import './node-version.mjs';
import { readFile, writeFile } from 'node:fs/promises';
import { completeLock } from './complete-lock.mjs';
import { runVerb } from './failure.mjs';
import { generators } from './generators.mjs';
import { inRoot } from './paths.mjs';
import { preparePlain } from './prepare.mjs';
import { handOver } from './run.mjs';

// npm run fix: makes the generated files anew and lets the linter repair what it can.
await runVerb(async () => {
  const lock = await readFile(inRoot('package-lock.json'), 'utf8');
  if (completeLock(lock) !== lock) await writeFile(inRoot('package-lock.json'), completeLock(lock));
  await preparePlain([]);

  let worst = 0;
  for (const { script } of generators) worst = Math.max(worst, await handOver(process.execPath, [inRoot(script)]));
  const lint = await handOver(process.execPath, [inRoot('node_modules', 'oxlint', 'bin', 'oxlint'), '--fix']);
  return Math.max(worst, lint);
});
