import type { CheckedReport } from '../../checks/report.ts';

/** A fault that a truth file records. Offsets are code points of the block. */
export type Fault = { readonly block: number; readonly offset: number; readonly kind: string; readonly noisy: string; readonly original: string };

/** A page's faults, and what was found on it. */
export type Judged = { readonly faults: readonly Fault[]; readonly findings: CheckedReport['findings'] };

/**
 * What became of the faults and findings of one kind. `right`: hits whose first suggestion mends what was wrong. `taken`: suggestions of findings of this kind of a probability of 0.9 and more;
 * `harmful`: those of them that do not mend what was wrong.
 */
export type KindTally = { readonly faults: number; readonly hits: number; readonly right: number; readonly alarms: number; readonly taken: number; readonly harmful: number };

/** All kinds together. */
export type MisreadingScore = { readonly kinds: ReadonlyMap<string, KindTally>; readonly taken: number; readonly harmful: number };

/** The kinds of faults that count as misreadings, and half-width marks, which are counted apart. */
export const MISREADINGS = ['confusion', 'name_variant', 'lost_char', 'dropped_quote'];
const COUNTED = new Set([...MISREADINGS, 'halfwidth']);
const NOT_JUDGED = new Set(['duplicate', 'truncated']);
const SURE = 0.9;

const lengthOf = (text: string): number => Array.from(text).length;

/** What would stand in the place of a finding if all that is sure were taken; null: it is not. */
export function takenOf(finding: CheckedReport['findings'][number]): string | null {
  return 'probability' in finding && finding.suggestion !== undefined && finding.probability >= SURE ? finding.suggestion : null;
}

/** Whether a finding is about a fault: they overlap, or, where one of them has no length, they are a character apart at most. */
function touches({ offset, noisy }: Fault, from: number, length: number): boolean {
  const wide = lengthOf(noisy);
  if (wide > 0 && length > 0) return Math.max(offset, from) < Math.min(offset + wide, from + length);
  const near = length === 0 ? 1 : 0;
  return offset <= from + length + near && from <= offset + wide + near;
}

/** Holds findings against the faults of their pages, each fault hit once, as the evaluation's own scorer does but for faults at both sides of a column break. */
export function scoreMisreadings(pages: readonly Judged[]): MisreadingScore {
  const kinds = new Map<string, { faults: number; hits: number; right: number; alarms: number; taken: number; harmful: number }>();
  const of = (kind: string) => kinds.get(kind) ?? kinds.set(kind, { faults: 0, hits: 0, right: 0, alarms: 0, taken: 0, harmful: 0 }).get(kind)!;
  let [taken, harmful] = [0, 0];
  for (const { faults, findings } of pages) {
    const counted = faults.filter(({ kind }) => COUNTED.has(kind));
    for (const { kind } of counted) of(kind).faults += 1;
    const open = new Set(counted);
    for (const finding of findings) {
      if (NOT_JUDGED.has(finding.kind)) continue;
      const { block, offset, length } = finding;
      const suggestion = 'suggestion' in finding ? finding.suggestion : undefined;
      const isTaken = takenOf(finding) !== null;
      if (isTaken) {
        taken += 1;
        of(finding.kind).taken += 1;
      }
      const about = counted.filter((fault) => fault.block === block && touches(fault, offset, length));
      const hit = about.find((fault) => open.has(fault) && fault.kind === finding.kind) ?? about.find((fault) => open.has(fault));
      if (hit !== undefined) {
        open.delete(hit);
        of(hit.kind).hits += 1;
      } else if (about.length === 0) of(finding.kind).alarms += 1;
      const mends = hit !== undefined && suggestion === hit.original && length === lengthOf(hit.noisy) && offset === hit.offset;
      if (mends) of(hit.kind).right += 1;
      if (isTaken && !mends) {
        harmful += 1;
        of(finding.kind).harmful += 1;
      }
    }
  }
  return { kinds, taken, harmful };
}
