import { isMet, ratioOf } from './statistics.ts';
import type { Figure } from './statistics.ts';

const HEAD = ['figure', 'ours', 'baseline', 'ratio', 'bound', ''];

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** Figures as lines of a table, the first its head. */
export function tableLines(figures: readonly Figure[]): readonly string[] {
  const rows = figures.map((figure) => [
    figure.name,
    `${number(figure.ours)} ${figure.unit}`,
    `${number(figure.baseline)} ${figure.unit}`,
    `${number(ratioOf(figure))} ×`,
    Number.isFinite(figure.bound) ? `≤ ${figure.bound} ×` : '',
    Number.isFinite(figure.bound) ? (isMet(figure) ? 'met' : 'MISSED') : '',
  ]);
  const widths = HEAD.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]!.length)));
  return [HEAD, ...rows].map((row) => row.map((cell, column) => (column === 0 || column === 5 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ').trimEnd());
}
