import type { Translate } from '#strings/index.ts';

const EXPLAINED = ['changed', 'confidence', 'doubts', 'findings', 'left', 'length', 'risk', 'status'] as const;

/** What the figures of a column mean, where its name alone does not say. */
export function columnHelp(t: Translate, column: string): { readonly help?: string } {
  const explained = EXPLAINED.find((one) => one === column);
  return explained ? { help: t(`library.column-help.${explained}`) } : {};
}
