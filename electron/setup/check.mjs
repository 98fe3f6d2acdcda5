import './node-version.mjs';
import { stages } from './checks.mjs';
import { openDisplay } from './display.mjs';
import { runVerb, SetupFailure } from './failure.mjs';
import { preparePlain, prepareWindows } from './prepare.mjs';

// npm test and npm run check: everything that has to hold, the same here as in CI. Names after `--` run only those checks.
// The last line of stdout is `N passed, N failed`.
await runVerb(async () => {
  const names = stages.flat().map(({ name }) => name);
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new SetupFailure(`there is no check "${unknown.join('", "')}".`, `There are: ${names.join(', ')}.`);

  const wanted = stages.map((stage) => stage.filter(({ name }) => asked.length === 0 || asked.includes(name)));
  const windows = wanted.flat().some(({ needsWindows }) => needsWindows);
  const electron = windows ? await prepareWindows({ virtualDisplay: true }) : undefined;
  if (!windows) await preparePlain([]);
  const display = windows ? await openDisplay() : { env: {}, close: () => {} };
  try {
    return await runStages(wanted, { ...(electron && { electron }), env: { ...display.env, ...electron?.env } });
  } finally {
    display.close();
  }
});

/**
 * @param {readonly (readonly import('./checks.mjs').Check[])[]} wanted
 * @param {import('./checks.mjs').Stage} stage
 * @returns {Promise<number>} exit status
 */
async function runStages(wanted, stage) {
  const started = Date.now();
  const total = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const broken = [];
  for (const checks of wanted) {
    await Promise.all(
      checks.map(async (check) => {
        const { ok, output, counts, failed = [], again = [] } = await outcomeOf(check, stage, broken);
        total.passed += counts?.passed ?? 0;
        // What is no test counts as one where it fails: nobody should read "0 failed" under a type error.
        total.failed += counts?.failed ?? (ok ? 0 : 1);
        // Names come before all else that was printed, of which there may be a thousand lines.
        if (again.length > 0) console.log(`passed only when tried again:\n${again.join('\n')}`);
        if (ok) return;
        if (failed.length > 0) console.log(`failed:\n${failed.join('\n')}\n`);
        broken.push(check.name);
        if (output !== '') console.log(output.trimEnd());
      }),
    );
  }
  if (broken.length > 0) console.log(`failed: ${broken.join(', ')} (once more, alone: npm run check -- ${broken[0]})`);
  console.log(`${seconds(started)} in all`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return broken.length === 0 ? 0 : 1;
}

/**
 * @param {import('./checks.mjs').Check} check
 * @param {import('./checks.mjs').Stage} stage
 * @param {readonly string[]} broken
 * @returns {Promise<import('./checks.mjs').Outcome>}
 */
async function outcomeOf(check, stage, broken) {
  if (check.after !== undefined && broken.includes(check.after)) {
    console.log(`FAILED ${check.name.padEnd(13)} not tried, because ${check.after} failed`);
    return { ok: false, output: '' };
  }
  const started = Date.now();
  const outcome = await check.run(stage);
  const tests = outcome.counts === undefined ? '' : `  ${outcome.counts.passed} passed, ${outcome.counts.failed} failed`;
  console.log(`${outcome.ok ? 'ok    ' : 'FAILED'} ${check.name.padEnd(13)} ${seconds(started).padStart(8)}${tests}`);
  return outcome;
}

/** @param {number} since */
function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
