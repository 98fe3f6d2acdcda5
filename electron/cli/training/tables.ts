import type { PageReport } from '#core/split/page-report.ts';
import type { Reliability } from '#core/split/train/calibrate.ts';
import type { TruthPage } from './truth-pages.ts';

const number = (value: number) => value.toFixed(3);

/** A line a bin; those of fifty or more in which what was observed lies outside the 95 % interval of what was stated are marked. */
export function reliabilityLines(table: readonly Reliability[]): readonly string[] {
  return table.flatMap(({ kind, bins, error }) => [
    `  ${kind}: expected calibration error ${number(error)}`,
    ...bins.map(
      ({ count, stated, observed, within }) =>
        `    ${String(count).padStart(5)} stated ${number(stated)} observed ${number(observed)}${within || count < 50 ? '' : '  outside'}`,
    ),
  ]);
}

/** Which roles were taken for which: a line a true role, the commonest mistakes first. A role that will do is no mistake. */
export function confusionLines(reports: readonly { readonly page: TruthPage; readonly report: PageReport }[]): readonly string[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { page, report } of reports) {
    const found = new Map(Object.entries(Object.assign({}, report.roles, ...report.articles.map(({ roles }) => roles)) as Record<string, string>));
    for (const { index, role, roles } of page.truth.blocks) {
      const taken = found.get(String(index)) ?? 'furniture';
      const row = counts.get(role) ?? new Map<string, number>();
      counts.set(role, row);
      const as = (roles ?? []).some((each) => each === taken) ? role : taken;
      row.set(as, (row.get(as) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([role, row]) => `  ${role.padEnd(10)} ${[...row].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([as, count]) => `${as} ${count}`).join(', ')}`);
}
