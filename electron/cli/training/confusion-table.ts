import { foundOf } from '#core/evaluate/measures/found.ts';
import { confusionOf } from '#core/evaluate/measures/roles.ts';
import { ROLES } from '#core/model/role.ts';
import type { Evaluated } from './evaluated.ts';

const WIDTH = 10;

/** Which roles were taken for which: a row a true role, a column a role found. A role that will do counts as the true one. */
export function confusionLines(pages: readonly Evaluated[]): readonly string[] {
  const table = confusionOf(pages.map(({ truth, report }) => ({ truth, found: foundOf(truth, report) })));
  const roles = ROLES.filter((role) => ROLES.some((other) => table[role][other] > 0 || table[other][role] > 0));
  const line = (name: string, cells: readonly string[]) => `  ${name.padEnd(WIDTH)}${cells.map((cell) => cell.padStart(WIDTH)).join('')}`;
  return [line('', roles), ...roles.map((role) => line(role, roles.map((as) => String(table[role][as] || '·'))))];
}
