import { relative } from 'node:path';
import { layOut } from '#core/evaluate/edits/layout.ts';
import { type EditToTruth, editsToTruth } from '#core/evaluate/edits/edits-to-truth.ts';
import { trueLayout } from '#core/evaluate/edits/true-layout.ts';
import { type MarkedTruth, isMarked } from '#core/evaluate/marked-truth.ts';
import { type Mistake, mistakesOf } from '#core/evaluate/mistakes.ts';
import { parseBlocks } from '#core/parse/blocks.ts';
import type { PageLanguage } from '#core/checks/language.ts';
import { type CheckedReport, checkedReport } from '#core/checks/report.ts';
import type { Split } from '#core/split/split-page.ts';
import { CommandError } from '../command.ts';
import type { TruthPage } from './truth-pages.ts';

/** An edit that leads towards the truth, by the block it is aimed at. */
export type PageEdit = Omit<EditToTruth, 'atom'> & { readonly block: number };

/** A page with all that was found out about its split. */
export type Evaluated = {
  readonly page: TruthPage;
  readonly path: string; // of the page's text
  readonly truth: MarkedTruth;
  readonly split: Split;
  readonly report: CheckedReport;
  readonly mistakes: readonly Mistake[];
  readonly edits: readonly PageEdit[];
  readonly bounded: number; // places where the edits are perhaps not the fewest
  readonly lines: readonly number[]; // on which each block begins, from 1
};

/** Holds a split, and what is found on it, against the truth of its page. `language`: what misreadings are judged by; none is looked for without it. */
export function evaluated(page: TruthPage, path: string, split: Split, language: PageLanguage | null = null): Evaluated {
  const { name, source, truth } = page;
  const blocks = parseBlocks(source);
  if (!isMarked(truth) || truth.blocks.length !== blocks.length) throw new CommandError('cannot-read', `the truth of ${page.set}/${name} is not marked for this page`);
  const report = checkedReport(name, source, split.tree, split.decisions, language);
  const laid = layOut(split.tree, blocks);
  const { edits, bounded } = editsToTruth(laid.layout, trueLayout(truth, laid));
  return {
    page,
    path,
    truth,
    split,
    report,
    mistakes: mistakesOf({ truth, report }),
    edits: edits.map(({ atom, ...edit }) => ({ ...edit, block: laid.parts[atom]!.block })),
    bounded,
    lines: blocks.map(({ range }) => source.slice(0, range.from).split(/\r\n|\r|\n/u).length),
  };
}

/** Where a block stands, as terminals and editors follow it: the page's path from a folder, and the line. */
export const placeOf = ({ path, lines }: Evaluated, block: number, folder: string): string => `${relative(folder, path)}:${lines[block]}`;
