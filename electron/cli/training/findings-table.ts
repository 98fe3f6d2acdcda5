import { type Fault, MISREADINGS, scoreMisreadings } from '#core/evaluate/measures/misreadings.ts';
import { takenTally } from '#core/evaluate/measures/taken.ts';
import type { Evaluated } from './evaluated.ts';
import type { PlainCheck } from './plain-checks.ts';

const GOALS = { precision: 0.8, recall: 0.55, right: 0.85, harm: 0.05, halfWidth: 0.99 };
const WIDTH = 10;

const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3));
const row = (name: string, cells: readonly (string | number)[]) => `  ${name.padEnd(16)}${cells.map((cell) => String(cell).padStart(WIDTH)).join('')}`;

/** What the checks find of a set's faults, by kind; what is found that is none of the recorded faults counts as a false alarm. Beside it what plainer checks find. */
export function findingsLines(pages: readonly Evaluated[], plain: readonly PlainCheck[]): readonly string[] {
  const recorded = ({ page }: Evaluated) => (page.truth as { readonly errors?: readonly Fault[] }).errors;
  if (pages.every((each) => recorded(each) === undefined)) return ['  no faults of these pages are recorded'];
  const faultsOf = (each: Evaluated) => recorded(each) ?? [];
  const { kinds, taken, harmful } = scoreMisreadings(pages.map((each) => ({ faults: faultsOf(each), findings: each.report.findings })));
  const sum = { faults: 0, hits: 0, right: 0, alarms: 0, taken: 0, harmful: 0 };
  for (const [kind, { faults, hits, right, alarms, taken: sure, harmful: harm }] of kinds) {
    if (kind !== 'halfwidth') sum.alarms += alarms;
    if (!MISREADINGS.includes(kind)) continue;
    sum.faults += faults;
    sum.hits += hits;
    sum.right += right;
    sum.taken += sure;
    sum.harmful += harm;
  }
  const characters = pages.reduce((all, { truth }) => all + truth.blocks.reduce((length, { text }) => length + text.length, 0), 0);
  const cells = ({ faults, hits, right, alarms, taken: sure, harmful: harm }: typeof sum) => [faults, hits, alarms, share(hits, hits + alarms), share(hits, faults), share(right, hits), sure, share(harm, sure)];
  const wording = pages.map(({ truth, report }) => takenTally(truth, report.findings));
  const errors = (reading: 'printed' | 'taken') => (wording.reduce((all, tally) => all + tally[reading].hit, 0) / wording.reduce((all, tally) => all + tally[reading].of, 0)).toFixed(4);
  const lines = Array.from(kinds).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([kind, tally]) => row(kind, cells(tally)));
  return [
    row('', ['faults', 'found', 'alarms', 'precision', 'recall', 'right', 'taken', 'harm']),
    ...lines,
    row('misreadings', cells(sum)),
    ...plain.map(({ name, hits, alarms }) => row(name, ['–', hits, alarms, share(hits, hits + alarms), share(hits, sum.faults), '–', '–', '–'])),
    ...(plain.length === 0 ? [] : ['  dictionary, trigram: a plain check of look-alikes by either alone (the trigram at the threshold that is best on these pages), of all misreadings']),
    `  asked for: precision ${GOALS.precision}, recall ${GOALS.recall}, right suggestion first ${GOALS.right}; half-width marks recall ${GOALS.halfWidth}`,
    `  taken: suggestions of 0.9 and more, of all kinds ${taken}, of which ${share(harmful, taken)} do not mend what was wrong (harm, at most ${GOALS.harm}); ${sum.alarms} alarms in ${characters} characters`,
    `  characters of article bodies that are wrong: ${errors('printed')} as printed, ${errors('taken')} with those suggestions taken`,
  ];
}
