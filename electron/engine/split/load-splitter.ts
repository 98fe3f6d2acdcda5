import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '#core/split/model.ts';
import { type Archive, countArchive } from '#core/parse/archive.ts';
import type { LayoutHint } from '#core/parse/hints.ts';
import type { Language } from '#core/parse/page.ts';
import { type Split, splitPage } from '#core/split/split-page.ts';
import { type WeightsFile, readWeights } from '#core/split/weights.ts';
import { invariant } from '#util/invariant.ts';
import { dictionaryWords } from '../words/dictionary.ts';

/** The weights in the program's resources. They are the program's own: a file that does not fit is a bug. */
export function loadModel(resourcesPath: string): Model {
  const file = JSON.parse(readFileSync(join(resourcesPath, 'split', 'weights.json'), 'utf8')) as WeightsFile;
  const model = readWeights(file);
  invariant(model.ok, 'resources/split/weights.json was trained for another list of features: npm run train');
  return model.value;
}

/** What a project's pages are split by beside the program's own. `archive`: the statistics of its language; null: the page alone is counted. `model`: the weights learned in it; null or left out: the program's own. */
export type InUse = { readonly archive: Archive | null; readonly model?: Model | null };

const NOTHING: InUse = { archive: null };

/** What is known of a page's language: the dictionary, and the statistics of its archive, without which the page alone is counted. */
export function languageOf(source: string, archive: Archive | null): Language {
  return { words: dictionaryWords, archive: archive ?? countArchive('', [source], dictionaryWords) };
}

/** The splitter with the program's weights and dictionary. `hash`: of the source's bytes, for the ids. */
export function loadSplitter(resourcesPath: string): (source: string, hash: string, inUse?: InUse, hints?: readonly LayoutHint[]) => Split {
  const own = loadModel(resourcesPath);
  return (source, hash, { archive, model } = NOTHING, hints = []) => splitPage(source, { sourceVersion: hash, model: model ?? own, language: languageOf(source, archive), hints });
}
