import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '#core/split/model.ts';
import { type Archive, countArchive } from '#core/parse/archive.ts';
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

/** What a project's pages are split by beside the program's own. `archive`: the statistics of its language; null: the page alone is counted. */
export type InUse = { readonly archive: Archive | null };

/** The splitter with the program's weights and dictionary. `hash`: of the source's bytes, for the ids. */
export function loadSplitter(resourcesPath: string): (source: string, hash: string, inUse?: InUse) => Split {
  const model = loadModel(resourcesPath);
  return (source, hash, { archive } = { archive: null }) =>
    splitPage(source, { sourceVersion: hash, model, language: { words: dictionaryWords, archive: archive ?? countArchive('', [source]) } });
}
