import { readFileSync } from 'node:fs';

/** One line of a page's table in README.md: a trait, the blocks that show it, and what is said of it. */
export type Row = { readonly trait: string; readonly blocks: readonly number[]; readonly what: string };

/** What README.md says of one sample. */
export type Section = { readonly file: string; readonly facts: string; readonly rows: readonly Row[] };

/** What README.md says of every sample, and the traits its table of words explains. */
export function readReadme(): { readonly sections: readonly Section[]; readonly explained: readonly string[] } {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [head = '', ...parts] = text.split(/^## /m);
  const sections = parts.map((part) => {
    const lines = part.split('\n');
    const rows = cells(lines).map(([trait = '', blocks = '', what = '']) => ({ trait, blocks: blockList(blocks), what }));
    return { file: (lines[0] ?? '').trim(), facts: (lines[2] ?? '').trim(), rows };
  });
  return { sections, explained: cells(head.split('\n')).flatMap(([traits = '']) => traits.split(', ')) };
}

/** The cells of a table's lines, without its head and its rule. */
function cells(lines: readonly string[]): readonly (readonly string[])[] {
  const table = lines.filter((line) => line.startsWith('| ')).map((line) => line.split('|').slice(1, -1));
  return table.slice(1).map((row) => row.map((cell) => cell.trim()));
}

/** `5–7` is 5, 6, 7; `3→4` and `3, 4` are 3 and 4. */
function blockList(text: string): readonly number[] {
  const range = /^(\d+)–(\d+)$/.exec(text);
  if (range === null) return text.split(/→|, /).map(Number);
  const from = Number(range[1]);
  return Array.from({ length: Number(range[2]) - from + 1 }, (_, i) => from + i);
}
