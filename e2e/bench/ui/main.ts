import { durable } from './durable.ts';
import { keys } from './keys.ts';
import { keystrokes } from './keystrokes.ts';
import { massTyping } from './mass-typing.ts';
import { memory } from './memory.ts';
import { scroll } from './scroll.ts';
import type { Bench } from './session.ts';
import { start } from './start.ts';
import { isMet } from './statistics.ts';
import type { Figure } from './statistics.ts';
import { tableLines } from './table.ts';
import { typing } from './typing.ts';

/** The figures by the name they are asked for with, in the order in which they are measured. */
const FIGURES: Readonly<Record<string, (bench: Bench) => Promise<readonly Figure[]>>> = { keys, durable, typing, 'mass-typing': massTyping, scroll, start, memory, keystrokes };

// npm run bench:ui (electron/setup/bench-ui.mjs) [-- NAME …] [--strict]. What counts are ratios: ours and its baseline are measured by turns in one run, so
// that whatever else the machine does falls on both. A figure that could not be measured at all fails the run. With --strict the exit status says whether every bound was kept.
const [cache = '', electron = '', ...asked] = process.argv.slice(2);
const strict = asked.includes('--strict');
const names = asked.filter((name) => name !== '--strict');
const unknown = names.filter((name) => !(name in FIGURES));
if (unknown.length > 0) {
  console.error(`There is no figure ${unknown.join(', ')}: ${Object.keys(FIGURES).join(', ')}`);
  process.exit(2);
}

const measured: Figure[] = [];
const tell = (line: string) => console.error(line);
for (const [name, measure] of Object.entries(FIGURES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  tell(`measuring: ${name}`);
  try {
    const figures = await measure({ cache, electron, tell });
    for (const line of tableLines(figures)) tell(line); // a long run that is broken off has said what it found
    measured.push(...figures);
  } catch (error) {
    tell(`${name} could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = 1;
  }
}
for (const line of tableLines(measured)) console.log(line);
if (strict && !measured.every(isMet)) process.exitCode = 1;
