import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Archive, countArchive } from '#core/parse/archive.ts';
import { type Language, type Page, parsePage } from '#core/parse/page.ts';
import { evidenceOf } from '#core/split/evidence.ts';
import type { Case } from '#core/split/train/logistic.ts';
import { type Pair, pairsOf } from '#core/split/train/train-continuity.ts';
import { lossesOf } from '#core/split/train/train-lost.ts';
import type { Lesson } from '#core/split/train/train.ts';
import { type Truth, goldOf } from '#core/split/train/truth.ts';
import { dictionaryWords } from '../../engine/words/dictionary.ts';
import { CommandError } from '../command.ts';

/** A page whose truth is known. */
export type TruthPage = { readonly set: string; readonly name: string; readonly source: string; readonly truth: Truth };

const textOf = (path: string, encoding = 'utf-8') => new TextDecoder(encoding, { fatal: true }).decode(readFileSync(path));

function truthsIn(folder: string): readonly { readonly name: string; readonly json: unknown }[] {
  if (!existsSync(folder)) throw new CommandError('not-found', `${folder} is not there`);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => ({ name: name.slice(0, -5), json: JSON.parse(readFileSync(join(folder, name), 'utf8')) }));
}

/** Where the pages of a set of the evaluation lie: FOLDER/SET/pages; those of `real` are the archive's own. */
export const pagesFolder = (folder: string, set: string): string => (set === 'real' ? join(folder, '..', 'archive', 'issues') : join(folder, set, 'pages'));

/** The pages of one set of the evaluation, NAME.txt, with their truth, FOLDER/SET/truth/NAME.json. */
export function evaluationPages(folder: string, set: string): readonly TruthPage[] {
  return truthsIn(join(folder, set, 'truth')).map(({ name, json }) => ({
    set,
    name,
    source: textOf(join(pagesFolder(folder, set), `${name}.txt`)),
    truth: withLosses(json as Truth & Noise),
  }));
}

/** The faults that a truth file of the evaluation records, as far as they are looked at here. Offsets are code points of the block. */
type Noise = { readonly errors: readonly { readonly block: number; readonly offset: number; readonly kind: string }[]; readonly blocks: readonly { readonly text: string }[] };

/** The truth with the blocks after which a column break lost a character. */
function withLosses(truth: Truth & Noise): Truth {
  const before = new Map(truth.blocks.flatMap(({ index, continues }) => (continues === null ? [] : [[continues, index] as const])));
  const lost = (truth.errors ?? []).flatMap(({ block, offset, kind }) => {
    if (kind !== 'lost_char') return [];
    if (offset >= [...truth.blocks[block]!.text].length) return [block];
    const upper = offset === 0 ? before.get(block) : undefined;
    return upper === undefined ? [] : [upper];
  });
  return { ...truth, lost };
}

/** The sets of the evaluation that may be learned from. */
export const SETS = ['dev', 'clean'];

/** The repository's own samples, whose truth lies beside the journeys' fixtures. */
export function samplePages(root: string): readonly TruthPage[] {
  return truthsIn(join(root, 'e2e', 'fixtures', 'pages')).map(({ name, json }) => {
    const { file, encoding } = json as { readonly file: string; readonly encoding: string };
    return { set: 'samples', name, source: textOf(join(root, 'resources', 'samples', ...file.split('/')), encoding), truth: json as Truth };
  });
}

/** What the pages of one set say of their language, the dictionary beside it. */
export function languageOf(pages: readonly Pick<TruthPage, 'source'>[]): Language {
  const archive: Archive = countArchive('', pages.map(({ source }) => source), dictionaryWords);
  return { words: dictionaryWords, archive };
}

/** A page as a lesson; null where the model's grammar cannot say its truth. */
export function lessonOf({ source, truth }: Pick<TruthPage, 'source' | 'truth'>, language: Language): Lesson | null {
  const gold = goldOf(truth);
  if (!gold.ok) return null;
  const page: Page = parsePage(source, language);
  return { evidence: evidenceOf(page, gold.value.order), states: gold.value.states };
}

/** What a page teaches of fragments that go on with each other. */
export function pairsIn({ source, truth }: Pick<TruthPage, 'source' | 'truth'>, language: Language): readonly Pair[] {
  return pairsOf(parsePage(source, language), truth);
}

/** What a page teaches of characters lost between fragments. */
export function lossesIn({ source, truth }: Pick<TruthPage, 'source' | 'truth'>, language: Language): readonly Case[] {
  return lossesOf(parsePage(source, language), truth);
}

/** Names what a model was trained on: SHA-256 over the pages and their truth, in order. */
export function hashOfPages(pages: readonly TruthPage[]): string {
  const hash = createHash('sha256');
  for (const { set, name, source, truth } of pages) hash.update(JSON.stringify([set, name, source, truth]));
  return hash.digest('hex');
}
