import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How long a page took in earlier exports, in milliseconds, of all there was to do for it: one that was made, one that was kept. Null: not known. */
export type Rate = { readonly made: number | null; readonly kept: number | null };

/** What an export came to: pages made, pages taken from what was kept, and how long all of it took. */
export type Measured = { readonly made: number; readonly kept: number; readonly milliseconds: number };

type Rates = Readonly<Record<string, Rate>>;

const FILE = 'rates.json'; // beside what is kept
const FEWEST = 20; // pages, below which what comes but once tells more of the time than they do
const UNKNOWN: Rate = { made: null, kept: null };

/** About how many times as long one that is made takes, where nothing is known. */
export const MADE_TO_KEPT = 6;

const keyOf = (formats: readonly string[]): string => formats.toSorted().join(' ');

/** What is known of exports in these formats. */
export const rateOf = (folder: string, formats: readonly string[]): Rate => readRates(folder)[keyOf(formats)] ?? UNKNOWN;

/** Remembers how long an export took. Where that cannot be written it is not known the next time. */
export function learnRate(folder: string, formats: readonly string[], measured: Measured): void {
  if (measured.made + measured.kept < FEWEST) return;
  const rates = readRates(folder);
  const key = keyOf(formats);
  try {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, FILE);
    writeFileSync(`${path}.partial`, JSON.stringify({ ...rates, [key]: learned(rates[key] ?? UNKNOWN, measured) }));
    renameSync(`${path}.partial`, path); // nobody waits until the disk has it: what is not whole counts for nothing
  } catch {
    // A full disk, say: the export itself was made.
  }
}

/** A rate after one more export. What took part in it least is taken to have taken as long as it did before. */
export function learned(before: Rate, { made, kept, milliseconds }: Measured): Rate {
  const mean = milliseconds / (made + kept);
  if (kept > made) {
    const ofMade = before.made ?? MADE_TO_KEPT * (milliseconds / (kept + MADE_TO_KEPT * made));
    return { made: before.made, kept: between(before.kept, Math.max(mean / MADE_TO_KEPT, (milliseconds - made * ofMade) / kept)) };
  }
  const ofKept = before.kept ?? milliseconds / (kept + MADE_TO_KEPT * made);
  return { made: between(before.made, Math.max(mean, (milliseconds - kept * ofKept) / made)), kept: before.kept };
}

/** Halfway to what is new: one export on a busy machine says little. */
const between = (before: number | null, now: number): number => (before === null ? now : (before + now) / 2);

function readRates(folder: string): Rates {
  try {
    const read: unknown = JSON.parse(readFileSync(join(folder, FILE), 'utf8'));
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter((entry): entry is [string, Rate] => isRate(entry[1])));
  } catch {
    return {}; // none yet, or not what was written
  }
}

const isTime = (value: unknown): boolean => value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0);
const isRate = (value: unknown): value is Rate => typeof value === 'object' && value !== null && 'made' in value && 'kept' in value && isTime(value.made) && isTime(value.kept);
