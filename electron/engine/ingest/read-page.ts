import { join } from 'node:path';
import type { Encoding, FileProblem } from '#contract/schemas/file.ts';
import type { Decision } from '#core/model/decision.ts';
import type { Tree } from '#core/model/issue.ts';
import type { LayoutHint } from '#core/parse/hints.ts';
import type { FileReport } from '../project/file-store.ts';
import type { InUse } from '../split/load-splitter.ts';
import type { Ends } from '../strands/meets.ts';
import type { Commonness } from './commonness.ts';
import { decodePage } from './decode-page.ts';
import type { Stamp } from './entry.ts';
import { hashOf, readBytes } from './read-bytes.ts';

/** One file to be read, as the listing saw it. */
export type ReadItem = Stamp & {
  readonly path: string;
  readonly target: string | null;
  readonly encoding: Encoding | null; // what a person said it is
  readonly knownHash: string | null; // of the bytes last read at this path: if they are the same, nothing more is done
  readonly told: FileProblem | null; // what the project says already stands in the way
};

/** What became of it. A file that did not hold still is looked at again. */
export type ReadOutcome = FileReport | { readonly kind: 'changing'; readonly path: string };

/** The machine's reading of one page. `hash` names the version of the source that the passages' ids come from; `hints`: what its file says of its blocks. */
export type SplitPage = (source: string, hash: string, inUse: InUse, hints: readonly LayoutHint[]) => {
  readonly tree: Tree;
  readonly decisions: readonly Decision[];
  readonly version: string;
};

/** What every page is read with. */
export type PageTools = {
  readonly commonness: Commonness;
  readonly split: SplitPage;
  readonly meets: (source: string, pairs: readonly Ends[], inUse: InUse) => readonly (number | null)[];
};

const SOMETHING = /[^\p{White_Space}\uFEFF\u200B]/u;

/** Whether a text holds nothing but blanks. */
export const isBlankText = (text: string) => !SOMETHING.test(text);

/** Reads, decodes and splits one file of the watched folder. What can be foreseen to go wrong comes back as a report. */
export function readPage(folder: string, item: ReadItem, { commonness, split }: Pick<PageTools, 'commonness' | 'split'>, inUse: InUse): ReadOutcome {
  const { path, size, modified } = item;
  const read = readBytes(join(folder, item.target ?? path), item);
  if (!read.ok && read.error === 'changing') return { kind: 'changing', path };
  if (!read.ok) return { kind: 'problem', path, size, modified, problem: read.error };
  const bytes = read.value;
  const hash = hashOf(bytes);
  if (hash === item.knownHash) return { kind: 'touched', path, size, modified };
  const decoded = decodePage(bytes, path, item.encoding, commonness);
  if (!decoded.ok) return { kind: 'problem', path, size, modified, problem: decoded.error };
  const { text, encoding, origin, candidates, hints } = decoded.value;
  if (isBlankText(text)) return { kind: 'problem', path, size, modified, problem: 'empty' };
  const { tree, decisions, version } = split(text, hash, inUse, hints ?? []);
  const page = { hash, encoding, encodingOrigin: origin, encodingCandidates: candidates, isLayout: hints !== null, source: text, tree, decisions, splitter: version };
  return { kind: 'read', path, size, modified, bytes, page };
}
