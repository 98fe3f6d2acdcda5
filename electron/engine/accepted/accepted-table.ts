import { tidyAccepted } from '#core/checks/accepted.ts';
import type { AcceptedText } from '#core/checks/accepted.ts';

/** A wording as a list in a file holds it. */
export type ListedWording = AcceptedText & { readonly who: string; readonly at: string };

export const COLUMNS = ['text', 'check', 'who', 'at'] as const;

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ');

/** A list as lines parted by tabs, a wording a line: as Stet keeps its own. A wording has no tab and no line end. */
export function writeTable(rows: readonly ListedWording[]): string {
  const line = (cells: readonly string[]) => `${cells.map(plain).join('\t')}\n`;
  return `\uFEFF${line(COLUMNS)}${rows.map(({ text, check, who, at }) => line([text, check, who, at])).join('')}`;
}

/** Reads such lines, also when somebody has edited them: the first may name the columns or be a wording already. Null for what is no text in UTF-8. */
export function readTable(bytes: Uint8Array): readonly ListedWording[] | null {
  const text = decoded(bytes);
  if (text === null) return null;
  return text.split(/\r\n?|\n/u).flatMap((line, at): readonly ListedWording[] => {
    const [wording = '', check = '', who = '', when = ''] = line.split('\t').map((cell) => cell.trim());
    const tidy = tidyAccepted(wording);
    return tidy === null || (at === 0 && wording.toLowerCase() === 'text') ? [] : [{ text: tidy, check, who, at: when }];
  });
}

function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
