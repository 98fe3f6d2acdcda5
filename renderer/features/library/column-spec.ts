import type { Column, PageColumn } from '#contract/schemas/library.ts';
import type { Translate } from '#strings/index.ts';

const EXPLAINED = ['changed', 'confidence', 'doubts', 'findings', 'left', 'length', 'risk', 'status'] as const;

/** A column of one of the Library's lists as its table takes it, but for its cells: its name, and what its figures mean where the name alone does not say. */
export function columnSpec<Shape extends object>(t: Translate, column: Column | PageColumn, shape: Shape) {
  const explained = EXPLAINED.find((one) => one === column);
  return { ...shape, id: column, label: t(`library.column.${column}`), ...(explained ? { help: t(`library.column-help.${explained}`) } : {}), sortable: true };
}
