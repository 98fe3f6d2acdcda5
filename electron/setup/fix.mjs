import './node-version.mjs';
import { readFile, writeFile } from 'node:fs/promises';
import { completeLock } from './complete-lock.mjs';
import { runVerb } from './failure.mjs';
import { inRoot } from './paths.mjs';
import { preparePlain } from './prepare.mjs';
import { handOver } from './run.mjs';

/**
 * What repairs what can be repaired, in order. Generated files are made by tests named *.generated.test.ts: under
 * `npm run check` they compare, here they write.
 * @type {readonly (readonly string[])[]}
 */
const repairs = [
  [inRoot('node_modules', 'oxlint', 'bin', 'oxlint'), '--fix'],
  [inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', '--update=all', '--passWithNoTests', '.generated.test.ts'],
];

await runVerb(async () => {
  const lock = await readFile(inRoot('package-lock.json'), 'utf8');
  if (completeLock(lock) !== lock) await writeFile(inRoot('package-lock.json'), completeLock(lock));
  await preparePlain([]);
  let worst = 0;
  for (const [script = '', ...args] of repairs) worst = Math.max(worst, await handOver(process.execPath, [script, ...args]));
  return worst;
});
