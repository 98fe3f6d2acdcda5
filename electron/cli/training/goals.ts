import type { Figures } from '#core/evaluate/measures/score.ts';

/** One figure on the sets it has a goal for. The goals, and the trial's figures, are those that the issue "Splits an editor can trust" gives. */
export type Goal = {
  readonly name: string;
  readonly value: (figures: Figures) => number;
  readonly alarms: (figures: Figures) => number; // what was found and is not true
  readonly trial: Readonly<Record<string, number>>; // an averaged structured perceptron, written in an hour
  readonly floor: Readonly<Record<string, number | 'no false alarm'>>;
  readonly aim: Readonly<Record<string, number>>;
};

type Rates = 'pairwise' | 'starts' | 'joins' | 'duplicates' | 'truncated';

const plain = (name: string, key: 'exact' | 'order' | 'roleAccuracy' | 'roleMacroF1', goals: Pick<Goal, 'trial' | 'floor' | 'aim'>): Goal => ({
  name,
  value: (figures) => figures[key],
  alarms: () => 0,
  ...goals,
});

const f1 = (name: string, key: Rates, goals: Pick<Goal, 'trial' | 'floor' | 'aim'>): Goal => ({
  name: `${name} F1`,
  value: (figures) => figures[key].f1,
  alarms: (figures) => figures[key].fp,
  ...goals,
});

export const GOALS: readonly Goal[] = [
  f1('pairwise', 'pairwise', { trial: { real: 0.95, dev: 0.79, clean: 0.81 }, floor: { real: 0.98, dev: 0.88, clean: 0.9 }, aim: { real: 1, dev: 0.95, clean: 0.97 } }),
  plain('articles exactly right', 'exact', { trial: { real: 0.7, dev: 0.68, clean: 0.76 }, floor: { real: 0.93, dev: 0.78, clean: 0.84 }, aim: { real: 1, dev: 0.9, clean: 0.93 } }),
  f1('article starts', 'starts', { trial: { real: 0.92, dev: 0.83, clean: 0.87 }, floor: { real: 0.98, dev: 0.9, clean: 0.93 }, aim: { real: 1, dev: 0.96, clean: 0.97 } }),
  plain('reading order', 'order', { trial: { real: 0.98, dev: 0.95, clean: 0.98 }, floor: { real: 0.99, dev: 0.97, clean: 0.99 }, aim: { real: 1, dev: 0.99, clean: 1 } }),
  plain('role accuracy', 'roleAccuracy', { trial: { real: 0.93, dev: 0.89, clean: 0.92 }, floor: { real: 0.98, dev: 0.94, clean: 0.96 }, aim: { real: 1, dev: 0.98, clean: 0.98 } }),
  plain('role macro-F1', 'roleMacroF1', { trial: { real: 0.84, dev: 0.62, clean: 0.67 }, floor: { dev: 0.8, clean: 0.82 }, aim: { dev: 0.9, clean: 0.92 } }),
  f1('paragraph joins', 'joins', { trial: {}, floor: { real: 0.98, dev: 0.95, clean: 0.97 }, aim: { real: 1, dev: 0.98, clean: 0.99 } }),
  f1('duplicates', 'duplicates', { trial: { real: 1, dev: 1 }, floor: { real: 1, dev: 0.93, clean: 'no false alarm' }, aim: { real: 1, dev: 1 } }),
  f1('truncated', 'truncated', { trial: {}, floor: { real: 1, dev: 0.75, clean: 'no false alarm' }, aim: { real: 1, dev: 0.9 } }),
];

/** On real pages each role that occurs this often has a goal of its own. */
export const ROLE_GOAL = { set: 'real', support: 5, floor: 0.9, aim: 1 } as const;
