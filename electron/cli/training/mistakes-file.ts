import { relative } from 'node:path';
import { type Evaluated } from './evaluated.ts';
import { blocksOf, byKind } from './mistake-words.ts';

const CITED = 12; // characters from each end of a block

/** The beginning and the end of a block, as Markdown takes them: enough to know it again. */
function cited({ truth }: Evaluated, block: number): string {
  const text = [...truth.blocks[block]!.text.replace(/\s+/gu, ' ')];
  const shown = text.length > 2 * CITED ? `${text.slice(0, CITED).join('')}…${text.slice(-CITED).join('')}` : text.join('');
  return shown.replace(/[\\`*_[\]<>]/gu, '\\$&');
}

/** A link to the line a block begins on. */
function link({ page, path, lines }: Evaluated, block: number, folder: string): string {
  const to = relative(folder, path).split(/[\\/]/u).map(encodeURIComponent).join('/');
  return `[${page.name}.txt:${lines[block]}](${to}#L${lines[block]})`;
}

/** All mistakes of the sets by kind, and the edits that lead to the truth by page, as a Markdown file that lies in a folder. */
export function mistakesFile(sets: readonly { readonly set: string; readonly pages: readonly Evaluated[] }[], folder: string): string {
  const lines = sets.flatMap(({ set, pages }) => [
    `# ${set}`,
    '',
    ...byKind(pages).flatMap(({ kind, placed }) => [
      `## ${placed.length} × ${kind}`,
      '',
      ...placed.map(({ page, mistake }) => {
        const other = 'other' in mistake ? ` (the other: ${cited(page, mistake.other)})` : '';
        return `- ${link(page, mistake.block, folder)} ${blocksOf(mistake)}: ${cited(page, mistake.block)}${other}`;
      }),
      '',
    ]),
    `## ${set}: the edits that lead to the truth`,
    '',
    ...pages.flatMap((page) => [
      `- ${page.page.name}: ${page.edits.length}`,
      ...page.edits.map(({ kind, block }) => `  - ${kind} ${link(page, block, folder)} block ${block}: ${cited(page, block)}`),
    ]),
    '',
  ]);
  return `${lines.join('\n')}\n`;
}
