import { naiveReport } from '#core/evaluate/measures/naive.ts';
import { type Figures, figuresOf } from '#core/evaluate/measures/score.ts';
import type { Evaluated } from './evaluated.ts';
import { GOALS, ROLE_GOAL } from './goals.ts';

const COLUMNS = ['literal', 'naive', 'trial', 'floor', 'aim', 'ours'];
const WIDTH = 8;

const figure = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(3));
const row = (name: string, cells: readonly string[], mark = '') => `  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(WIDTH)).join('')}${mark && `  ${mark}`}`;

/** What is to be said of a figure: whether it misses its floor or reaches its aim. */
function markOf(value: number, floor: number | undefined, aim: number | undefined): string {
  if (floor !== undefined && value < floor) return 'BELOW THE FLOOR';
  return aim !== undefined && value >= aim ? 'aim reached' : '';
}

/** The figures of a set beside both naive baselines, the trial, and what is asked for. */
export function figuresLines(set: string, pages: readonly Evaluated[]): readonly string[] {
  const ours = figuresOf(pages);
  const [literal, naive] = (['literal', 'runs'] as const).map((kind) => figuresOf(pages.map(({ page, truth }) => ({ truth, report: naiveReport(page.name, truth, kind) }))));
  const goals = GOALS.map(({ name, value, alarms, trial, floor, aim }) => {
    const least = floor[set];
    const cells = (shown: (figures: Figures) => string) => [shown(literal!), shown(naive!), figure(trial[set])];
    if (least === 'no false alarm') {
      const said = (figures: Figures) => String(alarms(figures));
      return row(`${name.replace(' F1', '')}: false alarms`, [...cells(said), '0', '0', said(ours)], alarms(ours) > 0 ? 'BELOW THE FLOOR' : 'aim reached');
    }
    return row(name, [...cells((figures) => figure(value(figures))), figure(least), figure(aim[set]), figure(value(ours))], markOf(value(ours), least, aim[set]));
  });
  const more = (name: string, value: (figures: Figures) => number | undefined) => row(name, [figure(value(literal!)), figure(value(naive!)), '–', '–', '–', figure(value(ours))]);
  const roles = [...ours.roles].map(([role, { f1, tp, fn }]) => {
    const asked = ROLE_GOAL.set === set && tp + fn >= ROLE_GOAL.support;
    const others = [literal, naive].map((figures) => figure(figures?.roles.get(role)?.f1));
    const [floor, aim] = asked ? [ROLE_GOAL.floor, ROLE_GOAL.aim] : [undefined, undefined];
    return row(`  ${role} (${tp + fn})`, [...others, '–', figure(floor), figure(aim), figure(f1)], markOf(f1, floor, aim));
  });
  return [
    row('', COLUMNS),
    ...goals,
    row('role F1 (how many)', []),
    ...roles,
    more('headline exactly right', (figures) => figures.headlineExact),
    more('body text: error rate', (figures) => figures.errorsAfter),
    row('  as the page has it', ['–', '–', '–', '–', '–', figure(ours.errorsBefore)]),
    '  naive: a run of short lines without a full stop begins an article; literal: each such line does; trial, floor, aim: as the issue gives them',
  ];
}
